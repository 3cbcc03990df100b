// Signing in and out, who is signed in, and what they prefer.
#include "features/access/access.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/routes.hpp"
#include "http/sign_in_limit.hpp"
#include "http/vocabulary.hpp"
#include "json/parse.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

constexpr std::size_t preferences_bytes_max = 16 * 1024;
constexpr std::int64_t unseen_shown_max = 1'000;

struct SignInBody {
    std::string email;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(SignInBody, (), (email, password))

struct PreferencesBody {
    std::optional<std::string> language;
    std::optional<boost::json::object> preferences;
};
BOOST_DESCRIBE_STRUCT(PreferencesBody, (), (language, preferences))

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

Response session_response(const Site& site, const Caller& caller, const std::string& language) {
    std::string body;
    json::Writer writer(body);
    writer.object().key("operator");
    if (caller.operator_) {
        writer.object().member("id", caller.operator_->id).member("name", caller.operator_->name);
        writer.member("email", caller.operator_->email).end();
    } else {
        writer.null();
    }
    writer.member("csrf", caller.csrf).key("expires_at");
    caller.session_expires_at_ms > 0 ? writer.value(json::format_time_ms(caller.session_expires_at_ms)) : writer.null();
    writer.member("language", caller.language.empty() ? language : caller.language);
    writer.key("preferences").raw(caller.operator_ ? caller.operator_->preferences_json : "{}");
    writer.member("administrator", caller.is_admin);
    write_shops(writer, site, caller);
    write_vocabulary(writer, site.services, language, nullptr);
    writer.member("version", site.options.version).member("demo", site.options.is_demo).end();
    Response response = json_response(200, std::move(body));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

std::string cookie_text(const Site& site, std::string_view token, std::int64_t lifetime_s) {
    std::string text(session_cookie_name(site));
    text += '=';
    text += token;
    text += "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(lifetime_s);
    if (site.options.has_tls) text += "; Secure";
    return text;
}

Response sign_in(Request& request, const Site& site, SignInLimit& limit) {
    auto body = json_body<SignInBody>(request);
    if (!body) return std::move(body.error());
    const std::int64_t now_ms = site.services.clock.now_ms();
    if (const int wait_s = limit.wait_seconds(request.remote_address, now_ms); wait_s > 0) {
        return problem_retry(429, "too_many_requests", "Too many attempts from this address.", wait_s);
    }
    std::optional<access::SignedIn> signed_in;
    if (body->email.size() <= 254 && body->password.size() <= 1'024) {
        signed_in = access::sign_in(site.services, body->email, body->password);
    }
    if (!signed_in) {
        limit.count_failure(request.remote_address, now_ms);
        return problem(401, "wrong_credentials", "The address or the password is wrong.");
    }
    limit.forget(request.remote_address);
    const std::string language = asked_language(request).value_or("en");
    Response response = session_response(site, signed_in->caller, language);
    response.headers.add("Set-Cookie",
                         cookie_text(site, signed_in->session_token, access::session_lifetime_ms / 1'000));
    return response;
}

Response update_session(Call& call) {
    auto body = json_body<PreferencesBody>(call.request);
    if (!body) return std::move(body.error());
    if (!call.caller.operator_) return problem(403, "forbidden", "A token has no preferences.");
    std::vector<json::FieldError> errors;
    if (body->language && *body->language != "en" && *body->language != "fr" && *body->language != "da" &&
        *body->language != "de") {
        errors.push_back({"/language", "unknown_language", "One of en, fr, da, de."});
    }
    const std::string preferences = body->preferences ? boost::json::serialize(*body->preferences) : "";
    if (preferences.size() > preferences_bytes_max) {
        errors.push_back({"/preferences", "too_long", "At most 16 KiB."});
    }
    if (!errors.empty()) return problem(422, "bad_field", "Some members are missing or wrong.", errors);
    Caller after = call.caller;
    call.site.services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        auto stored = work.reads().access().find_operator(call.caller.operator_->id);
        if (!stored) return;
        if (body->language) stored->language = *body->language;
        if (body->preferences) stored->preferences_json = preferences;
        work.access().save_operator(*stored);
        after.operator_ = stored;
        after.language = stored->language;
    });
    return session_response(call.site, after, after.language.empty() ? call.language : after.language);
}

Response sign_out(Call& call) {
    access::sign_out(call.site.services, call.caller);
    Response response = no_content();
    response.headers.add("Set-Cookie", cookie_text(call.site, "", 0));
    return response;
}

}  // namespace

void add_session_routes(Router& router, const Site& site) {
    const auto limit = std::make_shared<SignInLimit>();
    router.add("POST", "/api/v1/session", [&site, limit](Request& request) { return sign_in(request, site, *limit); });
    add_signed_in_route(router, site, "GET", "/session",
                        [](Call& call) { return session_response(call.site, call.caller, call.language); });
    add_signed_in_route(router, site, "PATCH", "/session", update_session);
    add_signed_in_route(router, site, "DELETE", "/session", sign_out);
}

}  // namespace commis::http
