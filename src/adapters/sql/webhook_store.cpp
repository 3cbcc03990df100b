#include "adapters/sql/webhook_store.hpp"

#include <algorithm>
#include <tuple>

#include "adapters/sql/columns.hpp"
#include "adapters/sql/values.hpp"
#include "adapters/sql/webhook_statements.hpp"

namespace commis::sql {
namespace {

using domain::DeliveryStatus;
using ports::Delivery;
using ports::Webhook;

// More than a shop may have, and more attempts than anybody makes.
constexpr std::int64_t listed_max = 1'000;
// Above every id: they are letters and digits.
constexpr std::string_view last_id = "~";

// Names have no blanks, so a line of words is enough.
std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
    return text;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> names;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        names.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return names;
}

Webhook read_webhook(const Rows& rows) {
    Columns columns(rows);
    Webhook webhook;
    webhook.shop_id = columns.integer();
    webhook.id = columns.text();
    webhook.url = columns.text();
    webhook.description = columns.text();
    webhook.events = split(columns.view());
    webhook.health.off = columns.code<domain::WebhookOff>();
    webhook.secret = columns.text();
    webhook.old_secret = columns.text();
    webhook.old_secret_until_ms = columns.integer();
    webhook.created_at_ms = columns.integer();
    webhook.changed_at_ms = columns.integer();
    webhook.health.last_delivered_at_ms = columns.optional_integer();
    webhook.health.failing_since_ms = columns.optional_integer();
    webhook.health.failures = columns.integer();
    webhook.health.paused_until_ms = columns.integer();
    return webhook;
}

// In the order of the columns, which inserting and saving share.
Values webhook_values(const Webhook& webhook) {
    Values values;
    values.add(webhook.shop_id, webhook.id, webhook.url, webhook.description);
    values.keep(joined(webhook.events));
    values.add(code_of(webhook.health.off), webhook.secret, webhook.old_secret, webhook.old_secret_until_ms,
               webhook.created_at_ms, webhook.changed_at_ms, webhook.health.last_delivered_at_ms,
               webhook.health.failing_since_ms, webhook.health.failures, webhook.health.paused_until_ms,
               webhook.health.off == domain::WebhookOff::none);
    return values;
}

Delivery read_facts(Columns& columns) {
    Delivery delivery;
    delivery.shop_id = columns.integer();
    delivery.id = columns.text();
    delivery.webhook_id = columns.text();
    delivery.event_id = columns.text();
    delivery.event_type = columns.text();
    delivery.order_id = columns.text();
    delivery.order_number = columns.text();
    delivery.event_sequence = columns.integer();
    delivery.status = columns.code<DeliveryStatus>();
    delivery.due_at_ms = columns.integer();
    delivery.attempts = columns.integer();
    delivery.http_status = columns.integer();
    delivery.fault = columns.text();
    delivery.created_at_ms = columns.integer();
    delivery.settled_at_ms = columns.optional_integer();
    return delivery;
}

Delivery read_whole(const Rows& rows) {
    Columns columns(rows);
    Delivery delivery = read_facts(columns);
    delivery.body = columns.text();
    return delivery;
}

std::vector<Webhook> read_webhooks(Rows rows) {
    std::vector<Webhook> webhooks;
    while (rows.next()) webhooks.push_back(read_webhook(rows));
    return webhooks;
}

std::optional<Webhook> read_one(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return read_webhook(rows);
}

}  // namespace

std::vector<Webhook> WebhookReader::list(std::int64_t shop_id) {
    return read_webhooks(session_.query(webhook_sql::list, {shop_id, listed_max}));
}

std::optional<Webhook> WebhookReader::find(std::int64_t shop_id, std::string_view webhook_id) {
    return read_one(session_.query(webhook_sql::find, {shop_id, webhook_id}));
}

ports::DeliveryCounts WebhookReader::count(std::int64_t shop_id, std::string_view webhook_id, std::int64_t limit) {
    const auto count_of = [&](DeliveryStatus status) {
        Rows rows = session_.query(webhook_sql::count_status, {shop_id, webhook_id, code_of(status), limit});
        return rows.next() ? rows.integer(0) : 0;
    };
    return {count_of(DeliveryStatus::waiting), count_of(DeliveryStatus::dead)};
}

std::vector<Delivery> WebhookReader::deliveries(const ports::DeliveryFilter& filter) {
    const std::string_view below = filter.after_id.empty() ? last_id : std::string_view(filter.after_id);
    std::vector<Param> params{filter.shop_id, filter.webhook_id, below, filter.limit};
    if (filter.status) params.emplace_back(code_of(*filter.status));
    Rows rows =
        session_.query(filter.status ? webhook_sql::deliveries_of_status : webhook_sql::deliveries, Params(params));
    std::vector<Delivery> found;
    while (rows.next()) {
        Columns columns(rows);
        found.push_back(read_facts(columns));
    }
    return found;
}

std::optional<Delivery> WebhookReader::find_delivery(std::int64_t shop_id, std::string_view delivery_id) {
    Rows rows = session_.query(webhook_sql::find_delivery, {shop_id, delivery_id});
    if (!rows.next()) return std::nullopt;
    return read_whole(rows);
}

