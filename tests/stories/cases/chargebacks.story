# Money that a bank takes back: recorded by hand, under review until it is decided, counted as gone unless it was won (O-35).
shop maison web-shop EUR en Europe/Paris
POST /orders
{"currency": "EUR", "buyer": {"name": "Ann", "email": "ann@example.org"},
 "lines": [{"sku": "MUG-1", "name": "Mug", "quantity": 2, "unit_price": 1000}], "payment": {"method": "cheque"}}
=> 201
save order /id
/chargebacks size 0
POST /orders/{order}/actions/record-chargeback
{"reference": "CB-1"}
=> 409
/code = "nothing_captured"
POST /orders/{order}/actions/decide-chargeback
{"outcome": "won"}
=> 409
/code = "no_open_chargeback"
POST /orders/{order}/actions/mark-paid
{}
=> 200
POST /orders/{order}/actions/record-chargeback
{}
=> 422
/errors/0/field = "/reference"
POST /orders/{order}/actions/record-chargeback
{"reference": "CB-1", "amount": 2001}
=> 409
/code = "amount_exceeds_captured"
POST /orders/{order}/actions/record-chargeback
{"reference": "CB-1", "payment": "nowhere"}
=> 422
/errors/0/code = "unknown_payment"
POST /orders/{order}/actions/record-chargeback
{"reference": "CB-1", "amount": 500, "reason": "duplicate", "answer_by": "2026-12-01T12:00:00Z", "dry_run": true}
=> 200
/after/due = 500
POST /orders/{order}/actions/record-chargeback
{"reference": "CB-1", "amount": 500, "reason": "duplicate", "answer_by": "2026-12-01T12:00:00Z"}
=> 200
/payment_status = "review"
/next_step/id = "answer_chargeback"
/next_step/queue = "to_check"
/totals/due = 500
/chargebacks/0/status = "open"
/chargebacks/0/reason_text = "Charged twice"
/chargebacks/0/answer_by = "2026-12-01T12:00:00Z"
POST /orders/{order}/actions/record-chargeback
{"reference": "CB-1", "amount": 100}
=> 422
/errors/0/code = "already_used"
GET /chargebacks
=> 200
/at_risk/0/amount = 500
/items size 1
/items/0/order/id = "{order}"
/items/0/chargeback/reference = "CB-1"
POST /orders/{order}/actions/decide-chargeback
{"outcome": "drawn"}
=> 422
/errors/0/field = "/outcome"
POST /orders/{order}/actions/decide-chargeback
{"outcome": "lost", "note": "No proof of delivery"}
=> 200
/payment_status = "partially_paid"
/totals/due = 500
GET /chargebacks?status=lost
=> 200
/at_risk size 0
/items size 1
GET /chargebacks?status=drawn
=> 422
/code = "bad_field"
POST /orders/{order}/actions/retry-refund
=> 409
/code = "no_failed_refund"
as packer
POST /orders/{order}/actions/record-chargeback
{"reference": "CB-2"}
=> 403
/code = "forbidden"
GET /chargebacks
=> 403
