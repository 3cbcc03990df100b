// The statements that store and load one order with all its facts. Column lists stand once, because reading and writing
// count on the same order.
#pragma once

#include <array>

#include "adapters/sql/engine/insert_family.hpp"
#include "adapters/sql/engine/session.hpp"

namespace commis::sql::order_sql {

// The facts of the order itself, as they are read and written.
#define COMMIS_FACT_COLUMNS                                                                                   \
    "shop_id, order_id, number, version, placed_at_ms, updated_at_ms, state, currency, buyer_name, "          \
    "buyer_email, buyer_company, payment_method, promo_code, channel, external_id, seen, imported, tags, "    \
    "assignee, revision, draft, placed_by, language, prices_include_tax, created_at_ms, abandoned_at_ms, "    \
    "buyer_phone, buyer_vat_id, buyer_reference, billing_address, shipping_address, ship_method, ship_name, " \
    "ship_amount_minor, ship_tax_rate_e4, ship_tax_minor, ship_total_minor, ship_pickup, ship_cancelled, "    \
    "discount_minor, note, notify_on_state, hand_mark, flagged_for_review, event_count, parts, "              \
    "link_generation, undoable, "                                                                             \
    "dunning_done, task, invoice_due_at_ms, removed_at_ms, removed_by, removed_reason, people_erased_at_ms"

inline constexpr InsertFamily insert_order{
    "order_insert",
    "INSERT INTO orders (" COMMIS_FACT_COLUMNS
    ", stage, summary, payment_status, worded_status, step, queue, step_amount_minor, step_until_ms, quantity, active, "
    "total_minor, "
    "owed_minor, due_minor, timer_at_ms, refunded_minor, owed_back_minor, hold_minor, hold_until_ms, city, country, "
    "has_note, number_key, buyer_key, email_key)",
    79};

inline constexpr Statement find{"order_find",
                                "SELECT " COMMIS_FACT_COLUMNS " FROM orders WHERE shop_id = $1 AND order_id = $2"};
inline constexpr Statement lock{
    "order_lock", "SELECT " COMMIS_FACT_COLUMNS " FROM orders WHERE shop_id = $1 AND order_id = $2", true};
// The ids follow in a list, see id_list.hpp.
inline constexpr Statement load_many{"orders_load", "SELECT " COMMIS_FACT_COLUMNS " FROM orders"};
inline constexpr Statement find_external{
    "order_find_external",
    "SELECT order_id FROM orders WHERE shop_id = $1 AND channel = $2 AND external_id = $3 AND external_id <> ''"};
inline constexpr Statement mark_seen{"order_mark_seen",
                                     "UPDATE orders SET seen = 1 WHERE shop_id = $1 AND order_id = $2 AND seen = 0"};

// What nearly every action changes. The version in the condition is the answer to two clerks on one screen.
#define COMMIS_STANDING                                                                                               \
    "UPDATE orders SET version = $4, updated_at_ms = $5, summary = $6, payment_status = $7, step = $8, queue = $9, "  \
    "step_amount_minor = $10, step_until_ms = $11, quantity = $12, active = $13, owed_minor = $14, due_minor = $15, " \
    "revision = $16, abandoned_at_ms = $17, ship_cancelled = $18, hand_mark = $19, flagged_for_review = $20, "        \
    "event_count = $21, parts = $22, worded_status = $23, undoable = $24, dunning_done = $25, task = $26, "           \
    "invoice_due_at_ms = $27, timer_at_ms = $28, refunded_minor = $29, owed_back_minor = $30, hold_minor = $31, "     \
    "hold_until_ms = $32, link_generation = $33, archived = 0"
#define COMMIS_OF_VERSION " WHERE shop_id = $1 AND order_id = $2 AND version = $3"
inline constexpr Statement update_standing{"order_update_standing", COMMIS_STANDING COMMIS_OF_VERSION};
// SQLite writes the entry of each index whose column is named, also where the value is the same.
inline constexpr Statement update_state{"order_update_state",
                                        COMMIS_STANDING ", state = $34, stage = $35" COMMIS_OF_VERSION};
#undef COMMIS_STANDING
#undef COMMIS_OF_VERSION
// Removed or brought back.
inline constexpr Statement update_removal{
    "order_update_removal",
    "UPDATE orders SET removed_at_ms = $3, removed_by = $4, removed_reason = $5 WHERE shop_id = $1 AND order_id = $2"};
inline constexpr Statement update_erasure{
    "order_update_erasure", "UPDATE orders SET people_erased_at_ms = $3 WHERE shop_id = $1 AND order_id = $2"};
// Apart from the above, so that a change of state touches no index that it does not concern.
inline constexpr Statement update_content{
    "order_update_content",
    "UPDATE orders SET number = $3, number_key = $4, placed_at_ms = $5, total_minor = $6, currency = $7, "
    "buyer_name = $8, buyer_key = $9, buyer_email = $10, email_key = $11, buyer_company = $12, buyer_phone = $13, "
    "buyer_vat_id = $14, billing_address = $15, shipping_address = $16, city = $17, country = $18, "
    "payment_method = $19, promo_code = $20, channel = $21, external_id = $22, note = $23, has_note = $24, tags = $25, "
    "assignee = $26, draft = $27, language = $28, prices_include_tax = $29, ship_method = $30, ship_name = $31, "
    "ship_amount_minor = $32, ship_tax_rate_e4 = $33, ship_tax_minor = $34, ship_total_minor = $35, "
    "ship_pickup = $36, discount_minor = $37, notify_on_state = $38, buyer_reference = $39 WHERE shop_id = $1 AND "
    "order_id = $2"};

inline constexpr Statement create_range{
    "number_range_insert",
    "INSERT INTO number_ranges (shop_id, series, prefix, next_number, width) VALUES ($1, $2, $3, $4, $5)"};

inline constexpr Statement find_draft{
    "revision_draft_find",
    "SELECT body, by_name, updated_at_ms FROM revision_drafts WHERE shop_id = $1 AND order_id = $2"};
inline constexpr Statement save_draft{
    "revision_draft_save",
    "INSERT INTO revision_drafts (shop_id, order_id, body, by_name, updated_at_ms) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (shop_id, order_id) DO UPDATE SET body = excluded.body, by_name = excluded.by_name, "
    "updated_at_ms = excluded.updated_at_ms"};
inline constexpr Statement delete_draft{"revision_draft_delete",
                                        "DELETE FROM revision_drafts WHERE shop_id = $1 AND order_id = $2"};

inline constexpr Statement find_shipment{"shipment_find_order",
                                         "SELECT order_id FROM shipments WHERE shop_id = $1 AND shipment_id = $2"};
// The projections anew, where no fact changed: after a switch of profile.
inline constexpr Statement update_projection{
    "order_update_projection",
    "UPDATE orders SET stage = $3, summary = $4, payment_status = $5, worded_status = $6, step = $7, queue = $8, "
    "step_amount_minor = $9, step_until_ms = $10, quantity = $11, active = $12, total_minor = $13, owed_minor = $14, "
    "due_minor = $15, timer_at_ms = $16, refunded_minor = $17, owed_back_minor = $18, hold_minor = $19, "
    "hold_until_ms = $20 WHERE shop_id = $1 AND order_id = $2"};

// Newest removal first, below a place.
inline constexpr Statement list_removed{
    "orders_removed",
    "SELECT order_id, number, external_id, channel, currency, total_minor, placed_at_ms, removed_at_ms, removed_by, "
    "removed_reason FROM orders WHERE shop_id = $1 AND removed_at_ms IS NOT NULL "
    "AND (removed_at_ms, order_id) < ($2, $3) ORDER BY removed_at_ms DESC, order_id DESC LIMIT $4"};
// Whose timer has run out, the most overdue first, after a place.
inline constexpr Statement list_due{
    "orders_due",
    "SELECT order_id, timer_at_ms FROM orders WHERE shop_id = $1 AND timer_at_ms IS NOT NULL AND timer_at_ms <= $2 "
    "AND (timer_at_ms, order_id) > ($3, $4) ORDER BY timer_at_ms, order_id LIMIT $5"};

// What waits in each queue, counted in the queue's index up to a limit ($2); $3 is when a card hold ends soon.
#define COMMIS_COUNTED(name, condition) \
    "SELECT '" name "', count(*) FROM (SELECT 1 FROM orders WHERE shop_id = $1 AND " condition " LIMIT $2) counted"
#define COMMIS_QUEUE(queue) " UNION ALL " COMMIS_COUNTED(queue, "queue <> 'none' AND queue = '" queue "'")
inline constexpr Statement count_queues{
    "orders_count_queues",
    COMMIS_COUNTED("unseen", "seen = 0 AND removed_at_ms IS NULL") " UNION ALL " COMMIS_COUNTED(
        "holds",
        "hold_until_ms IS NOT NULL") " UNION ALL " COMMIS_COUNTED("holds_ending",
                                                                  "hold_until_ms IS NOT NULL AND hold_until_ms < $3")
        COMMIS_QUEUE("drafts") COMMIS_QUEUE("to_check") COMMIS_QUEUE("to_refund") COMMIS_QUEUE("on_hold")
            COMMIS_QUEUE("to_collect") COMMIS_QUEUE("to_ship") COMMIS_QUEUE("to_capture") COMMIS_QUEUE("to_finish")
                COMMIS_QUEUE("to_answer")};

inline constexpr std::array all{
    count_queues, find,           lock,           find_external, mark_seen,         update_standing,
    update_state, update_removal, update_content, create_range,  find_draft,        save_draft,
    delete_draft, list_removed,   list_due,       find_shipment, update_projection, update_erasure};

}  // namespace commis::sql::order_sql
