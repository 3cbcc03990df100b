// The statements that read an order's timeline.
#pragma once

#include <array>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::timeline_sql {

#define COMMIS_EVENT_COLUMNS                                                                                \
    "e.event_id, e.sequence, e.at_ms, e.type, e.actor_kind, e.actor_id, e.actor_name, e.note_is_internal, " \
    "e.data, w.note, w.reason FROM order_events e LEFT JOIN event_words w ON w.shop_id = e.shop_id "        \
    "AND w.order_id = e.order_id AND w.sequence = e.sequence"

// Of the archive, which holds the words, too.
#define COMMIS_ARCHIVED_COLUMNS                                                                                \
    "event_id, sequence, at_ms, type, actor_kind, actor_id, actor_name, note_is_internal, data, note, reason " \
    "FROM archived_events"

inline constexpr Statement list{
    "timeline_list",
    "SELECT " COMMIS_EVENT_COLUMNS
    " WHERE e.shop_id = $1 AND e.order_id = $2 AND e.sequence < $3 UNION ALL SELECT " COMMIS_ARCHIVED_COLUMNS
    " WHERE shop_id = $1 AND order_id = $2 AND sequence < $3 ORDER BY 2 DESC LIMIT $4"};
inline constexpr Statement find{"event_find", "SELECT " COMMIS_EVENT_COLUMNS
                                              " WHERE e.shop_id = $1 AND e.order_id = $2 AND e.sequence = $3 UNION ALL "
                                              "SELECT " COMMIS_ARCHIVED_COLUMNS
                                              " WHERE shop_id = $1 AND order_id = $2 AND sequence = $3"};
// What the decisions between two events changed, newest first.
inline constexpr Statement list_patches{
    "event_patches",
    "SELECT sequence, before FROM order_events WHERE shop_id = $1 AND order_id = $2 AND sequence > $3 "
    "AND sequence < $4 UNION ALL SELECT sequence, before FROM archived_events WHERE shop_id = $1 AND order_id = $2 "
    "AND sequence > $3 AND sequence < $4 ORDER BY 1 DESC LIMIT $5"};

inline constexpr std::array all{list, find, list_patches};

}  // namespace commis::sql::timeline_sql
