// Lock, check the version, decide, save.
#include "features/orders/run.hpp"

#include <algorithm>

namespace commis::orders {

domain::Context context_for(const Services& services, const domain::Shop& shop, const domain::Profile& profile,
                            const Caller& caller) {
    return domain::Context{.profile = profile,
                           .operator_addresses = shop.operator_addresses,
                           .now_ms = services.clock.now_ms(),
                           .actor = caller.actor,
                           .rights = caller.rights_in(shop.id),
                           .entry = domain::EntryPoint::button,
                           .new_id = services.new_id()};
}

domain::Result<domain::Decision> run(ports::UnitOfWork& work, const Services& services, const Target& target,
                                     const Caller& caller, const Decide& decide) {
    const auto order = work.orders().lock(target.shop.id, target.order_id);
    if (!order) return domain::refuse(domain::Refusal::not_found);
    if (target.expected_version && *target.expected_version != order->version) {
        return domain::refuse(domain::Refusal::stale_version, std::to_string(order->version));
    }
    const auto profile = services.profiles.of(target.shop);
    domain::Context context = context_for(services, target.shop, *profile, caller);
    context.entry = target.entry;
    auto decision = decide(*order, context);
    if (!decision || target.dry_run || decision->events.empty()) return decision;
    work.orders().save(*order, *decision, domain::projection_of(decision->order, *profile), context.new_id);
    return decision;
}

void announce(const Services& services, const domain::Decision& decision) {
    if (decision.events.empty()) return;
    services.notices.order_changed(decision.order.shop_id, decision.order.id, decision.order.version);
    const bool queues = std::ranges::any_of(decision.mails, [](const domain::MailIntent& mail) {
        return mail.suppressed == domain::Suppression::none;
    });
    if (queues) services.notices.mail_queued();
}

}  // namespace commis::orders
