// Inserts of many rows in one statement. A family is the statement without its values; the text for n rows is made
// once and kept, and every row count keeps its own prepared statement.
#pragma once

#include "adapters/sql/engine/session.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace commis::sql {

// More values than this go out in several statements: a bound that both engines and pgbouncer take without effort.
inline constexpr std::size_t insert_params_max = 900;

struct InsertFamily {
    std::string_view name;
    std::string_view head;    // "INSERT INTO order_lines (shop_id, order_id, …)"
    std::size_t columns;      // How many columns the head names.
    std::string_view tail{};  // "ON CONFLICT (…) DO NOTHING", or nothing.
};

// The statement of the family for so many rows. The texts live as long as the program.
Statement insert_statement(const InsertFamily& family, std::size_t rows);

// Inserts all rows, whose values stand one row after the other, and answers how many were new or changed.
std::int64_t insert_rows(Session& session, const InsertFamily& family, Params values);

// The same where nobody asks how many; see Session::send.
void send_rows(Session& session, const InsertFamily& family, Params values);

}  // namespace commis::sql
