// Signing in and out, who is signed in, and what they prefer.
#include <algorithm>

#include "features/access/access.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/routes.hpp"
#include "http/session_body.hpp"
#include "http/sign_in_limit.hpp"
#include "json/parse.hpp"

namespace commis::http {
namespace {

constexpr std::size_t preferences_bytes_max = 16 * 1024;

struct SignInBody {
    std::string email;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(SignInBody, (), (email, password))

struct PreferencesBody {
    std::optional<std::string> name, language;
    std::optional<boost::json::object> preferences;
};
BOOST_DESCRIBE_STRUCT(PreferencesBody, (), (name, language, preferences))

struct PasswordBody {
    std::string current_password, new_password;
};
BOOST_DESCRIBE_STRUCT(PasswordBody, (), (current_password, new_password))

Response sign_in(Request& request, const Site& site, SignInLimit& limit) {
    auto body = json_body<SignInBody>(request);
    if (!body) return std::move(body.error());
    const std::int64_t now_ms = site.services.clock.now_ms();
    if (const int wait_s = limit.wait_seconds(request.remote_address, now_ms); wait_s > 0) {
        return problem_retry(429, "too_many_requests", "Too many attempts from this address.", wait_s);
    }
    // Counted before the slow look at the password: guesses that come all at once are ten, too.
    limit.count_failure(request.remote_address, now_ms);
    std::optional<access::SignedIn> signed_in;
    if (body->email.size() <= 254 && body->password.size() <= 1'024) {
        signed_in = access::sign_in(site.services, body->email, body->password);
    }
    if (!signed_in) return problem(401, "wrong_credentials", "The address or the password is wrong.");
    limit.take_back(request.remote_address);
    return signed_in_response(request, site, *signed_in);
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
    if (body->name && (body->name->empty() || body->name->size() > access::name_length_max)) {
        errors.push_back({"/name", "required", "A name of at most 100 bytes."});
    }
    if (!errors.empty()) return problem(422, "bad_field", "Some members are missing or wrong.", errors);
    Caller after = call.caller;
    call.site.services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        auto stored = work.access().lock_operator(call.caller.operator_->id);
        if (!stored) return;
        if (body->name) stored->name = *body->name;
        if (body->language) stored->language = *body->language;
        if (body->preferences) stored->preferences_json = preferences;
        work.access().save_operator(*stored);
        after.operator_ = stored;
        after.language = stored->language;
    });
    return session_response(call.site, after, after.language.empty() ? call.language : after.language);
}

Response change_password(Call& call, SignInLimit& limit) {
    auto body = json_body<PasswordBody>(call.request);
    if (!body) return std::move(body.error());
    // Whoever found an open desk may not try passwords on it.
    const std::int64_t now_ms = call.site.services.clock.now_ms();
    if (const int wait_s = limit.wait_seconds(call.request.remote_address, now_ms); wait_s > 0) {
        return problem_retry(429, "too_many_requests", "Too many attempts from this address.", wait_s);
    }
    limit.count_failure(call.request.remote_address, now_ms);
    const auto ended =
        access::change_password(call.site.services, call.caller, {body->current_password, body->new_password});
    if (!ended) {
        const bool is_guess = std::ranges::any_of(
            ended.error().fields, [](const domain::FieldError& error) { return error.code == "wrong_password"; });
        if (!is_guess) limit.take_back(call.request.remote_address);
        return refusal_response(call, ended.error());
    }
    limit.take_back(call.request.remote_address);
    call.site.events.close();
    return session_response(call.site, call.caller, call.language);
}

Response end_other_sessions(Call& call) {
    if (!call.caller.operator_) return problem(403, "forbidden", "A token has no sessions.");
    call.site.services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        work.access().delete_other_sessions(call.caller.operator_->id, call.caller.session_hash);
    });
    call.site.events.close();
    return session_response(call.site, call.caller, call.language);
}

Response sign_out(Call& call) {
    access::sign_out(call.site.services, call.caller);
    call.site.events.close();
    Response response = no_content();
    response.headers.add("Set-Cookie", cookie_text(call.site, "", 0));
    return response;
}

}  // namespace

void add_session_routes(Router& router, const Site& site, const std::shared_ptr<SignInLimit>& limit) {
    router.add("POST", "/api/v1/session", [&site, limit](Request& request) { return sign_in(request, site, *limit); });
    add_signed_in_route(router, site, "GET", "/session",
                        [](Call& call) { return session_response(call.site, call.caller, call.language); });
    add_signed_in_route(router, site, "PATCH", "/session", update_session);
    add_signed_in_route(router, site, "POST", "/session/password",
                        [limit](Call& call) { return change_password(call, *limit); });
    add_signed_in_route(router, site, "POST", "/session/end-others", end_other_sessions);
    add_signed_in_route(router, site, "DELETE", "/session", sign_out);
}

}  // namespace commis::http
