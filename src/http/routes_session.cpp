// Signing in and out, who is signed in, and what they prefer.
#include "features/access/access.hpp"
#include "features/access/browser.hpp"
#include "features/access/guard.hpp"
#include "features/access/second_factor.hpp"
#include "http/address_ranges.hpp"
#include "http/json_body.hpp"
#include "http/limited.hpp"
#include "http/routes.hpp"
#include "http/session_body.hpp"
#include "json/parse.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

constexpr std::size_t preferences_bytes_max = 16 * 1024;

struct SignInBody {
    std::string email;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(SignInBody, (), (email, password))

struct StepBody {
    std::string step, code;
};
BOOST_DESCRIBE_STRUCT(StepBody, (), (step, code))

struct PreferencesBody {
    std::optional<std::string> name, language;
    std::optional<boost::json::object> preferences;
};
BOOST_DESCRIBE_STRUCT(PreferencesBody, (), (name, language, preferences))

struct PasswordBody {
    std::string current_password, new_password;
};
BOOST_DESCRIBE_STRUCT(PasswordBody, (), (current_password, new_password))

constexpr std::string_view devices_cookie = "commis_devices";

// The account, where from, and whether this browser has been that account's before.
access::Attempt attempt_of(const Request& request, const std::string& email) {
    constexpr std::size_t cookie_length_max = 1'000;
    const std::string devices(request.cookie(devices_cookie).value_or(""));
    return {email, counted_address(request.remote_address), devices.size() <= cookie_length_max ? devices : ""};
}

void remember_device(const Site& site, const access::Attempt& attempt, Response& response) {
    const std::string devices = access::devices_after(site.services, attempt);
    // For the sign-in alone; it opens nothing.
    set_cookie(response, site,
               {.name = devices_cookie,
                .value = devices,
                .path = "/api/v1/session",
                .lifetime_s = access::device_lifetime_ms / 1'000});
}

Response sign_in(Request& request, const Site& site) {
    auto body = json_body<SignInBody>(request);
    if (!body) return std::move(body.error());
    if (body->email.size() > 254 || body->password.size() > access::password_length_max) {
        return problem(401, "wrong_credentials", "The address or the password is wrong.");
    }
    const access::Attempt attempt = attempt_of(request, body->email);
    if (const int wait_s = access::begin_attempt(site.services, attempt); wait_s > 0) {
        return problem_retry(429, "too_many_requests", "Too many attempts. Please wait.", wait_s);
    }
    const auto entered = access::sign_in(site.services, body->email, body->password, where_of(request));
    if (!entered) return problem(401, "wrong_credentials", "The address or the password is wrong.");
    access::forgive_attempt(site.services, attempt);
    Response response = entered_response(request, site, *entered);
    // With a second factor, only when that has been given, too.
    if (entered->signed_in) remember_device(site, attempt, response);
    return response;
}

Response second_step(Request& request, const Site& site) {
    auto body = json_body<StepBody>(request);
    if (!body) return std::move(body.error());
    const auto finished = access::finish_sign_in(site.services, body->step, body->code, where_of(request));
    if (finished) {
        Response response = signed_in_response(request, site, *finished);
        remember_device(site, attempt_of(request, finished->caller.operator_->email), response);
        return response;
    }
    switch (finished.error().fault) {
        case access::StepFault::wait:
            return problem_retry(429, "too_many_requests", "Too many wrong codes. Please wait.",
                                 finished.error().wait_seconds);
        case access::StepFault::again:
            return problem(401, "sign_in_again", "This step is over. Sign in with the password again.");
        case access::StepFault::wrong_code:
            break;
    }
    return problem(401, "wrong_code", "The code is wrong, too old, or was used already.");
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
    auto ended = with_limit(call, limit, [&] {
        return access::change_password(call.site.services, call.caller, {body->current_password, body->new_password},
                                       where_of(call.request));
    });
    if (!ended) return std::move(ended.error());
    call.site.events.close();
    return session_response(call.site, call.caller, call.language);
}

Response end_other_sessions(Call& call) {
    if (!call.caller.operator_) return problem(403, "forbidden", "A token has no sessions.");
    access::end_other_sessions(call.site.services, call.caller, where_of(call.request));
    call.site.events.close();
    return session_response(call.site, call.caller, call.language);
}

Response list_sessions(Call& call) {
    if (!call.caller.operator_) return problem(403, "forbidden", "A token has no sessions.");
    std::vector<ports::Session> sessions;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        sessions = snapshot.sign_ins().sessions_of(call.caller.operator_->id, call.site.services.clock.now_ms());
    });
    return list_response(sessions, "", [&](json::Writer& writer, const ports::Session& session) {
        const access::Browser browser = access::browser_of(session.agent);
        writer.object().member("id", session.id).member("browser", browser.name).member("system", browser.system);
        writer.member("address", session.address);
        writer.member("since", json::format_time_ms(session.created_at_ms));
        writer.member("last_seen_at", json::format_time_ms(session.last_seen_at_ms));
        writer.member("expires_at", json::format_time_ms(session.expires_at_ms));
        writer.member("is_this", session.token_hash == call.caller.session_hash).end();
    });
}

Response end_session(Call& call) {
    const std::string id(call.request.param("id"));
    if (!access::end_session(call.site.services, call.caller, id, where_of(call.request))) {
        return problem(404, "not_found", "There is no such session.");
    }
    call.site.events.close();
    return no_content();
}

Response sign_out(Call& call) {
    access::sign_out(call.site.services, call.caller, where_of(call.request));
    call.site.events.close();
    Response response = no_content();
    set_cookie(response, call.site, {.name = session_cookie_name(call.site), .value = ""});
    return response;
}

}  // namespace

void add_session_routes(Router& router, const Site& site, const std::shared_ptr<SignInLimit>& limit) {
    router.add("POST", "/api/v1/session", [&site](Request& request) { return sign_in(request, site); });
    router.add("POST", "/api/v1/session/second-step", [&site](Request& request) { return second_step(request, site); });
    const RouteOptions first{.admission = {.before_second_factor = true}};
    add_signed_in_route(
        router, site, "GET", "/session",
        [](Call& call) { return session_response(call.site, call.caller, call.language); }, first);
    add_signed_in_route(router, site, "PATCH", "/session", update_session);
    add_signed_in_route(router, site, "POST", "/session/password",
                        [limit](Call& call) { return change_password(call, *limit); });
    add_signed_in_route(router, site, "POST", "/session/end-others", end_other_sessions);
    add_signed_in_route(router, site, "GET", "/session/list", list_sessions);
    add_signed_in_route(router, site, "DELETE", "/session/list/{id}", end_session);
    add_signed_in_route(router, site, "DELETE", "/session", sign_out, first);
}

}  // namespace commis::http
