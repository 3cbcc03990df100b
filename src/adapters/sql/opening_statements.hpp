// The statements of what units open: files, downloads, blocked addresses, codes and slips.
#pragma once

#include <array>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::opening_sql {

#define COMMIS_FILE_COLUMNS "shop_id, article_id, file_id, sku, name, media_type, size_bytes, digest, uploaded_at_ms"
#define COMMIS_DOWNLOAD_COLUMNS \
    "shop_id, order_id, download_id, line_id, file_id, file_name, begun_at_ms, latest_at_ms, address, agent"
#define COMMIS_BLOCKED_COLUMNS "shop_id, email, reason, order_id, order_number, by_name, blocked_at_ms"

inline constexpr Statement files_of{"article_files_of_sku",
                                    "SELECT " COMMIS_FILE_COLUMNS
                                    " FROM article_files WHERE shop_id = $1 AND sku = $2 ORDER BY name, file_id"};
inline constexpr Statement files_of_article{
    "article_files_of_article",
    "SELECT " COMMIS_FILE_COLUMNS " FROM article_files WHERE shop_id = $1 AND article_id = $2 ORDER BY name, file_id"};
inline constexpr Statement files_after{"article_files_after",
                                       "SELECT " COMMIS_FILE_COLUMNS
                                       " FROM article_files WHERE shop_id = $1 AND (article_id, file_id) > ($2, $3) "
                                       "ORDER BY article_id, file_id LIMIT $4"};
inline constexpr Statement add_file{"article_file_insert", "INSERT INTO article_files (" COMMIS_FILE_COLUMNS
                                                           ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
inline constexpr Statement delete_file{
    "article_file_delete", "DELETE FROM article_files WHERE shop_id = $1 AND article_id = $2 AND file_id = $3"};

inline constexpr Statement downloads{"downloads_of_order", "SELECT " COMMIS_DOWNLOAD_COLUMNS
                                                           " FROM downloads WHERE shop_id = $1 AND order_id = $2 "
                                                           "ORDER BY download_id DESC LIMIT $3"};
inline constexpr Statement save_download{
    "download_save", "INSERT INTO downloads (" COMMIS_DOWNLOAD_COLUMNS
                     ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
                     "ON CONFLICT (shop_id, order_id, download_id) DO UPDATE SET latest_at_ms = excluded.latest_at_ms"};
inline constexpr Statement delete_downloads{"downloads_delete",
                                            "DELETE FROM downloads WHERE shop_id = $1 AND order_id = $2"};

inline constexpr Statement blocked{"blocked_addresses_list",
                                   "SELECT " COMMIS_BLOCKED_COLUMNS
                                   " FROM blocked_addresses WHERE shop_id = $1 AND email_key > $2 "
                                   "ORDER BY email_key LIMIT $3"};
// The addresses follow in a list, see id_list.hpp; so do the SKUs below.
inline constexpr Statement blocked_among{"blocked_addresses_find", "SELECT email_key FROM blocked_addresses"};
inline constexpr std::string_view these_addresses = " WHERE shop_id = $1 AND email_key IN ";
inline constexpr Statement has_files{"article_files_exist", "SELECT 1 FROM article_files"};
inline constexpr std::string_view of_skus = " WHERE shop_id = $1 AND sku IN ";
inline constexpr std::string_view any_one = " LIMIT 1";
inline constexpr Statement block{"blocked_address_insert", "INSERT INTO blocked_addresses (" COMMIS_BLOCKED_COLUMNS
                                                           ", email_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) "
                                                           "ON CONFLICT (shop_id, email_key) DO NOTHING"};
inline constexpr Statement unblock{"blocked_address_delete",
                                   "DELETE FROM blocked_addresses WHERE shop_id = $1 AND email_key = $2"};
inline constexpr Statement unblock_of_order{
    "blocked_address_erase", "DELETE FROM blocked_addresses WHERE shop_id = $1 AND email_key = $2 AND order_id = $3"};

inline constexpr Statement find_code{"order_units_find_code",
                                     "SELECT order_id, unit_id FROM order_units "
                                     "WHERE shop_id = $1 AND code = $2 AND code <> ''"};
inline constexpr Statement find_former_code{
    "former_codes_find", "SELECT order_id, unit_id FROM former_codes WHERE shop_id = $1 AND code = $2"};
inline constexpr Statement find_unit{"order_units_find_order",
                                     "SELECT order_id FROM order_units WHERE shop_id = $1 AND unit_id = $2"};
inline constexpr Statement orders_with_tickets{
    "order_units_orders",
    "SELECT DISTINCT order_id FROM order_units WHERE shop_id = $1 AND order_id > $2 AND NOT EXISTS ("
    "SELECT 1 FROM order_lines JOIN articles ON articles.shop_id = order_lines.shop_id "
    "AND articles.sku = order_lines.sku WHERE order_lines.shop_id = order_units.shop_id "
    "AND order_lines.order_id = order_units.order_id AND order_lines.line_id = order_units.line_id "
    "AND articles.starts_at_ms < $3) ORDER BY order_id LIMIT $4"};
inline constexpr Statement find_slip{"buyer_requests_find_slip",
                                     "SELECT order_id, request_id FROM buyer_requests "
                                     "WHERE shop_id = $1 AND slip = $2 AND slip <> ''"};

inline constexpr std::array all{files_of,  files_of_article, files_after,      add_file,  delete_file,
                                downloads, save_download,    delete_downloads, blocked,   block,
                                unblock,   find_code,        find_former_code, find_unit, orders_with_tickets,
                                find_slip, unblock_of_order};

}  // namespace commis::sql::opening_sql
