# A team: invited by a link that works once, roles that go no further than one's own, and always an owner.
shop maison web-shop EUR fr Europe/Paris
GET /team
=> 200
/items size 0
/roles size 7
POST /team
{"email": "ida@example.org", "name": "Ida Holm", "role": "owner", "language": "da"}
=> 201
/member = null
/invitation/email = "ida@example.org"
/invitation/role_label = "Owner"
/invitation/language = "da"
save first /invitation/secret
save invitation /invitation/id
# Nothing that is shown later opens anything.
GET /team
=> 200
/invitations size 1
/invitations/0/is_expired = false
/invitations/0/secret absent
/invitations/0/link absent
# Asked again, the older link ends.
POST /team
{"email": "IDA@example.org", "name": "Ida Holm", "role": "owner", "language": "da"}
=> 201
save invitation /invitation/id
GET /api/v1/join/{first}
=> 404
/code = "invitation_gone"
POST /team/invitations/{invitation}/renew
=> 201
save link /invitation/secret
GET /api/v1/join/{link}
=> 200
/shop = "maison"
/email = "IDA@example.org"
/has_account = false
/role_about = "Everything, the team included"
POST /api/v1/join/{link}
{"name": "", "password": "short"}
=> 422
/errors/0/field = "/name"
/errors/1/field = "/password"
/errors/1/code = "password_length"
POST /api/v1/join/{link}
{"name": "Ida Holm", "password": "correct horse battery"}
=> 200
/operator/name = "Ida Holm"
/operator/sessions = 1
/shops/0/role = "owner"
POST /api/v1/join/{link}
{"name": "Ida Holm", "password": "correct horse battery"}
=> 404
/code = "invitation_gone"
GET /team
=> 200
/invitations size 0
/items size 1
/items/0/role = "owner"
/items/0/since = "2026-11-22T10:00:00Z"
/items/0/last_seen_at = "2026-11-22T10:00:00Z"
save ida /items/0/id
POST /team
{"email": "ida@example.org", "role": "clerk"}
=> 409
/code = "already_member"
# The last owner stays.
PATCH /team/{ida}
{"role": "clerk"}
=> 409
/code = "last_owner"
DELETE /team/{ida}
=> 409
/code = "last_owner"
PATCH /team/{ida}
{"role": "owner"}
=> 200
# An operator of the program belongs at once; no link is needed.
shop atelier web-shop EUR fr Europe/Paris
POST /team
{"email": "ida@example.org", "role": "clerk"}
=> 201
/invitation = null
/member/name = "Ida Holm"
/member/role = "clerk"
DELETE /team/{ida}
=> 204
DELETE /team/{ida}
=> 404
/code = "not_found"
# What can't be asked.
POST /team
{"email": "nobody", "role": "clerk"}
=> 422
/errors/0/code = "invalid_email"
POST /team
{"email": "x@example.org", "role": "storefront"}
=> 422
/errors/0/code = "role_not_for_people"
/errors/0/detail = "This role is not for people."
POST /team
{"email": "x@example.org", "role": "king"}
=> 422
/errors/0/code = "unknown_role"
POST /team
{"email": "x@example.org", "role": "clerk", "language": "pt"}
=> 422
/errors/0/code = "unknown_language"
PATCH /team/nobody
{"role": "clerk"}
=> 404
DELETE /team/invitations/nobody
=> 404
POST /team/invitations/nobody/renew
=> 404
# Withdrawn, and run out after a week.
POST /team
{"email": "late@example.org", "role": "packer"}
=> 201
/invitation/language = "fr"
save late /invitation/secret
save waiting /invitation/id
wait 7 days
GET /api/v1/join/{late}
=> 404
/code = "invitation_gone"
GET /team
=> 200
/invitations/0/is_expired = true
POST /team/invitations/{waiting}/renew
=> 201
save late /invitation/secret
DELETE /team/invitations/{waiting}
=> 204
POST /api/v1/join/{late}
{"name": "Late", "password": "correct horse battery"}
=> 404
# Somebody made an account meanwhile: the link adds the shop, with the password of that account.
POST /team
{"email": "two@example.org", "role": "packer"}
=> 201
save atelier_link /invitation/secret
shop bureau web-shop EUR fr Europe/Paris
POST /team
{"email": "two@example.org", "role": "clerk"}
=> 201
save bureau_link /invitation/secret
POST /api/v1/join/{bureau_link}
{"name": "Two", "password": "correct horse battery", "language": "de"}
=> 200
/language = "de"
GET /api/v1/join/{atelier_link}
=> 200
/has_account = true
POST /api/v1/join/{atelier_link}
{"password": "another password"}
=> 401
/code = "wrong_credentials"
POST /api/v1/join/{atelier_link}
{"password": "correct horse battery"}
=> 200
/shops size 2
/operator/sessions = 2
# Everybody may read what roles may do; only owners see the team.
as manager
GET /team
=> 403
/code = "forbidden"
POST /team
{"email": "x@example.org", "role": "clerk"}
=> 403
GET /api/v1/roles
=> 200
/items/2/id = "clerk"
/items/2/rights = ["read", "place", "work", "edit", "money_in", "documents"]
/rights/5/label = "Give money back"
# Guessing links makes an address wait for links. What went wrong above counts, whoever signed in since, until its time
# is over; signing in has a count of its own.
wait 11 minutes
GET /api/v1/join/guess
=> 404
GET /api/v1/join/guess
=> 404
GET /api/v1/join/guess
=> 404
GET /api/v1/join/guess
=> 404
GET /api/v1/join/guess
=> 404
GET /api/v1/join/guess
=> 404
GET /api/v1/join/guess
=> 404
GET /api/v1/join/guess
=> 404
GET /api/v1/join/guess
=> 404
GET /api/v1/join/guess
=> 404
GET /api/v1/join/guess
=> 429
/code = "too_many_requests"
POST /api/v1/session
{"email": "ida@example.org", "password": "correct horse battery"}
=> 200
