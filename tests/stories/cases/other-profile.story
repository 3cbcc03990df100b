# Another profile changes no fact: the words, rules and stored statuses follow, and lists find orders by the new ones (X-18).
shop maison web-shop EUR fr Europe/Paris
POST /orders
{"currency": "EUR", "buyer": {"email": "a@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "card"}}
=> 201
save order /id
POST /orders/{order}/actions/mark-paid
{}
=> 200
POST /orders/{order}/actions/change-state
{"state": "to_prepare"}
=> 200
/state/stage = "processing"
GET /orders?stage=processing
=> 200
/items size 1
PATCH /api/v1/shops/maison
{"profile": "bazaar"}
=> 422
/errors/0/field = "/profile"
PATCH /api/v1/shops/maison
{"profile": "neutral"}
=> 200
/profile = "neutral"
GET /jobs
=> 200
/items size 1
/items/0/kind = "reproject"
/items/0/status = "queued"
jobs
GET /jobs
=> 200
/items/0/status = "done"
/items/0/done = 1
# The state is one that the new profile does not know; the fact stays, and goes by its new stage.
GET /orders/{order}
=> 200
/version = 3
/state/id = "to_prepare"
/state/stage = "new"
GET /orders?stage=processing
=> 200
/items size 0
GET /orders?stage=new
=> 200
/items size 1
PATCH /api/v1/shops/maison
{"profile": "web-shop", "name": "Maison"}
=> 200
jobs
GET /orders?stage=processing
=> 200
/items size 1
GET /orders/{order}/timeline
=> 200
/items size 3
# A name is no reason to compute anything anew; a setting is.
PATCH /api/v1/shops/maison
{"name": "La Maison"}
=> 200
GET /jobs
=> 200
/items size 2
PATCH /api/v1/shops/maison
{"settings": {"abandoned_after_min": 30}}
=> 200
GET /jobs
=> 200
/items size 3
as clerk
PATCH /api/v1/shops/maison
{"profile": "neutral"}
=> 403
