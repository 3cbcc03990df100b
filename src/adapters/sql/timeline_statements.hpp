// The statements that read an order's timeline, and the orders that wait for an answer.
#pragma once

#include <array>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::timeline_sql {

#define COMMIS_EVENT_COLUMNS                                                                                \
    "e.event_id, e.sequence, e.at_ms, e.type, e.actor_kind, e.actor_id, e.actor_name, e.note_is_internal, " \
    "e.data, w.note, w.reason FROM order_events e LEFT JOIN event_words w ON w.shop_id = e.shop_id "        \
    "AND w.order_id = e.order_id AND w.sequence = e.sequence"

inline constexpr Statement list{
    "timeline_list", "SELECT " COMMIS_EVENT_COLUMNS
                     " WHERE e.shop_id = $1 AND e.order_id = $2 AND e.sequence < $3 ORDER BY e.sequence DESC LIMIT $4"};
inline constexpr Statement find{
    "event_find", "SELECT " COMMIS_EVENT_COLUMNS " WHERE e.shop_id = $1 AND e.order_id = $2 AND e.sequence = $3"};
inline constexpr Statement list_unanswered{
    "orders_unanswered",
    "SELECT order_id FROM orders WHERE shop_id = $1 AND payment_status = 'awaiting' AND placed_at_ms < $2 "
    "AND abandoned_at_ms IS NULL AND draft = 0 ORDER BY placed_at_ms, order_id LIMIT $3"};

inline constexpr std::array all{list, find, list_unanswered};

}  // namespace commis::sql::timeline_sql
