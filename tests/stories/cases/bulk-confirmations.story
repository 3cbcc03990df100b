# Confirmations are sent again for at most a hundred orders at a time; more are refused before anything is sent (W-24, A-06).
shop expo event-registration EUR fr Europe/Paris
POST /orders
{"currency": "EUR", "buyer": {"email": "a@example.org"}, "lines": [{"name": "Ticket", "kind": "ticket", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 201
save order /id
POST /orders
{"currency": "EUR", "buyer": {"email": "b@example.org"}, "lines": [{"name": "Ticket", "kind": "ticket", "quantity": 1, "unit_price": 500}], "payment": {"method": "cheque"}}
=> 201
save unpaid /id
POST /orders/{order}/actions/mark-paid
{}
=> 200
POST /orders/bulk
{"action": "resend-confirmation", "orders": ["order-000", "order-001", "order-002", "order-003", "order-004", "order-005", "order-006", "order-007", "order-008", "order-009", "order-010", "order-011", "order-012", "order-013", "order-014", "order-015", "order-016", "order-017", "order-018", "order-019", "order-020", "order-021", "order-022", "order-023", "order-024", "order-025", "order-026", "order-027", "order-028", "order-029", "order-030", "order-031", "order-032", "order-033", "order-034", "order-035", "order-036", "order-037", "order-038", "order-039", "order-040", "order-041", "order-042", "order-043", "order-044", "order-045", "order-046", "order-047", "order-048", "order-049", "order-050", "order-051", "order-052", "order-053", "order-054", "order-055", "order-056", "order-057", "order-058", "order-059", "order-060", "order-061", "order-062", "order-063", "order-064", "order-065", "order-066", "order-067", "order-068", "order-069", "order-070", "order-071", "order-072", "order-073", "order-074", "order-075", "order-076", "order-077", "order-078", "order-079", "order-080", "order-081", "order-082", "order-083", "order-084", "order-085", "order-086", "order-087", "order-088", "order-089", "order-090", "order-091", "order-092", "order-093", "order-094", "order-095", "order-096", "order-097", "order-098", "order-099", "order-100"]}
=> 422
/code = "too_many_orders"
POST /orders/bulk
{"action": "resend-confirmation", "orders": ["order-000", "order-001", "order-002", "order-003", "order-004", "order-005", "order-006", "order-007", "order-008", "order-009", "order-010", "order-011", "order-012", "order-013", "order-014", "order-015", "order-016", "order-017", "order-018", "order-019", "order-020", "order-021", "order-022", "order-023", "order-024", "order-025", "order-026", "order-027", "order-028", "order-029", "order-030", "order-031", "order-032", "order-033", "order-034", "order-035", "order-036", "order-037", "order-038", "order-039", "order-040", "order-041", "order-042", "order-043", "order-044", "order-045", "order-046", "order-047", "order-048", "order-049", "order-050", "order-051", "order-052", "order-053", "order-054", "order-055", "order-056", "order-057", "order-058", "order-059", "order-060", "order-061", "order-062", "order-063", "order-064", "order-065", "order-066", "order-067", "order-068", "order-069", "order-070", "order-071", "order-072", "order-073", "order-074", "order-075", "order-076", "order-077", "order-078", "order-079", "order-080", "order-081", "order-082", "order-083", "order-084", "order-085", "order-086", "order-087", "order-088", "order-089", "order-090", "order-091", "order-092", "order-093", "order-094", "order-095", "order-096", "order-097", "order-098", "order-099", "order-100"], "dry_run": true}
=> 422
/code = "too_many_orders"
GET /jobs
=> 200
/items size 0
POST /orders/bulk
{"action": "resend-confirmation", "orders": ["{order}", "{unpaid}", "order-001", "order-002", "order-003", "order-004", "order-005", "order-006", "order-007", "order-008", "order-009", "order-010", "order-011", "order-012", "order-013", "order-014", "order-015", "order-016", "order-017", "order-018", "order-019", "order-020", "order-021", "order-022", "order-023", "order-024", "order-025", "order-026", "order-027", "order-028", "order-029", "order-030", "order-031", "order-032", "order-033", "order-034", "order-035", "order-036", "order-037", "order-038", "order-039", "order-040", "order-041", "order-042", "order-043", "order-044", "order-045", "order-046", "order-047", "order-048", "order-049", "order-050", "order-051", "order-052", "order-053", "order-054", "order-055", "order-056", "order-057", "order-058", "order-059", "order-060", "order-061", "order-062", "order-063", "order-064", "order-065", "order-066", "order-067", "order-068", "order-069", "order-070", "order-071", "order-072", "order-073", "order-074", "order-075", "order-076", "order-077", "order-078", "order-079", "order-080", "order-081", "order-082", "order-083", "order-084", "order-085", "order-086", "order-087", "order-088", "order-089", "order-090", "order-091", "order-092", "order-093", "order-094", "order-095", "order-096", "order-097", "order-098"]}
=> 202
save job /id
/total = 100
jobs
GET /jobs/{job}
=> 200
/counts/changed = 1
/counts/skipped = 99
/failed size 99
/failed/0/order = "{unpaid}"
/failed/0/code = "not_offered_in_status"
/failed/1/code = "not_found"
GET /mails?order={order}
=> 200
/items/0/event = "order_placed"
# Other actions take any number.
POST /orders/bulk
{"action": "cancel", "orders": ["order-000", "order-001", "order-002", "order-003", "order-004", "order-005", "order-006", "order-007", "order-008", "order-009", "order-010", "order-011", "order-012", "order-013", "order-014", "order-015", "order-016", "order-017", "order-018", "order-019", "order-020", "order-021", "order-022", "order-023", "order-024", "order-025", "order-026", "order-027", "order-028", "order-029", "order-030", "order-031", "order-032", "order-033", "order-034", "order-035", "order-036", "order-037", "order-038", "order-039", "order-040", "order-041", "order-042", "order-043", "order-044", "order-045", "order-046", "order-047", "order-048", "order-049", "order-050", "order-051", "order-052", "order-053", "order-054", "order-055", "order-056", "order-057", "order-058", "order-059", "order-060", "order-061", "order-062", "order-063", "order-064", "order-065", "order-066", "order-067", "order-068", "order-069", "order-070", "order-071", "order-072", "order-073", "order-074", "order-075", "order-076", "order-077", "order-078", "order-079", "order-080", "order-081", "order-082", "order-083", "order-084", "order-085", "order-086", "order-087", "order-088", "order-089", "order-090", "order-091", "order-092", "order-093", "order-094", "order-095", "order-096", "order-097", "order-098", "order-099", "order-100"], "dry_run": true}
=> 200
/change = 0
/skip size 101
