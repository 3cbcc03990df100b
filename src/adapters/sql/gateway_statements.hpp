// The statements of the questions to payment services, of the payments that are looked after, of what services told,
// and of the sandbox's own book.
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

inline constexpr Statement plan_check{
    "payment_check_plan",
    "INSERT INTO payment_checks (shop_id, order_id, payment_id, due_at_ms) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (shop_id, order_id, payment_id) DO NOTHING"};
inline constexpr Statement hurry_check{
    "payment_check_hurry",
    "INSERT INTO payment_checks (shop_id, order_id, payment_id, due_at_ms) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (shop_id, order_id, payment_id) DO UPDATE SET due_at_ms = excluded.due_at_ms, attempts = 0"};
inline constexpr Statement check_due_shops{
    "payment_checks_due_shops",
    "SELECT shop_id FROM (SELECT shop_id, due_at_ms FROM payment_checks WHERE due_at_ms <= $1 "
    "ORDER BY due_at_ms LIMIT 1000) due GROUP BY shop_id ORDER BY min(due_at_ms) LIMIT 100"};
inline constexpr Statement claim_checks{
    "payment_checks_claim",
    "UPDATE payment_checks SET due_at_ms = $3, attempts = attempts + 1 WHERE shop_id = $1 "
    "AND (order_id, payment_id) IN (SELECT order_id, payment_id FROM payment_checks WHERE shop_id = $1 "
    "AND due_at_ms <= $2 ORDER BY due_at_ms, order_id, payment_id LIMIT $4) "
    "AND due_at_ms <= $2 RETURNING order_id, payment_id, attempts"};
inline constexpr Statement postpone_check{
    "payment_check_postpone",
    "UPDATE payment_checks SET due_at_ms = $5 "
    "WHERE shop_id = $1 AND order_id = $2 AND payment_id = $3 AND due_at_ms = $4"};
inline constexpr Statement end_check{
    "payment_check_end",
    "DELETE FROM payment_checks WHERE shop_id = $1 AND order_id = $2 AND payment_id = $3 AND due_at_ms = $4"};

#define COMMIS_NOTICE_COLUMNS                                                                              \
    "shop_id, provider, event_id, type, account, refs, headers, body, status, received_at_ms, due_at_ms, " \
    "attempts"
inline constexpr Statement add_notice{"provider_notice_add",
                                      "INSERT INTO provider_notices (" COMMIS_NOTICE_COLUMNS
                                      ", is_open) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) "
                                      "ON CONFLICT (shop_id, provider, event_id) DO NOTHING"};
inline constexpr Statement find_payments{
    "payments_find_reference",
    "SELECT order_id, payment_id FROM payments "
    "WHERE shop_id = $1 AND provider = $2 AND reference = $3 AND provider <> '' LIMIT 20"};
inline constexpr Statement find_movements{
    "ledger_entries_find_reference",
    "SELECT order_id, payment_id FROM ledger_entries WHERE shop_id = $1 AND reference = $2 AND reference <> '' "
    "LIMIT 20"};
inline constexpr Statement notice_due_shops{
    "provider_notices_due_shops",
    "SELECT shop_id FROM (SELECT shop_id, due_at_ms FROM provider_notices WHERE is_open = 1 AND due_at_ms <= $1 "
    "ORDER BY due_at_ms LIMIT 1000) due GROUP BY shop_id ORDER BY min(due_at_ms) LIMIT 100"};
inline constexpr Statement claim_notices{
    "provider_notices_claim",
    "UPDATE provider_notices SET due_at_ms = $3, attempts = attempts + 1 WHERE shop_id = $1 "
    "AND (provider, event_id) IN (SELECT provider, event_id FROM provider_notices WHERE shop_id = $1 AND is_open = 1 "
    "AND due_at_ms <= $2 ORDER BY due_at_ms, provider, event_id LIMIT $4) "
    "AND is_open = 1 AND due_at_ms <= $2 RETURNING " COMMIS_NOTICE_COLUMNS};
inline constexpr Statement settle_notice{
    "provider_notice_settle",
    "UPDATE provider_notices SET status = $4, due_at_ms = $5, is_open = $6, headers = $7, "
    "body = CASE WHEN $6 = 0 THEN '' ELSE body END "
    "WHERE shop_id = $1 AND provider = $2 AND event_id = $3"};
inline constexpr Statement list_notices{
    "provider_notices_list",
    "SELECT shop_id, provider, event_id, type, account, refs, '', '', status, received_at_ms, due_at_ms, attempts "
    "FROM provider_notices WHERE shop_id = $1 AND provider = $2 ORDER BY received_at_ms DESC, event_id DESC LIMIT $3"};
inline constexpr Statement find_link{
    "payment_find_link",
    "SELECT shop_id, order_id, payment_id FROM payments WHERE link_token = $1 AND link_token <> ''"};

inline constexpr std::array all{claim,         postpone,       movements,      add_movement,  plan_check,
                                hurry_check,   claim_checks,   postpone_check, end_check,     add_notice,
                                find_payments, find_movements, claim_notices,  settle_notice, list_notices};
inline constexpr std::array across_shops{due_shops, check_due_shops, notice_due_shops, find_link};

}  // namespace commis::sql::gateway_sql
