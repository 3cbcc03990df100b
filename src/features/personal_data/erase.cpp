// The plan over a customer's orders, and the record's end.
#include "features/personal_data/erase.hpp"

#include <algorithm>
#include <span>

#include "domain/actions.hpp"
#include "features/audit/audit.hpp"
#include "features/customers/customers.hpp"
#include "features/orders/bulk.hpp"

namespace commis::personal_data {
namespace {

constexpr std::size_t slice_size = 50;

void look_at(ErasurePlan& plan, const domain::Order& order, const domain::Profile& profile, std::int64_t now_ms) {
    plan.documents_kept += std::ranges::count_if(order.documents, [](const domain::Document& document) {
        return !document.draft && domain::is_bill(document.kind);
    });
    const auto answer = domain::ask(domain::Action::erase_people, domain::standing_of(order, profile, now_ms));
    if (answer.allowed) {
        plan.order_ids.push_back(order.id);
    } else if (order.people_erased_at_ms) {
        plan.erased_before += 1;
    } else {
        plan.open.push_back({order.id, order.number, *answer.reason});
    }
}

}  // namespace

ErasurePlan plan_erasure(const Services& services, const domain::Shop& shop, const ports::Customer& customer) {
    ErasurePlan plan;
    ports::OrderFilter filter;
    filter.shop_ids = {shop.id};
    filter.customers = customers::emails_of(customer);
    const std::vector<std::string> ids = orders::orders_of(services, filter);
    const auto profile = services.profiles.of(shop);
    for (std::span<const std::string> rest = ids; !rest.empty();) {
        const auto slice = rest.first(std::min(slice_size, rest.size()));
        rest = rest.subspan(slice.size());
        std::vector<domain::Order> found;
        services.storage.read([&](ports::Snapshot& snapshot) {
            found = snapshot.orders().find_many(shop.id, {slice.begin(), slice.end()});
        });
        for (const domain::Order& order : found) look_at(plan, order, *profile, services.clock.now_ms());
    }
    return plan;
}

domain::Result<void> forget_customer(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                     const ports::Customer& customer) {
    const domain::Right right = domain::right_for(domain::Action::erase_people);
    if (!caller.rights_in(customer.shop_id).has(right)) return domain::refuse(domain::Refusal::forbidden);
    for (const std::string& email : customers::emails_of(customer)) work.openings().unblock(customer.shop_id, email);
    work.customers().remove(customer.shop_id, customer.id);
    audit::record(work, services, customer.shop_id,
                  {.kind = "erasure", .actor = caller.actor, .subject = "customer " + customer.id});
    return {};
}

}  // namespace commis::personal_data
