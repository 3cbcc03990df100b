// Lock, check the version, decide, save.
#include "features/orders/run.hpp"

#include <algorithm>

#include "domain/decisions/access.hpp"
#include "domain/decisions/erase.hpp"
#include "domain/decisions/payment_link.hpp"
#include "features/accounting/book_money.hpp"
#include "features/accounting/transfers.hpp"
#include "features/audit/audit.hpp"
#include "features/buyer/link.hpp"
#include "features/documents/issue.hpp"
#include "features/payments/looks.hpp"
#include "features/webhooks/queue.hpp"
#include "json/writer.hpp"

namespace commis::orders {
namespace {

// A mail that a server took, or may have taken: what still waits is sent by the outbox itself.
std::optional<domain::KeptMail> kept_mail(ports::UnitOfWork& work, const domain::Order& order,
                                          std::string_view mail_id) {
    const auto mail = work.reads().outbox().find(order.shop_id, mail_id);
    if (!mail || mail->order_id != order.id || !ports::has_left(*mail)) return std::nullopt;
    if (!work.reads().outbox().find_bytes(order.shop_id, mail_id)) return std::nullopt;
    return domain::KeptMail{mail->kind, mail->recipient, mail->is_copy};
}

// What of the world a decision may ask about, inside its own unit of work.
void look_up(domain::Context& context, ports::UnitOfWork& work, const Services& services, const domain::Shop& shop,
             const domain::Order& order) {
    context.provider_connected = [&services, &shop](const domain::Payment& payment) {
        return services.gateways != nullptr && services.gateways->find(shop, payment) != nullptr;
    };
    context.link_account = [&services, &shop]() -> std::optional<domain::LinkAccount> {
        return services.gateways != nullptr ? services.gateways->link_account(shop) : std::nullopt;
    };
    look_up_openings(context, work, shop);
    context.pickup_code = [&services](const domain::Order& asked) { return buyer::pickup_code(services, asked); };
    context.kept_mail = [&work, &order](std::string_view mail_id) { return kept_mail(work, order, mail_id); };
    context.available = [&work, &shop](std::string_view sku) -> std::optional<std::int64_t> {
        const auto levels = work.reads().articles().stock_levels(shop.id, {std::string(sku)});
        return levels.empty() ? std::nullopt : levels.front().available();
    };
}

// A reference outside is one order's own in its channel; the first order is named, as at placing.
std::optional<domain::Error> refused_reference(ports::UnitOfWork& work, const domain::Order& before,
                                               const domain::Order& after) {
    if (after.external_id.empty() || after.external_id == before.external_id) return std::nullopt;
    const auto first = work.orders().find_external(after.shop_id, after.channel, after.external_id);
    if (!first || *first == after.id) return std::nullopt;
    return domain::Error{
        domain::Refusal::duplicate_external_id, *first, {{"/external_id", "already_used", "another order has it"}}};
}

void block_refunded(ports::UnitOfWork& work, const domain::Order& before, const domain::Order& after,
                    const domain::Profile& profile, std::int64_t now_ms) {
    for (const std::string& address : domain::addresses_to_block(before, after, profile)) {
        work.openings().block({.shop_id = after.shop_id,
                               .email = address,
                               .reason = "refunded",
                               .order_id = after.id,
                               .order_number = after.number,
                               .blocked_at_ms = now_ms});
    }
}

// That somebody was erased can be proven afterwards; who it was, nowhere.
void keep_trace(ports::UnitOfWork& work, const Services& services, const Caller& caller, const domain::Order& order) {
    std::string detail;
    json::Writer writer(detail);
    writer.object().member("order", order.id).end();
    audit::record(work, services, order.shop_id,
                  {.kind = "erasure", .actor = caller.actor, .subject = "order " + order.number, .detail = detail});
}

}  // namespace

void look_up_openings(domain::Context& context, ports::UnitOfWork& work, const domain::Shop& shop) {
    context.seats_left = [&work, &shop](std::string_view sku) { return work.articles().lock_stock(shop.id, sku); };
    context.has_files = [&work, &shop](const std::vector<std::string>& skus) {
        return work.reads().openings().has_files(shop.id, skus);
    };
}

domain::Context context_for(const Services& services, const domain::Shop& shop, const domain::Profile& profile,
                            const Caller& caller) {
    return domain::Context{.profile = profile,
                           .staff = domain::staff_of(shop),
                           .now_ms = services.clock.now_ms(),
                           .actor = caller.actor,
                           .rights = caller.rights_in(shop.id),
                           .entry = domain::EntryPoint::button,
                           .new_id = services.new_id(),
                           .calendar = calendar_of(services, shop),
                           .new_token = [&services] { return services.ids.secret(); },
                           .return_slips = shop.papers.return_slips};
}

void settle_readers(ports::UnitOfWork& work, const domain::Shop& shop, const domain::Context& context,
                    domain::Decision& decision) {
    if (shop.skips_returned) {
        domain::withhold_returned(decision, [&](std::string_view address) {
            const auto newest = work.reads().outbox().newest_bounce(shop.id, address);
            return newest && ports::says_dead(*newest);
        });
    }
    domain::copy_to_staff(decision, context.staff);
}

domain::Calendar calendar_of(const Services& services, const domain::Shop& shop) {
    const ports::Clock& clock = services.clock;
    return {[&clock, zone = shop.timezone](std::int64_t at_ms, std::int32_t days) {
                return clock.start_of_day(at_ms, days, zone);
            },
            [&clock, zone = shop.timezone](std::int64_t at_ms) { return clock.day_of(at_ms, zone); }};
}

domain::Projection project(const Services& services, const domain::Shop& shop, const domain::Profile& profile,
                           const domain::Order& order) {
    return domain::projection_of(order, profile, calendar_of(services, shop));
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
    look_up(context, work, services, target.shop, *order);
    auto decision = decide(*order, context);
    if (decision) {
        domain::end_stale_links(*decision, context);
        domain::follow_access(*decision, &*order, context);
        domain::follow_people(*decision);
        settle_readers(work, target.shop, context, *decision);
        if (auto error = refused_reference(work, *order, decision->order)) return std::unexpected(std::move(*error));
    }
    if (!decision || target.dry_run || decision->events.empty()) return decision;
    std::erase_if(decision->mails, [](const domain::MailIntent& mail) { return mail.after_answer; });
    documents::number_documents(work, services, target.shop, *profile, decision->order);
    work.orders().save(*order, *decision, domain::projection_of(decision->order, *profile, context.calendar),
                       context.new_id);
    accounting::book_money(work, &*order, decision->order, context.now_ms);
    accounting::queue_transfers(work, target.shop, *profile, &*order, decision->order, context.now_ms);
    payments::plan_looks(work, &*order, decision->order, context.now_ms);
    webhooks::queue(work, services, target.shop, *profile, *decision);
    if (decision->erases_people) keep_trace(work, services, caller, decision->order);
    block_refunded(work, *order, decision->order, *profile, context.now_ms);
    // An order that was given to another address has a customer there, too.
    if (decision->order.buyer.email != order->buyer.email) {
        work.customers().remember(decision->order, services.ids.next());
    }
    return decision;
}

void announce(const Services& services, const domain::Decision& decision) {
    if (decision.events.empty()) return;
    services.notices.order_changed(decision.order.shop_id, decision.order.id, decision.order.version);
    const bool queues = std::ranges::any_of(
        decision.mails, [](const domain::MailIntent& mail) { return mail.suppressed == domain::Suppression::none; });
    if (queues) services.notices.mail_queued();
    if (std::ranges::any_of(decision.order.ledger.calls, &domain::GatewayCall::is_open)) {
        services.notices.provider_asked();
    }
}

}  // namespace commis::orders
