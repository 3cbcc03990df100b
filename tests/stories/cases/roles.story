# Who may do what: a packer moves states and takes no money, a viewer looks, a storefront sees its own (domain.md, Rights).
shop maison web-shop EUR fr Europe/Paris
POST /orders
{"currency": "EUR", "buyer": {"email": "a@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 201
save order /id
as packer
POST /orders/{order}/actions/change-state
{"state": "validated"}
=> 200
POST /orders/{order}/actions/mark-paid
{}
=> 403
/code = "forbidden"
as viewer
GET /orders/{order}
=> 200
POST /orders/{order}/actions/change-state
{"state": "delivered"}
=> 403
/code = "forbidden"
PATCH /orders/{order}
{"note": "x"}
=> 403
/code = "forbidden"
GET /tokens
=> 403
as storefront
GET /orders/{order}
=> 404
GET /orders
=> 200
/items size 0
POST /orders
{"currency": "EUR", "buyer": {"email": "b@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}],
 "payments": [{"method": "card", "provider": "sandbox", "reference": "sandbox_ok", "status": "captured", "amount": 500}]}
=> 201
save own /id
/payment_status = "awaiting"
GET /orders/{own}
=> 200
GET /orders
=> 200
/items size 1
GET /mails
=> 403
as check-in
GET /orders
=> 403
