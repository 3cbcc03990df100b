// The second factor of whoever is signed in: switching it on with a code drawn as a picture, recovery codes, and off.
#include "features/access/second_factor.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/limited.hpp"
#include "http/routes.hpp"
#include "http/session_body.hpp"

namespace commis::http {
namespace {

struct PasswordBody {
    std::string password;
};
BOOST_DESCRIBE_STRUCT(PasswordBody, (), (password))

struct CodeBody {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(CodeBody, (), (code))

struct ProvenBody {
    std::string password, code;
};
BOOST_DESCRIBE_STRUCT(ProvenBody, (), (password, code))

Response codes_response(const std::vector<std::string>& codes) {
    std::string body;
    json::Writer writer(body);
    writer.object().key("recovery_codes").array();
    for (const std::string& code : codes) writer.value(code);
    writer.end().end();
    Response response = json_response(200, std::move(body));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Response begin(Call& call, SignInLimit& limit) {
    auto body = json_body<PasswordBody>(call.request);
    if (!body) return std::move(body.error());
    auto made = with_limit(
        call, limit, [&] { return access::begin_second_factor(call.site.services, call.caller, body->password); });
    if (!made) return std::move(made.error());
    std::string text;
    json::Writer writer(text);
    writer.object().member("key", made->key).member("uri", made->uri);
    writer.member("picture", call.site.services.codes.svg(made->uri, ports::CodeMark::none)).end();
    Response response = json_response(200, std::move(text));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Response confirm(Call& call) {
    auto body = json_body<CodeBody>(call.request);
    if (!body) return std::move(body.error());
    const auto codes =
        access::confirm_second_factor(call.site.services, call.caller, body->code, where_of(call.request));
    if (!codes) return refusal_response(call, codes.error());
    call.site.events.close();
    return codes_response(*codes);
}

Response renew(Call& call, SignInLimit& limit) {
    auto body = json_body<ProvenBody>(call.request);
    if (!body) return std::move(body.error());
    auto codes = with_limit(call, limit, [&] {
        return access::renew_recovery_codes(call.site.services, call.caller, {body->password, body->code},
                                            where_of(call.request));
    });
    return codes ? codes_response(*codes) : std::move(codes.error());
}

Response end(Call& call, SignInLimit& limit) {
    auto body = json_body<ProvenBody>(call.request);
    if (!body) return std::move(body.error());
    auto ended = with_limit(call, limit, [&] {
        return access::end_second_factor(call.site.services, call.caller, {body->password, body->code},
                                         where_of(call.request));
    });
    return ended ? session_response(call.site, call.caller, call.language) : std::move(ended.error());
}

}  // namespace

void add_second_factor_routes(Router& router, const Site& site, const std::shared_ptr<SignInLimit>& limit) {
    const std::string base = "/session/second-factor";
    const RouteOptions first{.admission = {.before_second_factor = true}};
    add_signed_in_route(router, site, "POST", base, [limit](Call& call) { return begin(call, *limit); }, first);
    add_signed_in_route(router, site, "POST", base + "/confirm", confirm, first);
    add_signed_in_route(router, site, "POST", base + "/recovery-codes",
                        [limit](Call& call) { return renew(call, *limit); });
    add_signed_in_route(router, site, "POST", base + "/end", [limit](Call& call) { return end(call, *limit); });
}

}  // namespace commis::http
