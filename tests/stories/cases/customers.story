# An order makes its buyer's record; the record is edited, keeps old addresses, and brings doubles together (O-10, O-11).
shop maison web-shop EUR fr Europe/Paris
POST /orders
{"currency": "EUR", "buyer": {"name": "Zoé Lefèvre", "email": "Zoe@example.org", "phone": "1"},
 "billing_address": {"line1": "1 rue X", "city": "Paris", "country": "FR"},
 "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 201
POST /orders
{"currency": "EUR", "buyer": {"name": "Z. Lefevre", "email": "z.lefevre@example.org", "company": "Lefèvre SARL"},
 "lines": [{"name": "Bowl", "quantity": 1, "unit_price": 900}], "payment": {"method": "cheque"}}
=> 201
POST /orders
{"currency": "EUR", "buyer": {"name": "Somebody", "email": "ZOE@example.org"},
 "lines": [{"name": "Plate", "quantity": 1, "unit_price": 700}], "payment": {"method": "cheque"}}
=> 201
GET /customers
=> 200
/items size 2
/next_cursor = null
GET /customers?limit=1
=> 200
/items/0/name = "Z. Lefevre"
save next /next_cursor
GET /customers?limit=1&cursor={next}
=> 200
/items/0/name = "Zoé Lefèvre"
/items/0/city = "Paris"
GET /customers?q=sarl
=> 200
/items size 1
GET /customers?email=zoe@EXAMPLE.org
=> 200
/items size 1
save zoe /items/0/id
GET /customers?email=nobody@example.org
=> 200
/items size 0
GET /customers?email=z.lefevre@example.org
=> 200
save double /items/0/id
GET /customers/{zoe}
=> 200
/email = "Zoe@example.org"
/phone = "1"
/language = "fr"
/invoice_allowed = false
/merged_into = null
/version = 1
GET /customers/{zoe}/orders?sort=placed_at
=> 200
/items size 2
# Edited by one clerk while another looks at the version before.
header If-Match: "1"
PATCH /customers/{zoe}
{"name": "Zoé L.", "notes": "Rings twice", "billing_address": {"line1": "2 rue Y"}, "shipping_address": {"city": "Lyon", "country": "FR"}}
=> 200
/name = "Zoé L."
/billing_address/line1 = "2 rue Y"
/billing_address/city = "Paris"
/shipping_address/city = "Lyon"
/version = 2
header If-Match: "1"
PATCH /customers/{zoe}
{"notes": "lost"}
=> 412
/code = "stale_version"
/version = 2
PATCH /customers/{zoe}
{"shipping_address": null}
=> 200
/shipping_address = null
/notes = "Rings twice"
# Bad input is named.
PATCH /customers/{zoe}
{"email": "no address", "language": "xx", "billing_address": {"country": "France"}, "shipping_address": {"country": "x"}}
=> 422
/code = "bad_field"
/errors/0/field = "/email"
/errors/0/code = "invalid_email"
/errors/1/field = "/billing_address/country"
/errors/2/field = "/shipping_address/country"
/errors/3/field = "/language"
PATCH /customers/{zoe}
{"email": ""}
=> 422
/errors/0/code = "required"
PATCH /customers/{zoe}
{"colour": "red"}
=> 422
/errors/0/code = "unknown_field"
PATCH /customers/{zoe}
{"email": "Z.Lefevre@example.org"}
=> 422
/errors/0/field = "/email"
/errors/0/code = "already_used"
# A new address keeps the old one, also there and back again; only the spelling changes nothing.
PATCH /customers/{zoe}
{"email": "zoe@example.com"}
=> 200
/email = "zoe@example.com"
/other_emails = ["Zoe@example.org"]
PATCH /customers/{zoe}
{"email": "zoe@example.org"}
=> 200
/email = "zoe@example.org"
/other_emails = ["zoe@example.com"]
PATCH /customers/{zoe}
{"email": "ZOE@example.org"}
=> 200
/other_emails = ["zoe@example.com"]
GET /customers?q=zoe@example.com
=> 200
/items size 1
GET /customers?email=zoe@example.com
=> 200
/items/0/id ~ {zoe}
# Doubles.
POST /customers/{double}/merge
{"into": "{double}"}
=> 422
/errors/0/field = "/into"
/errors/0/code = "same_customer"
POST /customers/{double}/merge
{"into": "0"}
=> 422
/errors/0/code = "unknown_customer"
POST /customers/{double}/merge
{}
=> 422
/errors/0/code = "required"
header Idempotency-Key: once
POST /customers/{double}/merge
{"into": "{zoe}"}
=> 200
/id ~ {zoe}
/company = "Lefèvre SARL"
/notes = "Rings twice"
/other_emails size 2
header Idempotency-Key: once
POST /customers/{double}/merge
{"into": "{zoe}"}
=> 200
POST /customers/{double}/merge
{"into": "{zoe}"}
=> 409
/code = "customer_merged"
/merged_into ~ {zoe}
PATCH /customers/{double}
{"notes": "x"}
=> 409
/code = "customer_merged"
POST /customers/{zoe}/merge
{"into": "{double}"}
=> 422
/errors/0/code = "merged_itself"
GET /customers/{double}
=> 200
/merged_into ~ {zoe}
GET /customers
=> 200
/items size 1
GET /customers?email=z.lefevre@example.org
=> 200
/items/0/id ~ {zoe}
GET /customers/{zoe}/orders?count=true
=> 200
/items size 3
/total = 3
# An order that is given to another address makes a customer there.
GET /customers/{zoe}/orders?limit=1
=> 200
save given /items/0/id
PATCH /orders/{given}
{"buyer": {"name": "New Buyer", "email": "new@example.org"}}
=> 200
GET /customers?email=new@example.org
=> 200
/items size 1
/items/0/name = "New Buyer"
GET /customers/{zoe}/orders
=> 200
/items size 2
GET /customers/{zoe}/orders?colour=red
=> 422
GET /customers/0/orders
=> 404
GET /customers/0
=> 404
/code = "not_found"
PATCH /customers/0
{"notes": "x"}
=> 404
GET /customers?cursor=x
=> 422
/errors/0/field = "cursor"
GET /customers?limit=0
=> 422
# Rights.
as viewer
GET /customers/{zoe}
=> 200
PATCH /customers/{zoe}
{"notes": "x"}
=> 403
as storefront
GET /customers
=> 403
GET /customers/{zoe}
=> 403
