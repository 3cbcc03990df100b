// Pages of the order list: one statement for each shop and value of the leading filter, merged by the sort's key.
#pragma once

#include <vector>

#include "adapters/sql/engine/session.hpp"
#include "ports/order_reader.hpp"

namespace commis::sql {

ports::OrderPage list_orders(Session& session, const ports::OrderPageRequest& request);

ports::OrderCount count_orders(Session& session, const ports::OrderFilter& filter);

// Every queue of a shop in one statement.
ports::QueueCounts count_queues(Session& session, std::int64_t shop_id, std::int64_t hold_to_ms, std::int64_t limit);

// The cursors of a stretch of orders by (placed_at, id), rising: where each order is.
std::vector<ports::OrderCursor> scan_places(Session& session, const ports::OrderFilter& filter,
                                            const std::optional<ports::OrderCursor>& after, std::int32_t limit);

}  // namespace commis::sql
