# What waits and what people keep: queues with counts, card holds, named orders, saved views own and shared.
shop maison web-shop EUR fr Europe/Paris
POST /orders
{"currency": "EUR", "buyer": {"email": "a@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 201
save first /id
POST /orders
{"currency": "EUR", "buyer": {"email": "b@example.org"}, "lines": [{"name": "Mug", "quantity": 2, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 201
save second /id
GET /queues
=> 200
/unseen/count = 2
/unseen/count_is_capped = false
/holds/count = 0
/queues/0/id = "drafts"
/queues/4/id = "to_collect"
/queues/4/count = 2
GET /orders?order={first}&order={second}
=> 200
/items size 2
GET /orders?order={second}&sort=total
=> 200
/items size 1
/items/0/id = "{second}"
/items/0/owed_back = 0
/items/0/hold_until = null
GET /exports/orders.csv?order={second}
=> 200
body ~ b@example.org
GET /orders?sort=hold_until
=> 200
/items size 0
GET /orders?hold_to=soon&has_hold=perhaps
=> 422
/errors size 2
as clerk
POST /views
{"name": "Unpaid", "query": "queue=to_collect&sort=-total", "columns": [{"id": "number"}, {"id": "due", "width": 90}]}
=> 201
/own = true
/columns/1/width = 90
save view /id
POST /views
{"name": "unpaid", "query": "stage=new"}
=> 422
/errors/0/field = "/name"
/errors/0/code = "already_used"
POST /views
{"name": "For all", "query": "stage=new", "shared": true}
=> 403
/code = "forbidden"
GET /views?count=true
=> 200
/items size 1
/items/0/count = 2
/items/0/may_change = true
as owner
GET /views
=> 200
/items size 0
PATCH /views/{view}
{"name": "Stolen"}
=> 404
POST /views
{"name": "For all", "query": "stage=new", "shared": true}
=> 201
save shared /id
POST /views
{"name": " ", "query": "cursor=ab", "columns": [{"id": "Not a column", "width": 3}]}
=> 422
/errors size 3
POST /views
{"query": "colour=red"}
=> 422
/errors size 2
/errors/0/field = "/name"
/errors/1/field = "/query"
as clerk
GET /views
=> 200
/items size 2
/items/1/shared = true
/items/1/may_change = false
PATCH /views/{shared}
{"name": "Mine now"}
=> 403
PATCH /views/{view}
{"name": "Cheques", "position": 0}
=> 200
/name = "Cheques"
/query = "queue=to_collect&sort=-total"
DELETE /views/{shared}
=> 403
DELETE /views/{view}
=> 204
DELETE /views/{view}
=> 404
as storefront
GET /views
=> 403
GET /queues
=> 403
