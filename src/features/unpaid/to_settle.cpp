#include "features/unpaid/to_settle.hpp"

#include <algorithm>
#include <functional>

namespace commis::unpaid {
namespace {

using ports::ListedEntry;

// One more is asked for, to know whether there is a next page.
EntryPage page_of(ports::Snapshot& snapshot, std::int64_t shop_id, std::int32_t limit,
                  const std::function<std::vector<ListedEntry>(std::int32_t)>& find) {
    std::vector<ListedEntry> found = find(limit + 1);
    EntryPage page;
    if (std::ssize(found) > limit) {
        found.resize(static_cast<std::size_t>(limit));
        page.next = found.back();
    }
    std::vector<std::string> ids;
    for (const ListedEntry& entry : found) {
        if (std::ranges::find(ids, entry.order_id) == ids.end()) ids.push_back(entry.order_id);
    }
    const std::vector<domain::Order> orders = snapshot.orders().find_many(shop_id, ids);
    for (ListedEntry& entry : found) {
        const auto order = std::ranges::find(orders, entry.order_id, &domain::Order::id);
        if (order != orders.end()) page.lines.push_back({*order, std::move(entry.entry_id)});
    }
    return page;
}

}  // namespace

EntryPage list_chargebacks(ports::Snapshot& snapshot, const domain::Shop& shop, ports::ChargebackState state,
                           const std::optional<ListedEntry>& after, std::int32_t limit) {
    return page_of(snapshot, shop.id, limit, [&](std::int32_t count) {
        return snapshot.money_lists().chargebacks(shop.id, state, after, count);
    });
}

EntryPage list_refunds_to_make(ports::Snapshot& snapshot, const domain::Shop& shop,
                               const std::optional<ListedEntry>& after, std::int32_t limit) {
    return page_of(snapshot, shop.id, limit,
                   [&](std::int32_t count) { return snapshot.money_lists().refunds_to_make(shop.id, after, count); });
}

}  // namespace commis::unpaid
