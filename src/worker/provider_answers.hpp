// Brings what a payment service said into an order, by the one way in.
#pragma once

#include <functional>
#include <string>

#include "features/orders/run.hpp"

namespace commis::worker {

// `beside` is done in the same unit of work, after the decision and whatever came of it.
domain::Result<domain::Decision> bring_in(
    const Services& services, const domain::Shop& shop, const std::string& order_id, const orders::Decide& decide,
    const std::function<void(ports::UnitOfWork&, const domain::Result<domain::Decision>&)>& beside = {});

}  // namespace commis::worker
