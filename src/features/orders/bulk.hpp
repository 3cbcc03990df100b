// One action on many orders: the same command for each, shown beforehand, done one by one. One refusal never stops the
// rest (D-14, W-23, W-24).
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "features/orders/actions.hpp"

namespace commis::orders {

// Confirmations are sent again for at most this many orders at a time (W-24, A-06); other actions for any number.
inline constexpr std::int64_t confirmations_max = 100;
// More of them go in batches of that many, one after the other, when the caller asks for it; at most this many batches.
inline constexpr std::int64_t batches_max = 50;
// No job names more orders than this; a filter that finds more is refused.
inline constexpr std::int64_t bulk_orders_max = 100'000;

// What the action would do to these orders.
struct BulkPreview {
    std::int64_t change = 0;
    struct Skip {
        std::string order_id;
        std::string number;  // Empty when there is no such order.
        std::string code;
    };
    std::vector<Skip> skip;
    std::int64_t mails = 0;
    // What the ledgers would move by, with what services are asked to take; without its sign.
    std::int64_t money_minor = 0;
};

// How many orders one job of this action takes.
std::int64_t batch_size(domain::Action action);

// Refuses with `too_many_orders`. Nothing has been done then.
domain::Result<bool> check_bulk(domain::Action action, std::int64_t orders, bool in_batches = false);

// The orders in the batches they are done in: one, unless there are more than one job takes.
std::vector<std::vector<std::string>> batches_of(domain::Action action, const std::vector<std::string>& order_ids);

// The ids of what a list shows now, in its order; at most a page more than `bulk_orders_max`. Without a sort, what a
// filter finds, oldest first.
std::vector<std::string> orders_of(const Services& services, ports::OrderPageRequest request);
std::vector<std::string> orders_of(const Services& services, const ports::OrderFilter& filter);

BulkPreview preview_bulk(const Services& services, const domain::Shop& shop, const Caller& caller,
                         const ParsedAction& action, const std::vector<std::string>& order_ids);

// One order, in the caller's unit of work. The action's own `entry` and `dry_run` are overruled.
domain::Result<domain::Decision> run_bulk_item(ports::UnitOfWork& work, const Services& services,
                                               const domain::Shop& shop, const Caller& caller,
                                               const ParsedAction& action, const std::string& order_id);

}  // namespace commis::orders
