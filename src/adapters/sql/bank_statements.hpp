// The statements of bank entries, and of the numbers that orders are found by.
#pragma once

#include <array>

#include "adapters/sql/engine/insert_family.hpp"
#include "adapters/sql/engine/session.hpp"

namespace commis::sql::bank_sql {

#define COMMIS_BANK_COLUMNS                                                                                         \
    "shop_id, entry_id, statement_id, identity, booking_key, is_part, account, amount_minor, currency, is_credit, " \
    "is_return, return_reason, booked_on, valued_on, bank_reference, end_to_end_id, reference, words, other_name, " \
    "other_account, status, is_automatic, shares, returns_id, settled_at_ms, settled_by, note, created_at_ms, "     \
    "payout_id"

inline constexpr Statement find{
    "bank_entry_find", "SELECT " COMMIS_BANK_COLUMNS " FROM bank_entries WHERE shop_id = $1 AND entry_id = $2"};
// The ids follow in a list, see id_list.hpp.
inline constexpr Statement find_many{"bank_entries_find", "SELECT " COMMIS_BANK_COLUMNS " FROM bank_entries"};
inline constexpr std::string_view these_entries{" WHERE shop_id = $1 AND entry_id IN "};
inline constexpr Statement lock{
    "bank_entry_lock", "SELECT " COMMIS_BANK_COLUMNS " FROM bank_entries WHERE shop_id = $1 AND entry_id = $2", true};
inline constexpr Statement find_identity{"bank_entry_find_identity",
                                         "SELECT " COMMIS_BANK_COLUMNS
                                         " FROM bank_entries WHERE shop_id = $1 AND identity = $2"};
inline constexpr Statement list{"bank_entries_list", "SELECT " COMMIS_BANK_COLUMNS
                                                     " FROM bank_entries WHERE shop_id = $1 AND entry_id < $2 "
                                                     "ORDER BY entry_id DESC LIMIT $3"};
inline constexpr Statement list_status{"bank_entries_list_status",
                                       "SELECT " COMMIS_BANK_COLUMNS
                                       " FROM bank_entries WHERE shop_id = $1 AND status = $4 AND entry_id < $2 "
                                       "ORDER BY entry_id DESC LIMIT $3"};
inline constexpr Statement count{
    "bank_entries_count",
    "SELECT count(*) FROM (SELECT 1 FROM bank_entries WHERE shop_id = $1 AND status = $2 LIMIT $3) counted"};
inline constexpr Statement of_booking{"bank_entries_of_booking",
                                      "SELECT " COMMIS_BANK_COLUMNS
                                      " FROM bank_entries WHERE shop_id = $1 AND booking_key = $2 "
                                      "ORDER BY entry_id LIMIT 200"};
inline constexpr Statement booked_of{"bank_entries_booked",
                                     "SELECT " COMMIS_BANK_COLUMNS
                                     " FROM bank_entries WHERE shop_id = $1 AND amount_minor = $2 "
                                     "AND status = 'booked' ORDER BY entry_id DESC LIMIT 50"};
// The identity is unique in its shop; of two files sent at once, one inserts and the other does nothing.
inline constexpr Statement insert{
    "bank_entry_insert",
    "INSERT INTO bank_entries (" COMMIS_BANK_COLUMNS
    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, "
    "$19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29) ON CONFLICT (shop_id, identity) DO NOTHING"};
inline constexpr Statement update{
    "bank_entry_update",
    "UPDATE bank_entries SET status = $3, is_automatic = $4, shares = $5, returns_id = $6, settled_at_ms = $7, "
    "settled_by = $8, note = $9, payout_id = $10 WHERE shop_id = $1 AND entry_id = $2"};
inline constexpr Statement open_of{"bank_entries_open_of",
                                   "SELECT " COMMIS_BANK_COLUMNS
                                   " FROM bank_entries WHERE shop_id = $1 AND amount_minor = $2 "
                                   "AND status = 'open' ORDER BY entry_id DESC LIMIT 20"};
inline constexpr Statement insert_statement{
    "bank_statement_insert",
    "INSERT INTO bank_statements (shop_id, statement_id, name, entries, known, uploaded_by, created_at_ms) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)"};
inline constexpr Statement newest_statement{
    "bank_statement_newest",
    "SELECT shop_id, statement_id, name, entries, known, uploaded_by, created_at_ms FROM bank_statements "
    "WHERE shop_id = $1 ORDER BY statement_id DESC LIMIT 1"};

inline constexpr Statement list_mappings{
    "table_mappings_list",
    "SELECT shop_id, mapping, updated_by, updated_at_ms FROM table_mappings WHERE shop_id = $1 ORDER BY account"};
inline constexpr Statement save_mapping{
    "table_mapping_save",
    "INSERT INTO table_mappings (shop_id, account, mapping, updated_by, updated_at_ms) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (shop_id, account) DO UPDATE SET mapping = excluded.mapping, updated_by = excluded.updated_by, "
    "updated_at_ms = excluded.updated_at_ms"};
inline constexpr Statement remove_mapping{"table_mapping_remove",
                                          "DELETE FROM table_mappings WHERE shop_id = $1 AND account = $2"};

inline constexpr Statement orders_with_due{
    "orders_with_due",
    "SELECT order_id FROM orders WHERE shop_id = $1 AND due_minor = $2 AND due_minor > 0 "
    "ORDER BY order_id DESC LIMIT 20"};
// The digits follow in a list, see id_list.hpp.
inline constexpr Statement orders_with{"orders_with_digits", "SELECT order_id FROM order_numbers"};
inline constexpr std::string_view these_digits{" WHERE shop_id = $1 AND digits IN "};
inline constexpr std::string_view some_digits{" AND digits <> '' LIMIT 2000"};
inline constexpr Statement orders_ending_in{"orders_with_tail", "SELECT order_id FROM order_numbers "};
inline constexpr std::string_view these_tails{" WHERE shop_id = $1 AND tail IN "};
inline constexpr std::string_view some_tails{" AND tail <> '' LIMIT 2000"};

inline constexpr InsertFamily insert_numbers{
    "order_numbers_insert", "INSERT INTO order_numbers (shop_id, order_id, kind, number, digits, tail)", 6,
    "ON CONFLICT (shop_id, order_id, kind, number) DO NOTHING"};

inline constexpr std::array all{find,
                                lock,
                                find_identity,
                                list,
                                list_status,
                                count,
                                of_booking,
                                booked_of,
                                insert,
                                update,
                                insert_statement,
                                newest_statement,
                                orders_with_due,
                                open_of,
                                list_mappings,
                                save_mapping,
                                remove_mapping};

}  // namespace commis::sql::bank_sql
