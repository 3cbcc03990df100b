// Programs that listen: their endpoints, what was sent to them and what they answered.
#include "features/webhooks/webhooks.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/order_facts_json.hpp"
#include "http/order_query.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using json::Writer;

constexpr std::int64_t counted_max = 1'000;

struct CreateBody {
    std::string url;
    std::string description;
    std::vector<std::string> events;
    bool on = true;
    static constexpr auto defaulted_members = json::names("description", "events", "on");
};
BOOST_DESCRIBE_STRUCT(CreateBody, (), (url, description, events, on))

struct ChangeBody {
    std::optional<std::string> url, description;
    std::optional<std::vector<std::string>> events;
    std::optional<bool> on;
};
BOOST_DESCRIBE_STRUCT(ChangeBody, (), (url, description, events, on))

void write_status(Writer& writer, std::int64_t http_status) {
    writer.key("http_status");
    http_status == 0 ? writer.null() : writer.value(http_status);
}

void write_webhook(Writer& writer, const Call& call, const ports::Webhook& webhook, ports::Snapshot& snapshot,
                   const std::string& secret = {}) {
    const domain::WebhookHealth& health = webhook.health;
    const bool is_on = health.off == domain::WebhookOff::none;
    writer.object().member("id", webhook.id).member("url", webhook.url).member("description", webhook.description);
    writer.key("events").array();
    for (const std::string& name : webhook.events) writer.value(name);
    writer.end().member("on", is_on);
    write_text_or_null(writer, "off_reason", is_on ? "" : std::string(domain::id_of(health.off)));
    write_time_or_null(writer, "last_delivered_at", health.last_delivered_at_ms);
    write_time_or_null(writer, "failing_since", health.failing_since_ms);
    const ports::DeliveryCounts counts = snapshot.webhooks().count(webhook.shop_id, webhook.id, counted_max);
    writer.member("waiting", counts.waiting).member("dead", counts.dead);
    const bool has_old = !webhook.old_secret.empty() && webhook.old_secret_until_ms > call.site.services.clock.now_ms();
    write_time_or_null(writer, "old_secret_until",
                       has_old ? std::optional<std::int64_t>(webhook.old_secret_until_ms) : std::nullopt);
    writer.member("created_at", json::format_time_ms(webhook.created_at_ms));
    if (!secret.empty()) writer.member("secret", secret);
    writer.end();
}

Response webhook_response(const Call& call, ports::Snapshot& snapshot, const ports::Webhook& webhook, int status = 200,
                          const std::string& secret = {}) {
    std::string body;
    Writer writer(body);
    write_webhook(writer, call, webhook, snapshot, secret);
    return json_response(status, std::move(body));
}

Response no_webhook() { return problem(404, "not_found", "There is no such webhook in this shop."); }
Response no_delivery() { return problem(404, "not_found", "There is no such delivery to this webhook."); }

std::string webhook_id(const Call& call) { return std::string(call.request.param("id")); }

Response list_webhooks(Call& call) {
    std::string body;
    Writer writer(body);
    writer.object().key("items").array();
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        for (const ports::Webhook& webhook : snapshot.webhooks().list(call.shop.id)) {
            write_webhook(writer, call, webhook, snapshot);
        }
    });
    writer.end().key("next_cursor").null().key("events").array();
    for (const std::string& name : domain::told_names()) writer.value(name);
    writer.end().end();
    return json_response(200, std::move(body));
}

Response show_webhook(Call& call) {
    std::optional<Response> response;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        const auto webhook = snapshot.webhooks().find(call.shop.id, webhook_id(call));
        response = webhook ? webhook_response(call, snapshot, *webhook) : no_webhook();
    });
    return std::move(*response);
}

Response create_webhook(Call& call) {
    auto body = json_body<CreateBody>(call.request);
    if (!body) return std::move(body.error());
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto made = webhooks::create(work, call.site.services, call.site.webhooks, call.shop.id,
                                           {body->url, body->description, body->events, body->on});
        if (!made) return refusal_response(call, made.error());
        return webhook_response(call, work.reads(), made->webhook, 201, made->secret);
    });
}

