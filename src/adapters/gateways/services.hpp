// The payment services of other houses, ready to be connected to.
#pragma once

#include <memory>

#include "adapters/gateways/rest_client.hpp"
#include "ports/payment_gateway.hpp"

namespace commis::gateways {

std::unique_ptr<ports::PaymentService> make_stripe(RestSettings settings);
std::unique_ptr<ports::PaymentService> make_paypal(RestSettings settings);

}  // namespace commis::gateways
