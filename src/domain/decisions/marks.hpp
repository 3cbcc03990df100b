// Marks by hand: what an operator knows of a payment that no ledger entry says (O-32, O-35, O-36).
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

enum class Mark : std::uint8_t { pending, failed, review };

// A mark speaks until a later payment event does. Pending and failed end a review.
Result<Decision> mark_payment(const Order& order, Mark mark, const Telling& telling, const Context& context);

}  // namespace commis::domain