Response change_webhook(Call& call) {
    auto body = json_body<ChangeBody>(call.request);
    if (!body) return std::move(body.error());
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto changed = webhooks::change(work, call.site.services, call.site.webhooks, call.shop.id,
                                              webhook_id(call), {body->url, body->description, body->events, body->on});
        if (!changed) return refusal_response(call, changed.error());
        return webhook_response(call, work.reads(), *changed);
    });
}

Response delete_webhook(Call& call) {
    return run_command(call, [&](ports::UnitOfWork& work) {
        return work.webhooks().remove(call.shop.id, webhook_id(call)) ? no_content() : no_webhook();
    });
}

Response rotate_secret(Call& call) {
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto made = webhooks::rotate_secret(work, call.site.services, call.shop.id, webhook_id(call));
        if (!made) return refusal_response(call, made.error());
        return webhook_response(call, work.reads(), made->webhook, 200, made->secret);
    });
}

// Waited for, and not kept: what the endpoint answered is seen at once.
Response test_webhook(Call& call) {
    std::optional<ports::Webhook> webhook;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { webhook = snapshot.webhooks().find(call.shop.id, webhook_id(call)); });
    if (!webhook) return no_webhook();
    const auto sent = webhooks::test_call(call.site.services, call.shop, *webhook);
    const ports::WebhookAnswer answer = call.site.webhooks.send(sent);
    std::string body;
    Writer writer(body);
    writer.object().member("delivered", answer.fault.empty());
    write_status(writer, answer.http_status);
    write_text_or_null(writer, "fault", answer.fault);
    writer.member("answer", answer.answer).member("duration_ms", answer.duration_ms);
    writer.member("id", sent.id).member("body", sent.body).end();
    return json_response(200, std::move(body));
}

void write_delivery_facts(Writer& writer, const Call& call, const ports::Delivery& delivery) {
    const bool is_held = delivery.status == domain::DeliveryStatus::waiting && delivery.attempts == 0 &&
                         delivery.due_at_ms > call.site.services.clock.now_ms();
    writer.member("id", delivery.id).member("event_id", delivery.event_id).member("type", delivery.event_type);
    writer.member("order", delivery.order_id).member("order_number", delivery.order_number);
    writer.member("sequence", delivery.event_sequence);
    writer.member("status", is_held ? "held" : domain::id_of(delivery.status));
    writer.member("attempts", delivery.attempts);
    write_status(writer, delivery.http_status);
    write_text_or_null(writer, "fault", delivery.fault);
    const bool waits = delivery.status == domain::DeliveryStatus::waiting;
    write_time_or_null(writer, "due_at", waits ? std::optional<std::int64_t>(delivery.due_at_ms) : std::nullopt);
    writer.member("created_at", json::format_time_ms(delivery.created_at_ms));
    write_time_or_null(writer, "settled_at", delivery.settled_at_ms);
}

Response list_deliveries(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    ports::DeliveryFilter filter{call.shop.id, webhook_id(call), std::nullopt,
                                 std::string(call.request.query_value("cursor").value_or("")), *limit + 1};
    if (const auto text = call.request.query_value("status")) {
        filter.status = domain::find_delivery_status(*text);
        if (!filter.status) {
            return problem(422, "bad_field", "Some parameters are unknown or wrong.",
                           {{"status", "unknown_value", "There is no such status."}});
        }
    }
    bool is_there = false;
    std::vector<ports::Delivery> deliveries;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        is_there = snapshot.webhooks().find(call.shop.id, filter.webhook_id).has_value();
        deliveries = snapshot.webhooks().deliveries(filter);
    });
    if (!is_there) return no_webhook();
    std::string next;
    if (deliveries.size() > static_cast<std::size_t>(*limit)) {
        deliveries.pop_back();
        next = deliveries.back().id;
    }
    return list_response(deliveries, next, [&](Writer& writer, const ports::Delivery& delivery) {
        writer.object();
        write_delivery_facts(writer, call, delivery);
        writer.end();
    });
}

