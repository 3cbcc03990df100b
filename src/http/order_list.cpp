// A page of orders: one query for the rows, one bounded count when asked for.
#include <algorithm>
#include <map>

#include "http/order_json.hpp"
#include "http/routes.hpp"

namespace commis::http {

// About what a row takes, so that a page is written without moving what is there.
constexpr std::size_t row_bytes = 1'024;

Response order_list(const Call& call, const OrderQuery& query, const WriteRow& write_row) {
    ports::OrderPage page;
    std::optional<ports::OrderCount> count;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        page = snapshot.orders().list(query.page);
        if (query.wants_count) count = snapshot.orders().count(query.page.filter);
    });
    std::string body;
    body.reserve(page.rows.size() * row_bytes);
    json::Writer writer(body);
    writer.object().key("items").array();
    for (const ports::OrderRow& row : page.rows) write_row(writer, row);
    writer.end().key("next_cursor");
    page.next ? writer.value(encode_cursor(*page.next)) : writer.null();
    if (count) {
        writer.member("total", count->count);
        if (count->is_estimate) writer.member("total_is_estimate", true);
    }
    if (!query.page.filter.q.empty() && query.page.sort != ports::OrderSort::placed_at) {
        writer.member("sorted_within", 10'000);
    }
    writer.end();
    return json_response(200, std::move(body));
}

std::vector<domain::Shop> readable_shops(const Call& call) {
    std::vector<domain::Shop> shops;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) { shops = snapshot.shops().list(); });
    const auto wanted = call.request.query_values("shop");
    std::erase_if(shops, [&](const domain::Shop& shop) {
        const bool is_wanted = wanted.empty() || std::ranges::find(wanted, shop.handle) != wanted.end();
        return !is_wanted || !call.caller.rights_in(shop.id).has(domain::Right::read);
    });
    return shops;
}

Response list_all_orders(Call& call) {
    auto query = read_order_query(call.request, {"shop"});
    if (!query) return std::move(query.error());
    const std::vector<domain::Shop> shops = readable_shops(call);
    std::map<std::int64_t, std::pair<const domain::Shop*, std::shared_ptr<const domain::Profile>>> known;
    for (const domain::Shop& shop : shops) {
        known[shop.id] = {&shop, call.site.services.profiles.of(shop)};
        query->page.filter.shop_ids.push_back(shop.id);
    }
    if (known.empty()) return list_response(std::vector<domain::Shop>{}, "", [](json::Writer&, const auto&) {});
    return order_list(call, *query, [&](json::Writer& writer, const ports::OrderRow& row) {
        const auto& [shop, profile] = known.at(row.shop_id);
        const OrderView view{call.site.services, *shop, *profile, call.language, call.caller.rights_in(shop->id)};
        write_order_row(writer, view, row);
    });
}

}  // namespace commis::http
