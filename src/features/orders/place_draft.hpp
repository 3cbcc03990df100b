// The body of `place`, which turns a kept draft into an order.
#pragma once

#include "features/orders/actions.hpp"

namespace commis::orders {

std::expected<ParsedAction, std::vector<json::FieldError>> parse_place_draft(const json::Value& body);

}  // namespace commis::orders
