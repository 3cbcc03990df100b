// What PayPal tells by itself (its webhook events): which payments it names. Only PayPal can say whether it sent one.
#pragma once

#include "adapters/gateways/paypal_wire.hpp"
#include "ports/payment_gateway.hpp"

namespace commis::gateways {

// Never `proven`: `unproven` when all that PayPal needs to prove it came along.
ports::NoticeReading read_paypal_notice(const ports::ProviderNotice& notice);

// `webhook_id` names the shop's webhook at PayPal.
ports::NoticeProof confirm_paypal_notice(const PayPalWire& wire, const std::string& webhook_id,
                                         const ports::ProviderNotice& notice);

}  // namespace commis::gateways
