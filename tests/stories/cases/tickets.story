# Tickets have actions of their own, and access that is blocked by hand comes back as the facts allow (W matrix 2, W-33, W-34).
shop expo event-registration EUR fr Europe/Paris
POST /orders
{"currency": "EUR", "buyer": {"email": "a@example.org"}, "payment": {"method": "cheque"},
 "lines": [{"name": "Day ticket", "kind": "ticket", "quantity": 2, "unit_price": 5000, "tax_rate": "20",
            "attendees": [{"name": "A. One", "email": "one@example.org"}, {"name": "B. Two", "email": "two@example.org"}]}]}
=> 201
save order /id
save one /lines/0/units/0/id
save two /lines/0/units/1/id
/lines/0/units/0/actions/0/id = "view-attendee"
/lines/0/units/0/actions/0/allowed = true
/lines/0/units/0/actions/1/id = "view-ticket"
/lines/0/units/0/actions/1/allowed = false
/lines/0/units/0/actions/1/reason = "not_offered_in_status"
POST /orders/{order}/actions/block-access
{}
=> 409
/code = "no_access_to_block"
POST /orders/{order}/actions/mark-paid
{}
=> 200
/lines/0/units/0/access = "granted"
/lines/0/units/0/actions/1/allowed = true
/lines/0/units/0/actions/3/id = "block-access"
/lines/0/units/0/actions/3/allowed = true
POST /orders/{order}/actions/block-access
{"units": ["{one}"]}
=> 200
/lines/0/units/0/access = "blocked"
/lines/0/units/1/access = "granted"
POST /orders/{order}/actions/unblock-access
{"units": ["{one}"]}
=> 200
/lines/0/units/0/access = "granted"
POST /orders/{order}/actions/block-access
{"units": ["nowhere"]}
=> 422
/code = "bad_field"
# An offline refund is promised here until somebody records it; the unit and its access go at once (W-21, W-41).
POST /orders/{order}/actions/refund
{"units": ["{one}"]}
=> 200
/refunds/0/execution = "initiated"
/refunds/0/status = "pending"
/refunds/0/open = 5000
/totals/held = 10000
/totals/refundable = 5000
/lines/0/units/0/status = "refunded"
/lines/0/units/0/access = "revoked"
/next_step/id = "settle_promised_refund"
POST /orders/{order}/actions/mark-refunded
{"reference": "transfer 9"}
=> 200
/refunds size 2
/refunds/1/execution = "recorded"
/refunds/1/reference = "transfer 9"
/refunds/0/open = 0
/totals/held = 5000
as viewer
GET /orders/{order}
=> 200
/lines/0/units/0/code absent
/lines/0/units/0/actions/3/reason = "no_access_to_block"
/lines/0/units/1/actions/3/reason = "forbidden"
