# How a shop's mails look and where it no longer writes to are settings of the shop; what is none is named at its field.
shop maison web-shop EUR fr Europe/Paris
GET /api/v1/shops/maison
=> 200
/mail/color = ""
/mail/skips_returned = false
PATCH /api/v1/shops/maison
{"mail": {"color": "#0F766E", "logo_url": "https://maison.example/logo.png", "phone": "+33 1", "website": "https://maison.example", "skips_returned": true}}
=> 200
/mail/color = "#0F766E"
/mail/logo_url = "https://maison.example/logo.png"
/mail/skips_returned = true
PATCH /api/v1/shops/maison
{"mail": {"color": "red"}}
=> 422
/errors/0/field = "/mail/color"
/errors/0/code = "not_hex_color"
PATCH /api/v1/shops/maison
{"mail": {"color": "#12345g"}}
=> 422
PATCH /api/v1/shops/maison
{"mail": {"logo_url": "http://maison.example/logo.png"}}
=> 422
/errors/0/field = "/mail/logo_url"
/errors/0/code = "not_https"
PATCH /api/v1/shops/maison
{"mail": {"logo_url": "https://maison.example/a b.png"}}
=> 422
PATCH /api/v1/shops/maison
{"mail": {"logo_url": "https://user@maison.example/logo.png"}}
=> 422
PATCH /api/v1/shops/maison
{"mail": {"website": "javascript:alert(1)"}}
=> 422
/errors/0/field = "/mail/website"
/errors/0/code = "invalid_url"
# The other parts stay as they were, and an empty text gives one up.
PATCH /api/v1/shops/maison
{"mail": {"logo_url": ""}}
=> 200
/mail/color = "#0F766E"
/mail/phone = "+33 1"
/mail/logo_url = ""
# The words of a preview are framed in it.
POST /templates/preview
{"event": "order_sent", "language": "en", "subject": "Sent", "body": "On its way."}
=> 200
/html ~ border-top: 4px solid #0F766E
/text ~ https://maison.example
# A program has no address of its own to send a test to.
POST /templates/test
{"event": "order_sent", "language": "en", "subject": "Sent", "body": "On its way."}
=> 409
/code = "no_own_address"
POST /templates/test
{"event": "order_sent", "language": "en", "subject": "", "body": "{{nobody}}"}
=> 422
/errors/0/field = "/subject"
/errors/1/code = "unknown_name"
# An address is said to be right again, whether or not mail came back from it.
POST /orders
{"currency": "EUR", "buyer": {"email": "a@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 201
GET /customers?email=a@example.org
=> 200
save customer /items/0/id
DELETE /customers/{customer}/bounce
=> 200
/bounce = null
DELETE /customers/0/bounce
=> 404
/code = "not_found"
