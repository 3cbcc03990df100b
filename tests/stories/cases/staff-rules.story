# Who of the staff hears of what is a set of rules: new orders of chosen articles, copies of buyers' mails (X-18, W-50, D-23).
shop maison web-shop EUR fr Europe/Paris
PATCH /api/v1/shops/maison
{"mail": {"operators": ["desk@example.org"], "rules": [{"to": "door@example.org", "events": ["order_placed_operator"], "articles": ["VIP"]}, {"to": "copies@example.org", "events": ["order_placed", "payment_changed"]}]}}
=> 200
/mail/rules size 2
/mail/rules/0/to = "door@example.org"
/mail/rules/0/articles/0 = "VIP"
/mail/rules/1/events/1 = "payment_changed"
/mail/rules/1/articles size 0
POST /orders
{"currency": "EUR", "language": "en", "buyer": {"email": "a@example.org"}, "lines": [{"sku": "DAY", "name": "Day", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 201
save day /id
GET /mails?order={day}
=> 200
/items size 3
POST /orders
{"currency": "EUR", "language": "en", "buyer": {"email": "b@example.org"}, "lines": [{"sku": "VIP", "name": "Vip", "quantity": 1, "unit_price": 900}], "payment": {"method": "cheque"}}
=> 201
save vip /id
GET /mails?order={vip}
=> 200
/items size 4
/items/0/to = "copies@example.org"
/items/0/is_copy = true
/items/0/event = "order_placed"
/items/0/event_label = "Order confirmation (copy)"
/items/0/status = "queued"
/items/1/to = "door@example.org"
/items/1/is_copy = false
/items/2/to = "desk@example.org"
/items/3/to = "b@example.org"
save buyers_mail /items/3/id
# Nobody gets the same mail twice, whatever address is typed for another try.
POST /mails/{buyers_mail}/retry
{"to": "copies@example.org"}
=> 409
/code = "mail_not_retryable"
POST /mails/{buyers_mail}/retry
{"to": "bea@example.org"}
=> 200
/to = "bea@example.org"
# The preview names the copies, too.
POST /orders/{vip}/actions/mark-paid
{"notify": true, "dry_run": true}
=> 200
/mails size 2
/mails/1/to = "copies@example.org"
/mails/1/event_label = "Payment notice (copy)"
POST /orders/{vip}/actions/mark-paid
{"notify": true}
=> 200
GET /mails?order={vip}&status=queued
=> 200
/items size 6
/items/0/is_copy = true
/items/0/event = "payment_changed"
PATCH /api/v1/shops/maison
{"mail": {"rules": [{"to": "nobody", "events": ["order_placed"]}, {"to": "a@example.org", "events": []}]}}
=> 422
/code = "bad_field"
/errors/0/field = "/mail/rules/0/to"
/errors/0/code = "invalid_email"
/errors/1/field = "/mail/rules/1/events"
/errors/1/code = "required"
PATCH /api/v1/shops/maison
{"mail": {"rules": [{"to": "a@example.org", "events": ["order_lost"]}]}}
=> 422
/errors/0/field = "/mail/rules/0/events/0"
