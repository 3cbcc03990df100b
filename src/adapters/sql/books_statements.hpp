// The statements of money that moved, of sums over it and over issued documents, and of what goes to accounting.
#pragma once

#include <array>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::books_sql {

#define COMMIS_MOVE_COLUMNS                                                                                  \
    "shop_id, move_id, kind, booked_at_ms, value_at_ms, order_id, order_number, buyer, payment_id, method, " \
    "provider, account, source, amount_minor, fee_minor, currency, reference"
#define COMMIS_TRANSFER_COLUMNS \
    "shop_id, document_id, order_id, status, link, fault, attempts, due_at_ms, created_at_ms, done_at_ms"

inline constexpr Statement insert_move{
    "money_move_insert", "INSERT INTO money_moves (" COMMIS_MOVE_COLUMNS
                         ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) "
                         "ON CONFLICT (shop_id, move_id) DO NOTHING"};
inline constexpr Statement moves_between{
    "money_moves_between",
    "SELECT " COMMIS_MOVE_COLUMNS
    " FROM money_moves WHERE shop_id = $1 AND (booked_at_ms, move_id) > ($2, $3) AND booked_at_ms < $4 "
    "ORDER BY booked_at_ms, move_id LIMIT $5"};
inline constexpr Statement find_move{
    "money_move_find", "SELECT " COMMIS_MOVE_COLUMNS " FROM money_moves WHERE shop_id = $1 AND move_id = $2"};
inline constexpr Statement moves_of_order{"money_moves_of_order",
                                          "SELECT " COMMIS_MOVE_COLUMNS
                                          " FROM money_moves WHERE shop_id = $1 AND order_id = $2 ORDER BY move_id"};
inline constexpr Statement erase_buyer{
    "money_moves_erase", "UPDATE money_moves SET buyer = '' WHERE shop_id = $1 AND order_id = $2 AND buyer <> ''"};
inline constexpr Statement document_sums{
    "issued_document_sums",
    "SELECT kind, currency, count(*), CAST(sum(amount_minor) AS bigint), CAST(sum(tax_minor) AS bigint) "
    "FROM issued_documents WHERE shop_id = $1 AND issued_at_ms >= $2 AND issued_at_ms < $3 "
    "AND kind IN ('invoice', 'credit_note') GROUP BY kind, currency ORDER BY kind, currency"};
inline constexpr Statement move_sums{
    "money_move_sums",
    "SELECT kind, method, provider, source, currency, count(*), CAST(sum(amount_minor) AS bigint), "
    "CAST(sum(fee_minor) AS bigint) FROM money_moves WHERE shop_id = $1 AND booked_at_ms >= $2 "
    "AND booked_at_ms < $3 GROUP BY kind, method, provider, source, currency "
    "ORDER BY kind, method, provider, source, currency"};

inline constexpr Statement queue{"accounting_transfer_queue",
                                 "INSERT INTO accounting_transfers (" COMMIS_TRANSFER_COLUMNS
                                 ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
                                 "ON CONFLICT (shop_id, document_id) DO NOTHING"};
inline constexpr Statement save{
    "accounting_transfer_save",
    "UPDATE accounting_transfers SET status = $3, link = $4, fault = $5, attempts = $6, due_at_ms = $7, "
    "done_at_ms = $8 WHERE shop_id = $1 AND document_id = $2"};
inline constexpr Statement transfers_of{
    "accounting_transfers_of", "SELECT " COMMIS_TRANSFER_COLUMNS
                               " FROM accounting_transfers WHERE shop_id = $1 AND order_id = $2 ORDER BY document_id"};
// Of any shop: what a worker takes next.
inline constexpr Statement due{"accounting_transfers_due",
                               "SELECT " COMMIS_TRANSFER_COLUMNS
                               " FROM accounting_transfers WHERE status = 'waiting' AND due_at_ms <= $1 "
                               "ORDER BY due_at_ms, document_id LIMIT $2"};

inline constexpr std::array all{insert_move, find_move, moves_between, moves_of_order, document_sums,
                                move_sums,   queue,     save,          transfers_of,   erase_buyer};
inline constexpr std::array across_shops{due};

}  // namespace commis::sql::books_sql
