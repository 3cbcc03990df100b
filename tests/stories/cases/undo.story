# A change of state can be taken back while nothing of it has left the house (domain.md, "Undo before it leaves").
shop alpenkaese swiss-shop CHF de Europe/Zurich
POST /orders
{"currency": "CHF", "buyer": {"email": "u@example.org"}, "lines": [{"sku": "KAESE", "name": "Käse", "quantity": 4, "unit_price": 1250}], "payment": {"method": "prepayment"}}
=> 201
save order /id
POST /orders/{order}/undo
=> 409
/code = "nothing_to_undo"
POST /orders/{order}/actions/change-state
{"state": "sent", "notify": true}
=> 200
/undo_until = "2026-11-22T10:00:30Z"
/shipments size 1
GET /mails?order={order}&status=held
=> 200
/items/0/event = "order_sent"
/items/0/status = "held"
header If-Match: "1"
POST /orders/{order}/undo
=> 412
POST /orders/{order}/undo
{"dry_run": true}
=> 200
/order/state/id = "received"
/stock/0/change = 4
POST /orders/{order}/undo
=> 200
/state/id = "received"
/shipments size 0
/lines/0/shipped = 0
/lines/0/reserved = 4
/undo_until = null
GET /mails?order={order}&status=suppressed
=> 200
/items/0/reason = "undone"
POST /orders/{order}/actions/change-state
{"state": "processing"}
=> 200
wait 1 minutes
POST /orders/{order}/undo
=> 409
/code = "too_late_to_undo"
POST /orders/{order}/undo
{"colour": "red"}
=> 422
as viewer
POST /orders/{order}/undo
=> 409
