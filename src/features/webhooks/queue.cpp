#include "features/webhooks/queue.hpp"

#include <algorithm>

#include "domain/webhook.hpp"
#include "features/webhooks/event_body.hpp"

namespace commis::webhooks {
namespace {

bool wants(const ports::Webhook& webhook, const std::string& name) {
    return webhook.events.empty() || std::ranges::find(webhook.events, name) != webhook.events.end();
}

std::int64_t due_at_ms(const domain::Order& order, const domain::Event& event, std::int64_t now_ms) {
    const bool is_held = order.undoable && order.undoable->sequence == event.sequence;
    return is_held ? std::max(now_ms, order.undoable->until_ms) : now_ms;
}

}  // namespace

void queue(ports::UnitOfWork& work, const Services& services, const domain::Shop& shop, const domain::Profile& profile,
           const domain::Decision& decision) {
    const domain::Order& order = decision.order;
    const std::int64_t now_ms = services.clock.now_ms();
    for (const std::int64_t sequence : decision.withdrawn_events) {
        work.webhooks().withdraw(shop.id, order.id, sequence, now_ms);
    }
    const bool tells = std::ranges::any_of(decision.events, domain::is_told, &domain::Event::type);
    if (!tells) return;
    const auto listening = work.webhooks().listening(shop.id);
    std::vector<ports::Delivery> deliveries;
    for (const domain::Event& event : decision.events) {
        if (!domain::is_told(event.type)) continue;
        ports::Delivery delivery;
        delivery.event_type = domain::told_name(event.type);
        for (const ports::Webhook& webhook : listening) {
            if (!wants(webhook, delivery.event_type)) continue;
            if (delivery.body.empty()) delivery.body = event_body(shop, profile, order, event, services.carriers);
            delivery.shop_id = shop.id;
            delivery.id = services.ids.next();
            delivery.webhook_id = webhook.id;
            delivery.event_id = event.id;
            delivery.order_id = order.id;
            delivery.order_number = order.number;
            delivery.event_sequence = event.sequence;
            delivery.due_at_ms = due_at_ms(order, event, now_ms);
            delivery.created_at_ms = now_ms;
            deliveries.push_back(delivery);
        }
    }
    work.webhooks().queue(deliveries);
}

}  // namespace commis::webhooks
