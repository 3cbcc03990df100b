// What Stripe tells by itself (its webhook events): who signed it, and which payments it names.
#pragma once

#include "ports/payment_gateway.hpp"

namespace commis::gateways {

ports::NoticeReading read_stripe_notice(const std::string& secret, const ports::ProviderNotice& notice);

}  // namespace commis::gateways
