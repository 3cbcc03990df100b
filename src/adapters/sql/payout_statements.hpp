// The statements of payouts, of what they are made of, and of captures that no payout holds.
#pragma once

#include <array>

#include "adapters/sql/engine/insert_family.hpp"
#include "adapters/sql/engine/session.hpp"

namespace commis::sql::payout_sql {

#define COMMIS_PAYOUT_COLUMNS                                                                                  \
    "shop_id, payout_id, provider, account, reference, status, amount_minor, currency, arrives_at_ms, fault, " \
    "items, unmatched, gross_minor, fee_minor, net_minor, bank_entry_id, settled_at_ms, settled_by, told_by, " \
    "created_at_ms"
#define COMMIS_PAYOUT_ITEM_COLUMNS                                                                                  \
    "kind, reference, payment_reference, words, gross_minor, fee_minor, net_minor, at_ms, order_id, order_number, " \
    "payment_id, entry_id"

inline constexpr Statement find{"payout_find",
                                "SELECT " COMMIS_PAYOUT_COLUMNS " FROM payouts WHERE shop_id = $1 AND payout_id = $2"};
inline constexpr Statement find_report{"payout_find_report",
                                       "SELECT " COMMIS_PAYOUT_COLUMNS
                                       " FROM payouts WHERE shop_id = $1 AND provider = $2 AND account = $3 "
                                       "AND reference = $4"};
inline constexpr Statement lock{
    "payout_lock", "SELECT " COMMIS_PAYOUT_COLUMNS " FROM payouts WHERE shop_id = $1 AND payout_id = $2", true};
inline constexpr Statement list{"payouts_list",
                                "SELECT " COMMIS_PAYOUT_COLUMNS
                                " FROM payouts WHERE shop_id = $1 AND (arrives_at_ms, payout_id) < ($2, $3) "
                                "ORDER BY arrives_at_ms DESC, payout_id DESC LIMIT $4"};
inline constexpr Statement list_awaited{
    "payouts_list_awaited",
    "SELECT " COMMIS_PAYOUT_COLUMNS
    " FROM payouts WHERE shop_id = $1 AND settled_at_ms IS NULL AND (arrives_at_ms, payout_id) < ($2, $3) "
    "ORDER BY arrives_at_ms DESC, payout_id DESC LIMIT $4"};
inline constexpr Statement awaited_of{
    "payouts_awaited_of", "SELECT " COMMIS_PAYOUT_COLUMNS
                          " FROM payouts WHERE shop_id = $1 AND amount_minor = $2 AND settled_at_ms IS NULL "
                          "ORDER BY payout_id DESC LIMIT 20"};
inline constexpr Statement count_awaited{
    "payouts_count_awaited",
    "SELECT count(*) FROM (SELECT 1 FROM payouts WHERE shop_id = $1 AND settled_at_ms IS NULL LIMIT $2) counted"};
inline constexpr Statement insert{
    "payout_insert",
    "INSERT INTO payouts (" COMMIS_PAYOUT_COLUMNS
    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) "
    "ON CONFLICT (shop_id, provider, account, reference) DO NOTHING"};
inline constexpr Statement update{
    "payout_update",
    "UPDATE payouts SET status = $3, amount_minor = $4, arrives_at_ms = $5, fault = $6, items = $7, unmatched = $8, "
    "gross_minor = $9, fee_minor = $10, net_minor = $11, bank_entry_id = $12, settled_at_ms = $13, settled_by = $14 "
    "WHERE shop_id = $1 AND payout_id = $2"};
inline constexpr Statement lines{"payout_items_load",
                                 "SELECT " COMMIS_PAYOUT_ITEM_COLUMNS
                                 " FROM payout_items WHERE shop_id = $1 AND payout_id = $2 ORDER BY position"};
inline constexpr Statement remove_lines{"payout_items_remove",
                                        "DELETE FROM payout_items WHERE shop_id = $1 AND payout_id = $2"};
inline constexpr InsertFamily insert_lines{
    "payout_items_insert", "INSERT INTO payout_items (shop_id, payout_id, position, " COMMIS_PAYOUT_ITEM_COLUMNS ")",
    15};
inline constexpr Statement mark{
    "ledger_entry_paid_out",
    "UPDATE ledger_entries SET payout_id = $4 WHERE shop_id = $1 AND order_id = $2 AND entry_id = $3"};
inline constexpr Statement open_captures{
    "ledger_entries_not_paid_out",
    "SELECT order_id, payment_id, entry_id, amount_minor, received_at_ms FROM ledger_entries "
    "WHERE shop_id = $1 AND kind = 'capture' AND source = 'gateway' AND payout_id = '' AND received_at_ms < $2 "
    "AND (received_at_ms, order_id, entry_id) > ($3, $4, $5) ORDER BY received_at_ms, order_id, entry_id LIMIT $6"};
inline constexpr Statement count_open_captures{
    "ledger_entries_count_not_paid_out",
    "SELECT count(*) FROM (SELECT 1 FROM ledger_entries WHERE shop_id = $1 AND kind = 'capture' "
    "AND source = 'gateway' AND payout_id = '' AND received_at_ms < $2 LIMIT $3) counted"};
inline constexpr Statement find_fetch{"payout_fetch_find",
                                      "SELECT shop_id, provider, account, fetched_at_ms, fault FROM payout_fetches "
                                      "WHERE shop_id = $1 AND provider = $2 AND account = $3"};
inline constexpr Statement save_fetch{
    "payout_fetch_save",
    "INSERT INTO payout_fetches (shop_id, provider, account, fetched_at_ms, fault) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (shop_id, provider, account) DO UPDATE SET fetched_at_ms = excluded.fetched_at_ms, "
    "fault = excluded.fault"};

inline constexpr std::array all{
    find,   find_report, lock,         list, list_awaited,  awaited_of,          count_awaited, insert,
    update, lines,       remove_lines, mark, open_captures, count_open_captures, find_fetch,    save_fetch};

}  // namespace commis::sql::payout_sql
