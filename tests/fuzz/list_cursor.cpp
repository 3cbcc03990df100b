// Fuzz target: whatever stands in the query of a list is a page that can be asked for, or a parameter that is named.
// The text is a cursor, a query string and the value of every filter; a cursor that is taken comes back the same.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "http/order_query.hpp"
#include "http/target.hpp"
#include "json/utf8.hpp"

#include "demand.hpp"

namespace {

using namespace commis;

void demand_storable(const std::string& text) {
    demand(json::is_valid_utf8(text) && text.find('\0') == std::string::npos);
}

void check(const ports::OrderCursor& cursor) {
    // Both engines are asked with it: neither takes every text.
    demand_storable(cursor.key_text);
    demand_storable(cursor.order_id);
    const auto again = http::decode_cursor(http::encode_cursor(cursor));
    demand(again && again->key_text == cursor.key_text && again->key_number == cursor.key_number);
    demand(again->shop_id == cursor.shop_id && again->order_id == cursor.order_id);
}

void check(const ports::OrderPageRequest& page) {
    demand(page.limit >= 1 && page.limit <= 200);
    if (page.after) check(*page.after);
    demand_storable(page.filter.q);
    for (const std::string& state : page.filter.states) demand_storable(state);
}

void try_query(std::string_view text) {
    http::Request request;
    request.target = "/?" + std::string(text);
    if (!http::decode_target(request)) return;
    if (const auto query = http::read_order_query(request)) check(query->page);
    if (const auto limit = http::read_limit(request)) demand(*limit >= 1 && *limit <= 200);
    if (const auto cursor = http::read_cursor(request); cursor && *cursor) check(**cursor);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (const auto cursor = http::decode_cursor(text)) check(*cursor);
    // As a cursor is written: the same bytes, in hexadecimal digits.
    std::string digits;
    for (const char sign : text) {
        constexpr std::string_view hex = "0123456789abcdef";
        digits += hex[static_cast<unsigned char>(sign) >> 4U];
        digits += hex[static_cast<unsigned char>(sign) & 15U];
    }
    if (const auto cursor = http::decode_cursor(digits)) check(*cursor);
    if (const auto number = http::whole_number(text)) demand(!text.empty());
    try_query(text);
    if (!json::is_valid_utf8(text)) return 0;
    for (const char* name : {"q", "state", "placed_from", "hold_to", "sort", "tag", "total_min", "payment_status"}) {
        const auto filter = http::read_order_filter({{name, text}});
        if (filter) demand_storable(filter->q);
        if (!filter) demand(!filter.error().empty() && filter.error().front().field == name);
    }
    return 0;
}
