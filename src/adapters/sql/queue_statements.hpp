// What waits in any shop: how much, up to a bound, and since when the oldest waits.
#pragma once

#include <array>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::queue_sql {

// The bound keeps a look at a full queue as cheap as one at an empty one.
inline constexpr Statement mails{"queue_of_mails",
                                 "SELECT count(*), min(created_at_ms) FROM (SELECT created_at_ms FROM mails WHERE "
                                 "is_open = 1 AND next_at_ms > 0 ORDER BY next_at_ms LIMIT 10000) waiting"};
inline constexpr Statement jobs{"queue_of_jobs",
                                "SELECT count(*), min(created_at_ms) FROM (SELECT created_at_ms FROM jobs WHERE "
                                "is_open = 1 AND next_at_ms > 0 ORDER BY next_at_ms LIMIT 10000) waiting"};
inline constexpr Statement calls{"queue_of_calls",
                                 "SELECT count(*), min(created_at_ms) FROM (SELECT created_at_ms FROM gateway_calls "
                                 "WHERE is_open = 1 AND next_at_ms > 0 ORDER BY next_at_ms LIMIT 10000) waiting"};
inline constexpr Statement notices{"queue_of_notices",
                                   "SELECT count(*), min(received_at_ms) FROM (SELECT received_at_ms FROM "
                                   "provider_notices WHERE is_open = 1 AND due_at_ms > 0 ORDER BY due_at_ms "
                                   "LIMIT 10000) waiting"};
inline constexpr Statement deliveries{"queue_of_deliveries",
                                      "SELECT count(*), min(created_at_ms) FROM (SELECT created_at_ms FROM "
                                      "webhook_deliveries WHERE shop_id = $1 AND is_open = 1 LIMIT 10000) waiting"};

inline constexpr std::array all{deliveries};
inline constexpr std::array across_shops{mails, jobs, calls, notices};

}  // namespace commis::sql::queue_sql
