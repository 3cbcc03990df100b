// The outbox: what was sent, what waits, what was suppressed and why.
#include <algorithm>

#include "domain/email_address.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/order_facts_json.hpp"
#include "http/order_json.hpp"
#include "http/order_words.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

struct RetryBody {
    std::optional<std::string> to;
};
BOOST_DESCRIBE_STRUCT(RetryBody, (), (to))

bool can_retry(const ports::MailRow& mail) {
    using enum ports::MailStatus;
    return mail.status == failed || mail.status == bounced || mail.status == unknown ||
           (mail.status == queued && mail.attempts > 0);
}

// That a mail came back, why, and what to do about it.
void write_bounce(json::Writer& writer, const OrderView& view, const ports::MailRow& mail) {
    writer.key("bounce");
    if (!mail.bounced_at_ms) {
        writer.null();
        return;
    }
    const std::string cause = mail.bounce_cause.empty() ? "other" : mail.bounce_cause;
    writer.object().member("at", json::format_time_ms(*mail.bounced_at_ms)).member("cause", cause);
    writer.member("cause_text", word(view, "bounce_cause", cause));
    writer.member("advice_text", word(view, "bounce_advice", cause));
    write_text_or_null(writer, "code", mail.bounce_code);
    writer.end();
}

void write_mail(json::Writer& writer, const Call& call, const ports::MailRow& mail) {
    const auto profile = call.site.services.profiles.of(call.shop);
    const OrderView view{call.site.services, call.shop, *profile, call.language, call.rights()};
    writer.object();
    write_mail_brief(writer, view, mail);
    writer.member("shop", call.shop.handle).member("order", mail.order_id).member("order_number", mail.order_number);
    write_text_or_null(writer, "subject", mail.subject);
    writer.member("language", mail.language).member("attempts", mail.attempts);
    write_text_or_null(writer, "last_reply", mail.last_reply);
    writer.member("created_at", json::format_time_ms(mail.created_at_ms));
    writer.member("due_at", json::format_time_ms(mail.due_at_ms));
    write_time_or_null(writer, "sent_at", mail.sent_at_ms);
    write_bounce(writer, view, mail);
    writer.member("is_test", mail.is_test).member("can_retry", can_retry(mail));
    writer.member("can_repeat", ports::has_left(mail) && !mail.subject.empty());
    write_text_or_null(writer, "repeats", mail.repeats);
    writer.end();
}

Response list_mails(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    ports::MailFilter filter;
    filter.shop_id = call.shop.id;
    filter.order_id = std::string(call.request.query_value("order").value_or(""));
    filter.after_id = std::string(call.request.query_value("cursor").value_or(""));
    filter.limit = *limit + 1;
    for (const std::string_view text : call.request.query_values("status")) {
        // `held` is how a queued mail looks while its time has not come.
        const auto status = ports::find_mail_status(text == "held" ? "queued" : text);
        if (!status) {
            return problem(422, "bad_field", "Some parameters are unknown or wrong.",
                           {{"status", "unknown_value", "There is no such status."}});
        }
        // `held` and `queued` are one status in the table, and a mail is listed once.
        if (std::ranges::find(filter.statuses, *status) == filter.statuses.end()) filter.statuses.push_back(*status);
    }
    std::vector<ports::MailRow> mails;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) { mails = snapshot.outbox().list(filter); });
    std::string next;
    if (mails.size() > static_cast<std::size_t>(*limit)) {
        mails.pop_back();
        next = mails.back().id;
    }
    return list_response(mails, next,
                         [&](json::Writer& writer, const ports::MailRow& mail) { write_mail(writer, call, mail); });
}

// The message as the server took it, with every header, for whoever has to prove what was written.
Response get_message(Call& call) {
    const std::string id(call.request.param("id"));
    std::optional<std::string> bytes;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { bytes = snapshot.outbox().find_bytes(call.shop.id, id); });
    if (!bytes) return problem(404, "not_found", "There is no such mail in this shop, or none of its bytes ever left.");
    Response response;
    response.headers.set("Content-Type", "message/rfc822");
    response.headers.set("Content-Disposition", "attachment; filename=\"" + id + ".eml\"");
    response.body = std::move(*bytes);
    return response;
}

Response retry_mail(Call& call) {
    const std::string id(call.request.param("id"));
    const auto wanted = optional_json_body<RetryBody>(call.request);
    if (!wanted) return wanted.error();
    const std::string to = wanted->to.value_or("");
    if (wanted->to && !domain::is_email_address(to)) {
        return problem(422, "bad_field", "Some members are missing or wrong.",
                       {{"/to", "invalid_email", "This is no e-mail address."}});
    }
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            if (!work.reads().outbox().find(call.shop.id, id)) {
                return problem(404, "not_found", "There is no such mail in this shop.");
            }
            if (!work.outbox().retry(call.shop.id, id, to, call.site.services.clock.now_ms())) {
                return problem(409, "mail_not_retryable",
                               "Only a mail that failed, came back or whose fate is unknown is sent again.");
            }
            std::string body;
            json::Writer writer(body);
            write_mail(writer, call, *work.reads().outbox().find(call.shop.id, id));
            return json_response(200, std::move(body));
        },
        [&] { call.site.services.notices.mail_queued(); });
}

}  // namespace

void add_mail_routes(Router& router, const Site& site) {
    add_shop_route(router, site, "GET", "/mails", domain::Right::work, list_mails);
    add_shop_route(router, site, "GET", "/mails/{id}/message", domain::Right::work, get_message);
    add_shop_route(router, site, "POST", "/mails/{id}/retry", domain::Right::work, retry_mail);
}

}  // namespace commis::http
