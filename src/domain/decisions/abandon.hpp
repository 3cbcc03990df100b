// An online payment that never answered: shown as abandoned after the shop's delay; a late success still confirms
// (O-28, A-07, X-14).
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

// Refuses with `payment_settled` when the order is no longer waiting, so that a late timer does nothing.
Result<Decision> abandon(const Order& order, const Context& context);

}  // namespace commis::domain