// The delivery that the path names, when it went to the webhook that it names.
std::optional<ports::Delivery> find_delivery(const Call& call, ports::Snapshot& snapshot) {
    auto delivery = snapshot.webhooks().find_delivery(call.shop.id, call.request.param("delivery"));
    if (delivery && delivery->webhook_id != webhook_id(call)) delivery.reset();
    return delivery;
}

Response delivery_response(const Call& call, ports::Snapshot& snapshot, const ports::Delivery& delivery) {
    std::string body;
    Writer writer(body);
    writer.object();
    write_delivery_facts(writer, call, delivery);
    writer.member("body", delivery.body).key("tries").array();
    for (const ports::DeliveryAttempt& attempt : snapshot.webhooks().attempts(call.shop.id, delivery.id)) {
        writer.object().member("at", json::format_time_ms(attempt.at_ms)).member("duration_ms", attempt.duration_ms);
        write_status(writer, attempt.http_status);
        write_text_or_null(writer, "fault", attempt.fault);
        writer.member("answer", attempt.answer).end();
    }
    writer.end().end();
    return json_response(200, std::move(body));
}

Response show_delivery(Call& call) {
    std::optional<Response> response;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        const auto delivery = find_delivery(call, snapshot);
        response = delivery ? delivery_response(call, snapshot, *delivery) : no_delivery();
    });
    return std::move(*response);
}

// Asked by a person: an endpoint that was left alone for a while is tried at once.
void end_pause(ports::UnitOfWork& work, const Call& call) {
    auto webhook = work.webhooks().lock(call.shop.id, webhook_id(call));
    if (!webhook || webhook->health.paused_until_ms == 0) return;
    webhook->health.paused_until_ms = 0;
    work.webhooks().save(*webhook);
}

Response resend_delivery(Call& call) {
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto delivery = find_delivery(call, work.reads());
        if (!delivery) return no_delivery();
        if (!work.webhooks().resend(call.shop.id, delivery->id, call.site.services.clock.now_ms())) {
            return problem(409, "delivery_withdrawn", "The change was undone: there is nothing to tell.");
        }
        end_pause(work, call);
        return delivery_response(call, work.reads(), *find_delivery(call, work.reads()));
    });
}

Response resend_dead(Call& call) {
    return run_command(call, [&](ports::UnitOfWork& work) {
        if (!work.reads().webhooks().find(call.shop.id, webhook_id(call))) return no_webhook();
        const std::int64_t count =
            work.webhooks().resend_dead(call.shop.id, webhook_id(call), call.site.services.clock.now_ms());
        end_pause(work, call);
        std::string body;
        Writer(body).object().member("resent", count).end();
        return json_response(200, std::move(body));
    });
}

}  // namespace

void add_webhook_routes(Router& router, const Site& site) {
    using enum domain::Right;
    add_shop_route(router, site, "GET", "/webhooks", settings, list_webhooks);
    add_shop_route(router, site, "POST", "/webhooks", settings, create_webhook);
    add_shop_route(router, site, "GET", "/webhooks/{id}", settings, show_webhook);
    add_shop_route(router, site, "PATCH", "/webhooks/{id}", settings, change_webhook);
    add_shop_route(router, site, "DELETE", "/webhooks/{id}", settings, delete_webhook);
    add_shop_route(router, site, "POST", "/webhooks/{id}/rotate-secret", settings, rotate_secret);
    add_shop_route(router, site, "POST", "/webhooks/{id}/test", settings, test_webhook);
    add_shop_route(router, site, "POST", "/webhooks/{id}/resend-dead", settings, resend_dead);
    add_shop_route(router, site, "GET", "/webhooks/{id}/deliveries", settings, list_deliveries);
    add_shop_route(router, site, "GET", "/webhooks/{id}/deliveries/{delivery}", settings, show_delivery);
    add_shop_route(router, site, "POST", "/webhooks/{id}/deliveries/{delivery}/resend", settings, resend_delivery);
}

}  // namespace commis::http
