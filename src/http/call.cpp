// Authentication, shop, rights, CSRF and language, in this order, before any route's own code.
#include "http/call.hpp"

#include <expected>

#include "domain/language.hpp"
#include "features/access/access.hpp"
#include "features/access/second_factor_rule.hpp"
#include "http/audited.hpp"
#include "http/header_text.hpp"
#include "http/problem.hpp"

namespace commis::http {
namespace {

bool changes_something(const std::string& method) { return method != "GET" && method != "HEAD"; }

Response unauthorized() {
    Response response = problem(401, "unauthorized", "Sign in, or send a valid token.");
    response.headers.set("WWW-Authenticate", "Bearer");
    return response;
}

std::optional<Caller> caller_of(const Request& request, const Site& site, ports::Snapshot& snapshot) {
    const std::string_view authorization = request.headers.get("Authorization");
    if (!authorization.empty()) {
        constexpr std::string_view scheme = "Bearer ";
        if (authorization.size() <= scheme.size()) return std::nullopt;
        if (!equals_ignoring_case(authorization.substr(0, scheme.size()), scheme)) return std::nullopt;
        const std::string token(trim(authorization.substr(scheme.size())));
        return access::caller_of_token(snapshot.access(), site.services, token);
    }
    const auto cookie = request.cookie(session_cookie_name(site));
    if (!cookie) return std::nullopt;
    return access::caller_of_session(snapshot.access(), site.services, std::string(*cookie));
}

bool has_csrf_proof(const Request& request, const Caller& caller) {
    if (caller.session_hash.empty() || !changes_something(request.method)) return true;
    return request.headers.get("X-Commis-CSRF") == caller.csrf;
}

std::string choose_language(const Request& request, const Caller& caller, const domain::Shop& shop) {
    if (auto asked = asked_language(request)) return *asked;
    if (!caller.language.empty()) return caller.language;
    return shop.language.empty() ? "en" : shop.language;
}

// Everything a call needs, read in one snapshot; or the answer that refuses it.
std::expected<Call, Response> admit(Request& request, const Site& site, bool wants_shop,
                                    bool before_second_factor = false) {
    std::optional<Caller> caller;
    std::optional<domain::Shop> shop;
    std::optional<std::int64_t> due_ms;
    site.services.storage.read([&](ports::Snapshot& snapshot) {
        caller = caller_of(request, site, snapshot);
        if (caller && wants_shop) shop = snapshot.shops().find_handle(request.param("shop"));
        if (caller && !before_second_factor) due_ms = access::second_factor_due_ms(snapshot, *caller);
    });
    if (!caller) return std::unexpected(unauthorized());
    if (access::is_held_back(due_ms, site.services.clock.now_ms())) {
        return std::unexpected(problem(403, "second_factor_required", "Set up a second factor first."));
    }
    // Somebody else's shop looks just like none.
    if (wants_shop && (!shop || !caller->role_in(shop->id))) {
        return std::unexpected(problem(404, "not_found", "There is no such shop for this caller."));
    }
    if (!has_csrf_proof(request, *caller)) {
        return std::unexpected(problem(403, "csrf", "The X-Commis-CSRF header is missing or wrong."));
    }
    Call call{request, site, std::move(*caller), shop.value_or(domain::Shop{}), ""};
    call.language = choose_language(request, call.caller, call.shop);
    access::note_seen(site.services, call.caller, request.remote_address);
    return call;
}

}  // namespace

std::string_view session_cookie_name(const Site& site) { return site.options.is_https ? "__Host-commis" : "commis"; }

std::optional<std::string> asked_language(const Request& request) {
    std::optional<std::string> found;
    for_each_part(request.headers.get("Accept-Language"), ',', [&](std::string_view part) {
        if (found) return;
        for (const std::string_view language : domain::languages) {
            const bool ends = part.size() == 2 || (part.size() > 2 && (part[2] == '-' || part[2] == ';'));
            if (ends && equals_ignoring_case(part.substr(0, 2), language)) found = std::string(language);
        }
    });
    return found;
}

// A storefront reads too, but only what it placed: routes that show nothing else ask for `read_own`.
bool lets_in(domain::Rights rights, domain::Right right) {
    const bool reads_all = right == domain::Right::read_own && rights.has(domain::Right::read);
    return rights.has(right) || reads_all;
}

void add_shop_route(Router& router, const Site& site, std::string method, std::string pattern, domain::Right right,
                    CallHandler handler, RouteOptions options) {
    const auto may = [right](const Call& call) { return lets_in(call.rights(), right); };
    const auto refuse_forbidden = [] { return problem(403, "forbidden", "This role may not do that."); };
    if (options.spool_to_file) {
        options.before_body = [&site, may, refuse_forbidden](Request& request) -> std::optional<Response> {
            auto call = admit(request, site, true);
            if (!call) return std::move(call.error());
            if (!may(*call)) return refuse_forbidden();
            return std::nullopt;
        };
    }
    auto run = [&site, may, refuse_forbidden, handler = std::move(handler),
                kind = audit_kind_of(method, pattern, right, options)](Request& request) {
        auto call = admit(request, site, true);
        if (!call) return std::move(call.error());
        if (!may(*call)) return refuse_forbidden();
        call->audit_kind = kind;
        Response response = handler(*call);
        record_afterwards(*call, response);
        return response;
    };
    options.admission = {.wants_credentials = true, .right = right};
    router.add(std::move(method), "/api/v1/shops/{shop}" + pattern, std::move(run), std::move(options));
}

void add_signed_in_route(Router& router, const Site& site, std::string method, std::string pattern, CallHandler handler,
                         RouteOptions options) {
    const bool before_second_factor = options.admission.before_second_factor;
    auto run = [&site, before_second_factor, handler = std::move(handler)](Request& request) {
        auto call = admit(request, site, false, before_second_factor);
        if (!call) return std::move(call.error());
        return handler(*call);
    };
    options.admission.wants_credentials = true;
    router.add(std::move(method), "/api/v1" + pattern, std::move(run), std::move(options));
}

}  // namespace commis::http
