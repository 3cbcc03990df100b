# What there is, what to pick and what to order (C-10, C-20).
shop alpenkaese swiss-shop CHF de Europe/Zurich
POST /articles
{"sku": "K-1", "name": "Käse", "price": 1250, "supplier": "Alp Flix", "stock": 5}
=> 201
/reserved = 0
/available = 5
save cheese /id
POST /articles
{"sku": "W-1", "name": "Wurst", "price": 900, "supplier": "Metzgerei", "stock": 1}
=> 201
POST /orders
{"currency": "CHF", "buyer": {"name": "Ursina", "email": "u@example.org"},
 "lines": [{"sku": "K-1", "name": "Käse", "quantity": 4, "unit_price": 1250}, {"sku": "W-1", "name": "Wurst", "quantity": 2, "unit_price": 900},
           {"name": "Gruss", "quantity": 1, "unit_price": 100}, {"name": "Degustation", "kind": "service", "quantity": 1, "unit_price": 100}],
 "payment": {"method": "prepayment"}}
=> 201
save order /id
save number /number
POST /orders
{"currency": "CHF", "buyer": {"name": "Gian", "email": "g@example.org"},
 "lines": [{"sku": "K-1", "name": "Käse", "quantity": 3, "unit_price": 1250}], "payment": {"method": "prepayment"}}
=> 201
save second /id
GET /articles/{cheese}
=> 200
/stock = 5
/reserved = 7
/available = -2
GET /articles?q=wurst
=> 200
/items/0/reserved = 2
/items/0/available = -1
GET /stock
=> 200
/items size 2
/items/0/sku = "K-1"
/items/0/on_hand = 5
/items/0/available = -2
GET /stock?limit=1
=> 200
/next_cursor = "K-1"
GET /stock?limit=1&cursor=K-1
=> 200
/items/0/sku = "W-1"
# An order may have what the others leave.
GET /orders/{order}/availability
=> 200
/items size 3
/items/0/sku = "K-1"
/items/0/to_ship = 4
/items/0/available = 2
/items/0/enough = false
/items/1/available = 1
/items/2/available = null
/items/2/enough = true
GET /orders/{second}/availability
=> 200
/items/0/available = 1
GET /orders/0/availability
=> 404
# Nothing to pick before the money is there.
GET /pick-list
=> 200
/items size 0
POST /orders/{order}/actions/mark-paid
{}
=> 200
GET /pick-list
=> 200
/orders = 1
/has_more = false
/items size 3
/items/0/name = "Gruss"
/items/1/sku = "K-1"
/items/1/quantity = 4
/items/1/on_hand = 5
/items/1/orders/0/quantity = 4
/items/1/orders/0/number ~ {number}
GET /supplier-list
=> 200
/suppliers size 2
/suppliers/0/supplier = "Alp Flix"
/suppliers/0/articles/0/sku = "K-1"
/suppliers/0/articles/0/missing = 2
/suppliers/1/articles/0/missing = 1
PATCH /articles/{cheese}
{"stock": 20}
=> 200
/available = 13
GET /supplier-list
=> 200
/suppliers size 1
as packer
GET /pick-list
=> 200
PATCH /articles/{cheese}
{"stock": 1}
=> 403
as storefront
GET /stock
=> 403
GET /pick-list
=> 403
GET /supplier-list
=> 403
GET /orders/{order}/availability
=> 403
