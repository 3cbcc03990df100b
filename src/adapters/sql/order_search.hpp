// Finding orders by a part of a text. The folded texts stand in order_search; SQLite's trigram index is fed from here,
// PostgreSQL keeps its own. The number of a search row holds the shop and the time, so that a search walks one shop
// only and meets the newest orders first.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/sql/engine/session.hpp"
#include "domain/order.hpp"

namespace commis::sql {

void insert_search(Session& session, const domain::Order& order);
// Writes only when a text that is searched has changed, or when the order was removed or brought back.
void update_search(Session& session, const domain::Order& before, const domain::Order& after);

// The numbers that rows of one shop lie between.
std::pair<std::int64_t, std::int64_t> search_range(std::int64_t shop_id);

// What was typed, taken apart: folded words, at most eight. Words of three letters and more can use the trigram index.
struct SearchTerms {
    std::vector<std::string> indexed;
    std::vector<std::string> short_ones;
    [[nodiscard]] bool empty() const { return indexed.empty() && short_ones.empty(); }
};
SearchTerms search_terms(std::string_view typed);

// The number of the row that stands 10,000 rows below the newest one: how far back one or two letters are looked for.
std::int64_t oldest_for_short(Session& session, std::int64_t shop_id);

// The words as SQLite's trigram index wants them: each in quotes, all of them wanted.
std::string fts_expression(const std::vector<std::string>& words);
// A word as a LIKE pattern, escaped with a backslash.
std::string like_pattern(std::string_view word);

namespace search_sql {

// Changes nothing when the number is taken. SQLite numbers the rows of all shops in one index, PostgreSQL each shop's.
inline constexpr Statement insert{
    "order_search_insert",
    "INSERT INTO order_search (shop_id, order_id, search_id, search_text) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT DO NOTHING"};
inline constexpr Statement find{"order_search_find",
                                "SELECT search_id, search_text FROM order_search WHERE shop_id = $1 AND order_id = $2"};
inline constexpr Statement update{"order_search_update",
                                  "UPDATE order_search SET search_text = $3 WHERE shop_id = $1 AND order_id = $2"};
inline constexpr Statement remove{"order_search_delete",
                                  "DELETE FROM order_search WHERE shop_id = $1 AND order_id = $2"};
inline constexpr Statement count_back{
    "order_search_count_back",
    "SELECT search_id FROM order_search WHERE shop_id = $1 AND search_id >= $2 AND search_id <= $3 "
    "ORDER BY search_id DESC LIMIT 1 OFFSET $4"};
// SQLite's index holds the number alone, and the range is the shop's own.
inline constexpr Statement count_back_numbers{
    "order_search_count_back_numbers",
    "SELECT search_id FROM order_search WHERE search_id >= $1 AND search_id <= $2 "
    "ORDER BY search_id DESC LIMIT 1 OFFSET $3"};
inline constexpr Statement index_insert{"order_search_words_insert",
                                        "INSERT INTO order_search_words (rowid, search_text) VALUES ($1, $2)"};
inline constexpr Statement index_delete{
    "order_search_words_delete",
    "INSERT INTO order_search_words (order_search_words, rowid, search_text) VALUES ('delete', $1, $2)"};

inline constexpr std::array all{insert, find, update, remove, count_back};
inline constexpr std::array sqlite_only{count_back_numbers, index_insert, index_delete};

}  // namespace search_sql
}  // namespace commis::sql
