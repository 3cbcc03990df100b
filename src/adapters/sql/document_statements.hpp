// The statements of the register of issued documents, of their files, and of ranges changed by hand.
#pragma once

#include <array>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::document_sql {

#define COMMIS_ISSUED_COLUMNS                                                                                 \
    "shop_id, kind, position, number, number_value, number_year, order_id, order_number, document_id, "       \
    "issued_at_ms, currency, amount_minor, tax_minor, content_digest, previous_digest, digest"

inline constexpr Statement chain_end{
    "issued_chain_end",
    "SELECT position, digest FROM issued_documents WHERE shop_id = $1 AND kind = $2 ORDER BY position DESC LIMIT 1"};
inline constexpr Statement insert{
    "issued_insert",
    "INSERT INTO issued_documents (" COMMIS_ISSUED_COLUMNS
    ", content) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"};
inline constexpr Statement find{"issued_find", "SELECT " COMMIS_ISSUED_COLUMNS
                                               ", content FROM issued_documents WHERE shop_id = $1 AND "
                                               "document_id = $2"};
inline constexpr Statement registered{
    "issued_registered",
    "SELECT i.shop_id, i.kind, i.position, i.number, i.number_value, i.number_year, i.order_id, i.order_number, "
    "i.document_id, i.issued_at_ms, i.currency, i.amount_minor, i.tax_minor, i.content_digest, i.previous_digest, "
    "i.digest, i.content, d.number, d.amount_minor, d.tax_minor FROM issued_documents i "
    "LEFT JOIN documents d ON d.shop_id = i.shop_id AND d.order_id = i.order_id AND d.document_id = i.document_id "
    "WHERE i.shop_id = $1 AND i.kind = $2 AND i.position > $3 ORDER BY i.position LIMIT $4"};
inline constexpr Statement issued_between{
    "issued_between",
    "SELECT " COMMIS_ISSUED_COLUMNS
    ", content FROM issued_documents WHERE shop_id = $1 AND (issued_at_ms, document_id) > ($2, $3) "
    "AND issued_at_ms < $4 AND kind IN ('invoice', 'credit_note') ORDER BY issued_at_ms, document_id LIMIT $5"};
// Walks the documents of the shop's orders, so it belongs to checks alone.
inline constexpr Statement unregistered{
    "issued_unregistered",
    "SELECT d.document_id FROM documents d WHERE d.shop_id = $1 AND d.number <> '' AND NOT EXISTS "
    "(SELECT 1 FROM issued_documents i WHERE i.shop_id = d.shop_id AND i.document_id = d.document_id) "
    "ORDER BY d.order_id, d.document_id LIMIT $2"};
inline constexpr Statement order_numbers{
    "order_numbers_list",
    "SELECT number, number_key, removed_at_ms FROM orders WHERE shop_id = $1 AND number_key > $2 "
    "ORDER BY number_key, order_id LIMIT $3"};
inline constexpr Statement erase_content{
    "issued_erase_content",
    "UPDATE issued_documents SET content = '' WHERE shop_id = $1 AND order_id = $2 "
    "AND kind NOT IN ('invoice', 'credit_note')"};
inline constexpr Statement erase_files{
    "document_files_erase",
    "DELETE FROM document_files WHERE shop_id = $1 AND document_id IN (SELECT document_id FROM issued_documents "
    "WHERE shop_id = $1 AND order_id = $2 AND kind NOT IN ('invoice', 'credit_note'))"};

inline constexpr Statement find_file{"document_file_find",
                                     "SELECT bytes, digest, made_at_ms FROM document_files WHERE shop_id = $1 AND "
                                     "document_id = $2 AND form = $3"};
inline constexpr Statement insert_file{
    "document_file_insert",
    "INSERT INTO document_files (shop_id, document_id, form, bytes, digest, made_at_ms) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (shop_id, document_id, form) DO NOTHING"};

inline constexpr Statement find_picture{"shop_picture_find",
                                        "SELECT bytes FROM shop_pictures WHERE shop_id = $1 AND digest = $2"};
inline constexpr Statement insert_picture{"shop_picture_insert",
                                          "INSERT INTO shop_pictures (shop_id, digest, bytes) VALUES ($1, $2, $3) "
                                          "ON CONFLICT (shop_id, digest) DO NOTHING"};

inline constexpr Statement insert_move{
    "number_range_move_insert",
    "INSERT INTO number_range_moves (shop_id, move_id, series, at_ms, by_name, prefix_before, next_before, "
    "prefix_after, next_after) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
inline constexpr Statement list_moves{
    "number_range_moves_list",
    "SELECT move_id, series, at_ms, by_name, prefix_before, next_before, prefix_after, next_after "
    "FROM number_range_moves WHERE shop_id = $1 ORDER BY move_id LIMIT 1000"};

inline constexpr std::array all{chain_end,     insert,      find,        registered,  issued_between,
                                unregistered,  erase_files, find_file,   insert_file, erase_content,
                                find_picture,  insert_move, list_moves,  insert_picture, order_numbers};

}  // namespace commis::sql::document_sql
