# An order as it was after any of its events, and every total opened into the rows that make it.
shop maison web-shop EUR fr Europe/Paris
POST /orders
{"currency": "EUR", "buyer": {"name": "Ann", "email": "ann@example.org"},
 "lines": [{"name": "Mug", "quantity": 3, "unit_price": 1999, "tax_rate": "20"}],
 "shipping": {"method": "parcel", "name": "Colissimo", "amount": 690, "tax_rate": "20"}, "payment": {"method": "cheque"}}
=> 201
save order /id
save line /lines/0/id
POST /orders/{order}/actions/mark-paid
{"reference": "cheque 4711"}
=> 200
PATCH /orders/{order}
{"buyer": {"name": "Anna"}}
=> 200
POST /orders/{order}/actions/cancel
{"lines": [{"line": "{line}", "quantity": 1}]}
=> 200
GET /orders/{order}/timeline
=> 200
/items/0/sequence = 4
GET /orders/{order}?at=1
=> 200
/as_of = 1
/version = 1
/payment_status = "pending"
/totals/paid = 0
/buyer/name = "Anna"
/actions size 0
/state_choices size 0
/next_step = null
/lines/0/cancelled = 0
GET /orders/{order}?at=2
=> 200
/payment_status = "paid"
/totals/due = 0
GET /orders/{order}?at=4
=> 200
/lines/0/cancelled = 1
GET /orders/{order}
=> 200
/as_of absent
GET /orders/{order}?at=5
=> 404
/code = "not_found"
GET /orders/{order}?at=0
=> 422
/errors/0/field = "at"
GET /orders/{order}?at=first
=> 422

GET /orders/{order}/amounts/total
=> 200
/name = "total"
/amount = 6687
/currency = "EUR"
/rows size 2
/rows/0/kind = "line"
/rows/0/id = "{line}"
/rows/0/label = "Mug"
/rows/0/amount = 5997
/rows/0/at = null
/rows/1/kind = "shipping"
GET /orders/{order}/amounts/paid
=> 200
/rows size 1
/rows/0/kind = "capture"
/rows/0/label = "cheque cheque 4711"
/rows/0/at = "2026-11-22T10:00:00Z"
GET /orders/{order}/amounts/owed_back
=> 200
/amount = 1999
/rows size 2
GET /orders/{order}/amounts/profit
=> 404
/code = "unknown_amount"
GET /orders/01ARZ3NDEKTSV4RRFFQ69G5FAV/amounts/total
=> 404
as storefront
GET /orders/{order}/amounts/total
=> 404
GET /orders/{order}?at=1
=> 404
