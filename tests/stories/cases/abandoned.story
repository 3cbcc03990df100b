# An online payment that never answers is shown as abandoned after the shop's delay; a late payment still counts (O-28, A-07).
shop nord nordic-shop DKK da Europe/Copenhagen
POST /orders
{"currency": "DKK", "buyer": {"email": "a@example.org"}, "lines": [{"name": "Lampe", "quantity": 1, "unit_price": 49900}], "payment": {"method": "card"}}
=> 201
save order /id
/payment_status = "awaiting"
/next_step = null
wait 59 minutes
timers
GET /orders/{order}
=> 200
/summary/status = "unpaid"
wait 2 minutes
timers
GET /orders/{order}
=> 200
/summary/status = "abandoned"
/version = 2
GET /orders?status=abandoned
=> 200
/items size 1
timers
GET /orders/{order}
=> 200
/version = 2
POST /orders/{order}/actions/mark-paid
{}
=> 200
/summary/status = "complete"
