# A shop's own words for its mails: checked, shown with an order, kept, and given up again (W-51's base).
shop maison web-shop EUR fr Europe/Paris
GET /templates
=> 200
/items size 21
/items/0/event = "order_placed"
/items/0/to_shop = false
/items/1/to_shop = true
/items/0/languages size 4
/items/0/languages/0/is_changed = false
GET /templates/order_placed/en
=> 200
/subject = "Your order {{order_number}} at {{shop_name}}"
/version = 0
/changed_by = null
/body ~ Thank you for your order.
GET /templates/order_lost/en
=> 404
GET /templates/order_placed/pt
=> 404
# Before the first order a preview shows nobody's.
POST /templates/preview
{"event": "order_sent", "language": "en", "subject": "On its way: {{order_number}}", "body": "With {{tracking_carrier}} {{tracking_number}}."}
=> 200
/order = null
/text ~ With Colissimo 6A01234567890.
POST /orders
{"currency": "EUR", "buyer": {"name": "Zoé *Lefèvre*", "email": "zoe@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 201
save order /id
save number /number
POST /orders
{"currency": "EUR", "buyer": {"name": "Newest", "email": "new@example.org"}, "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 201
POST /templates/preview
{"event": "order_placed", "language": "fr", "subject": "Merci {{buyer_name}}", "body": "Total **{{total}}**"}
=> 200
/subject = "Merci Newest"
POST /templates/preview
{"event": "order_placed", "language": "fr", "subject": "Merci {{buyer_name}}", "body": "Total **{{total}}**, {{buyer_name}}", "order": "{number}"}
=> 200
/subject = "Merci Zoé *Lefèvre*"
/order/id = "{order}"
/html ~ <strong>5,00
/html ~ Zoé *Lefèvre*
POST /templates/preview
{"event": "order_placed", "language": "fr", "subject": "x", "body": "x", "order": "{order}"}
=> 200
POST /templates/preview
{"event": "order_placed", "language": "fr", "subject": "x", "body": "x", "order": "99999"}
=> 422
/errors/0/field = "/order"
/errors/0/code = "unknown_order"
# A message has words of its own.
POST /templates/preview
{"event": "free_message", "language": "en", "subject": "{{subject}}", "body": "{{message}}"}
=> 200
/subject = "Message"
/text ~ Your lamp is ready.
# Nothing is kept that could not be sent.
PUT /templates/order_placed/en
{"subject": "", "body": " "}
=> 422
/errors/0/code = "subject_empty"
/errors/1/code = "body_missing"
PUT /templates/order_placed/en
{"subject": "One\nTwo", "body": "x"}
=> 422
/errors/0/field = "/subject"
/errors/0/code = "line_break"
PUT /templates/order_placed/en
{"subject": "{{#buyer_name}}Hello", "body": "{{/buyer_name}} x"}
=> 422
/errors/0/field = "/subject"
/errors/0/code = "unclosed_section"
/errors/1/field = "/body"
/errors/1/code = "unopened_section"
/faults/1/line = 1
PUT /templates/order_placed/en
{"subject": "Order", "body": "Dear {{buyer_name}},\n\nthe {{byer_name}} and {{tracking_number}}."}
=> 422
/errors size 2
/errors/0/code = "unknown_name"
/errors/0/detail = "There is no byer_name in this mail. Take one of the names on offer."
/faults/0/name = "byer_name"
/faults/0/line = 3
PUT /templates/order_placed/en
{"subject": "Order", "body": "{{{buyer_name}}}"}
=> 422
/errors/0/code = "unescaped_tag"
PUT /templates/order_placed/en
{"subject": "Order", "body": "{{=<% %>=}}"}
=> 422
/errors/0/code = "delimiter_change"
PUT /templates/order_placed/en
{"subject": "Order", "body": "{{buyer_name"}
=> 422
/errors/0/code = "unclosed_tag"
# Kept, with who and when; a second writer who saw the old words is told.
PUT /templates/order_placed/en
{"subject": "We have it: {{order_number}}", "body": "Dear {{buyer_name}}, thank you."}
=> 200
/is_changed = true
/version = 1
/changed_by = "owner"
/changed_at = "2026-11-22T10:00:00Z"
/shipped/subject = "Your order {{order_number}} at {{shop_name}}"
header If-Match: "1"
PUT /templates/order_placed/en
{"subject": "We have it: {{order_number}}", "body": "Dear {{buyer_name}}, many thanks."}
=> 200
/version = 2
header If-Match: "1"
PUT /templates/order_placed/en
{"subject": "Late", "body": "Late"}
=> 412
/code = "stale_version"
/version = 2
GET /templates
=> 200
/items/0/languages/0/subject = "We have it: {{order_number}}"
/items/0/languages/0/is_changed = true
/items/0/languages/1/is_changed = false
header If-Match: "1"
DELETE /templates/order_placed/en
=> 412
DELETE /templates/order_placed/en
=> 200
/is_changed = false
/subject = "Your order {{order_number}} at {{shop_name}}"
as clerk
GET /templates
=> 403
PUT /templates/order_placed/en
{"subject": "x", "body": "x"}
=> 403
/code = "forbidden"

# Orders with one type of ticket have words of their own; the others keep the general ones (W-51).
as owner
PUT /templates/order_sent/en?article=VIP
{"subject": "For VIPs", "body": "Come early."}
=> 200
/article = "VIP"
/version = 1
GET /templates/order_sent/en?article=VIP
=> 200
/subject = "For VIPs"
GET /templates/order_sent/en?article=OTHER
=> 200
/article = "OTHER"
/version = 0
GET /templates/order_sent/en
=> 200
/article = null
/version = 0
DELETE /templates/order_sent/en?article=VIP
=> 200
/version = 0
