// The statements of the questions to payment services, and of the sandbox's own book.
#pragma once

#include <array>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::gateway_sql {

// Over all shops, and therefore without locks: who has the questions that have been due for longest.
inline constexpr Statement due_shops{
    "gateway_calls_due_shops",
    "SELECT shop_id FROM (SELECT shop_id, next_at_ms FROM gateway_calls WHERE is_open = 1 AND next_at_ms <= $1 "
    "ORDER BY next_at_ms LIMIT 1000) due GROUP BY shop_id ORDER BY min(next_at_ms) LIMIT 100"};
// A lease: whoever moves next_at_ms has the row until then. The second condition is what the loser of two sees.
inline constexpr Statement claim{
    "gateway_calls_claim",
    "UPDATE gateway_calls SET next_at_ms = $3, attempts = attempts + 1 WHERE shop_id = $1 "
    "AND (order_id, call_id) IN (SELECT order_id, call_id FROM gateway_calls WHERE shop_id = $1 AND is_open = 1 "
    "AND next_at_ms <= $2 ORDER BY next_at_ms, order_id, call_id LIMIT $4) "
    "AND is_open = 1 AND next_at_ms <= $2 RETURNING order_id, call_id, attempts"};
inline constexpr Statement postpone{
    "gateway_call_postpone",
    "UPDATE gateway_calls SET next_at_ms = $4 WHERE shop_id = $1 AND order_id = $2 AND call_id = $3 AND is_open = 1"};

#define COMMIS_MOVEMENT_COLUMNS "shop_id, payment_id, movement_key, kind, amount_minor, fee_minor, failed, at_ms"
inline constexpr Statement movements{"sandbox_movements_list", "SELECT " COMMIS_MOVEMENT_COLUMNS
                                                               " FROM sandbox_movements WHERE shop_id = $1 "
                                                               "AND payment_id = $2 ORDER BY at_ms, movement_key"};
inline constexpr Statement add_movement{"sandbox_movement_add",
                                        "INSERT INTO sandbox_movements (" COMMIS_MOVEMENT_COLUMNS
                                        ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};

inline constexpr std::array all{claim, postpone, movements, add_movement};
inline constexpr std::array across_shops{due_shops};

}  // namespace commis::sql::gateway_sql
