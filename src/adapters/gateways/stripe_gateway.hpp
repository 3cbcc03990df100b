// Money moved at Stripe, in the one account that a key belongs to: taken of what is reserved, released, given back. A
// key that is not accepted any more declines no card: the call waits until somebody connects the account anew.
#pragma once

#include "adapters/gateways/stripe_payment.hpp"

namespace commis::gateways {

class StripeGateway final : public ports::PaymentGateway {
public:
    // `client` outlives it.
    StripeGateway(const RestClient& client, std::string secret_key, std::string account)
        : wire_(client, std::move(secret_key)), account_(std::move(account)) {}

    // Once: what is not taken with it is released by Stripe.
    domain::CallAnswer capture(const ports::PaymentAtProvider& at, std::string_view key,
                               std::int64_t amount_minor) override;
    domain::CallAnswer release(const ports::PaymentAtProvider& at, std::string_view key) override;
    domain::CallAnswer refund(const ports::PaymentAtProvider& at, std::string_view key,
                              std::int64_t amount_minor) override;
    std::expected<domain::PaymentTruth, std::string> look_up(const ports::PaymentAtProvider& at) override;
    std::expected<ports::PaymentPage, std::string> open_page(const ports::PaymentPageWish& wish) override;
    std::expected<std::vector<domain::PayoutReport>, std::string> payouts(std::int64_t since_ms) override;

private:
    struct Capture;

    domain::CallAnswer answer(domain::CallStatus status, std::string reason = {}) const;
    domain::CallAnswer not_done(const RestAnswer& told) const;
    domain::CallAnswer refund_not_done(const RestAnswer& told) const;
    domain::CallAnswer captured(const Capture& wish, const RestAnswer& told) const;
    domain::CallAnswer found_over(const Capture& wish) const;
    domain::CallAnswer capture_open(Capture& wish, std::int64_t amount) const;

    StripeWire wire_;
    std::string account_;
};

}  // namespace commis::gateways
