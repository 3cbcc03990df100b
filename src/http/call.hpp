// One authenticated call: who, in which shop, in which language. The one place where a route's right is enforced.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "domain/shop.hpp"
#include "features/caller.hpp"
#include "http/message.hpp"
#include "http/site.hpp"

namespace commis::http {

struct Call {
    Request& request;
    const Site& site;
    Caller caller;
    domain::Shop shop;     // Only on shop routes.
    std::string language;  // Of the words in the answer: en, fr, da or de.
    // What a changing call of settings or team leaves in the audit trail: inside the command's own unit of work, or,
    // where the handler has none, behind it.
    std::string audit_kind{};
    bool is_recorded = false;

    domain::Rights rights() const { return caller.rights_in(shop.id); }
};

using CallHandler = std::function<Response(Call&)>;

// Whether these rights pass a door that asks for `right`. Who reads everything reads its own, too.
bool lets_in(domain::Rights rights, domain::Right right);

// A route below /api/v1/shops/{shop}: 401 without credentials, 404 for a shop the caller does not belong to, 403
// without the right, 403 `csrf` for a changing call with a cookie and no CSRF header.
void add_shop_route(Router& router, const Site& site, std::string method, std::string pattern, domain::Right right,
                    CallHandler handler, RouteOptions options = {});

// A route for anybody with credentials. Whoever has to set up a second factor first gets 403 `second_factor_required`
// from this one and from those of shops, unless the options' admission says otherwise.
void add_signed_in_route(Router& router, const Site& site, std::string method, std::string pattern, CallHandler handler,
                         RouteOptions options = {});

// The name of the session cookie; browsers want TLS for the `__Host-` prefix.
std::string_view session_cookie_name(const Site& site);

// The first of en, fr, da, de that Accept-Language asks for, or nothing.
std::optional<std::string> asked_language(const Request& request);

}  // namespace commis::http
