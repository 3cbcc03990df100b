// The statements of customers.
#pragma once

#include <array>
#include <string_view>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::customer_sql {

#define COMMIS_CUSTOMER_COLUMNS                                                                                \
    "shop_id, customer_id, email, name, phone, company, vat_id, language, billing_address, shipping_address, " \
    "notes, invoice_allowed, merged_into, version, created_at_ms, updated_at_ms"

// A key follows the columns: what the list goes on from.
inline constexpr Statement list{"customers_list",
                                "SELECT " COMMIS_CUSTOMER_COLUMNS
                                ", name_key FROM customers WHERE shop_id = $1 AND merged_into = '' "
                                "AND (name_key, customer_id) > ($2, $3) ORDER BY name_key, customer_id LIMIT $4"};
inline constexpr Statement search{
    "customers_search",
    "SELECT " COMMIS_CUSTOMER_COLUMNS
    ", name_key FROM customers WHERE shop_id = $1 AND merged_into = '' AND (name_key, customer_id) > ($2, $3) "
    "AND search_text LIKE $4 ESCAPE '\\' ORDER BY name_key, customer_id LIMIT $5"};
inline constexpr Statement find{
    "customer_find", "SELECT " COMMIS_CUSTOMER_COLUMNS " FROM customers WHERE shop_id = $1 AND customer_id = $2"};
inline constexpr Statement find_email{
    "customer_find_email", "SELECT " COMMIS_CUSTOMER_COLUMNS " FROM customers WHERE shop_id = $1 AND email_key = $2"};
inline constexpr Statement lock{
    "customer_lock", "SELECT " COMMIS_CUSTOMER_COLUMNS " FROM customers WHERE shop_id = $1 AND customer_id = $2", true};
inline constexpr Statement lock_email{
    "customer_lock_email", "SELECT " COMMIS_CUSTOMER_COLUMNS " FROM customers WHERE shop_id = $1 AND email_key = $2",
    true};
inline constexpr Statement other_emails{
    "customer_other_emails",
    "SELECT email FROM customers WHERE shop_id = $1 AND merged_into = $2 AND merged_into <> '' "
    "ORDER BY email_key LIMIT 100"};
#define COMMIS_CUSTOMER_INSERT                                                                                       \
    "INSERT INTO customers (" COMMIS_CUSTOMER_COLUMNS                                                                \
    ", email_key, name_key, search_text) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, " \
    "$16, $17, $18, $19)"
inline constexpr Statement insert{"customer_insert", COMMIS_CUSTOMER_INSERT};
// Whoever wrote the record of an address first has it.
inline constexpr Statement remember{"customer_remember",
                                    COMMIS_CUSTOMER_INSERT " ON CONFLICT (shop_id, email_key) DO NOTHING"};
inline constexpr Statement update{
    "customer_update",
    "UPDATE customers SET email = $3, name = $4, phone = $5, company = $6, vat_id = $7, language = $8, "
    "billing_address = $9, shipping_address = $10, notes = $11, invoice_allowed = $12, merged_into = $13, "
    "version = $14, created_at_ms = $15, updated_at_ms = $16, email_key = $17, name_key = $18, search_text = $19 "
    "WHERE shop_id = $1 AND customer_id = $2"};
inline constexpr Statement redirect{
    "customer_redirect",
    "UPDATE customers SET merged_into = $3 WHERE shop_id = $1 AND merged_into = $2 AND merged_into <> ''"};
inline constexpr Statement remove{"customer_remove", "DELETE FROM customers WHERE shop_id = $1 AND customer_id = $2"};
inline constexpr Statement remove_merged{
    "customer_remove_merged", "DELETE FROM customers WHERE shop_id = $1 AND merged_into = $2 AND merged_into <> ''"};

// Completed to the customers of a page, and to the addresses of these.
inline constexpr Statement merged_addresses{
    "customers_merged_addresses",
    "SELECT merged_into, email_key FROM customers WHERE shop_id = $1 AND merged_into <> ''"};
inline constexpr std::string_view into_these = " AND merged_into IN ";
inline constexpr Statement order_figures{
    "customers_order_figures",
    "SELECT email_key, currency, CAST(count(*) AS bigint), CAST(sum(CASE WHEN queue <> 'none' THEN 1 ELSE 0 END) AS "
    "bigint), CAST(sum(total_minor) AS bigint), max(placed_at_ms) FROM orders WHERE shop_id = $1 AND draft = 0 "
    "AND abandoned_at_ms IS NULL AND removed_at_ms IS NULL"};
inline constexpr std::string_view under_these = " AND email_key IN ";
inline constexpr std::string_view by_address = " GROUP BY email_key, currency";

inline constexpr std::array all{list,   search,   find,   find_email, lock,   lock_email,   other_emails,
                                insert, remember, update, redirect,   remove, remove_merged};

}  // namespace commis::sql::customer_sql
