// What a reference stands for at Stripe, and how the payment behind it stands: a payment intent ("pi_…"), the charge of
// a shop from before there were intents ("ch_…", "py_…"), or a page that was opened for the buyer ("cs_…").
#pragma once

#include <expected>
#include <string>

#include "adapters/gateways/stripe_wire.hpp"
#include "ports/payment_gateway.hpp"

namespace commis::gateways {

enum class StripeKind : std::uint8_t { intent, charge, page };

struct StripeTarget {
    StripeKind kind = StripeKind::intent;
    std::string id{};
    json::Value body{};  // As it was read to find out; null for an intent that was named.
};

// The error is the answer that did not help; one that Stripe was never asked for reads "not found".
std::expected<StripeTarget, RestAnswer> find_stripe_target(const StripeWire& wire, const std::string& reference);

// The error is a code of `look_up_fault`.
std::expected<domain::PaymentTruth, std::string> stripe_truth(const StripeWire& wire, const StripeTarget& target,
                                                              const domain::Currency& currency);

// What Stripe keeps of a charge, in the order's currency; 0 where it settles in another or has not said so yet.
std::int64_t stripe_fee(const StripeWire& wire, const json::Value& charge, const domain::Currency& currency);

// A member that holds an id, or the thing itself.
std::string id_in(const json::Value& value, std::string_view name);

}  // namespace commis::gateways
