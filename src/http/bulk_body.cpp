// {"action", "params"?, "orders": ["…"] or "filter": {…}, "in_batches"?, "dry_run"?}
#include "http/bulk_body.hpp"

#include <set>

#include "features/orders/bulk.hpp"
#include "http/json_body.hpp"
#include "http/order_query.hpp"

namespace commis::http {
namespace {

struct BulkBody {
    std::string action;
    std::optional<boost::json::object> params, filter;
    std::optional<std::vector<std::string>> orders;
    std::optional<bool> in_batches, dry_run;
};
BOOST_DESCRIBE_STRUCT(BulkBody, (), (action, params, filter, orders, in_batches, dry_run))

using Errors = std::vector<json::FieldError>;

// A filter's value as the query would spell it.
std::optional<std::string> spelled(const json::Value& value) {
    if (value.is_string()) return std::string(value.get_string());
    if (value.is_int64()) return std::to_string(value.get_int64());
    if (value.is_bool()) return value.get_bool() ? "true" : "false";
    return std::nullopt;
}

// The members of a filter as the query would name and spell them.
Pairs named_values(const boost::json::object& body, Errors& errors) {
    Pairs named;
    const auto add = [&](std::string_view name, const json::Value& value) {
        if (auto text = spelled(value)) {
            named.emplace_back(name, std::move(*text));
        } else {
            errors.push_back(
                {"/filter/" + std::string(name), "wrong_type", "A text, a number, true, false or a list."});
        }
    };
    for (const auto& [name, value] : body) {
        if (value.is_array()) {
            for (const json::Value& each : value.get_array()) add(name, each);
        } else {
            add(name, value);
        }
    }
    return named;
}

std::optional<ports::OrderFilter> read_filter(const boost::json::object& body, Errors& errors) {
    auto filter = read_order_filter(named_values(body, errors));
    if (filter) return std::move(*filter);
    for (json::FieldError& error : filter.error()) {
        error.field = "/filter/" + error.field;
        if (error.code == "unknown_parameter") error.code = "unknown_field";
        errors.push_back(std::move(error));
    }
    return std::nullopt;
}

void read_orders(BulkCall& call, const std::vector<std::string>& order_ids, Errors& errors) {
    if (order_ids.empty()) errors.push_back({"/orders", "required", "Name at least one order."});
    if (static_cast<std::int64_t>(order_ids.size()) > orders::bulk_orders_max) {
        errors.push_back({"/orders", "too_many", "At most 100,000 orders at a time."});
    }
    std::set<std::string_view> named;
    for (const std::string& id : order_ids) {
        if (named.insert(id).second) call.order_ids.push_back(id);
    }
}

void read_action(BulkCall& call, const std::string& id, Errors& errors) {
    const auto action = domain::find_action(id);
    const orders::ActionCommand* command = action ? orders::find_action_command(*action) : nullptr;
    if (command == nullptr) {
        errors.push_back({"/action", "unknown_action", "There is no such action."});
        return;
    }
    call.action = *action;
    // What a call on one order says of itself; on many it would be overruled without a word.
    for (const std::string_view member : {"draft", "dry_run", "entry"}) {
        if (!call.params.as_object().contains(member)) continue;
        errors.push_back({"/params/" + std::string(member), "unknown_field", "This is not said for many orders."});
    }
    auto parsed = command->parse(call.params);
    if (parsed) {
        call.parsed = std::move(*parsed);
        return;
    }
    for (json::FieldError& error : parsed.error()) {
        error.field = "/params" + error.field;
        errors.push_back(std::move(error));
    }
}

}  // namespace

ports::OrderPageRequest read_filtered_page(const boost::json::object& filter, const std::string& sort, Errors& errors) {
    ports::OrderPageRequest request;
    if (auto read = read_filter(filter, errors)) request.filter = std::move(*read);
    if (!read_order_sort(request, sort)) errors.push_back({"/sort", "unknown_value", "One of the list's sorts."});
    return request;
}

std::expected<BulkCall, Response> read_bulk_body(const Request& request) {
    auto body = json_body<BulkBody>(request);
    if (!body) return std::unexpected(std::move(body.error()));
    BulkCall call;
    Errors errors;
    call.params = json::Value(body->params.value_or(boost::json::object()));
    call.in_batches = body->in_batches.value_or(false);
    call.dry_run = body->dry_run.value_or(false);
    read_action(call, body->action, errors);
    if (body->orders.has_value() == body->filter.has_value()) {
        errors.push_back({"/orders", "orders_or_filter", "Name the orders, or give a filter: one of the two."});
    } else if (body->orders) {
        read_orders(call, *body->orders, errors);
    } else {
        call.filter = read_filter(*body->filter, errors);
    }
    if (errors.empty()) return call;
    return std::unexpected(problem(422, "bad_field", "Some members are missing or wrong.", errors));
}

}  // namespace commis::http
