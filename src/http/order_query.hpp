// The query string of the order lists: every filter and sort of api.md, and the opaque cursor.
#pragma once

#include <expected>
#include <optional>
#include <string>

#include "http/call.hpp"
#include "ports/order_reader.hpp"

namespace commis::http {

struct OrderQuery {
    ports::OrderPageRequest page;  // Without the shops.
    bool wants_count = false;
};

// 422 `bad_field` naming each parameter that is unknown or wrong. `also` lists further names the route takes.
std::expected<OrderQuery, Response> read_order_query(const Request& request,
                                                     const std::vector<std::string_view>& also = {});

std::string encode_cursor(const ports::OrderCursor& cursor);
std::optional<ports::OrderCursor> decode_cursor(std::string_view text);

// `limit` of any list: 1 … 200, default 50.
std::expected<std::int32_t, Response> read_limit(const Request& request);

}  // namespace commis::http
