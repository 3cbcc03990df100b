# A return from asking to the last cent, and what is refused on the way (C-35, C-36).
shop maison neutral EUR en Europe/Paris
POST /orders
{"currency": "EUR", "buyer": {"name": "Ann", "email": "ann@example.org"},
 "lines": [{"sku": "MUG-1", "name": "Mug", "quantity": 3, "unit_price": 1000}], "payment": {"method": "bank-transfer"}}
=> 201
save order /id
save line /lines/0/id
/requests size 0
POST /orders/{order}/actions/register-request
{"kind": "return", "lines": [{"line": "{line}", "quantity": 1}]}
=> 409
/code = "nothing_to_ask_for"
POST /orders/{order}/actions/mark-paid
{}
=> 200
POST /orders/{order}/actions/ship
{}
=> 200
POST /orders/{order}/actions/register-request
{"kind": "return", "lines": [{"line": "{line}", "quantity": 4}]}
=> 422
/errors/0/field = "/lines/0/quantity"
POST /orders/{order}/actions/register-request
{"kind": "return", "lines": [{"line": "nowhere", "quantity": 1}]}
=> 422
/errors/0/code = "not_offered"
POST /orders/{order}/actions/register-request
{"kind": "gift"}
=> 422
/errors/0/field = "/kind"
POST /orders/{order}/actions/register-request
{"kind": "return", "lines": [{"line": "{line}", "quantity": 2, "reason": "damaged", "exchange": true}], "note": "One broke."}
=> 200
save request /requests/0/id
/requests/0/status = "open"
/requests/0/kind_label = "Return"
/requests/0/lines/0/reason_label = "Damaged or faulty"
/requests/0/lines/0/exchange_wanted = true
/next_step/id = "answer_request"
/next_step/queue = "to_answer"
POST /orders/{order}/actions/decline-request
{}
=> 422
/errors/0/field = "/note"
POST /orders/{order}/actions/approve-request
{"request": "{request}"}
=> 200
/requests/0/status = "approved"
/requests/0/lines/0/expected = 2
POST /orders/{order}/actions/approve-request
{"request": "{request}"}
=> 409
/code = "no_open_request"
POST /orders/{order}/actions/receive-return
{"lines": [{"line": "{line}", "as_new": 1, "damaged": 1, "wrong": 1}]}
=> 422
/errors/0/field = "/lines/0"
POST /orders/{order}/actions/receive-return
{"lines": [{"line": "{line}", "as_new": 1, "damaged": 1, "exchange": 1}]}
=> 200
/requests/0/status = "received"
/lines/0/returned = 2
/lines/0/exchanged = 1
/lines/0/to_ship = 1
/next_step/id = "settle_return"
POST /orders/{order}/actions/refund
{"request": "nowhere", "lines": [{"line": "{line}", "quantity": 1}]}
=> 422
/errors/0/code = "unknown_request"
POST /orders/{order}/actions/refund
{"request": "{request}", "lines": [{"line": "{line}", "quantity": 1}]}
=> 200
/requests/0/status = "closed"
/totals/held = 2000
/totals/owed_back = 0
/next_step/id = "ship"
POST /orders/{order}/actions/ship
{}
=> 200
/lines/0/shipped = 4
/lines/0/to_ship = 0
POST /orders/{order}/actions/close-request
{}
=> 409
/code = "no_open_request"
# Withdrawing names nothing: it is of all that is still wanted.
POST /orders/{order}/actions/register-request
{"kind": "withdrawal", "dry_run": true}
=> 200
POST /orders/{order}/actions/register-request
{"kind": "withdrawal"}
=> 200
/requests/1/kind = "withdrawal"
/requests/1/lines/0/quantity = 2
POST /orders/{order}/actions/decline-request
{"note": "These were made for you."}
=> 200
/requests/1/status = "declined"
