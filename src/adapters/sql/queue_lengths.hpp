// How much waits to leave or to be done, for whoever looks after the server: not a part of any feature.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "adapters/sql/engine/engine.hpp"

namespace commis::sql {

struct QueueLength {
    std::string_view queue;    // "mail", "jobs", "payment_questions", "payment_notices" or "webhooks".
    std::int64_t waiting = 0;  // At most 10,000, webhooks: a shop.
    std::optional<std::int64_t> oldest_at_ms;
};

std::vector<QueueLength> read_queue_lengths(Engine& engine, std::span<const std::int64_t> shop_ids);

}  // namespace commis::sql
