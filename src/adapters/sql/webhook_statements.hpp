// The statements of webhooks and their deliveries.
#pragma once

#include <array>

#include "adapters/sql/engine/insert_family.hpp"
#include "adapters/sql/engine/session.hpp"

namespace commis::sql::webhook_sql {

#define COMMIS_WEBHOOK_COLUMNS                                                                             \
    "shop_id, webhook_id, url, description, events, off_reason, secret, old_secret, old_secret_until_ms, " \
    "created_at_ms, changed_at_ms, last_delivered_at_ms, failing_since_ms, failures, paused_until_ms"
#define COMMIS_DELIVERY_FACTS                                                                                  \
    "shop_id, delivery_id, webhook_id, event_id, event_type, order_id, order_number, event_sequence, status, " \
    "due_at_ms, attempts, http_status, fault, created_at_ms, settled_at_ms"

inline constexpr Statement list{
    "webhooks_list", "SELECT " COMMIS_WEBHOOK_COLUMNS " FROM webhooks WHERE shop_id = $1 ORDER BY webhook_id LIMIT $2"};
inline constexpr Statement listening{"webhooks_listening",
                                     "SELECT " COMMIS_WEBHOOK_COLUMNS
                                     " FROM webhooks WHERE shop_id = $1 AND is_on = 1 ORDER BY webhook_id LIMIT $2"};
inline constexpr Statement find{
    "webhook_find", "SELECT " COMMIS_WEBHOOK_COLUMNS " FROM webhooks WHERE shop_id = $1 AND webhook_id = $2"};
inline constexpr Statement lock{
    "webhook_lock", "SELECT " COMMIS_WEBHOOK_COLUMNS " FROM webhooks WHERE shop_id = $1 AND webhook_id = $2", true};
inline constexpr Statement insert{
    "webhook_insert", "INSERT INTO webhooks (" COMMIS_WEBHOOK_COLUMNS
                      ", is_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"};
inline constexpr Statement update{
    "webhook_update",
    "UPDATE webhooks SET url = $3, description = $4, events = $5, off_reason = $6, secret = $7, old_secret = $8, "
    "old_secret_until_ms = $9, created_at_ms = $10, changed_at_ms = $11, last_delivered_at_ms = $12, "
    "failing_since_ms = $13, failures = $14, paused_until_ms = $15, is_on = $16 "
    "WHERE shop_id = $1 AND webhook_id = $2"};
inline constexpr Statement remove{"webhook_remove", "DELETE FROM webhooks WHERE shop_id = $1 AND webhook_id = $2"};
inline constexpr Statement remove_attempts{
    "webhook_attempts_remove",
    "DELETE FROM webhook_attempts WHERE shop_id = $1 "
    "AND delivery_id IN (SELECT delivery_id FROM webhook_deliveries WHERE shop_id = $1 AND webhook_id = $2)"};
inline constexpr Statement remove_deliveries{"webhook_deliveries_remove",
                                             "DELETE FROM webhook_deliveries WHERE shop_id = $1 AND webhook_id = $2"};

inline constexpr Statement count_status{
    "webhook_deliveries_count",
    "SELECT count(*) FROM (SELECT 1 FROM webhook_deliveries WHERE shop_id = $1 AND webhook_id = $2 AND status = $3 "
    "LIMIT $4) counted"};
inline constexpr Statement deliveries{
    "webhook_deliveries_list", "SELECT " COMMIS_DELIVERY_FACTS
                               " FROM webhook_deliveries WHERE shop_id = $1 AND webhook_id = $2 AND delivery_id < $3 "
                               "ORDER BY delivery_id DESC LIMIT $4"};
inline constexpr Statement deliveries_of_status{
    "webhook_deliveries_list_status",
    "SELECT " COMMIS_DELIVERY_FACTS
    " FROM webhook_deliveries WHERE shop_id = $1 AND webhook_id = $2 AND status = $5 AND delivery_id < $3 "
    "ORDER BY delivery_id DESC LIMIT $4"};
inline constexpr Statement find_delivery{"webhook_delivery_find",
                                         "SELECT " COMMIS_DELIVERY_FACTS
                                         ", body FROM webhook_deliveries WHERE shop_id = $1 AND delivery_id = $2"};
inline constexpr Statement attempts{"webhook_attempts_list",
                                    "SELECT at_ms, duration_ms, http_status, fault, answer FROM webhook_attempts "
                                    "WHERE shop_id = $1 AND delivery_id = $2 ORDER BY at_ms LIMIT $3"};

// The second condition is what the loser of two workers sees.
inline constexpr Statement claim{"webhook_deliveries_claim",
                                 "UPDATE webhook_deliveries SET next_at_ms = $4, attempts = attempts + 1 "
                                 "WHERE shop_id = $1 AND delivery_id IN (SELECT delivery_id FROM webhook_deliveries "
                                 "WHERE shop_id = $1 AND webhook_id = $2 AND is_open = 1 AND next_at_ms <= $3 "
                                 "ORDER BY next_at_ms, delivery_id LIMIT $5) AND is_open = 1 AND next_at_ms <= $3 "
                                 "RETURNING " COMMIS_DELIVERY_FACTS ", body"};
inline constexpr Statement record{
    "webhook_delivery_record",
    "UPDATE webhook_deliveries SET status = $3, is_open = $4, http_status = $5, fault = $6, "
    "next_at_ms = COALESCE($7, next_at_ms), due_at_ms = COALESCE($7, due_at_ms), settled_at_ms = $8 "
    "WHERE shop_id = $1 AND delivery_id = $2"};
// Nothing was tried: the claim is taken back.
inline constexpr Statement release{
    "webhook_delivery_release",
    "UPDATE webhook_deliveries SET attempts = attempts - 1, next_at_ms = $3 WHERE shop_id = $1 AND delivery_id = $2 "
    "AND is_open = 1"};
inline constexpr Statement insert_attempt{
    "webhook_attempt_insert",
    "INSERT INTO webhook_attempts (shop_id, delivery_id, at_ms, duration_ms, http_status, fault, answer) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (shop_id, delivery_id, at_ms) DO NOTHING"};
inline constexpr Statement withdraw{
    "webhook_deliveries_withdraw",
    "UPDATE webhook_deliveries SET status = 'withdrawn', is_open = 0, settled_at_ms = $4 "
    "WHERE shop_id = $1 AND order_id = $2 AND event_sequence = $3 AND is_open = 1 AND attempts = 0"};
inline constexpr Statement resend{
    "webhook_delivery_resend",
    "UPDATE webhook_deliveries SET status = 'waiting', is_open = 1, attempts = 0, next_at_ms = $3, due_at_ms = $3, "
    "settled_at_ms = NULL WHERE shop_id = $1 AND delivery_id = $2 AND status <> 'withdrawn'"};
inline constexpr Statement resend_dead{
    "webhook_deliveries_resend_dead",
    "UPDATE webhook_deliveries SET status = 'waiting', is_open = 1, attempts = 0, next_at_ms = $3, due_at_ms = $3, "
    "settled_at_ms = NULL WHERE shop_id = $1 AND webhook_id = $2 AND status = 'dead'"};
inline constexpr Statement settled_before{
    "webhook_deliveries_settled",
    "SELECT delivery_id FROM webhook_deliveries WHERE shop_id = $1 AND is_open = 0 AND settled_at_ms < $2 "
    "ORDER BY settled_at_ms LIMIT $3"};
inline constexpr Statement forget_attempts{"webhook_attempts_forget",
                                           "DELETE FROM webhook_attempts WHERE shop_id = $1 AND delivery_id = $2"};
inline constexpr Statement forget{"webhook_delivery_forget",
                                  "DELETE FROM webhook_deliveries WHERE shop_id = $1 AND delivery_id = $2"};

// Over all shops: of every endpoint that is on, its oldest open delivery by one step into the index. A backlog of one
// endpoint therefore hides nobody else's.
inline constexpr Statement due{
    "webhooks_due",
    "SELECT shop_id, webhook_id FROM (SELECT w.shop_id, w.webhook_id, (SELECT min(d.next_at_ms) "
    "FROM webhook_deliveries d WHERE d.shop_id = w.shop_id AND d.webhook_id = w.webhook_id AND d.is_open = 1) "
    "AS oldest_at_ms FROM webhooks w WHERE w.is_on = 1 AND w.paused_until_ms <= $1) listening "
    "WHERE oldest_at_ms <= $1 ORDER BY oldest_at_ms LIMIT 200"};

inline constexpr InsertFamily insert_deliveries{
    "webhook_deliveries_insert",
    "INSERT INTO webhook_deliveries (shop_id, delivery_id, webhook_id, event_id, event_type, order_id, order_number, "
    "event_sequence, body, status, is_open, due_at_ms, next_at_ms, attempts, http_status, fault, created_at_ms, "
    "settled_at_ms)",
    18};

inline constexpr std::array all{list,
                                listening,
                                find,
                                lock,
                                insert,
                                update,
                                remove,
                                remove_attempts,
                                count_status,
                                deliveries,
                                deliveries_of_status,
                                find_delivery,
                                attempts,
                                claim,
                                record,
                                release,
                                insert_attempt,
                                withdraw,
                                resend,
                                resend_dead,
                                settled_before,
                                forget_attempts,
                                forget,
                                remove_deliveries};
inline constexpr std::array across_shops{due};

}  // namespace commis::sql::webhook_sql
