// A write claims, the network is asked outside any unit of work, a write records. When the program dies between the
// two, the lease runs out and the delivery is made again under the same id.
#include "worker/webhooks.hpp"

#include <algorithm>
#include <functional>

#include "features/webhooks/webhooks.hpp"

namespace commis::worker {
namespace {

using domain::DeliveryStatus;

constexpr std::int64_t minute_ms = 60'000;
// Longer than a call may take, with room for a slow disk.
constexpr std::int64_t lease_ms = 40'000;
constexpr std::size_t on_the_way_max = 32;
// So few that one slow endpoint leaves room for all others.
constexpr std::int32_t of_one_endpoint_max = 4;
constexpr std::int64_t wait_ms = 100;
constexpr std::int64_t forget_every_ms = 60 * minute_ms;
constexpr std::int32_t forget_limit = 500;

}  // namespace

WebhookCounts WebhookWorker::run_due(const std::stop_token& stopping) {
    WebhookCounts counts;
    forget_old();
    do {
        if (!stopping.stop_requested()) start_due();
        if (!on_the_way_.empty()) record(sender_.wait(wait_ms), counts);
    } while (!on_the_way_.empty());
    return counts;
}

void WebhookWorker::start_due() {
    if (on_the_way_.size() >= on_the_way_max) return;
    std::vector<ports::DueWebhook> due;
    services_.storage.read([&](ports::Snapshot& snapshot) { due = snapshot.webhooks().due(services_.clock.now_ms()); });
    for (const ports::DueWebhook& each : due) start_endpoint(each);
}

void WebhookWorker::start_endpoint(const ports::DueWebhook& due) {
    const Endpoint endpoint{due.shop_id, due.webhook_id};
    const auto left = static_cast<std::int32_t>(on_the_way_max - on_the_way_.size());
    std::optional<ports::Webhook> webhook;
    std::vector<ports::Delivery> claimed;
    const std::int64_t now_ms = services_.clock.now_ms();
    if (std::min(left, of_one_endpoint_max - busy_[endpoint]) <= 0) return;
    services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        claimed.clear();
        webhook = work.reads().webhooks().find(due.shop_id, due.webhook_id);
        if (!webhook) return;
        // One that is down is asked with a single delivery until it takes one.
        const std::int32_t room = (webhook->health.failures > 2 ? 1 : of_one_endpoint_max) - busy_[endpoint];
        if (room > 0) claimed = work.webhooks().claim(due, now_ms, lease_ms, std::min(left, room));
    });
    if (claimed.empty()) return;
    const auto secrets = webhooks::signing_secrets(services_, *webhook, now_ms);
    for (ports::Delivery& delivery : claimed) {
        const std::uint64_t tag = next_tag_++;
        sender_.start(tag, {webhook->url, delivery.event_id, now_ms / 1'000, delivery.body, secrets});
        busy_[endpoint] += 1;
        on_the_way_.emplace(tag, std::move(delivery));
    }
}

void WebhookWorker::record(const std::vector<ports::FinishedCall>& finished, WebhookCounts& counts) {
    // They are off the list first: should the storage fail, their leases bring them back.
    std::vector<std::pair<ports::Delivery, const ports::WebhookAnswer*>> answered;
    for (const ports::FinishedCall& call : finished) {
        auto at = on_the_way_.extract(call.tag);
        busy_[{at.mapped().shop_id, at.mapped().webhook_id}] -= 1;
        answered.emplace_back(std::move(at.mapped()), &call.answer);
        (call.answer.fault.empty() ? counts.delivered : counts.failed) += 1;
    }
    std::erase_if(busy_, [](const auto& each) { return each.second == 0; });
    if (answered.empty()) return;
    services_.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        for (const auto& [delivery, answer] : answered) record_one(work, delivery, *answer);
    });
}

void WebhookWorker::record_one(ports::UnitOfWork& work, const ports::Delivery& delivery,
                               const ports::WebhookAnswer& answer) const {
    const std::int64_t now_ms = services_.clock.now_ms();
    ports::DeliveryOutcome outcome;
    outcome.next_due_at_ms = now_ms;
    if (answer.fault == "stopped") return work.webhooks().record(delivery.shop_id, delivery.id, outcome, now_ms);
    const bool is_gone = answer.fault == "gone";
    outcome.attempt = {now_ms, answer.duration_ms, answer.http_status, answer.fault, answer.answer};
    outcome.status = DeliveryStatus::delivered;
    if (!answer.fault.empty()) {
        const std::uint64_t spread = std::hash<std::string>{}(delivery.id) + static_cast<std::uint64_t>(now_ms);
        const auto delay_ms = domain::redelivery_delay_ms(delivery.attempts, spread);
        outcome.status = delay_ms && !is_gone ? DeliveryStatus::waiting : DeliveryStatus::dead;
        outcome.next_due_at_ms = now_ms + delay_ms.value_or(0);
    }
    work.webhooks().record(delivery.shop_id, delivery.id, outcome, now_ms);
    auto webhook = work.webhooks().lock(delivery.shop_id, delivery.webhook_id);
    if (!webhook) return;
    webhook->health = answer.fault.empty() ? domain::after_delivery(webhook->health, now_ms)
                                           : domain::after_failure(webhook->health, now_ms, is_gone);
    work.webhooks().save(*webhook);
}

// Settled deliveries are kept for a while and then forgotten, shop by shop.
void WebhookWorker::forget_old() {
    const std::int64_t now_ms = services_.clock.now_ms();
    if (now_ms < forget_at_ms_) return;
    forget_at_ms_ = now_ms + forget_every_ms;
    std::vector<domain::Shop> shops;
    services_.storage.read([&](ports::Snapshot& snapshot) { shops = snapshot.shops().list(); });
    for (const domain::Shop& shop : shops) {
        std::int64_t forgotten = forget_limit;
        while (forgotten == forget_limit) {
            services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
                forgotten =
                    work.webhooks().delete_settled_before(shop.id, now_ms - domain::settled_kept_ms, forget_limit);
            });
        }
    }
}

}  // namespace commis::worker
