// The register of removed orders: what the numbers were, without people.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "adapters/sql/engine/session.hpp"
#include "ports/order_reader.hpp"

namespace commis::sql {

// Newest removal first, below a place when given.
std::vector<ports::RemovedRow> list_removed(Session& session, std::int64_t shop_id,
                                            const std::optional<ports::OrderCursor>& after, std::int32_t limit);

}  // namespace commis::sql
