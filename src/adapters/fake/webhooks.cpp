#include "adapters/fake/webhooks.hpp"

#include <algorithm>

namespace commis::fake {
namespace {

using domain::DeliveryStatus;
using ports::Delivery;
using ports::Webhook;

bool is_open(const Delivery& delivery) { return delivery.status == DeliveryStatus::waiting; }

void make_due(StoredDelivery& stored, std::int64_t now_ms) {
    stored.row.status = DeliveryStatus::waiting;
    stored.row.attempts = 0;
    stored.row.due_at_ms = now_ms;
    stored.row.settled_at_ms.reset();
    stored.next_at_ms = now_ms;
}

}  // namespace

std::vector<Webhook> WebhookStore::list(std::int64_t shop_id) {
    std::vector<Webhook> found;
    for (const auto& [key, webhook] : data_.webhooks) {
        if (key.first == shop_id) found.push_back(webhook);
    }
    return found;
}

std::optional<Webhook> WebhookStore::find(std::int64_t shop_id, std::string_view webhook_id) {
    const auto found = data_.webhooks.find({shop_id, std::string(webhook_id)});
    if (found == data_.webhooks.end()) return std::nullopt;
    return found->second;
}

ports::DeliveryCounts WebhookStore::count(std::int64_t shop_id, std::string_view webhook_id, std::int64_t limit) {
    ports::DeliveryCounts counts;
    for (const auto& [key, stored] : data_.deliveries) {
        if (key.first != shop_id || stored.row.webhook_id != webhook_id) continue;
        if (stored.row.status == DeliveryStatus::waiting) counts.waiting = std::min(limit, counts.waiting + 1);
        if (stored.row.status == DeliveryStatus::dead) counts.dead = std::min(limit, counts.dead + 1);
    }
    return counts;
}

std::vector<Delivery> WebhookStore::deliveries(const ports::DeliveryFilter& filter) {
    std::vector<Delivery> found;
    for (auto each = data_.deliveries.rbegin(); each != data_.deliveries.rend(); ++each) {
        const Delivery& row = each->second.row;
        const bool is_wanted = row.shop_id == filter.shop_id && row.webhook_id == filter.webhook_id &&
                               (!filter.status || row.status == *filter.status) &&
                               (filter.after_id.empty() || row.id < filter.after_id);
        if (!is_wanted) continue;
        found.push_back(row);
        found.back().body.clear();
    }
    if (found.size() > static_cast<std::size_t>(filter.limit)) found.resize(static_cast<std::size_t>(filter.limit));
    return found;
}

std::optional<Delivery> WebhookStore::find_delivery(std::int64_t shop_id, std::string_view delivery_id) {
    const auto found = data_.deliveries.find({shop_id, std::string(delivery_id)});
    if (found == data_.deliveries.end()) return std::nullopt;
    return found->second.row;
}

std::vector<ports::DeliveryAttempt> WebhookStore::attempts(std::int64_t shop_id, std::string_view delivery_id) {
    const auto found = data_.deliveries.find({shop_id, std::string(delivery_id)});
    if (found == data_.deliveries.end()) return {};
    return found->second.attempts;
}

std::vector<ports::DueWebhook> WebhookStore::due(std::int64_t now_ms) {
    std::map<Key, std::int64_t> oldest;
    for (const auto& [key, stored] : data_.deliveries) {
        const Key of{key.first, stored.row.webhook_id};
        const auto webhook = data_.webhooks.find(of);
        if (!is_open(stored.row) || stored.next_at_ms > now_ms || webhook == data_.webhooks.end()) continue;
        const domain::WebhookHealth& health = webhook->second.health;
        if (health.off != domain::WebhookOff::none || health.paused_until_ms > now_ms) continue;
        const auto [at, is_new] = oldest.try_emplace(of, stored.next_at_ms);
        at->second = std::min(at->second, stored.next_at_ms);
    }
    std::vector<std::pair<std::int64_t, ports::DueWebhook>> sorted;
    for (const auto& [key, at_ms] : oldest) sorted.push_back({at_ms, {key.first, key.second}});
    std::ranges::stable_sort(sorted, {}, [](const auto& each) { return each.first; });
    std::vector<ports::DueWebhook> found;
    for (auto& [at_ms, each] : sorted) found.push_back(std::move(each));
    return found;
}

void WebhookStore::insert(const Webhook& webhook) { data_.webhooks[{webhook.shop_id, webhook.id}] = webhook; }

std::optional<Webhook> WebhookStore::lock(std::int64_t shop_id, std::string_view webhook_id) {
    return find(shop_id, webhook_id);
}

void WebhookStore::save(const Webhook& webhook) { insert(webhook); }

bool WebhookStore::remove(std::int64_t shop_id, std::string_view webhook_id) {
    std::erase_if(data_.deliveries, [&](const auto& each) {
        return each.first.first == shop_id && each.second.row.webhook_id == webhook_id;
    });
    return data_.webhooks.erase({shop_id, std::string(webhook_id)}) == 1;
}

std::vector<Webhook> WebhookStore::listening(std::int64_t shop_id) {
    auto found = list(shop_id);
    std::erase_if(found, [](const Webhook& webhook) { return webhook.health.off != domain::WebhookOff::none; });
    return found;
}

void WebhookStore::queue(const std::vector<Delivery>& deliveries) {
    for (const Delivery& delivery : deliveries) {
        data_.deliveries[{delivery.shop_id, delivery.id}] = {delivery, delivery.due_at_ms, {}};
    }
}

void WebhookStore::withdraw(std::int64_t shop_id, std::string_view order_id, std::int64_t event_sequence,
                            std::int64_t now_ms) {
    for (auto& [key, stored] : data_.deliveries) {
        Delivery& row = stored.row;
        const bool is_meant = key.first == shop_id && row.order_id == order_id && row.event_sequence == event_sequence;
        if (!is_meant || !is_open(row) || row.attempts > 0) continue;
        row.status = DeliveryStatus::withdrawn;
        row.settled_at_ms = now_ms;
    }
}

std::vector<Delivery> WebhookStore::claim(const ports::DueWebhook& of, std::int64_t now_ms, std::int64_t lease_ms,
                                          std::int32_t limit) {
    std::vector<StoredDelivery*> due;
    for (auto& [key, stored] : data_.deliveries) {
        const bool is_meant = key.first == of.shop_id && stored.row.webhook_id == of.webhook_id;
        if (is_meant && is_open(stored.row) && stored.next_at_ms <= now_ms) due.push_back(&stored);
    }
    std::ranges::sort(due, {},
                      [](const StoredDelivery* stored) { return std::tuple(stored->next_at_ms, stored->row.id); });
    if (due.size() > static_cast<std::size_t>(limit)) due.resize(static_cast<std::size_t>(limit));
    std::vector<Delivery> claimed;
    for (StoredDelivery* stored : due) {
        stored->row.attempts += 1;
        stored->next_at_ms = now_ms + lease_ms;
        claimed.push_back(stored->row);
    }
    std::ranges::sort(claimed, {}, [](const Delivery& delivery) { return std::tie(delivery.due_at_ms, delivery.id); });
    return claimed;
}

void WebhookStore::record(std::int64_t shop_id, std::string_view delivery_id, const ports::DeliveryOutcome& outcome,
                          std::int64_t now_ms) {
    const auto found = data_.deliveries.find({shop_id, std::string(delivery_id)});
    if (found == data_.deliveries.end()) return;
    StoredDelivery& stored = found->second;
    if (!outcome.attempt) {
        stored.row.attempts -= 1;
        stored.next_at_ms = outcome.next_due_at_ms;
        return;
    }
    stored.row.status = outcome.status;
    stored.row.http_status = outcome.attempt->http_status;
    stored.row.fault = outcome.attempt->fault;
    stored.attempts.push_back(*outcome.attempt);
    stored.row.settled_at_ms.reset();
    if (outcome.status != DeliveryStatus::waiting) {
        stored.row.settled_at_ms = now_ms;
        return;
    }
    stored.row.due_at_ms = outcome.next_due_at_ms;
    stored.next_at_ms = outcome.next_due_at_ms;
}

bool WebhookStore::resend(std::int64_t shop_id, std::string_view delivery_id, std::int64_t now_ms) {
    const auto found = data_.deliveries.find({shop_id, std::string(delivery_id)});
    if (found == data_.deliveries.end() || found->second.row.status == DeliveryStatus::withdrawn) return false;
    make_due(found->second, now_ms);
    return true;
}

std::int64_t WebhookStore::resend_dead(std::int64_t shop_id, std::string_view webhook_id, std::int64_t now_ms) {
    std::int64_t count = 0;
    for (auto& [key, stored] : data_.deliveries) {
        const bool is_meant = key.first == shop_id && stored.row.webhook_id == webhook_id;
        if (!is_meant || stored.row.status != DeliveryStatus::dead) continue;
        make_due(stored, now_ms);
        ++count;
    }
    return count;
}

std::int64_t WebhookStore::delete_settled_before(std::int64_t shop_id, std::int64_t settled_before_ms,
                                                 std::int32_t limit) {
    std::int64_t count = 0;
    for (auto each = data_.deliveries.begin(); each != data_.deliveries.end() && count < limit;) {
        const Delivery& row = each->second.row;
        const bool is_old = row.settled_at_ms && *row.settled_at_ms < settled_before_ms;
        if (each->first.first != shop_id || !is_old) {
            ++each;
            continue;
        }
        each = data_.deliveries.erase(each);
        ++count;
    }
    return count;
}

}  // namespace commis::fake
