# One action on many orders: shown first, then done one by one; one refusal never stops the rest (D-14, O-38, W-23, W-24).
shop maison web-shop EUR fr Europe/Paris
POST /orders
{"currency": "EUR", "buyer": {"email": "a@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}, "tags": ["spring"]}
=> 201
save first /id
POST /orders
{"currency": "EUR", "buyer": {"email": "b@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 700}], "payment": {"method": "cheque"}}
=> 201
save second /id
POST /orders
{"currency": "EUR", "buyer": {"email": "c@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 900}], "payment": {"method": "cheque"}}
=> 201
save third /id
POST /orders/{second}/actions/mark-paid
{}
=> 200
POST /orders/bulk
{"action": "mark-paid", "orders": ["{first}", "{second}", "{third}", "{first}"], "dry_run": true}
=> 200
/dry_run = true
/change = 2
/skip size 1
/skip/0/order = "{second}"
/skip/0/code = "already_paid"
/mails = 2
/money = 1400
/currency = "EUR"
# What belongs beside the parameters is refused among them: nothing is done that was meant as a dry run.
POST /orders/bulk
{"action": "mark-paid", "params": {"dry_run": true}, "orders": ["{first}"]}
=> 422
/code = "bad_field"
/errors/0/field = "/params/dry_run"
/errors/0/code = "unknown_field"
POST /orders/bulk
{"action": "revise", "params": {"draft": true, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 1}]}, "orders": ["{first}"]}
=> 422
/errors/0/field = "/params/draft"
GET /jobs
=> 200
/items size 0
header Idempotency-Key: pay-all
POST /orders/bulk
{"action": "mark-paid", "params": {"note": "All came"}, "orders": ["{first}", "{second}", "{third}"]}
=> 202
save job /id
/kind = "bulk"
/name = "Mark as paid"
/status = "queued"
/total = 3
# The same call again is the same job.
header Idempotency-Key: pay-all
POST /orders/bulk
{"action": "mark-paid", "params": {"note": "All came"}, "orders": ["{first}", "{second}", "{third}"]}
=> 202
/id = "{job}"
jobs
GET /jobs/{job}
=> 200
/status = "done"
/done = 3
/total = 3
/counts/changed = 2
/counts/skipped = 1
/failed size 1
/failed/0/order = "{second}"
/failed/0/code = "already_paid"
GET /jobs/{job}/items
=> 200
/items size 3
/items/0/order = "{first}"
/items/0/status = "done"
/items/1/status = "refused"
/items/1/code = "already_paid"
GET /jobs/{job}/items?status=refused&limit=1
=> 200
/items size 1
GET /jobs/{job}/items?limit=2
=> 200
/next_cursor = "2"
GET /jobs/{job}/items?limit=2&cursor=2
=> 200
/items/0/order = "{third}"
GET /jobs/{job}/items?status=lost
=> 422
GET /orders/{first}
=> 200
/payment_status = "paid"
/version = 2
jobs
GET /orders/{first}
=> 200
/version = 2
POST /jobs/{job}/cancel
=> 409
/code = "job_ended"
POST /jobs/{job}/resume
=> 409
/code = "job_not_resumable"

# What a job left out is tried again as a job of its own; one without such orders, or of another kind, is refused.
POST /jobs/{job}/retry
=> 202
save again /id
/kind = "bulk"
/total = 1
jobs
GET /jobs/{again}
=> 200
/counts/changed = 0
/counts/skipped = 1
/failed/0/order = "{second}"
# A filter names what the list would show. A job can be ended and taken up again; nothing is done twice.
POST /orders/bulk
{"action": "change-state", "params": {"state": "to_prepare"}, "filter": {"payment_status": ["paid"], "max_total": 800}}
=> 202
save job /id
/total = 2
POST /jobs/{job}/retry
=> 409
/code = "job_not_retryable"
POST /jobs/{job}/cancel
=> 200
/status = "cancelled"
/done = 0
jobs
GET /orders/{first}
=> 200
/state/id = "received"
POST /jobs/{job}/resume
=> 200
/status = "queued"
jobs
GET /jobs/{job}
=> 200
/status = "done"
/counts/changed = 2
POST /jobs/{job}/retry
=> 409
/code = "job_not_retryable"
GET /orders?state=to_prepare
=> 200
/items size 2
POST /orders/bulk
{"action": "cancel", "filter": {"tag": "spring"}, "dry_run": true}
=> 200
/change = 1
POST /orders/bulk
{"action": "resend-confirmation", "filter": {"status": "draft"}, "dry_run": true}
=> 200
/change = 0

# What makes no sense is refused before anything is queued.
POST /orders/bulk
{"action": "mark-paid"}
=> 422
/errors/0/field = "/orders"
/errors/0/code = "orders_or_filter"
POST /orders/bulk
{"action": "mark-paid", "orders": []}
=> 422
/errors/0/code = "required"
POST /orders/bulk
{"action": "explode", "orders": ["{first}"]}
=> 422
/errors/0/field = "/action"
/errors/0/code = "unknown_action"
POST /orders/bulk
{"action": "mark-paid", "params": {"amount": "all"}, "filter": {"colour": "red", "payment_status": "sad", "limit": 3, "q": {}}}
=> 422
/errors/0/field = "/params/amount"
/errors size 5
GET /jobs
=> 200
/items size 3
as packer
POST /orders/bulk
{"action": "mark-paid", "orders": ["{first}"]}
=> 403
/code = "forbidden"
POST /orders/bulk
{"action": "change-state", "params": {"state": "delivered"}, "orders": ["{first}"]}
=> 202
save job /id
POST /jobs/{again}/retry
=> 403
/code = "forbidden"
as viewer
POST /jobs/{job}/cancel
=> 403
as packer
POST /jobs/{job}/cancel
=> 200
as storefront
POST /orders/bulk
{"action": "change-state", "orders": ["{first}"]}
=> 403
as owner
GET /jobs/01ARZ3NDEKTSV4RRFFQ69G5FAV/items
=> 404
POST /jobs/01ARZ3NDEKTSV4RRFFQ69G5FAV/cancel
=> 404
POST /jobs/01ARZ3NDEKTSV4RRFFQ69G5FAV/retry
=> 404
