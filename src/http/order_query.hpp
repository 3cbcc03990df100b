// The query string of the order lists: every filter and sort of api.md, and the opaque cursor.
#pragma once

#include <expected>
#include <optional>
#include <string>

#include "http/call.hpp"
#include "json/field_error.hpp"
#include "ports/order_reader.hpp"

namespace commis::http {

struct OrderQuery {
    ports::OrderPageRequest page;  // Without the shops.
    bool wants_count = false;
};

// 422 `bad_field` naming each parameter that is unknown or wrong. `also` lists further names the route takes.
std::expected<OrderQuery, Response> read_order_query(const Request& request,
                                                     const std::vector<std::string_view>& also = {});

// "-placed_at": what the list is sorted by. False for a sort that it does not have.
bool read_order_sort(ports::OrderPageRequest& page, std::string_view text);

// The filters alone, by the same names; the errors name the parameter.
std::expected<ports::OrderFilter, std::vector<json::FieldError>> read_order_filter(const Pairs& named);

std::string encode_cursor(const ports::OrderCursor& cursor);
std::optional<ports::OrderCursor> decode_cursor(std::string_view text);

// `cursor` of any list whose pages end at an OrderCursor; nothing for the first page.
std::expected<std::optional<ports::OrderCursor>, Response> read_cursor(const Request& request);

// A number written in digits, with nothing around it.
std::optional<std::int64_t> whole_number(std::string_view text);

// `limit` of any list: 1 … 200, default 50.
std::expected<std::int32_t, Response> read_limit(const Request& request);

}  // namespace commis::http
