# Stages have consequences: "sent" records a parcel and asks for a mail, "cancelled" cancels what is left (C-26, O-13).
shop alpenkaese swiss-shop CHF de Europe/Zurich
POST /orders
{"currency": "CHF", "buyer": {"name": "Ursina", "email": "u@example.org"},
 "lines": [{"name": "Käse", "quantity": 4, "unit_price": 1250, "tax_rate": "2.6"}], "payment": {"method": "prepayment"}}
=> 201
save order /id
/next_step/id = "wait_for_payment"
POST /orders/{order}/actions/change-state
{"state": "sent", "tracking": {"carrier": "Post", "number": "99.00.1", "url": "https://example.org/99"}, "dry_run": true}
=> 200
/warning = "not_paid"
/notify = "confirm"
/mails/0/event = "order_sent"
/mails/0/will_send = true
POST /orders/{order}/actions/change-state
{"state": "sent", "notify": false, "tracking": {"carrier": "Post", "number": "99.00.1", "url": "javascript:alert(1)"}}
=> 422
/errors/0/field = "/tracking/url"
POST /orders/{order}/actions/change-state
{"state": "sent", "notify": false, "tracking": {"carrier": "Post", "number": "99.00.1", "url": "https://example.org/99"}}
=> 200
/shipments size 1
/shipments/0/lines/0/quantity = 4
/shipments/0/tracking/number = "99.00.1"
/lines/0/shipped = 4
GET /mails?order={order}&status=suppressed
=> 200
/items size 1
/items/0/reason = "declined"
POST /orders
{"currency": "CHF", "buyer": {"email": "v@example.org"}, "lines": [{"name": "Käse", "quantity": 2, "unit_price": 1250}], "payment": {"method": "prepayment"}}
=> 201
save second /id
POST /orders/{second}/actions/mark-paid
{}
=> 200
POST /orders/{second}/actions/change-state
{"state": "cancelled"}
=> 200
/summary/status = "cancelled"
/totals/owed_back = 2500
/next_step/id = "give_back"
/lines/0/cancelled = 2
POST /orders/{second}/actions/change-state
{"state": "nowhere"}
=> 422
/errors/0/code = "unknown_state"
