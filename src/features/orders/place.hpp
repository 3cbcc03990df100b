// Places an order: the domain decides, the shop's range numbers it, all in one unit of work.
#pragma once

#include "domain/decisions/place.hpp"
#include "features/orders/run.hpp"

namespace commis::orders {

// Refuses `duplicate_external_id` with the first order's id as detail; otherwise as the domain does. A dry run decides
// and saves nothing: its order has no number.
domain::Result<domain::Decision> place(ports::UnitOfWork& work, const Services& services, const domain::Shop& shop,
                                       const Caller& caller, const domain::PlaceOrder& command, bool dry_run = false);

}  // namespace commis::orders
