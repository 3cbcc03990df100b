// What GET /session says.
#include "http/session_body.hpp"

#include <algorithm>

#include "features/access/second_factor.hpp"
#include "features/access/second_factor_rule.hpp"
#include "http/vocabulary.hpp"
#include "json/time.hpp"
#include "json/writer.hpp"

namespace commis::http {
namespace {

constexpr std::int64_t unseen_shown_max = 1'000;

std::int64_t count_unseen(ports::Snapshot& snapshot, std::int64_t shop_id) {
    ports::OrderFilter filter;
    filter.shop_ids = {shop_id};
    filter.seen = false;
    return std::min(snapshot.orders().count(filter).count, unseen_shown_max);
}

void write_shops(json::Writer& writer, const Site& site, const Caller& caller) {
    writer.key("shops").array();
    site.services.storage.read([&](ports::Snapshot& snapshot) {
        for (const domain::Shop& shop : snapshot.shops().list()) {
            const auto role = caller.role_in(shop.id);
            if (!role) continue;
            writer.object().member("id", shop.handle).member("name", shop.name).member("role", domain::id_of(*role));
            writer.key("rights").array();
            for (const domain::Right right : domain::all_rights()) {
                const bool is_own = right == domain::Right::read_own;
                if (!is_own && caller.rights_in(shop.id).has(right)) writer.value(domain::id_of(right));
            }
            writer.end();
            const bool reads = caller.rights_in(shop.id).has(domain::Right::read);
            writer.member("unseen", reads ? count_unseen(snapshot, shop.id) : 0).end();
        }
    });
    writer.end();
}

std::int64_t count_sessions(const Site& site, const ports::Operator& operator_) {
    std::int64_t count = 0;
    site.services.storage.read([&](ports::Snapshot& snapshot) {
        count = snapshot.access().count_sessions(operator_.id, site.services.clock.now_ms());
    });
    return count;
}

void write_second_factor(json::Writer& writer, const Site& site, const ports::Operator& operator_) {
    access::SecondFactorState state;
    site.services.storage.read(
        [&](ports::Snapshot& snapshot) { state = access::second_factor_of(snapshot, operator_.id); });
    writer.key("second_factor");
    if (!state.since_ms) {
        writer.null();
        return;
    }
    writer.object().member("since", json::format_time_ms(*state.since_ms));
    writer.member("recovery_codes_left", state.recovery_codes_left).end();
}

}  // namespace

Response session_response(const Site& site, const Caller& caller, const std::string& language) {
    std::optional<std::int64_t> due_ms;
    site.services.storage.read(
        [&](ports::Snapshot& snapshot) { due_ms = access::second_factor_due_ms(snapshot, caller); });
    const bool is_held_back = access::is_held_back(due_ms, site.services.clock.now_ms());
    std::string body;
    json::Writer writer(body);
    writer.object().key("operator");
    if (caller.operator_) {
        writer.object().member("id", caller.operator_->id).member("name", caller.operator_->name);
        writer.member("email", caller.operator_->email);
        writer.member("sessions", count_sessions(site, *caller.operator_));
        write_second_factor(writer, site, *caller.operator_);
        writer.end();
    } else {
        writer.null();
    }
    writer.member("csrf", caller.csrf).key("expires_at");
    caller.session_expires_at_ms > 0 ? writer.value(json::format_time_ms(caller.session_expires_at_ms)) : writer.null();
    writer.member("language", caller.language.empty() ? language : caller.language);
    writer.key("preferences").raw(caller.operator_ ? caller.operator_->preferences_json : "{}");
    writer.member("administrator", caller.is_admin).key("second_factor_due_at");
    due_ms ? writer.value(json::format_time_ms(*due_ms)) : writer.null();
    writer.member("second_factor_required", is_held_back);
    if (is_held_back) {
        writer.key("shops").array().end();  // Nothing of them before that.
    } else {
        write_shops(writer, site, caller);
    }
    write_vocabulary(writer, site.services, language, nullptr);
    writer.member("version", site.options.version).member("demo", site.options.is_demo).end();
    Response response = json_response(200, std::move(body));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

void set_cookie(Response& response, const Site& site, const Cookie& cookie) {
    std::string text(cookie.name);
    text += '=';
    text += cookie.value;
    text += "; Path=";
    text += cookie.path;
    text += "; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(cookie.lifetime_s);
    if (site.options.is_https) text += "; Secure";
    response.headers.add("Set-Cookie", std::move(text));
}

Response entered_response(const Request& request, const Site& site, const access::Entered& entered) {
    if (entered.signed_in) return signed_in_response(request, site, *entered.signed_in);
    std::string body;
    json::Writer writer(body);
    writer.object().member("step", entered.step_token);
    writer.member("expires_at", json::format_time_ms(entered.step_expires_at_ms)).end();
    Response response = json_response(202, std::move(body));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

access::Where where_of(const Request& request) {
    return {request.remote_address, std::string(request.headers.get("User-Agent"))};
}

Response signed_in_response(const Request& request, const Site& site, const access::SignedIn& signed_in) {
    Response response = session_response(site, signed_in.caller, asked_language(request).value_or("en"));
    set_cookie(response, site,
               {.name = session_cookie_name(site),
                .value = signed_in.session_token,
                .lifetime_s = access::session_lifetime_ms / 1'000});
    return response;
}

}  // namespace commis::http
