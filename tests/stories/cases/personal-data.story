# What is kept of one person: handed out as one file, erased once nothing is open, and the books stay whole (X-06, issue 9).
shop maison web-shop EUR fr Europe/Paris
POST /orders
{"external_id": "web-1", "channel": "web", "currency": "EUR", "note": "Ring at Xanthippe's",
 "buyer": {"name": "Xanthippe Quill", "email": "Xanthippe@example.org", "phone": "555"},
 "billing_address": {"line1": "1 rue X", "city": "Paris", "country": "FR"},
 "lines": [{"name": "Mug", "quantity": 1, "unit_price": 1000, "kind": "goods"}], "payment": {"method": "cheque"}}
=> 201
save order /id
save number /number
/people_erased_at = null
GET /customers?email=xanthippe@example.org
=> 200
save customer /items/0/id
# Money and goods are open: the order says so itself, and so does its customer.
POST /orders/{order}/actions/erase-people
{}
=> 409
/code = "money_still_open"
POST /customers/{customer}/erase
{"dry_run": true}
=> 200
/dry_run = true
/orders = 0
/open size 1
/open/0/number = "{number}"
/open/0/code = "money_still_open"
/job = null
POST /customers/{customer}/erase
{}
=> 409
/code = "people_have_open_orders"
/errors/0/field = "{number}"
/errors/0/code = "money_still_open"
GET /customers/{customer}
=> 200
POST /orders/{order}/actions/mark-paid
{}
=> 200
POST /orders/{order}/actions/erase-people
{}
=> 409
/code = "goods_still_to_ship"
POST /orders/{order}/actions/ship
{}
=> 200
POST /orders/{order}/actions/invoice
{}
=> 200
POST /orders/{order}/notes
{"note": "Xanthippe called"}
=> 201
wait 2 minutes
timers
# Who may: owners and managers.
as clerk
POST /orders/{order}/actions/erase-people
{}
=> 403
/code = "forbidden"
POST /customers/{customer}/erase
{}
=> 403
GET /customers/{customer}/personal-data
=> 403
POST /personal-data
{"email": "xanthippe@example.org"}
=> 403
as manager
GET /customers/{customer}/personal-data
=> 200
/customer/name = "Xanthippe Quill"
/emails = ["Xanthippe@example.org"]
/orders size 1
/orders/0/number = "{number}"
/orders/0/note = "Ring at Xanthippe's"
/orders/0/billing_address/line1 = "1 rue X"
/orders/0/lines/0/name = "Mug"
/orders/0/documents/0/kind = "invoice"
/orders/0/events/0/note = "Xanthippe called"
/keep_documents_years = 10
POST /personal-data
{"email": "XANTHIPPE@example.org"}
=> 200
/orders size 1
/customer/id = "{customer}"
POST /personal-data
{"email": "nobody@example.org"}
=> 200
/customer = null
/orders size 0
POST /personal-data
{"email": "nobody"}
=> 422
/errors/0/field = "/email"
GET /customers/0/personal-data
=> 404
POST /customers/{customer}/erase
{"dry_run": true}
=> 200
/orders = 1
/erased_before = 0
/documents_kept = 1
/keep_documents_years = 10
/open size 0
header Idempotency-Key: gone
POST /customers/{customer}/erase
{}
=> 202
/orders = 1
/job/kind = "bulk"
header Idempotency-Key: gone
POST /customers/{customer}/erase
{}
=> 202
POST /customers/{customer}/erase
{}
=> 404
jobs
GET /customers/{customer}
=> 404
GET /customers?q=xanthippe
=> 200
/items size 0
GET /orders?q=xanthippe
=> 200
/items size 0
GET /orders?q={number}
=> 200
/items size 1
/items/0/people_erased = true
/items/0/buyer/name = ""
/items/0/total = 1000
GET /orders/{order}
=> 200
/buyer/name = ""
/buyer/email = ""
/note = ""
/billing_address/line1 = ""
/billing_address/country = "FR"
/totals/total = 1000
/totals/paid = 1000
/customer_url = null
/invoiced = true
save erased /people_erased_at
GET /orders/{order}/timeline
=> 200
/items/0/type = "people.erased"
/items/1/note = null
POST /orders/{order}/actions/erase-people
{}
=> 409
/code = "people_erased"
POST /orders/{order}/actions/send-mail
{"to": "xanthippe@example.org", "subject": "Hello", "body": "You there?"}
=> 409
/code = "people_erased"
# The invoice says what it said: the law keeps it.
GET /documents?number=INV-00001
=> 200
/items/0/number = "INV-00001"
POST /personal-data
{"email": "xanthippe@example.org"}
=> 200
/orders size 0
# The trail knows that, when and by whom, and not whom.
as owner
GET /audit?kind=erasure
=> 200
/items size 2
GET /audit
=> 200
body ~ personal data of customer
# In bulk, over orders older than a date that are done.
POST /orders
{"currency": "EUR", "buyer": {"name": "Yorick", "email": "yorick@example.org"},
 "lines": [{"name": "Fee", "quantity": 1, "unit_price": 100, "kind": "service"}], "payment": {"method": "cheque"}}
=> 201
save second /id
POST /orders/{second}/actions/mark-paid
{}
=> 200
POST /orders/bulk
{"action": "erase-people", "params": {}, "filter": {"placed_to": "2027-12-31T00:00:00Z"}, "dry_run": true}
=> 200
/change = 1
/skip/0/code = "people_erased"
POST /orders/bulk
{"action": "erase-people", "params": {}, "filter": {"placed_to": "2027-12-31T00:00:00Z"}}
=> 202
jobs
GET /orders/{second}
=> 200
/buyer/email = ""
# Somebody may be entered again, and is there again.
PATCH /orders/{second}
{"buyer": {"name": "Horatio", "email": "horatio@example.org"}}
=> 200
/people_erased_at = null
# How long things are kept is the shop's choice, within the law.
GET /api/v1/shops/maison
=> 200
/personal_data/keep_documents_years = 10
/personal_data/erase_after_months = 0
PATCH /api/v1/shops/maison
{"personal_data": {"keep_documents_years": 4, "erase_after_months": 241, "archive_after_months": -1}}
=> 422
/errors size 3
/errors/0/field = "/personal_data/keep_documents_years"
/errors/0/code = "out_of_range"
PATCH /api/v1/shops/maison
{"personal_data": {"keep_documents_years": 7, "erase_after_months": 24, "archive_after_months": 12}}
=> 200
/personal_data/keep_documents_years = 7
/personal_data/archive_after_months = 12
