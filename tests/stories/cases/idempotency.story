# A repeated call gives the first answer again; another body under the same key is refused (api.md).
shop maison web-shop EUR fr Europe/Paris
header Idempotency-Key: once
POST /orders
{"currency": "EUR", "buyer": {"email": "a@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 201
save order /id
header Idempotency-Key: once
POST /orders
{"currency": "EUR", "buyer": {"email": "a@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 201
/id = "{order}"
header Idempotency-Key: once
POST /orders
{"currency": "EUR", "buyer": {"email": "b@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 422
/code = "idempotency_key_reused"
GET /orders?count=true
=> 200
/total = 1
# A refusal is an answer, too.
header Idempotency-Key: pay
POST /orders/{order}/actions/mark-paid
{"amount": 501}
=> 409
header Idempotency-Key: pay
POST /orders/{order}/actions/mark-paid
{"amount": 501}
=> 409
/code = "amount_exceeds_due"
header Idempotency-Key:  
POST /orders/{order}/actions/mark-paid
{}
=> 400
