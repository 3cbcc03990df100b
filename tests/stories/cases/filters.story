# What is waiting for whom: tags, assignees, tasks, queues, unseen orders.
shop alpenkaese swiss-shop CHF de Europe/Zurich
POST /orders
{"currency": "CHF", "buyer": {"email": "u@example.org"}, "lines": [{"name": "Käse", "quantity": 4, "unit_price": 1250}], "payment": {"method": "prepayment"}, "tags": ["gift", "vip"]}
=> 201
save first /id
POST /orders
{"currency": "CHF", "buyer": {"email": "v@example.org"}, "lines": [{"name": "Käse", "quantity": 1, "unit_price": 1250}], "payment": {"method": "prepayment"}, "tags": ["vip"]}
=> 201
save second /id
PATCH /orders/{second}
{"assignee": "Reto", "tags": ["gift"]}
=> 200
GET /orders?tag=gift
=> 200
/items size 2
GET /orders?tag=gift&tag=vip&count=true
=> 200
/items size 2
/total = 2
GET /orders?tag=vip
=> 200
/items size 1
/items/0/id = "{first}"
GET /orders?tag=nothing
=> 200
/items size 0
GET /orders?tag=gift&sort=total
=> 200
/items/0/id = "{second}"
GET /orders?assignee=Reto
=> 200
/items size 1
/items/0/id = "{second}"
GET /orders?assignee=Reto&tag=vip
=> 200
/items size 0
GET /orders/{first}?seen=true
=> 200
GET /orders?seen=true
=> 200
/items size 1
/items/0/id = "{first}"
GET /orders?unseen=true
=> 200
/items size 1
GET /orders?seen=maybe&task=dance&queue=none&tag=
=> 422
/errors size 3
GET /orders?queue=to_collect&queue=to_ship
=> 200
# The schedule of an unpaid order: reminded twice by itself, then a person decides over the removal (C-13, C-15, X-13).
wait 7 days
timers
wait 7 days
timers
GET /orders?task=remove
=> 200
/items size 0
wait 7 days
timers
GET /orders?task=remove
=> 200
/items size 2
GET /orders/{first}
=> 200
/task/id = "remove"
/next_step/id = "remove_unpaid"
GET /mails?order={first}
=> 200
/items/0/event = "payment_reminder"
