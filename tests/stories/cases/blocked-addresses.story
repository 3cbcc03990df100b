# No tickets for an address that somebody blocked, until somebody lets it in again (W-44, A-12).
shop expo event-registration EUR fr Europe/Paris
POST /blocked-addresses
{"email": "Ann@Example.org", "reason": "Disturbed the concert"}
=> 201
/email = "Ann@Example.org"
/reason = "Disturbed the concert"
/order = null
/by ~ owner
POST /blocked-addresses
{"email": "ann@example.org"}
=> 422
/errors/0/code = "already_used"
POST /blocked-addresses
{"email": "no address"}
=> 422
/errors/0/field = "/email"
/errors/0/code = "invalid_email"
POST /blocked-addresses
{"email": "bob@example.org"}
=> 201
GET /blocked-addresses?limit=1
=> 200
/items size 1
/items/0/email = "Ann@Example.org"
save cursor /next_cursor
GET /blocked-addresses?limit=1&cursor={cursor}
=> 200
/items/0/email = "bob@example.org"
/next_cursor = null
as storefront
POST /orders
{"currency": "EUR", "buyer": {"email": "c@example.org"}, "payment": {"method": "cheque"},
 "lines": [{"name": "Day ticket", "kind": "ticket", "quantity": 1, "unit_price": 5000, "tax_rate": "20",
            "attendees": [{"name": "Ann", "email": "ann@example.org"}]}]}
=> 409
/code = "address_blocked"
/errors/0/field = "/lines/0/attendees/0/email"
# Who may change orders lets somebody in by hand.
as owner
POST /orders
{"currency": "EUR", "buyer": {"email": "ann@example.org"}, "payment": {"method": "cheque"},
 "lines": [{"name": "Day ticket", "kind": "ticket", "quantity": 1, "unit_price": 5000, "tax_rate": "20"}]}
=> 201
as viewer
GET /blocked-addresses
=> 200
DELETE /blocked-addresses/ann@example.org
=> 403
as owner
DELETE /blocked-addresses/ANN@example.org
=> 204
DELETE /blocked-addresses/ann@example.org
=> 404
as storefront
POST /orders
{"currency": "EUR", "buyer": {"email": "c@example.org"}, "payment": {"method": "cheque"},
 "lines": [{"name": "Day ticket", "kind": "ticket", "quantity": 1, "unit_price": 5000, "tax_rate": "20",
            "attendees": [{"name": "Ann", "email": "ann@example.org"}]}]}
=> 201
