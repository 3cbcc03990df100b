# Bad input gets a clear error that names the field, and nothing is stored.
shop maison web-shop EUR fr Europe/Paris
POST /orders
{"currency": "EUR"
=> 400
POST /orders
{"currency": "EUR", "currency": "CHF", "buyer": {"email": "a@example.org"}, "lines": [], "payment": {"method": "cheque"}}
=> 400
POST /orders
{"currency": "XXX", "buyer": {"email": "a b@example.org"}, "lines": [{"name": "", "quantity": 0, "unit_price": -1, "tax_rate": "101"}], "payment": {"method": "shells"}, "discount": -5}
=> 422
/code = "bad_field"
/errors size 8
POST /orders
{"currency": "EUR", "buyer": {"email": "a@example.org"}, "lines": [{"name": "Mug", "quantity": 1.5, "unit_price": 10}], "payment": {"method": "cheque"}}
=> 422
/errors/0/field = "/lines/0/quantity"
/errors/0/code = "wrong_type"
POST /orders
{"currency": "EUR", "buyer": {"email": "a@example.org"}, "lines": [{"name": "Mug", "quantity": 1000000, "unit_price": 9007199254740991}], "payment": {"method": "cheque"}}
=> 422
/errors/0/code = "out_of_range"
POST /orders
{"currency": "EUR", "buyer": {"email": "a@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 10}], "payment": {"method": "cheque"}, "colour": "red"}
=> 422
/errors/0/field = "/colour"
/errors/0/code = "unknown_field"
GET /orders?count=true
=> 200
/total = 0
GET /orders?sort=colour&limit=0
=> 422
/errors size 2
GET /orders/01ARZ3NDEKTSV4RRFFQ69G5FAV
=> 404
/code = "not_found"
POST /orders/01ARZ3NDEKTSV4RRFFQ69G5FAV/actions/mark-paid
{}
=> 404
GET /api/v1/shops/elsewhere/orders
=> 404
