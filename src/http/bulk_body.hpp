// The body of `POST /orders/bulk`, checked and read.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "features/orders/actions.hpp"
#include "http/message.hpp"
#include "json/parse.hpp"
#include "ports/order_reader.hpp"

namespace commis::http {

struct BulkCall {
    domain::Action action{};
    json::Value params;  // The action's body, the same for every order.
    orders::ParsedAction parsed;
    std::vector<std::string> order_ids;        // Each once; or …
    std::optional<ports::OrderFilter> filter;  // … what the list would show.
    bool in_batches = false;                   // More than one job takes: then several, one after the other.
    bool dry_run = false;
};

// What the list would show, sorted as it is ("-placed_at"); what does not fit is added to `errors` below /filter.
ports::OrderPageRequest read_filtered_page(const boost::json::object& filter, const std::string& sort,
                                           std::vector<json::FieldError>& errors);

// 422 `bad_field` with pointers into the body, those of the action's own members below /params.
std::expected<BulkCall, Response> read_bulk_body(const Request& request);

}  // namespace commis::http
