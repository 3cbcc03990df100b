// The personal side of an order: who bought, where it goes, who attends, what the buyer wrote. It stands apart from the
// dated facts, because it is always today's: who was erased stays erased.
#pragma once

#include "domain/order.hpp"

namespace commis::sql {

// Gives an order of the past today's people, and whether somebody has looked at it.
void take_people(domain::Order& past, const domain::Order& today);

}  // namespace commis::sql
