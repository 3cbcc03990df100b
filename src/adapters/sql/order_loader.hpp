// Loads orders with all their facts, one or many at once, in one statement per table that holds anything of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/sql/engine/session.hpp"
#include "adapters/sql/id_list.hpp"
#include "domain/order.hpp"

namespace commis::sql {

std::optional<domain::Order> load_order(Session& session, const Statement& statement, std::int64_t shop_id,
                                        std::string_view order_id);

inline constexpr std::size_t orders_at_once_max = list_length_max;

// In the order of the ids; one that does not exist is left out. At most orders_at_once_max.
std::vector<domain::Order> load_orders(Session& session, std::int64_t shop_id, std::span<const std::string> order_ids);

}  // namespace commis::sql
