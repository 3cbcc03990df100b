# A revision kept beside the order until it is confirmed or discarded, and an order taken by telephone (O-16, X-12).
shop maison web-shop EUR fr Europe/Paris
POST /orders
{"currency": "EUR", "buyer": {"email": "ann@example.org"},
 "lines": [{"sku": "MUG-1", "name": "Mug", "quantity": 2, "unit_price": 1000}], "payment": {"method": "cheque"}}
=> 201
save order /id
save line /lines/0/id
GET /orders/{order}/draft
=> 404
/code = "no_draft"
POST /orders/{order}/draft/confirm
=> 404
/code = "no_draft"
DELETE /orders/{order}/draft
=> 404
/code = "no_draft"
POST /orders/{order}/actions/revise
{"lines": [], "draft": true}
=> 422
/code = "bad_field"
POST /orders/{order}/actions/revise
{"lines": [{"id": "{line}", "name": "Mug", "quantity": 3, "unit_price": 1000}], "draft": true}
=> 200
/has_draft = true
/revision = 1
/version = 1
/totals/total = 2000
GET /orders/{order}/draft
=> 200
/body/lines/0/quantity = 3
/body/draft absent
/by = "owner"
/updated_at = "2026-11-22T10:00:00Z"
/preview/dry_run = true
/preview/order/totals/total = 3000
/preview/amounts/due = 3000
/refusal = null
PUT /orders/{order}/draft
{"lines": [{"id": "{line}", "name": "Mug", "quantity": 0, "unit_price": 1000}]}
=> 422
/errors/0/field = "/lines/0/quantity"
header If-Match: "7"
PUT /orders/{order}/draft
{"lines": [{"id": "{line}", "name": "Mug", "quantity": 4, "unit_price": 1000}]}
=> 412
/code = "stale_version"
PUT /orders/{order}/draft
{"lines": [{"id": "{line}", "name": "Mug", "quantity": 4, "unit_price": 1000}, {"name": "Bowl", "quantity": 1, "unit_price": 700}]}
=> 200
/preview/order/totals/total = 4700
# It stays while other things happen to the order, and says so when it can no longer be done.
POST /orders/{order}/actions/invoice
{}
=> 200
/documents/0/number = "INV-00001"
/documents/0/amount = 2000
/documents/0/draft = false
/has_draft = true
GET /orders/{order}/draft
=> 200
/preview = null
/refusal/code = "invoiced_locked"
POST /orders/{order}/draft/confirm
=> 409
/code = "invoiced_locked"
POST /orders/{order}/actions/credit
{"note": "Wrong quantity"}
=> 200
/documents/1/kind = "credit_note"
/documents/1/amount = 2000
/invoiced = false
POST /orders/{order}/draft/confirm
{"dry_run": true}
=> 200
/dry_run = true
/order/revision = 2
POST /orders/{order}/draft/confirm
{"note": "One more, and a bowl", "notify": true}
=> 200
/revision = 2
/totals/total = 4700
/has_draft = false
/lines size 2
GET /orders/{order}/draft
=> 404
as viewer
GET /orders/{order}/draft
=> 404
PUT /orders/{order}/draft
{"lines": []}
=> 403
as owner
PUT /orders/{order}/draft
{"lines": [{"id": "{line}", "name": "Mug", "quantity": 1, "unit_price": 1000}]}
=> 200
DELETE /orders/{order}/draft
=> 204
GET /orders/{order}
=> 200
/has_draft = false
/totals/total = 4700

# A telephone order: made as a draft, revised while the buyer talks, placed in the end.
POST /orders
{"currency": "EUR", "draft": true, "buyer": {"email": "tel@example.org"},
 "lines": [{"name": "Mug", "quantity": 1, "unit_price": 1000}], "payment": {"method": "cheque"}}
=> 201
save draft /id
/summary/status = "draft"
/lines/0/to_ship = 0
POST /orders/{draft}/actions/mark-paid
{}
=> 409
/code = "draft_order"
POST /orders/{draft}/actions/revise
{"lines": [{"name": "Mug", "quantity": 2, "unit_price": 1000}, {"name": "Bowl", "quantity": 1, "unit_price": 700}], "discount": 200}
=> 200
/draft = true
/totals/total = 2500
POST /orders/{draft}/actions/place
{}
=> 200
/draft = false
/summary/status = "unpaid"
/totals/due = 2500
POST /orders/{draft}/actions/place
{}
=> 409
/code = "not_a_draft"
