# Two parcels and a return: each parcel has three moments and a tracking that can be corrected (X-17, C-26, D-13).
shop nord nordic-shop DKK da Europe/Copenhagen
POST /orders
{"currency": "DKK", "buyer": {"email": "a@example.org"},
 "lines": [{"sku": "LAMP", "name": "Lampe", "quantity": 3, "unit_price": 49900}], "payment": {"method": "bank-transfer"}}
=> 201
save order /id
save line /lines/0/id
POST /orders/{order}/actions/return
{"lines": [{"line": "{line}", "quantity": 1}]}
=> 409
/code = "nothing_shipped"
POST /orders/{order}/actions/ship
{"lines": [{"line": "{line}", "quantity": 4}]}
=> 409
/code = "quantity_exceeds_units"
POST /orders/{order}/actions/ship
{"tracking": {"url": "javascript:alert(1)"}}
=> 422
/errors/0/field = "/tracking/url"
POST /orders/{order}/actions/ship
{"lines": [{"line": "{line}", "quantity": 2}], "tracking": {"carrier": "PostNord", "number": "1"}, "label_only": true, "dry_run": true}
=> 200
/warning = "not_authorized"
/stock size 1
/stock/0/change = -2
POST /orders/{order}/actions/ship
{"lines": [{"line": "{line}", "quantity": 2}], "tracking": {"carrier": "PostNord", "number": "1"}, "label_only": true}
=> 200
/shipments size 1
save parcel /shipments/0/id
/shipments/0/handed_over_at = null
/lines/0/shipped = 2
/lines/0/to_ship = 1
/state/stage = "new"
POST /orders/{order}/actions/ship
{}
=> 200
/shipments size 2
/shipments/1/label_printed_at = null
/state/stage = "shipped"
/lines/0/to_ship = 0
POST /orders/{order}/actions/ship
{}
=> 409
/code = "nothing_to_ship"

GET /shipments/{parcel}
=> 200
/order = "{order}"
/order_version = 3
/tracking/number = "1"
PATCH /shipments/{parcel}
{"tracking": {"number": "99", "url": "https://example.org/99"}}
=> 200
/tracking/carrier = "PostNord"
/tracking/number = "99"
/order_version = 4
PATCH /shipments/{parcel}
{"tracking": {"url": "ftp://example.org"}}
=> 422
/errors/0/field = "/tracking/url"
PATCH /shipments/{parcel}
{"tracking": {"weight": 3}}
=> 422
/errors/0/code = "unknown_field"
# Saying the same again changes nothing.
PATCH /shipments/{parcel}
{"tracking": {"number": "99"}}
=> 200
/order_version = 4
header If-Match: "3"
POST /shipments/{parcel}/handed-over
=> 412
/code = "stale_version"
wait 2 hours
POST /shipments/{parcel}/handed-over
=> 200
/handed_over_at = "2026-11-22T12:00:00Z"
POST /shipments/{parcel}/label-printed
{"at": "2026-11-22T11:00:00Z"}
=> 200
/label_printed_at = "2026-11-22T11:00:00Z"
POST /shipments/{parcel}/delivered
{"at": "2026-11-25T11:00:00Z"}
=> 422
/errors/0/code = "in_future"
POST /shipments/{parcel}/delivered
{"at": "yesterday"}
=> 422
/errors/0/field = "/at"
wait 3 days
POST /shipments/{parcel}/delivered
=> 200
/delivered_at ~ 2026-11-25
GET /shipments/01ARZ3NDEKTSV4RRFFQ69G5FAV
=> 404
/code = "not_found"
POST /shipments/01ARZ3NDEKTSV4RRFFQ69G5FAV/delivered
=> 404
as viewer
POST /shipments/{parcel}/delivered
=> 403
as packer
POST /orders/{order}/actions/return
{"lines": [{"line": "{line}", "quantity": 1}], "restock": true, "note": "Came back unopened"}
=> 200
/lines/0/returned = 1
/lines/0/returnable = 2
POST /orders/{order}/actions/return
{"lines": [{"line": "{line}", "quantity": 3}]}
=> 409
/code = "quantity_exceeds_units"
GET /orders/{order}/timeline?limit=1
=> 200
/items/0/type = "goods.returned"
as storefront
GET /shipments/{parcel}
=> 404
