// A payment service as the program sees it: money that was reserved is taken in parts or released, money that was taken
// goes back in parts, and how a payment stands is looked up. Each call bears a key under which the service does a thing
// once; one that is not answered in time is looked up by its key before it is ever repeated.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "domain/decisions/provider_answer.hpp"
#include "domain/shop.hpp"

namespace commis::ports {

// What a call is about.
struct PaymentAtProvider {
    std::int64_t shop_id = 0;
    const domain::Payment& payment;
    domain::Currency currency;
};

struct PaymentGateway {
    virtual ~PaymentGateway() = default;
    // `amount_minor` of what is reserved; the rest stays reserved where the service allows that.
    virtual domain::CallAnswer capture(const PaymentAtProvider& at, std::string_view key,
                                       std::int64_t amount_minor) = 0;
    virtual domain::CallAnswer release(const PaymentAtProvider& at, std::string_view key) = 0;
    virtual domain::CallAnswer refund(const PaymentAtProvider& at, std::string_view key, std::int64_t amount_minor) = 0;
    // The error says why nothing was learned, as a code: "unavailable", "not_found".
    virtual std::expected<domain::PaymentTruth, std::string> look_up(const PaymentAtProvider& at) = 0;
};

// The services that shops are connected to.
struct PaymentGateways {
    virtual ~PaymentGateways() = default;
    // The one that holds this payment in the account that took it; null when that is not connected now (W-40).
    virtual PaymentGateway* find(const domain::Shop& shop, const domain::Payment& payment) = 0;
};

}  // namespace commis::ports
