# The owner shapes the shop: states in their own words (O-03, D-17), payment methods with their schedule (X-13, C-34, W-53),
# numbers (D-15, D-16). What the engine relies on can't be taken away, and numbers only go up.
shop maison web-shop EUR fr Europe/Paris
POST /orders
{"currency": "EUR", "buyer": {"email": "a@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 201
save order /id
/number = "10001"
GET /states
=> 200
/items size 7
/items/0/id = "received"
/items/0/orders = 1
/items/0/labels/fr ~ Re
/items/1/orders = 0
/is_changed = false
/version = 1
# Nothing may be left in which orders stand; where they start and where cancelled ones go is always there.
PUT /states
{"states": [{"id": "fresh", "stage": "new", "labels": {"fr": "Neuve"}}, {"id": "cancelled", "stage": "cancelled", "labels": {"fr": "Annulée"}}]}
=> 409
/code = "state_in_use"
/state = "received"
PUT /states
{"states": [{"id": "received", "stage": "new", "labels": {"fr": "Reçue"}}]}
=> 422
/errors/0/code = "no_cancelled_state"
/errors/0/field = "/states"
PUT /states
{"states": [{"id": "cancelled", "stage": "cancelled", "labels": {"fr": "Annulée"}}, {"id": "received", "stage": "new", "labels": {"fr": "Reçue"}, "initial_only": true}]}
=> 422
/errors/0/code = "first_not_new"
/errors/0/field = "/states/0/stage"
/errors/1/code = "initial_only_not_first"
/errors/1/field = "/states/1/initial_only"
PUT /states
{"states": [{"id": "received", "stage": "new", "labels": {"en": "Received"}}, {"id": "Bad Id", "stage": "cancelled", "labels": {"fr": "Annulée"}}]}
=> 422
/errors/0/field = "/states/0/labels/fr"
/errors/0/code = "required"
PUT /states
{"states": [{"id": "received", "stage": "new", "labels": {"fr": "Reçue"}, "color": "no colour"}, {"id": "Bad Id", "stage": "cancelled", "labels": {"fr": "Annulée"}, "allowed_from": ["nowhere"]}]}
=> 422
/errors/0/field = "/states/0/color"
/errors/0/code = "invalid_color"
/errors/1/field = "/states/1/id"
/errors/1/code = "invalid_id"
/errors/2/field = "/states/1/allowed_from/0"
/errors/2/code = "unknown_state"
PUT /states
{"states": [{"id": "received", "stage": "elsewhere", "labels": {"fr": "Reçue"}}]}
=> 422
/errors/0/field = "/states/0/stage"
header If-Match: "7"
PUT /states
{"states": [{"id": "received", "stage": "new", "labels": {"fr": "Reçue"}}, {"id": "cancelled", "stage": "cancelled", "labels": {"fr": "Annulée"}}]}
=> 412
/code = "stale_version"
/version = 1
header If-Match: "1"
PUT /states
{"states": [{"id": "received", "stage": "new", "labels": {"fr": "Reçue", "en": "Arrived"}, "color": "#12ab34"},
 {"id": "gift_wrap", "stage": "processing", "labels": {"fr": "Emballage"}, "allowed_from": ["received"], "published": false},
 {"id": "cancelled", "stage": "cancelled", "labels": {"fr": "Annulée"}}]}
=> 200
/items size 3
/items/0/label = "Arrived"
/items/0/color = "#12ab34"
/items/1/allowed_from/0 = "received"
/items/1/published = false
/is_changed = true
/version = 2
GET /jobs
=> 200
/items size 1
POST /orders/{order}/actions/change-state
{"state": "gift_wrap"}
=> 200
/state/label = "Emballage"
# The same guard stands before every way of changing settings.
PATCH /api/v1/shops/maison
{"settings": {"states": null}}
=> 409
/code = "state_in_use"
/state = "gift_wrap"
POST /orders/{order}/actions/change-state
{"state": "received"}
=> 200
PATCH /api/v1/shops/maison
{"settings": {"states": null}}
=> 200
GET /states
=> 200
/items size 7
/is_changed = false

# A profile is tried before it is taken, and what does not fit is named.
PATCH /api/v1/shops/maison
{"settings": {"states": [{"id": "received"}, {"id": "validated", "label": {"fr": "Vue"}}, {"id": "cancelled"}]}}
=> 200
save version /version
PATCH /api/v1/shops/maison
{"profile": "neutral", "dry_run": true}
=> 422
/errors/0/field = "/settings/states/1/stage"
PATCH /api/v1/shops/maison
{"profile": "neutral", "settings": {"states": null}, "dry_run": true}
=> 200
/profile = "neutral"
GET /api/v1/shops/maison
=> 200
/profile = "web-shop"
/version = {version}

# Payment methods: the schedule, words in four languages, null gives a member back.
GET /payment-methods
=> 200
/items/0/settings/on = true
PATCH /payment-methods/cheque
{"dunning": [{"day": 9, "action": "remind"}, {"day": 9, "action": "delete"}]}
=> 422
/errors/0/field = "/dunning/1/day"
/errors/0/code = "days_not_rising"
PATCH /payment-methods/cheque
{"dunning": [{"day": 9, "action": "delete"}, {"day": 12, "action": "remind"}]}
=> 422
/errors/0/field = "/dunning/0/action"
/errors/0/code = "delete_not_last"
PATCH /payment-methods/cheque
{"dunning": [{"day": 400, "action": "sing"}], "authorization_days": 61}
=> 422
/errors/0/field = "/dunning/0/day"
/errors/1/field = "/dunning/0/action"
/errors/2/field = "/authorization_days"
PATCH /payment-methods/cheque
{"labels": {"en": null, "fr": 7}}
=> 422
/errors/0/field = "/labels/fr"
PATCH /payment-methods/cheque
{"invoice_at": "tomorrow"}
=> 422
/errors/0/field = "/invoice_at"
PATCH /payment-methods/barter
{"on": true}
=> 404
PATCH /payment-methods/cheque
{"on": false, "per_customer": true, "labels": {"en": "Cheque by post"}, "dunning": [{"day": 4, "action": "remind", "automatic": true}, {"day": 21, "action": "delete"}]}
=> 200
GET /api/v1/shops/maison
=> 200
/settings/payment_methods/cheque/on = false
/settings/payment_methods/cheque/label/en = "Cheque by post"
/settings/payment_methods/cheque/dunning/1/day = 21
POST /orders
{"currency": "EUR", "buyer": {"email": "b@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 422
/errors/0/field = "/payment/method"
/errors/0/code = "payment_method_off"
PATCH /payment-methods/cheque
{"on": null, "per_customer": null, "labels": null, "dunning": null}
=> 200
GET /api/v1/shops/maison
=> 200
/settings/payment_methods/cheque/on = true
/settings/payment_methods/cheque/label/en = "Cheque"

# Words, colours and what is offered are computed nowhere; a schedule is, and so are the stages of states.
GET /jobs
=> 200
save jobs /items/0/id
PATCH /payment-methods/twint
{"labels": {"fr": "Twint"}, "instructions": {"en": "Scan it."}, "on": true, "per_customer": true}
=> 200
PATCH /api/v1/shops/maison
{"settings": {"notify": {"cancel": "never"}, "hold_period_s": 60, "columns": ["number", "state"]}}
=> 200
GET /jobs
=> 200
/items/0/id = "{jobs}"
PATCH /payment-methods/cheque
{"dunning": []}
=> 200
GET /jobs
=> 200
/items/1/id = "{jobs}"

# Numbers: orders and invoices are two series, consecutive from any start, and only upwards.
GET /number-ranges
=> 200
/items size 5
/items/0/series = "order"
/items/0/preview = "10002"
/items/1/series = "invoice"
/items/1/preview = "INV-00001"
PATCH /number-ranges/order
{"next_number": 10001}
=> 409
/code = "number_range_only_up"
/next_number = 10002
PATCH /number-ranges/order
{"prefix": "W", "next_number": 20000, "width": 13}
=> 422
/errors/0/field = "/width"
/errors/0/code = "out_of_range"
PATCH /number-ranges/order
{"prefix": "W2"}
=> 422
/errors/0/field = "/prefix"
/errors/0/code = "prefix_ends_in_digit"
PATCH /number-ranges/order
{"prefix": "W 2-"}
=> 422
/errors/0/code = "invalid_prefix"
PATCH /number-ranges/parking
{"next_number": 10002}
=> 404
PATCH /number-ranges/order
{"prefix": "W-", "next_number": 20000, "width": 6}
=> 200
/preview = "W-020000"
POST /orders
{"currency": "EUR", "buyer": {"email": "c@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 201
/number = "W-020000"
GET /number-ranges
=> 200
/items/0/next_number = 20001
/items/1/next_number = 1

# A clerk reads them and changes none.
as clerk
GET /states
=> 200
PUT /states
{"states": [{"id": "received", "stage": "new", "labels": {"fr": "Reçue"}}, {"id": "cancelled", "stage": "cancelled", "labels": {"fr": "Annulée"}}]}
=> 403
/code = "forbidden"
PATCH /payment-methods/cheque
{"on": false}
=> 403
PATCH /number-ranges/order
{"next_number": 30000}
=> 403
as storefront
GET /states
=> 403
