// Which payments of an order are looked after from now on.
#pragma once

#include "domain/order.hpp"
#include "ports/storage.hpp"

namespace commis::payments {

// Inside the unit of work that changed the order. `before` is null for a new one.
void plan_looks(ports::UnitOfWork& work, const domain::Order* before, const domain::Order& after, std::int64_t now_ms);

}  // namespace commis::payments
