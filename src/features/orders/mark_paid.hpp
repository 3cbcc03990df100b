// The body of `mark-paid` and the decision it asks for.
#pragma once

#include "features/orders/actions.hpp"

namespace commis::orders {

std::expected<ParsedAction, std::vector<json::FieldError>> parse_mark_paid(const json::Value& body);

}  // namespace commis::orders
