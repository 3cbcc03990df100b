# Money back: the preview says what the booking then does; never more than is held; each refund keeps its reason (P-15, W-38).
shop maison web-shop EUR fr Europe/Paris
POST /orders
{"currency": "EUR", "buyer": {"name": "Ann", "email": "ann@example.org"},
 "lines": [{"sku": "MUG-1", "name": "Mug", "quantity": 3, "unit_price": 1999, "tax_rate": "20"}],
 "shipping": {"method": "parcel", "name": "Colissimo", "amount": 690, "tax_rate": "20"}, "payment": {"method": "cheque"}}
=> 201
save order /id
save line /lines/0/id
/lines/0/to_ship = 3
/lines/0/reserved = 3
/lines/0/returnable = 0
/removed = null
/task = null
/undo_until = null
/has_draft = false
POST /orders/{order}/actions/refund
{"shipping": true}
=> 409
/code = "nothing_captured"
POST /orders/{order}/actions/mark-paid
{"reference": "cheque 4711"}
=> 200
/totals/held = 6687
POST /orders/{order}/actions/refund
{}
=> 422
/code = "nothing_named"
POST /orders/{order}/actions/refund
{"lines": [{"line": "{line}", "quantity": 4}]}
=> 409
/code = "quantity_exceeds_units"
POST /orders/{order}/actions/refund
{"lines": [{"line": "nowhere", "quantity": 1}]}
=> 422
/code = "bad_field"
POST /orders/{order}/actions/refund
{"lines": [{"line": "{line}", "quantity": "1"}]}
=> 422
/errors/0/field = "/lines/0/quantity"
/errors/0/code = "wrong_type"

# The same body with and without `dry_run`: what is shown is what is booked.
POST /orders/{order}/actions/refund
{"lines": [{"line": "{line}", "quantity": 1}], "shipping": true, "note": "Broken", "dry_run": true}
=> 200
/dry_run = true
/amounts/amount = 2689
/before/held = 6687
/after/held = 3998
/after/refundable = 3998
/order/refunds size 1
/mails/0/event = "refund_made"
/warning = null
GET /orders/{order}
=> 200
/version = 2
/refunds size 0
POST /orders/{order}/actions/refund
{"lines": [{"line": "{line}", "quantity": 1}], "shipping": true, "note": "Broken"}
=> 200
/refunds size 1
/refunds/0/amount = 2689
/refunds/0/execution = "recorded"
/refunds/0/status = "succeeded"
/refunds/0/purpose = "units"
/refunds/0/settles = null
/totals/held = 3998
/totals/refunded = 2689
/totals/refundable = 3998
/totals/due = 0
/lines/0/refunded = 1
/lines/0/to_ship = 2
/payments/0/refundable = 3998

# Kindness takes no unit away and lowers what is owed.
POST /orders/{order}/actions/refund
{"amount": 500, "note": "Sorry"}
=> 200
/refunds/1/purpose = "goodwill"
/totals/allowances = 500
/lines/0/refunded = 1
POST /orders/{order}/actions/refund
{"amount": 3499}
=> 409
/code = "amount_exceeds_refundable"
POST /orders/{order}/actions/mark-refunded
{"amount": 3498, "reference": "transfer 12"}
=> 200
/totals/held = 0
/totals/refundable = 0
POST /orders/{order}/actions/refund
{"amount": 1}
=> 409
/code = "nothing_refundable"
as packer
POST /orders/{order}/actions/refund
{"amount": 1}
=> 409
as viewer
GET /orders/{order}
=> 200
/refunds size 3
