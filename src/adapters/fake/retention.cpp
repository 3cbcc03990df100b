#include "adapters/fake/retention.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace commis::fake {
namespace {

std::vector<ports::Aged> sorted_page(std::vector<ports::Aged> found, const std::optional<ports::Aged>& after,
                                     std::int32_t limit) {
    const auto place = [](const ports::Aged& each) { return std::pair(each.at_ms, each.id); };
    if (after) std::erase_if(found, [&](const ports::Aged& each) { return place(each) <= place(*after); });
    std::ranges::sort(found, {}, place);
    if (std::ssize(found) > limit) found.resize(static_cast<std::size_t>(limit));
    return found;
}

std::vector<ports::Aged> orders_where(const Data& data, std::int64_t shop_id, std::int64_t changed_before_ms,
                                      const std::function<bool(const domain::Order&)>& is_wanted) {
    std::vector<ports::Aged> found;
    for (const auto& [key, stored] : data.orders) {
        const domain::Order& order = stored->order;
        const bool is_aged = order.placed_at_ms < changed_before_ms && order.updated_at_ms < changed_before_ms;
        if (key.first != shop_id || order.draft || order.removed || !is_aged || !is_wanted(order)) continue;
        found.push_back({order.id, order.placed_at_ms});
    }
    return found;
}

}  // namespace

std::vector<ports::Aged> RetentionStore::with_people(std::int64_t shop_id, std::int64_t changed_before_ms,
                                                     const std::optional<ports::Aged>& after, std::int32_t limit) {
    const auto is_wanted = [](const domain::Order& order) { return !order.people_erased_at_ms; };
    return sorted_page(orders_where(data_, shop_id, changed_before_ms, is_wanted), after, limit);
}

std::vector<ports::Aged> RetentionStore::with_live_events(std::int64_t shop_id, std::int64_t changed_before_ms,
                                                          const std::optional<ports::Aged>& after, std::int32_t limit) {
    const auto is_wanted = [&](const domain::Order& order) {
        const auto archived = data_.archived.find({shop_id, order.id});
        return archived == data_.archived.end() || archived->second < order.event_count;
    };
    return sorted_page(orders_where(data_, shop_id, changed_before_ms, is_wanted), after, limit);
}

std::int64_t RetentionStore::archive_events(std::int64_t shop_id, std::string_view order_id) {
    std::int64_t& archived = data_.archived[Key{shop_id, order_id}];
    const std::int64_t before = std::exchange(archived, std::ssize(data_.events[Key{shop_id, order_id}]));
    return archived - before;
}

std::vector<ports::Aged> RetentionStore::bills_of_erased(std::int64_t shop_id, std::int64_t issued_before_ms,
                                                         const std::optional<ports::Aged>& after, std::int32_t limit) {
    std::vector<ports::Aged> found;
    for (const auto& [key, issued] : data_.issued) {
        const bool is_old = std::get<0>(key) == shop_id && issued->issued_at_ms < issued_before_ms;
        if (!is_old || !domain::is_bill(issued->kind) || issued->content.empty()) continue;
        const auto order = data_.orders.find({shop_id, issued->order_id});
        const bool is_of_erased = order != data_.orders.end() && order->second->order.people_erased_at_ms.has_value();
        if (is_of_erased) found.push_back({issued->document_id, issued->issued_at_ms});
    }
    return sorted_page(std::move(found), after, limit);
}

void RetentionStore::erase_bill(std::int64_t shop_id, std::string_view document_id) {
    std::erase_if(data_.files, [&](const auto& file) {
        return std::get<0>(file.first) == shop_id && std::get<1>(file.first) == document_id;
    });
    for (auto& [key, issued] : data_.issued) {
        if (std::get<0>(key) != shop_id || issued->document_id != document_id) continue;
        ports::IssuedDocument erased = *issued;
        erased.content.clear();
        issued = std::make_shared<const ports::IssuedDocument>(std::move(erased));
    }
}

}  // namespace commis::fake
