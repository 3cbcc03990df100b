// What a reference stands for at PayPal, found out by asking, and everything that happened on the payment behind it: an
// order that the buyer approved, an authorisation, or a capture. They look alike.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "adapters/gateways/paypal_wire.hpp"
#include "ports/payment_gateway.hpp"

namespace commis::gateways {

enum class PayPalKind : std::uint8_t { order, authorization, capture };

struct PayPalPayment {
    PayPalKind kind = PayPalKind::order;
    std::string id{};
    json::Value order{};  // Null where there is none, or it can't be read.
    std::vector<json::Value> authorizations{};
    std::vector<json::Value> captures{};
    std::vector<json::Value> refunds{};

    std::string order_status() const;
    // The authorisation that may still be captured; null when there is none.
    const json::Value* open_authorization() const;
    // What the captures took, those under way included.
    std::int64_t taken_minor(const domain::Currency& currency) const;
};

// The error is the last answer that did not help.
std::expected<PayPalPayment, RestAnswer> find_paypal_payment(const PayPalWire& wire, const std::string& reference);

// Takes an order's answer for what is known of it.
PayPalPayment paypal_payment_of_order(const json::Value& order);

domain::PaymentTruth paypal_truth(const PayPalPayment& payment, const domain::Currency& currency);

// One capture as a movement; its key is the id of our call.
domain::Movement paypal_capture(const json::Value& capture, const domain::Currency& currency);
bool is_taken(const json::Value& capture);

// What a refund over several captures is called at PayPal: "key.1of2". Alone it bears the key itself.
std::string refund_part_name(std::string_view key, std::size_t part, std::size_t parts);
// The key of a refund's name.
std::string refund_key(std::string_view name);
// The capture that a refund was made on.
std::string refunded_capture(const json::Value& refund);

}  // namespace commis::gateways
