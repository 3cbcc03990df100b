// The statements of shops and their articles.
#pragma once

#include <array>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::shop_sql {

#define COMMIS_SHOP_COLUMNS                                                                                      \
    "shop_id, handle, name, profile_id, currency, language, timezone, sandbox, legal_name, legal_address, "      \
    "vat_id, registration, bank_accounts, mail_sender_name, mail_sender_address, operator_addresses, settings, " \
    "staff_rules, connections, mail_color, mail_logo_url, mail_phone, mail_website, skips_returned, "            \
    "mails_per_minute, papers, books, label_accounts, version, created_at_ms, updated_at_ms, "                   \
    "keep_documents_years, erase_after_months, archive_after_months"

// Shops are few and read whole.
inline constexpr Statement list{"shops_list", "SELECT " COMMIS_SHOP_COLUMNS " FROM shops ORDER BY handle"};
inline constexpr Statement find{"shop_find", "SELECT " COMMIS_SHOP_COLUMNS " FROM shops WHERE shop_id = $1"};
inline constexpr Statement lock{"shop_lock", "SELECT " COMMIS_SHOP_COLUMNS " FROM shops WHERE shop_id = $1", true};
inline constexpr Statement find_handle{"shop_find_handle",
                                       "SELECT " COMMIS_SHOP_COLUMNS " FROM shops WHERE handle = $1"};
inline constexpr Statement insert{
    "shop_insert",
    "INSERT INTO shops (" COMMIS_SHOP_COLUMNS
    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, "
    "$23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34)"};
inline constexpr Statement update{
    "shop_update",
    "UPDATE shops SET handle = $2, name = $3, profile_id = $4, currency = $5, language = $6, timezone = $7, "
    "sandbox = $8, legal_name = $9, legal_address = $10, vat_id = $11, registration = $12, bank_accounts = $13, "
    "mail_sender_name = $14, mail_sender_address = $15, operator_addresses = $16, settings = $17, "
    "staff_rules = $18, connections = $19, mail_color = $20, mail_logo_url = $21, mail_phone = $22, "
    "mail_website = $23, skips_returned = $24, mails_per_minute = $25, papers = $26, books = $27, "
    "label_accounts = $28, version = $29, created_at_ms = $30, updated_at_ms = $31, keep_documents_years = $32, "
    "erase_after_months = $33, archive_after_months = $34 WHERE shop_id = $1"};

inline constexpr Statement number_ranges{
    "number_ranges_list",
    "SELECT series, prefix, next_number, width, restarts_yearly, year FROM number_ranges WHERE shop_id = $1 "
    "ORDER BY series"};
inline constexpr Statement lock_number_range{
    "number_range_lock",
    "SELECT series, prefix, next_number, width, restarts_yearly, year FROM number_ranges WHERE shop_id = $1 "
    "AND series = $2",
    true};
inline constexpr Statement save_number_range{"number_range_update",
                                             "UPDATE number_ranges SET prefix = $3, next_number = $4, width = $5, "
                                             "restarts_yearly = $6, year = $7 WHERE shop_id = $1 AND series = $2"};

#define COMMIS_ARTICLE_COLUMNS                                                                        \
    "shop_id, article_id, sku, name, kind, price_minor, tax_rate, supplier, stock, active, version, " \
    "created_at_ms, updated_at_ms, starts_at_ms, venue"

inline constexpr Statement list_articles{"articles_list",
                                         "SELECT " COMMIS_ARTICLE_COLUMNS
                                         " FROM articles WHERE shop_id = $1 AND sku > $2 ORDER BY sku LIMIT $3"};
inline constexpr Statement search_articles{
    "articles_search",
    "SELECT " COMMIS_ARTICLE_COLUMNS
    " FROM articles WHERE shop_id = $1 AND sku > $2 AND search_text LIKE $3 ESCAPE '\\' ORDER BY sku LIMIT $4"};
inline constexpr Statement find_article{
    "article_find", "SELECT " COMMIS_ARTICLE_COLUMNS " FROM articles WHERE shop_id = $1 AND article_id = $2"};
inline constexpr Statement find_article_sku{
    "article_find_sku", "SELECT " COMMIS_ARTICLE_COLUMNS " FROM articles WHERE shop_id = $1 AND sku = $2"};
inline constexpr Statement lock_article{
    "article_lock", "SELECT " COMMIS_ARTICLE_COLUMNS " FROM articles WHERE shop_id = $1 AND article_id = $2", true};
inline constexpr Statement lock_stock{"article_lock_stock",
                                      "SELECT stock FROM articles WHERE shop_id = $1 AND sku = $2", true};
inline constexpr Statement insert_article{
    "article_insert", "INSERT INTO articles (" COMMIS_ARTICLE_COLUMNS
                      ", search_text) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"};
inline constexpr Statement update_article{
    "article_update",
    "UPDATE articles SET sku = $3, name = $4, kind = $5, price_minor = $6, tax_rate = $7, supplier = $8, stock = $9, "
    "active = $10, version = $11, created_at_ms = $12, updated_at_ms = $13, starts_at_ms = $14, venue = $15, "
    "search_text = $16 "
    "WHERE shop_id = $1 AND article_id = $2"};

// Goods in or out, of what is counted. The article is another one for whoever is changing it at the same time.
inline constexpr Statement move_stock{
    "article_move_stock",
    "UPDATE articles SET stock = stock + $3, version = version + 1, updated_at_ms = $4 "
    "WHERE shop_id = $1 AND sku = $2 AND stock IS NOT NULL"};
// What is in the house, and what orders have set aside. The SKUs follow in a list, see id_list.hpp.
inline constexpr Statement stock_of{"stock_load", "SELECT sku, stock FROM articles"};
inline constexpr Statement reserved_of{"reserved_load", "SELECT sku, CAST(sum(reserved) AS bigint) FROM order_lines"};
inline constexpr std::string_view of_skus = " WHERE shop_id = $1 AND sku IN ";
inline constexpr std::string_view of_reserved_skus = " WHERE shop_id = $1 AND reserved > 0 AND sku IN ";
inline constexpr std::string_view by_sku = " GROUP BY sku";

inline constexpr std::array all{find,
                                lock,
                                insert,
                                update,
                                list_articles,
                                search_articles,
                                find_article,
                                find_article_sku,
                                lock_article,
                                lock_stock,
                                insert_article,
                                update_article,
                                move_stock,
                                number_ranges,
                                lock_number_range,
                                save_number_range};
inline constexpr std::array across_shops{list, find_handle};

}  // namespace commis::sql::shop_sql
