# Payment on invoice is off in a new shop, and then only for customers it was enabled for (C-34).
shop alpenkaese swiss-shop CHF de Europe/Zurich
POST /orders
{"currency": "CHF", "buyer": {"name": "Ursina", "email": "u@example.org"},
 "lines": [{"name": "Käse", "quantity": 1, "unit_price": 1250}], "payment": {"method": "invoice"}}
=> 422
/errors/0/code = "payment_method_off"
PATCH /api/v1/shops/alpenkaese
{"settings": {"payment_methods": {"invoice": {"on": true}}}}
=> 200
POST /orders
{"currency": "CHF", "buyer": {"name": "Ursina", "email": "u@example.org"},
 "lines": [{"name": "Käse", "quantity": 1, "unit_price": 1250}], "payment": {"method": "invoice"}}
=> 409
/code = "payment_method_not_offered"
POST /orders
{"currency": "CHF", "buyer": {"name": "Ursina", "email": "u@example.org"},
 "lines": [{"name": "Käse", "quantity": 1, "unit_price": 1250}],
 "payments": [{"method": "invoice", "status": "initiated"}]}
=> 409
/code = "payment_method_not_offered"
# A refused order makes no customer.
GET /customers
=> 200
/items size 0
POST /orders
{"currency": "CHF", "buyer": {"name": "Ursina", "email": "u@example.org"},
 "lines": [{"name": "Käse", "quantity": 1, "unit_price": 1250}], "payment": {"method": "prepayment"}}
=> 201
GET /customers?email=u@example.org
=> 200
save ursina /items/0/id
PATCH /customers/{ursina}
{"invoice_allowed": true}
=> 200
/invoice_allowed = true
POST /orders
{"currency": "CHF", "buyer": {"name": "Ursina", "email": "U@example.org"},
 "lines": [{"name": "Käse", "quantity": 1, "unit_price": 1250}], "payment": {"method": "invoice"}}
=> 201
POST /orders
{"currency": "CHF", "buyer": {"name": "Gian", "email": "g@example.org"},
 "lines": [{"name": "Käse", "quantity": 1, "unit_price": 1250}], "payment": {"method": "invoice"}}
=> 409
/code = "payment_method_not_offered"
