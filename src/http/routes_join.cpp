// Joining a team by the link that somebody handed over: what it is about, and the answer to it. Nobody is signed in
// here, so that guessing is counted like guessing passwords.
#include "domain/language.hpp"
#include "features/access/team.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/limited.hpp"
#include "http/routes.hpp"
#include "http/session_body.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

struct JoinBody {
    std::string password;
    std::optional<std::string> name, language;
};
BOOST_DESCRIBE_STRUCT(JoinBody, (), (password, name, language))

// An unknown one is nobody's fault: the invitation's is taken then.
std::string known_language(const std::string& wanted) { return domain::is_language(wanted) ? wanted : std::string(); }

Response gone(const Request& request, const Site& site) {
    const std::string language = asked_language(request).value_or("en");
    return problem(404, "invitation_gone", site.services.words.text(language, "refusal.invitation_gone"));
}

Response show(Request& request, const Site& site, SignInLimit& limit) {
    if (auto wait = too_many_attempts(request, site, limit)) return std::move(*wait);
    std::optional<ports::Invitation> found;
    std::optional<domain::Shop> shop;
    bool has_account = false;
    site.services.storage.read([&](ports::Snapshot& snapshot) {
        found = access::find_invitation(snapshot.access(), site.services, std::string(request.param("secret")));
        if (!found) return;
        shop = snapshot.shops().find(found->shop_id);
        has_account = snapshot.access().find_operator_by_email(found->email).has_value();
    });
    if (!found || !shop) {
        limit.count_failure(request.remote_address, site.services.clock.now_ms());
        return gone(request, site);
    }
    const std::string language = asked_language(request).value_or(found->language);
    const std::string_view role = domain::id_of(found->role);
    std::string body;
    json::Writer writer(body);
    writer.object().member("shop", shop->handle).member("shop_name", shop->name).member("email", found->email);
    writer.member("name", found->name).member("role", role);
    writer.member("role_label", site.services.words.text(language, "role." + std::string(role)));
    writer.member("role_about", site.services.words.text(language, "role_about." + std::string(role)));
    writer.member("language", found->language).member("invited_by", found->invited_by);
    writer.member("has_account", has_account);
    writer.member("expires_at", json::format_time_ms(found->expires_at_ms)).end();
    return json_response(200, std::move(body));
}

Response join(Request& request, const Site& site, SignInLimit& limit) {
    auto body = json_body<JoinBody>(request);
    if (!body) return std::move(body.error());
    if (auto wait = too_many_attempts(request, site, limit)) return std::move(*wait);
    const auto asked = asked_language(request);
    const access::Joining wanted{body->name.value_or(""), body->password,
                                 known_language(body->language.value_or(asked.value_or("")))};
    limit.count_failure(request.remote_address, site.services.clock.now_ms());
    const auto joined = access::join(site.services, std::string(request.param("secret")), wanted, where_of(request));
    if (joined) {
        limit.take_back(request.remote_address);
        return entered_response(request, site, *joined);
    }
    const domain::Error& error = joined.error();
    if (error.refusal == domain::Refusal::bad_field) {
        limit.take_back(request.remote_address);
        return problem(422, "bad_field", "Some members are missing or wrong.", field_errors(error.fields));
    }
    if (error.refusal == domain::Refusal::invitation_gone) return gone(request, site);
    return problem(401, "wrong_credentials", "The address or the password is wrong.");
}

}  // namespace

void add_join_routes(Router& router, const Site& site, const std::shared_ptr<SignInLimit>& limit) {
    router.add("GET", "/api/v1/join/{secret}",
               [&site, limit](Request& request) { return show(request, site, *limit); });
    router.add("POST", "/api/v1/join/{secret}",
               [&site, limit](Request& request) { return join(request, site, *limit); });
}

}  // namespace commis::http
