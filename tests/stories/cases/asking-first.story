# What an order would come to is asked before it is placed: nothing is kept, and no number is taken (O-16).
shop maison web-shop EUR fr Europe/Paris
POST /orders
{"dry_run": true, "currency": "EUR", "prices_include_tax": false, "buyer": {"email": "a@example.org"}, "lines": [{"name": "Mug", "quantity": 2, "unit_price": 1666, "tax_rate": "20"}], "shipping": {"method": "parcel", "name": "Parcel", "amount": 500, "tax_rate": "20"}, "discount": 100, "payment": {"method": "cheque"}}
=> 200
/dry_run = true
/order/number = ""
/order/totals/total = 4478
/mails/0/will_send = true
/mails/0/to = "a@example.org"
/amounts/due = 4478
GET /orders
=> 200
/items size 0
GET /mails
=> 200
/items size 0
POST /orders
{"dry_run": true, "currency": "EUR", "buyer": {"name": "Ann"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 422
/errors/0/field = "/buyer/email"
POST /orders
{"currency": "EUR", "external_id": "web-1", "buyer": {"email": "a@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 201
POST /orders
{"dry_run": true, "currency": "EUR", "external_id": "web-1", "buyer": {"email": "a@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 409
/code = "duplicate_external_id"
