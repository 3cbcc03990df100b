// One row per parameter; what is not in the table is refused by name.
#include "http/order_query.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

#include "http/problem.hpp"
#include "json/parse.hpp"
#include "json/time.hpp"
#include "json/writer.hpp"

namespace commis::http {
namespace {

using Read = bool (*)(OrderQuery&, const std::string&);

// Found values join the alternatives; an unknown one refuses the parameter.
template <class T>
bool add(std::vector<T>& values, const std::optional<T>& found) {
    if (found) values.push_back(*found);
    return found.has_value();
}
bool add(std::vector<std::string>& values, const std::string& text) {
    values.push_back(text);
    return !text.empty() && values.size() <= 50;
}
bool set(std::optional<std::int64_t>& value, const std::optional<std::int64_t>& found) {
    value = found;
    return found.has_value();
}

std::optional<domain::Task> find_task(std::string_view text) {
    for (int number = 0; number < domain::task_count; ++number) {
        const auto task = static_cast<domain::Task>(number);
        if (domain::id_of(task) == text) return task;
    }
    return std::nullopt;
}

bool read_sort(OrderQuery& query, std::string_view text) { return read_order_sort(query.page, text); }

bool read_flag(bool& flag, const std::string& text) {
    flag = text == "true";
    return flag || text == "false";
}

struct Parameter {
    std::string_view name;
    Read read;
};

using Q = OrderQuery;
using T = const std::string;
// clang-format off
constexpr std::array parameters{
    Parameter{"q",              [](Q& q, T& t) { q.page.filter.q = t; return t.size() <= 200; }},
    Parameter{"status",
              [](Q& q, T& t) { return add(q.page.filter.summaries, domain::find_summary_status(t)); }},
    Parameter{"payment_status",
              [](Q& q, T& t) { return add(q.page.filter.payment_statuses, domain::find_payment_status(t)); }},
    Parameter{"state",          [](Q& q, T& t) { return add(q.page.filter.states, t); }},
    Parameter{"stage",          [](Q& q, T& t) { return add(q.page.filter.stages, domain::find_stage(t)); }},
    Parameter{"queue",          [](Q& q, T& t) { return add(q.page.filter.queues, domain::find_queue(t)); }},
    Parameter{"payment_method", [](Q& q, T& t) { return add(q.page.filter.payment_methods, t); }},
    Parameter{"promo_code",     [](Q& q, T& t) { return add(q.page.filter.promo_codes, t); }},
    Parameter{"sku",            [](Q& q, T& t) { return add(q.page.filter.skus, t); }},
    Parameter{"kind",           [](Q& q, T& t) { return add(q.page.filter.kinds, domain::find_line_kind(t)); }},
    Parameter{"item",           [](Q& q, T& t) { return add(q.page.filter.items, t); }},
    Parameter{"channel",        [](Q& q, T& t) { return add(q.page.filter.channels, t); }},
    Parameter{"customer",       [](Q& q, T& t) { return add(q.page.filter.customers, t); }},
    Parameter{"placed_from",    [](Q& q, T& t) { return set(q.page.filter.placed_from_ms, json::parse_time_ms(t)); }},
    Parameter{"placed_to",      [](Q& q, T& t) { return set(q.page.filter.placed_to_ms, json::parse_time_ms(t)); }},
    Parameter{"min_total",      [](Q& q, T& t) { return set(q.page.filter.total_min_minor, whole_number(t)); }},
    Parameter{"max_total",      [](Q& q, T& t) { return set(q.page.filter.total_max_minor, whole_number(t)); }},
    Parameter{"unseen",         [](Q& q, T& t) { bool unseen = false; const bool ok = read_flag(unseen, t);
                                                 q.page.filter.seen = !unseen; return ok; }},
    Parameter{"seen",           [](Q& q, T& t) { bool seen = false; const bool ok = read_flag(seen, t);
                                                 q.page.filter.seen = seen; return ok; }},
    Parameter{"task",           [](Q& q, T& t) { return add(q.page.filter.tasks, find_task(t)); }},
    Parameter{"tag",            [](Q& q, T& t) { return add(q.page.filter.tags, t); }},
    Parameter{"assignee",       [](Q& q, T& t) { return add(q.page.filter.assignees, t); }},
    Parameter{"order",          [](Q& q, T& t) { q.page.filter.order_ids.push_back(t);
                                                 return !t.empty() && q.page.filter.order_ids.size() <= 200; }},
    Parameter{"has_hold",       [](Q& q, T& t) { return read_flag(q.page.filter.has_hold, t); }},
    Parameter{"hold_from",      [](Q& q, T& t) { return set(q.page.filter.hold_from_ms, json::parse_time_ms(t)); }},
    Parameter{"hold_to",        [](Q& q, T& t) { return set(q.page.filter.hold_to_ms, json::parse_time_ms(t)); }},
    Parameter{"sort",           [](Q& q, T& t) { return read_sort(q, t); }},
    Parameter{"count",          [](Q& q, T& t) { return read_flag(q.wants_count, t); }},
    Parameter{"cursor",         [](Q& q, T& t) { q.page.after = decode_cursor(t); return q.page.after.has_value(); }},
    Parameter{"limit",          [](Q& q, T& t) { const auto limit = whole_number(t);
                                                 q.page.limit = static_cast<std::int32_t>(limit.value_or(0));
                                                 return limit && *limit >= 1 && *limit <= 200; }},
};
// clang-format on

// What says how to show the orders, not which.
constexpr std::array<std::string_view, 4> shown_by{"sort", "count", "cursor", "limit"};

void read_parameter(OrderQuery& query, const std::string& name, const std::string& text,
                    std::vector<json::FieldError>& errors) {
    const auto parameter = std::ranges::find(parameters, name, &Parameter::name);
    if (parameter == parameters.end()) {
        errors.push_back({name, "unknown_parameter", "There is no such filter."});
    } else if (text.find('\0') != std::string::npos || !parameter->read(query, text)) {
        errors.push_back({name, "invalid_value", "This value is not one the parameter takes."});
    }
}

}  // namespace

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::expected<OrderQuery, Response> read_order_query(const Request& request,
                                                     const std::vector<std::string_view>& also) {
    OrderQuery query;
    std::vector<json::FieldError> errors;
    for (const auto& [name, text] : request.query) {
        if (std::ranges::find(also, name) == also.end()) read_parameter(query, name, text, errors);
    }
    if (!errors.empty()) {
        return std::unexpected(problem(422, "bad_field", "Some parameters are unknown or wrong.", errors));
    }
    return query;
}

bool read_order_sort(ports::OrderPageRequest& page, std::string_view text) {
    static constexpr std::array<std::string_view, 6> names{"placed_at", "number",     "buyer",
                                                           "total",     "updated_at", "hold_until"};
    page.descending = text.starts_with('-');
    if (page.descending) text.remove_prefix(1);
    const auto at = std::ranges::find(names, text);
    if (at == names.end()) return false;
    page.sort = static_cast<ports::OrderSort>(at - names.begin());
    if (page.sort == ports::OrderSort::hold_until) page.filter.has_hold = true;
    return true;
}

std::expected<ports::OrderFilter, std::vector<json::FieldError>> read_order_filter(const Pairs& named) {
    OrderQuery query;
    std::vector<json::FieldError> errors;
    for (const auto& [name, text] : named) {
        if (std::ranges::find(shown_by, name) == shown_by.end()) {
            read_parameter(query, name, text, errors);
        } else {
            errors.push_back({name, "unknown_parameter", "There is no such filter."});
        }
    }
    if (!errors.empty()) return std::unexpected(std::move(errors));
    return std::move(query.page.filter);
}

// A small JSON list in hexadecimal: opaque, safe in a URL, and refused as a whole when it was tampered with.
std::string encode_cursor(const ports::OrderCursor& cursor) {
    std::string text;
    json::Writer writer(text);
    writer.array().value(cursor.key_text).value(cursor.key_number).value(cursor.shop_id).value(cursor.order_id).end();
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

std::optional<ports::OrderCursor> decode_cursor(std::string_view text) {
    if (text.size() % 2 != 0 || text.size() > 4'000) return std::nullopt;
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); at += 2) {
        unsigned value = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 2, value, 16);
        if (error != std::errc{} || end != text.data() + at + 2) return std::nullopt;
        decoded += static_cast<char>(value);
    }
    const auto list = json::parse(decoded);
    if (!list || !list->is_array() || list->get_array().size() != 4) return std::nullopt;
    const auto& parts = list->get_array();
    if (!parts[0].is_string() || !parts[1].is_int64() || !parts[2].is_int64() || !parts[3].is_string()) {
        return std::nullopt;
    }
    ports::OrderCursor cursor{std::string(parts[0].get_string()), parts[1].get_int64(), parts[2].get_int64(),
                              std::string(parts[3].get_string())};
    // No text that is stored has it, and PostgreSQL takes none that has.
    for (const std::string* part : {&cursor.key_text, &cursor.order_id}) {
        if (part->find('\0') != std::string::npos) return std::nullopt;
    }
    return cursor;
}

std::expected<std::optional<ports::OrderCursor>, Response> read_cursor(const Request& request) {
    const auto text = request.query_value("cursor");
    if (!text) return std::nullopt;
    if (auto cursor = decode_cursor(*text)) return cursor;
    return std::unexpected(problem(422, "bad_field", "Some parameters are unknown or wrong.",
                                   {{"cursor", "invalid_value", "This cursor is not one of ours."}}));
}

std::expected<std::int32_t, Response> read_limit(const Request& request) {
    const auto text = request.query_value("limit");
    if (!text) return 50;
    const auto limit = whole_number(*text);
    if (limit && *limit >= 1 && *limit <= 200) return static_cast<std::int32_t>(*limit);
    return std::unexpected(problem(422, "bad_field", "Some parameters are unknown or wrong.",
                                   {{"limit", "out_of_range", "From 1 to 200."}}));
}

}  // namespace commis::http
