# Another person goes: the code of before opens nothing, and what was let in stands on the ticket, which is opened
# from the order once it is paid (W-29, W-48, W-52).
shop expo event-registration EUR en Europe/Paris
POST /orders
{"currency": "EUR", "buyer": {"email": "a@example.org"}, "payment": {"method": "cheque"},
 "lines": [{"name": "Day ticket", "kind": "ticket", "quantity": 2, "unit_price": 5000,
            "attendees": [{"name": "A. One", "email": "one@example.org"}, {"name": "B. Two", "email": "two@example.org"}]}]}
=> 201
save order /id
save one /lines/0/units/0/id
/lines/0/units/0/admitted_at = null
/lines/0/units/0/ticket_url = null
GET /units/{one}/ticket.pdf
=> 409
/code = "not_paid"
POST /orders/{order}/actions/send-tickets
{}
=> 409
/code = "not_paid"
POST /orders/{order}/actions/mark-paid
{}
=> 200
/lines/0/units/0/ticket_url ~ /ticket.pdf
GET /units/{one}/ticket.pdf
=> 200
GET /orders/{order}/tickets.pdf
=> 200
POST /orders/{order}/actions/replace-attendee
{"unit": "{one}", "name": ""}
=> 422
/errors/0/field = "/name"
POST /orders/{order}/actions/replace-attendee
{"unit": "nowhere", "name": "C. Three"}
=> 422
/errors/0/code = "unknown_unit"
POST /orders/{order}/actions/replace-attendee
{"unit": "{one}", "name": "C. Three", "email": "no address"}
=> 422
/errors/0/field = "/email"
POST /orders/{order}/actions/replace-attendee
{"unit": "{one}", "name": "C. Three", "email": "three@example.org"}
=> 200
/lines/0/units/0/attendee/name = "C. Three"
POST /orders/{order}/actions/undo-admission
{"unit": "{one}"}
=> 409
/code = "not_admitted"
POST /orders/{order}/actions/send-tickets
{"units": ["{one}"], "to": "assistant@example.org"}
=> 200
POST /orders/{order}/actions/send-tickets
{"to": "nobody"}
=> 422
/errors/0/field = "/to"
POST /orders/{order}/actions/renew-link
{}
=> 200
POST /orders/{order}/actions/renew-downloads
{}
=> 409
/code = "no_download"
POST /orders/{order}/actions/hand-out
{"name": "Ann"}
=> 409
/code = "not_offered_in_status"
