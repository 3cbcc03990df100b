// Whether mail of the shop's sender will be believed, and which records to publish (D-25).
#include "http/routes.hpp"

namespace commis::http {
namespace {

void write_check(json::Writer& writer, const Call& call, const mails::HealthCheck& check) {
    writer.object().member("subject", check.subject).member("level", mails::id_of(check.level));
    writer.member("code", check.code);
    writer.member("text", call.site.services.words.text(call.language, "mail_health." + check.code, check.values));
    writer.key("found").array();
    for (const std::string& record : check.found) writer.value(record);
    writer.end().key("publish");
    if (check.publish) {
        writer.object().member("name", check.publish->name).member("type", check.publish->type);
        writer.member("value", check.publish->value).end();
    } else {
        writer.null();
    }
    writer.end();
}

Response get_mail_health(Call& call) {
    const auto health = call.site.mail_health ? call.site.mail_health(call.shop) : mails::MailHealth{};
    if (health.domain.empty()) {
        return problem(409, "no_mail_sender", "The shop names no address that its mail is from.");
    }
    std::string body;
    json::Writer writer(body);
    writer.object().member("domain", health.domain).member("level", mails::id_of(health.level));
    writer.key("checks").array();
    for (const auto& check : health.checks) write_check(writer, call, check);
    writer.end().end();
    return json_response(200, std::move(body));
}

}  // namespace

void add_mail_health_routes(Router& router, const Site& site) {
    add_shop_route(router, site, "GET", "/mail-health", domain::Right::settings, get_mail_health);
}

}  // namespace commis::http
