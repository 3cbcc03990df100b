// The body of `change-state` and the decision it asks for.
#pragma once

#include "features/orders/actions.hpp"

namespace commis::orders {

std::expected<ParsedAction, std::vector<json::FieldError>> parse_change_state(const json::Value& body);

}  // namespace commis::orders
