// Money moved at PayPal: authorisations captured in parts and released, captures given back, orders that the buyer
// approved carried out. Every movement bears our call's id as its key and as its invoice or custom id, by which a
// look-up finds it.
#pragma once

#include "adapters/gateways/paypal_payment.hpp"

namespace commis::gateways {

class PayPalGateway final : public ports::PaymentGateway {
public:
    PayPalGateway(PayPalWire wire, std::string account) : wire_(std::move(wire)), account_(std::move(account)) {}

    domain::CallAnswer capture(const ports::PaymentAtProvider& at, std::string_view key,
                               std::int64_t amount_minor) override;
    domain::CallAnswer release(const ports::PaymentAtProvider& at, std::string_view key) override;
    domain::CallAnswer refund(const ports::PaymentAtProvider& at, std::string_view key,
                              std::int64_t amount_minor) override;
    // Carries an approved order out first: PayPal leaves that to the merchant.
    std::expected<domain::PaymentTruth, std::string> look_up(const ports::PaymentAtProvider& at) override;
    std::expected<ports::PaymentPage, std::string> open_page(const ports::PaymentPageWish& wish) override;
    std::expected<std::vector<domain::PayoutReport>, std::string> payouts(std::int64_t since_ms) override;

private:
    struct Capture;
    struct Part;

    domain::CallAnswer answer(domain::CallStatus status, std::string reason = {}) const;
    domain::CallAnswer not_done(const RestAnswer& told) const;
    domain::CallAnswer refund_not_done(const RestAnswer& told) const;
    domain::CallAnswer captured(const Capture& wish, const RestAnswer& told) const;
    domain::CallAnswer found_captured(const Capture& wish, const RestAnswer& told) const;
    domain::CallAnswer capture_authorization(const Capture& wish, const json::Value& authorization) const;
    RestAnswer capture_of(const Capture& wish, const std::string& authorization_id, std::string_view key) const;
    std::expected<PayPalPayment, RestAnswer> carried_out(const ports::PaymentAtProvider& at,
                                                         PayPalPayment payment) const;

    PayPalWire wire_;
    std::string account_;
};

}  // namespace commis::gateways
