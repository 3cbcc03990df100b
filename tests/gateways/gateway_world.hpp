// A payment as the gateways get it, for tests that ask them directly.
#pragma once

#include <string>

#include "ports/payment_gateway.hpp"

namespace commis::tests {

// Why a look-up brought nothing; empty when it brought something.
template <class T>
std::string fault_of(const std::expected<T, std::string>& told) {
    return told ? std::string{} : told.error();
}

struct GatewayPayment {
    explicit GatewayPayment(const std::string& reference, std::int64_t amount_minor = 9'880,
                            const std::string& currency_code = "EUR") {
        payment.id = "payment-1";
        payment.method = "card";
        payment.reference = reference;
        payment.amount_minor = amount_minor;
        payment.status = domain::AttemptStatus::authorized;
        currency = domain::Currency::find(currency_code).value();
    }
    ports::PaymentAtProvider at() const { return {1, payment, currency}; }

    domain::Payment payment;
    domain::Currency currency;
};

}  // namespace commis::tests
