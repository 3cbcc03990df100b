// The place command, read from top to bottom.
#include "features/orders/place.hpp"

#include <array>

#include "domain/decisions/access.hpp"
#include "features/accounting/book_money.hpp"
#include "features/accounting/transfers.hpp"
#include "features/customers/customers.hpp"
#include "features/documents/issue.hpp"
#include "features/payments/looks.hpp"
#include "features/webhooks/queue.hpp"

namespace commis::orders {
namespace {

// Payment services a storefront may have talked to; the sandbox only exists in shops made with it (api.md).
bool knows_provider(const domain::Shop& shop, std::string_view provider) {
    return provider == "stripe" || provider == "paypal" || (provider == "sandbox" && shop.sandbox);
}

// A storefront speaks to the account that is connected now: a refund then needs that one (W-40).
std::string account_of(const domain::Shop& shop, std::string_view provider) {
    const domain::GatewayConnection* connection = domain::newest_connection(shop, provider);
    return connection == nullptr ? std::string() : connection->account;
}

}  // namespace

domain::Result<domain::Decision> place(ports::UnitOfWork& work, const Services& services, const domain::Shop& shop,
                                       const Caller& caller, const domain::PlaceOrder& command, bool dry_run) {
    if (!command.external_id.empty()) {
        const auto first = work.orders().find_external(shop.id, command.channel, command.external_id);
        if (first) {
            const auto order = work.reads().orders().find(shop.id, *first);
            const bool is_removed = order && order->removed;
            return domain::refuse(is_removed ? domain::Refusal::removed : domain::Refusal::duplicate_external_id,
                                  *first);
        }
    }
    const auto profile = services.profiles.of(shop);
    domain::Context context = context_for(services, shop, *profile, caller);
    look_up_openings(context, work, shop);
    const domain::PlaceRules rules{
        .default_language = shop.language,
        .provider_known = [&](std::string_view provider) { return knows_provider(shop, provider); },
        .trusts_payment_claims = caller.trusts_payment_claims,
        .account_of = [&](std::string_view provider) { return account_of(shop, provider); },
        .blocked_among =
            [&](const std::vector<std::string>& addresses) {
                return work.reads().openings().blocked_among(shop.id, addresses);
            }};
    if (auto refused = customers::refused_method(work, *profile, shop.id, command)) {
        return std::unexpected(std::move(*refused));
    }
    auto decision = domain::place(command, shop.id, rules, context);
    if (decision) domain::follow_access(*decision, nullptr, context);
    if (decision) settle_readers(work, shop, context, *decision);
    if (!decision || dry_run) return decision;
    // The number comes last, so that a refused order takes none and the range is held for the shortest time.
    const std::int64_t year = documents::year_of(services, shop, context.now_ms);
    decision->order.number = work.orders().take_number(shop.id, "order", year).text;
    documents::number_documents(work, services, shop, *profile, decision->order);
    work.orders().insert(*decision, domain::projection_of(decision->order, *profile, context.calendar), context.new_id);
    accounting::book_money(work, nullptr, decision->order, context.now_ms);
    accounting::queue_transfers(work, shop, *profile, nullptr, decision->order, context.now_ms);
    payments::plan_looks(work, nullptr, decision->order, context.now_ms);
    webhooks::queue(work, services, shop, *profile, *decision);
    work.customers().remember(decision->order, services.ids.next());
    return decision;
}

}  // namespace commis::orders