std::vector<ports::DeliveryAttempt> WebhookReader::attempts(std::int64_t shop_id, std::string_view delivery_id) {
    Rows rows = session_.query(webhook_sql::attempts, {shop_id, delivery_id, listed_max});
    std::vector<ports::DeliveryAttempt> made;
    while (rows.next()) {
        made.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.text(3), rows.text(4)});
    }
    return made;
}

std::vector<ports::DueWebhook> WebhookReader::due(std::int64_t now_ms) {
    Rows rows = session_.query(webhook_sql::due, {now_ms});
    std::vector<ports::DueWebhook> found;
    while (rows.next()) found.push_back({rows.integer(0), rows.text(1)});
    return found;
}

void WebhookStore::insert(const Webhook& webhook) {
    session_.execute(webhook_sql::insert, webhook_values(webhook).params());
}

std::optional<Webhook> WebhookStore::lock(std::int64_t shop_id, std::string_view webhook_id) {
    return read_one(session_.query(webhook_sql::lock, {shop_id, webhook_id}));
}

void WebhookStore::save(const Webhook& webhook) {
    session_.execute(webhook_sql::update, webhook_values(webhook).params());
}

bool WebhookStore::remove(std::int64_t shop_id, std::string_view webhook_id) {
    session_.execute(webhook_sql::remove_attempts, {shop_id, webhook_id});
    session_.execute(webhook_sql::remove_deliveries, {shop_id, webhook_id});
    return session_.execute(webhook_sql::remove, {shop_id, webhook_id}) == 1;
}

std::vector<Webhook> WebhookStore::listening(std::int64_t shop_id) {
    return read_webhooks(session_.query(webhook_sql::listening, {shop_id, listed_max}));
}

void WebhookStore::queue(const std::vector<Delivery>& deliveries) {
    if (deliveries.empty()) return;
    Values values;
    for (const Delivery& delivery : deliveries) {
        values.add(delivery.shop_id, delivery.id, delivery.webhook_id, delivery.event_id, delivery.event_type,
                   delivery.order_id, delivery.order_number, delivery.event_sequence, delivery.body,
                   code_of(delivery.status), delivery.status == DeliveryStatus::waiting, delivery.due_at_ms,
                   delivery.due_at_ms, delivery.attempts, delivery.http_status, delivery.fault, delivery.created_at_ms,
                   delivery.settled_at_ms);
    }
    send_rows(session_, webhook_sql::insert_deliveries, values.params());
}

void WebhookStore::withdraw(std::int64_t shop_id, std::string_view order_id, std::int64_t event_sequence,
                            std::int64_t now_ms) {
    session_.execute(webhook_sql::withdraw, {shop_id, order_id, event_sequence, now_ms});
}

std::vector<Delivery> WebhookStore::claim(const ports::DueWebhook& of, std::int64_t now_ms, std::int64_t lease_ms,
                                          std::int32_t limit) {
    Rows rows = session_.query(webhook_sql::claim, {of.shop_id, of.webhook_id, now_ms, now_ms + lease_ms, limit});
    std::vector<Delivery> claimed;
    while (rows.next()) claimed.push_back(read_whole(rows));
    std::ranges::sort(claimed, {}, [](const Delivery& delivery) { return std::tie(delivery.due_at_ms, delivery.id); });
    return claimed;
}

void WebhookStore::record(std::int64_t shop_id, std::string_view delivery_id, const ports::DeliveryOutcome& outcome,
                          std::int64_t now_ms) {
    if (!outcome.attempt) {
        session_.execute(webhook_sql::release, {shop_id, delivery_id, outcome.next_due_at_ms});
        return;
    }
    const ports::DeliveryAttempt& attempt = *outcome.attempt;
    const bool waits = outcome.status == DeliveryStatus::waiting;
    session_.execute(webhook_sql::record,
                     {shop_id, delivery_id, code_of(outcome.status), waits, attempt.http_status, attempt.fault,
                      waits ? Param(outcome.next_due_at_ms) : Param(), waits ? Param() : Param(now_ms)});
    session_.execute(webhook_sql::insert_attempt, {shop_id, delivery_id, attempt.at_ms, attempt.duration_ms,
                                                   attempt.http_status, attempt.fault, attempt.answer});
}

bool WebhookStore::resend(std::int64_t shop_id, std::string_view delivery_id, std::int64_t now_ms) {
    return session_.execute(webhook_sql::resend, {shop_id, delivery_id, now_ms}) == 1;
}

std::int64_t WebhookStore::resend_dead(std::int64_t shop_id, std::string_view webhook_id, std::int64_t now_ms) {
    return session_.execute(webhook_sql::resend_dead, {shop_id, webhook_id, now_ms});
}

std::int64_t WebhookStore::delete_settled_before(std::int64_t shop_id, std::int64_t settled_before_ms,
                                                 std::int32_t limit) {
    std::vector<std::string> ids;
    {
        Rows rows = session_.query(webhook_sql::settled_before, {shop_id, settled_before_ms, limit});
        while (rows.next()) ids.push_back(rows.text(0));
    }
    for (const std::string& id : ids) {
        session_.execute(webhook_sql::forget_attempts, {shop_id, id});
        session_.execute(webhook_sql::forget, {shop_id, id});
    }
    return std::ssize(ids);
}

}  // namespace commis::sql
