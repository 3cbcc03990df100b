# Marks by hand, and the mails that a person asks for (O-09, O-30, O-32, O-35, O-36, P-14).
shop maison web-shop EUR fr Europe/Paris
POST /orders
{"currency": "EUR", "buyer": {"name": "Ann", "email": "ann@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "card"}}
=> 201
save order /id
POST /orders/{order}/actions/mark-failed
{"note": "Refused by phone"}
=> 200
/payment_status = "failed"
/next_step/id = "do_not_ship"
POST /orders/{order}/actions/mark-failed
{}
=> 409
/code = "already_marked"
POST /orders/{order}/actions/mark-pending
{}
=> 200
/payment_status = "pending"
POST /orders/{order}/actions/mark-review
{}
=> 200
/payment_status = "review"
POST /orders/{order}/actions/mark-review
{"amount": 3}
=> 422
/errors/0/field = "/amount"
/errors/0/code = "unknown_field"
POST /orders/{order}/actions/remind
{"dry_run": true}
=> 200
/mails/0/event = "payment_reminder"
/mails/0/will_send = true
POST /orders/{order}/actions/remind
{}
=> 200
POST /orders/{order}/actions/resend-confirmation
{"to": "boss@example.org"}
=> 200
GET /mails?order={order}
=> 200
/items/0/event = "order_placed"
/items/0/to = "boss@example.org"
POST /orders/{order}/actions/resend-confirmation
{"to": "nobody"}
=> 422
/errors/0/field = "/to"
POST /orders/{order}/actions/send-mail
{"subject": "Your mug", "body": "It is **blue**."}
=> 200
POST /orders/{order}/actions/send-mail
{"subject": "Your mug"}
=> 422
/errors/0/field = "/body"
/errors/0/code = "required"
GET /mails?order={order}
=> 200
/items/0/event = "free_message"
/items/0/to = "ann@example.org"
POST /orders/{order}/actions/mark-paid
{}
=> 200
/payment_status = "paid"
POST /orders/{order}/actions/remind
{}
=> 409
/code = "nothing_due"
POST /orders/{order}/actions/explode
{}
=> 404
/code = "unknown_action"
POST /orders/{order}/actions/invoice
{"dry_run": true}
=> 200
/documents size 1
/documents/0/kind = "invoice"
/documents/0/number = null
/documents/0/amount = 500
POST /orders/{order}/actions/invoice
{}
=> 200
/documents/0/number = "INV-00001"
/invoiced = true
POST /orders/{order}/actions/invoice
{}
=> 409
/code = "already_invoiced"
POST /orders/{order}/actions/refund
{"amount": 100, "dry_run": true}
=> 200
/documents size 1
/documents/0/kind = "credit_note"
/documents/0/amount = 100
