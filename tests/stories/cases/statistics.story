# Figures of a shop by day, payment type, state, item and promotion code (O-05, W-45).
shop maison web-shop EUR fr Europe/Paris
POST /orders
{"currency": "EUR", "placed_at": "2026-11-20T23:30:00Z", "buyer": {"email": "a@example.org"}, "promo_code": "NOEL",
 "lines": [{"name": "Mug", "quantity": 3, "unit_price": 1000, "discount": 300, "tax_rate": "20"}],
 "shipping": {"method": "parcel", "name": "Colissimo", "amount": 690, "tax_rate": "20"}, "payment": {"method": "cheque"}}
=> 201
save first /id
POST /orders
{"currency": "EUR", "placed_at": "2026-11-20T22:30:00Z", "buyer": {"email": "b@example.org"},
 "lines": [{"name": "Bowl", "quantity": 1, "unit_price": 2000, "tax_rate": "20"}, {"name": "mug", "quantity": 1, "unit_price": 1000, "tax_rate": "20"}],
 "payment": {"method": "bank-transfer"}}
=> 201
POST /orders
{"currency": "USD", "placed_at": "2026-11-20T22:30:00Z", "buyer": {"email": "b@example.org"},
 "lines": [{"name": "Bowl", "quantity": 2, "unit_price": 2100}], "payment": {"method": "bank-transfer"}}
=> 201
POST /orders
{"currency": "EUR", "draft": true, "placed_at": "2026-11-20T22:30:00Z", "buyer": {"email": "c@example.org"},
 "lines": [{"name": "Bowl", "quantity": 9, "unit_price": 2000}], "payment": {"method": "cheque"}}
=> 201
GET /statistics
=> 200
/from = "2026-10-24"
/to = "2026-11-22"
/by = "day"
/currency = "EUR"
/rows size 2
/rows/0/key = "2026-11-20"
/rows/0/gross = 3000
/rows/1/key = "2026-11-21"
/rows/1/orders = 1
/rows/1/units = 3
/rows/1/gross = 3390
/rows/1/discounts = 300
/rows/1/tax = 565
/rows/1/net = 3390
/rest = null
/sum/orders = 2
/sum/gross = 6390
/other_currencies size 1
/other_currencies/0/currency = "USD"
/other_currencies/0/gross = 4200
GET /statistics?from=2026-11-21&to=2026-11-21
=> 200
/sum/orders = 1
/other_currencies size 0
GET /statistics?by=payment_type
=> 200
/rows/0/key = "cheque"
/rows/0/label = "Cheque"
/rows/0/gross = 3390
/rows/1/key = "bank-transfer"
GET /statistics?by=state
=> 200
/rows size 1
/rows/0/label = "Received"
GET /statistics?by=country
=> 200
/rows size 1
/rows/0/key = ""
/rows/0/orders = 2
GET /statistics?by=channel
=> 200
/rows size 1
GET /statistics?by=hour&from=2026-11-20&to=2026-11-21
=> 200
/rows size 2
/rows/0/key = "2026-11-20T23"
/rows/1/key = "2026-11-21T00"
GET /statistics?by=promo_code
=> 200
/rows/0/key = "NOEL"
/rows/1/key = ""
GET /statistics?by=item
=> 200
/rows/0/key = "mug"
/rows/0/orders = 2
/rows/0/units = 4
/rows/0/gross = 3700
/rows/1/key = "Bowl"
/rest/gross = 690
/rest/units = 0
# What is refunded out of goodwill lowers what the shop has in the end.
POST /orders/{first}/actions/mark-paid
{}
=> 200
POST /orders/{first}/actions/refund
{"amount": 400}
=> 200
GET /statistics?by=payment_type
=> 200
/rows/0/allowances = 400
/rows/0/refunds = 400
/rows/0/net = 2990
# Bad questions.
GET /statistics?by=colour
=> 422
/errors/0/field = "by"
GET /statistics?from=2026-11-31&to=2026-12-40
=> 422
/errors/0/field = "from"
/errors/0/code = "invalid_date"
/errors/1/field = "to"
GET /statistics?from=2026-11-01
=> 422
/errors/0/field = "to"
/errors/0/code = "required"
GET /statistics?from=2026-11-22&to=2026-11-21
=> 422
/errors/0/code = "out_of_range"
GET /statistics?from=2025-01-01&to=2026-11-21
=> 422
/errors/0/code = "out_of_range"
GET /statistics?from=2025-11-01&to=2026-11-21
=> 200
as viewer
GET /statistics
=> 200
as storefront
GET /statistics
=> 403
