#include "features/articles/stock.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace commis::articles {
namespace {

constexpr std::size_t skus_asked_max = 200;

// Stock of any number of SKUs, in as many questions as it takes.
std::map<std::string, ports::StockLevel> levels_of(ports::Snapshot& snapshot, std::int64_t shop_id,
                                                   const std::set<std::string>& skus) {
    std::map<std::string, ports::StockLevel> levels;
    std::vector<std::string> asked;
    const auto ask = [&] {
        for (ports::StockLevel& level : snapshot.articles().stock_levels(shop_id, asked)) {
            levels[level.sku] = std::move(level);
        }
        asked.clear();
    };
    for (const std::string& sku : skus) {
        if (!sku.empty()) asked.push_back(sku);
        if (asked.size() == skus_asked_max) ask();
    }
    if (!asked.empty()) ask();
    return levels;
}

}  // namespace

std::vector<LineAvailability> availability(ports::Snapshot& snapshot, const domain::Order& order) {
    std::set<std::string> skus;
    std::map<std::string, std::int64_t> own;
    for (const domain::Line& line : order.lines) {
        if (line.to_ship() <= 0) continue;
        skus.insert(line.sku);
        own[line.sku] += line.reserved;
    }
    const auto levels = levels_of(snapshot, order.shop_id, skus);
    std::map<std::string, std::int64_t> left;
    for (const auto& [sku, level] : levels) {
        if (level.on_hand) left[sku] = std::max<std::int64_t>(0, *level.on_hand - (level.reserved - own[sku]));
    }
    std::vector<LineAvailability> lines;
    for (const domain::Line& line : order.lines) {
        if (line.to_ship() <= 0) continue;
        LineAvailability& shown = lines.emplace_back(LineAvailability{line.id, line.sku, line.to_ship(), {}});
        const auto counted = left.find(line.sku);
        if (counted == left.end()) continue;
        shown.available = counted->second;
        // Two lines of one article share what there is, the first line first.
        counted->second = std::max<std::int64_t>(0, counted->second - line.to_ship());
    }
    return lines;
}

PickList pick_list(ports::Snapshot& snapshot, std::int64_t shop_id) {
    ports::OrderFilter filter;
    filter.shop_ids = {shop_id};
    filter.queues = {domain::Queue::to_ship};
    std::vector<domain::Order> orders = snapshot.orders().scan(filter, std::nullopt, picked_orders_max + 1);
    const bool has_more = orders.size() > static_cast<std::size_t>(picked_orders_max);
    if (has_more) orders.pop_back();
    PickList list = pick_list(snapshot, shop_id, orders);
    list.has_more = has_more;
    return list;
}

PickList pick_list(ports::Snapshot& snapshot, std::int64_t shop_id, const std::vector<domain::Order>& orders) {
    PickList list;
    list.orders = static_cast<std::int64_t>(orders.size());
    std::map<std::pair<std::string, std::string>, PickItem> items;
    std::set<std::string> skus;
    for (const domain::Order& order : orders) {
        for (const domain::Line& line : order.lines) {
            if (line.to_ship() <= 0) continue;
            PickItem& item = items[{line.sku, line.sku.empty() ? line.name : std::string()}];
            item.sku = line.sku;
            item.name = line.name;
            item.quantity += line.to_ship();
            const bool is_new = item.orders.empty() || item.orders.back().id != order.id;
            if (is_new) item.orders.push_back({order.id, order.number, 0});
            item.orders.back().quantity += line.to_ship();
            skus.insert(line.sku);
        }
    }
    const auto levels = levels_of(snapshot, shop_id, skus);
    for (auto& [key, item] : items) {
        if (const auto level = levels.find(item.sku); level != levels.end()) item.on_hand = level->second.on_hand;
        list.items.push_back(std::move(item));
    }
    return list;
}

SupplierList supplier_list(ports::Snapshot& snapshot, std::int64_t shop_id) {
    std::vector<ports::Shortage> shortages = snapshot.statistics().shortages(shop_id, short_articles_max + 1);
    SupplierList list;
    list.has_more = shortages.size() > static_cast<std::size_t>(short_articles_max);
    if (list.has_more) shortages.pop_back();
    for (ports::Shortage& shortage : shortages) {
        const bool is_new = list.suppliers.empty() || list.suppliers.back().supplier != shortage.supplier;
        if (is_new) list.suppliers.push_back({shortage.supplier, {}});
        list.suppliers.back().articles.push_back(std::move(shortage));
    }
    return list;
}

}  // namespace commis::articles
