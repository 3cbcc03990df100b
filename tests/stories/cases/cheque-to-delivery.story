# A cheque order in a French web shop: placed, paid by hand, delivered with a note (O-12, O-30, O-37).
shop maison web-shop EUR fr Europe/Paris

POST /orders
{"external_id": "web-1001", "channel": "web", "currency": "EUR", "language": "fr",
 "buyer": {"name": "Zoé Lefèvre", "email": "zoe@example.org"},
 "billing_address": {"line1": "1 rue X", "postal_code": "75001", "city": "Paris", "country": "FR"},
 "lines": [{"sku": "MUG-1", "name": "Mug", "kind": "goods", "quantity": 3, "unit_price": 1999, "tax_rate": "20"},
           {"sku": "VIP", "name": "VIP ticket", "kind": "ticket", "quantity": 2, "unit_price": 5000, "tax_rate": "5.5",
            "attendees": [{"name": "A. One", "email": "a@example.org"}]}],
 "shipping": {"method": "parcel", "name": "Colissimo", "amount": 690, "tax_rate": "20"},
 "discount": 500, "promo_code": "NOEL", "payment": {"method": "cheque"}, "note": "Leave at the door"}
=> 201
save order /id
/number = "10001"
/version = 1
/summary/status = "unpaid"
/summary/total = 5
/payment_status = "pending"
/payment_label = "To be confirmed"
/state/id = "received"
/totals/lines = 15997
/totals/discount = 500
/totals/shipping = 690
/totals/tax = 1588
/totals/total = 16187
/totals/due = 16187
/lines/0/discount = 187
/lines/0/tax = 968
/lines/0/total = 5810
/lines/1/units size 2
/lines/1/units/0/access = "none"
/lines/1/units/0/attendee/name = "A. One"

# The same external id again names the first order.
POST /orders
{"external_id": "web-1001", "channel": "web", "currency": "EUR", "buyer": {"email": "zoe@example.org"},
 "lines": [{"name": "Mug", "quantity": 1, "unit_price": 1}], "payment": {"method": "cheque"}}
=> 409
/code = "duplicate_external_id"
/order = "{order}"

# What would happen, without doing it.
POST /orders/{order}/actions/mark-paid
{"dry_run": true}
=> 200
/dry_run = true
/amounts/amount = 16187
/order/payment_status = "paid"
/mails/0/to = "zoe@example.org"
GET /orders/{order}
=> 200
/version = 1
/payment_status = "pending"

POST /orders/{order}/actions/mark-paid
{"amount": 99999}
=> 409
/code = "amount_exceeds_due"

POST /orders/{order}/actions/mark-paid
{"reference": "cheque 4711", "note": "Thank **you**", "notify": true}
=> 200
/payment_status = "paid"
/totals/due = 0
/totals/paid = 16187
/payments/0/reference = "cheque 4711"
/lines/1/units/0/access = "granted"

POST /orders/{order}/actions/mark-paid
{}
=> 409
/code = "already_paid"

header If-Match: "1"
POST /orders/{order}/actions/change-state
{"state": "to_deliver"}
=> 412
/code = "stale_version"
/version = 2

header If-Match: "2"
POST /orders/{order}/actions/change-state
{"state": "delivered", "note": "On its way", "notify": true}
=> 200
/state/stage = "completed"
/version = 3

GET /orders/{order}/timeline
=> 200
/items size 4
/items/0/type = "state.changed"
/items/0/note_html ~ On its way
/items/1/type = "access.granted"
/items/1/mails size 2
/items/2/type = "payment.recorded"
/items/2/note_html ~ <strong>you</strong>
/items/3/mails size 2

GET /mails?order={order}
=> 200
/items size 6

GET /orders?payment_status=paid&q=lefevre
=> 200
/items size 1
/items/0/number = "10001"
