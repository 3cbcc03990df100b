# Removing an order: out of every list, kept in the register with its number, brought back when somebody asks (O-15, X-06, A-11).
shop maison web-shop EUR fr Europe/Paris
POST /orders
{"external_id": "web-1", "channel": "web", "currency": "EUR", "buyer": {"name": "Ann", "email": "ann@example.org"},
 "lines": [{"sku": "MUG-1", "name": "Mug", "quantity": 2, "unit_price": 1000}], "payment": {"method": "cheque"}}
=> 201
save order /id
save number /number
GET /removed-orders
=> 200
/items size 0
DELETE /orders/{order}?notify=perhaps&colour=red
=> 422
/errors size 2
header If-Match: "4"
DELETE /orders/{order}?reason=twice
=> 412
DELETE /orders/{order}?reason=twice&dry_run=true
=> 200
/dry_run = true
/order/removed/reason = "twice"
as packer
DELETE /orders/{order}
=> 403
/code = "forbidden"
as owner
header Idempotency-Key: gone
DELETE /orders/{order}
{"reason": "placed twice", "notify": true}
=> 204
header Idempotency-Key: gone
DELETE /orders/{order}
{"reason": "placed twice", "notify": true}
=> 204
GET /orders/{order}
=> 404
/code = "removed"
GET /orders/{order}/timeline
=> 404
GET /orders?q={number}
=> 200
/items size 0
GET /orders?count=true
=> 200
/total = 0
DELETE /orders/{order}
=> 409
/code = "removed"
POST /orders/{order}/actions/mark-paid
{}
=> 409
/code = "removed"
POST /orders/{order}/notes
{"note": "Too late"}
=> 409
/code = "removed"
PATCH /orders/{order}
{"note": "x"}
=> 409
/code = "removed"
POST /orders
{"external_id": "web-1", "channel": "web", "currency": "EUR", "buyer": {"email": "ann@example.org"},
 "lines": [{"name": "Mug", "quantity": 1, "unit_price": 1000}], "payment": {"method": "cheque"}}
=> 409
/code = "removed"
/order = "{order}"
GET /removed-orders
=> 200
/items size 1
/items/0/id = "{order}"
/items/0/number = "{number}"
/items/0/external_id = "web-1"
/items/0/total = 2000
/items/0/removed_by = "owner"
/items/0/reason = "placed twice"
/items/0/removed_at = "2026-11-22T10:00:00Z"
/next_cursor = null
GET /removed-orders?cursor=zz
=> 422
GET /mails?order={order}
=> 200
/items/0/event = "order_removed"
POST /orders/{order}/actions/restore
{}
=> 200
/removed = null
/lines/0/reserved = 2
GET /orders?count=true
=> 200
/total = 1
POST /orders/{order}/actions/restore
{}
=> 409
/code = "not_removed"
# What is paid or was ever invoiced stays.
POST /orders/{order}/actions/mark-paid
{"amount": 1}
=> 200
DELETE /orders/{order}
=> 409
/code = "money_captured"
POST /orders
{"currency": "EUR", "buyer": {"email": "b@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 1000}], "payment": {"method": "cheque"}}
=> 201
save second /id
POST /orders/{second}/actions/invoice
{}
=> 200
POST /orders/{second}/actions/delete
{}
=> 409
/code = "invoiced_locked"
GET /removed-orders
=> 200
/items size 0
# The register goes page by page.
POST /orders
{"currency": "EUR", "buyer": {"email": "c@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 1000}], "payment": {"method": "cheque"}}
=> 201
save third /id
POST /orders/{third}/actions/delete
{"reason": "test"}
=> 200
/removed/reason = "test"
wait 5 minutes
POST /orders
{"currency": "EUR", "buyer": {"email": "d@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 1000}], "payment": {"method": "cheque"}}
=> 201
save fourth /id
DELETE /orders/{fourth}
=> 204
GET /removed-orders?limit=1
=> 200
/items/0/id = "{fourth}"
save next /next_cursor
GET /removed-orders?limit=1&cursor={next}
=> 200
/items/0/id = "{third}"
/next_cursor = null
as storefront
GET /removed-orders
=> 403
