// The statements of what old orders no longer hold.
#pragma once

#include <array>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::retention_sql {

// Conditions as the partial indexes of the migrations have them.
#define COMMIS_AGED(condition)                                                               \
    "SELECT order_id, placed_at_ms FROM orders WHERE shop_id = $1 AND " condition            \
    " AND removed_at_ms IS NULL AND draft = 0 AND placed_at_ms < $2 AND updated_at_ms < $2 " \
    "AND (placed_at_ms, order_id) > ($3, $4) ORDER BY placed_at_ms, order_id LIMIT $5"

inline constexpr Statement with_people{"orders_aged_people", COMMIS_AGED("people_erased_at_ms IS NULL")};
inline constexpr Statement with_live_events{"orders_aged_events", COMMIS_AGED("archived = 0")};

inline constexpr Statement archive{
    "events_archive",
    "INSERT INTO archived_events (shop_id, order_id, sequence, event_id, at_ms, type, actor_kind, actor_id, "
    "actor_name, note_is_internal, data, before, note, reason) "
    "SELECT e.shop_id, e.order_id, e.sequence, e.event_id, e.at_ms, e.type, e.actor_kind, e.actor_id, e.actor_name, "
    "e.note_is_internal, e.data, e.before, COALESCE(w.note, ''), COALESCE(w.reason, '') FROM order_events e "
    "LEFT JOIN event_words w ON w.shop_id = e.shop_id AND w.order_id = e.order_id AND w.sequence = e.sequence "
    "WHERE e.shop_id = $1 AND e.order_id = $2"};
inline constexpr Statement delete_events{"events_delete",
                                         "DELETE FROM order_events WHERE shop_id = $1 AND order_id = $2"};
inline constexpr Statement mark_archived{"order_mark_archived",
                                         "UPDATE orders SET archived = 1 WHERE shop_id = $1 AND order_id = $2"};
inline constexpr Statement erase_archived{
    "archived_events_erase",
    "UPDATE archived_events SET note = '', reason = '', "
    "actor_name = CASE WHEN actor_kind = 'buyer' THEN '' ELSE actor_name END "
    "WHERE shop_id = $1 AND order_id = $2 AND (note <> '' OR reason <> '' OR actor_kind = 'buyer')"};

inline constexpr Statement bills_of_erased{
    "issued_of_erased",
    "SELECT i.document_id, i.issued_at_ms FROM issued_documents i WHERE i.shop_id = $1 AND i.issued_at_ms < $2 "
    "AND (i.issued_at_ms, i.document_id) > ($3, $4) AND i.kind IN ('invoice', 'credit_note') AND i.content <> '' "
    "AND EXISTS (SELECT 1 FROM orders o WHERE o.shop_id = i.shop_id AND o.order_id = i.order_id "
    "AND o.people_erased_at_ms IS NOT NULL) ORDER BY i.issued_at_ms, i.document_id LIMIT $5"};
inline constexpr Statement erase_bill{
    "issued_erase_bill", "UPDATE issued_documents SET content = '' WHERE shop_id = $1 AND document_id = $2"};
inline constexpr Statement delete_files{"document_files_delete",
                                        "DELETE FROM document_files WHERE shop_id = $1 AND document_id = $2"};

inline constexpr std::array all{with_people,    with_live_events, archive,    delete_events, mark_archived,
                                erase_archived, bills_of_erased,  erase_bill, delete_files};

}  // namespace commis::sql::retention_sql
