# The wording of the delivery and the reference outside are put right at any time, also after the invoice, and move no
# amount; a reference stays one order's own in its channel (A-09).
shop maison web-shop EUR fr Europe/Paris
POST /orders
{"external_id": "WEB-1", "currency": "EUR", "buyer": {"email": "a@example.org"},
 "lines": [{"name": "Mug", "quantity": 2, "unit_price": 500}],
 "shipping": {"method": "parcel", "name": "Parcel", "amount": 690}, "payment": {"method": "cheque"}}
=> 201
save first /id
POST /orders
{"external_id": "WEB-2", "currency": "EUR", "buyer": {"email": "b@example.org"},
 "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 201
save second /id
POST /orders/{first}/actions/invoice
{}
=> 200
/next_step/action = "mark-paid"
PATCH /orders/{first}
{"shipping": {"name": "Parcel with signature"}, "external_id": "WEB-1b"}
=> 200
/shipping/name = "Parcel with signature"
/shipping/amount = 690
/totals/total = 1690
/external_id = "WEB-1b"
GET /orders/{first}/timeline
=> 200
/items/0/type = "order.edited"
/items/0/text = "Edited: wording of the delivery, outside reference"
GET /orders?q=WEB-1b
=> 200
/items size 1
PATCH /orders/{second}
{"external_id": "WEB-1b"}
=> 409
/code = "duplicate_external_id"
/order = "{first}"
/errors/0/field = "/external_id"
/errors/0/code = "already_used"
# The reference that was given up is free again, and its own is no other's.
PATCH /orders/{second}
{"external_id": "WEB-1"}
=> 200
PATCH /orders/{second}
{"external_id": null}
=> 200
/external_id = null
PATCH /orders/{second}
{"shipping": {"name": "Pick-up", "amount": 0}}
=> 422
/code = "bad_field"
