// What is in the house, what orders have set aside, what to pick now and what to order from suppliers (C-10, C-20).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/order.hpp"
#include "ports/storage.hpp"

namespace commis::articles {

// How much of a line could be handed out now, after what other orders have set aside of the same article.
struct LineAvailability {
    std::string line_id;
    std::string sku;
    std::int64_t to_ship = 0;
    std::optional<std::int64_t> available;  // None: nobody counts this article.
    bool is_enough() const { return !available || *available >= to_ship; }
};

// Of the lines that have something left to ship.
std::vector<LineAvailability> availability(ports::Snapshot& snapshot, const domain::Order& order);

struct PickedOrder {
    std::string id;
    std::string number;
    std::int64_t quantity = 0;
};

// Lines of one article over all orders that are to be shipped, the oldest order first.
struct PickItem {
    std::string sku;
    std::string name;
    std::int64_t quantity = 0;
    std::optional<std::int64_t> on_hand;
    std::vector<PickedOrder> orders;
};

struct PickList {
    std::vector<PickItem> items;  // By SKU, then by name where there is none.
    std::int64_t orders = 0;
    bool has_more = false;  // More orders wait than one list holds.
};

inline constexpr std::int32_t picked_orders_max = 500;

// Of all that waits to be sent, or of these orders alone.
PickList pick_list(ports::Snapshot& snapshot, std::int64_t shop_id);
PickList pick_list(ports::Snapshot& snapshot, std::int64_t shop_id, const std::vector<domain::Order>& orders);

struct SupplierOrder {
    std::string supplier;
    std::vector<ports::Shortage> articles;
};

struct SupplierList {
    std::vector<SupplierOrder> suppliers;
    bool has_more = false;
};

inline constexpr std::int32_t short_articles_max = 2'000;

// What is short, by supplier; articles without one come first.
SupplierList supplier_list(ports::Snapshot& snapshot, std::int64_t shop_id);

}  // namespace commis::articles
