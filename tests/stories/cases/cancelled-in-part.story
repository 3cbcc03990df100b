# Cancelling some units: stock goes back unless somebody says no, money is never given back silently (O-13, C-16).
shop maison web-shop EUR fr Europe/Paris
POST /articles
{"sku": "MUG-1", "name": "Mug", "price": 1000, "stock": 10}
=> 201
save article /id
POST /orders
{"currency": "EUR", "buyer": {"email": "ann@example.org"},
 "lines": [{"sku": "MUG-1", "name": "Mug", "quantity": 3, "unit_price": 1000}, {"name": "Bowl", "quantity": 1, "unit_price": 700}],
 "payment": {"method": "cheque"}}
=> 201
save order /id
save mug /lines/0/id
POST /orders/{order}/actions/mark-paid
{}
=> 200
POST /orders/{order}/actions/cancel
{"lines": [{"line": "{mug}", "quantity": 1, "restock": false}], "reason": "chipped", "dry_run": true}
=> 200
/stock size 1
/stock/0/sku = "MUG-1"
/stock/0/change = -1
/amounts/amount = 1000
/amounts/owed_back = 1000
/mails/0/event = "order_cancelled"
/mails/0/reason = "not_asked"
POST /orders/{order}/actions/cancel
{"lines": [{"line": "{mug}", "quantity": 1, "restock": false}], "reason": "chipped"}
=> 200
/lines/0/cancelled = 1
/lines/0/reserved = 2
/totals/cancelled = 1000
/totals/owed_back = 1000
/next_step/id = "give_back"
GET /articles/{article}
=> 200
/stock = 9
POST /orders/{order}/actions/cancel
{"lines": [{"line": "{mug}", "quantity": 3}]}
=> 409
/code = "quantity_exceeds_units"
POST /orders/{order}/actions/cancel
{"lines": [{"line": "{mug}", "quantity": 0}]}
=> 422
/code = "bad_field"
# Nothing named means all that is left.
POST /orders/{order}/actions/cancel
{"notify": true}
=> 200
/summary/status = "cancelled"
/state/stage = "cancelled"
/totals/owed = 0
/totals/owed_back = 3700
GET /articles/{article}
=> 200
/stock = 9
POST /orders/{order}/actions/cancel
{}
=> 409
/code = "nothing_to_cancel"
POST /orders/{order}/actions/reopen
{"note": "A mistake"}
=> 200
/summary/status = "complete"
/lines/0/cancelled = 0
/lines/0/reserved = 3
POST /orders/{order}/actions/reopen
{}
=> 409
/code = "not_cancelled"
