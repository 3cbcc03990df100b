// What is asked of a payment service: money that a card has reserved is taken or released, or the service says how its
// payments stand. These write down the question only; what became of it is in provider_answer.hpp.
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

struct Capture {
    std::optional<std::int64_t> amount_minor;  // Defaults to what is due, as far as it is reserved.
};

// `capture`: from the reservation that runs out first on (D-01, D-03). Refuses `amount_exceeds_due`,
// `amount_exceeds_authorized`, `provider_not_connected` with the provider's name.
Result<Decision> capture(const Order& order, const Capture& command, const Context& context);

// `void`: every open reservation is released.
Result<Decision> release(const Order& order, const Context& context);

// `check-payment`: asks about every payment that a connected provider knows (D-20, O-29).
Result<Decision> check_payment(const Order& order, const Context& context);

// Open reservations, the one that runs out first in front.
std::vector<const Payment*> open_reservations(const Ledger& ledger);

// Is the account that took the payment there to be asked?
bool is_connected(const Payment& payment, const Context& context);

// Writes down a question about a payment, to be asked after the commit.
GatewayCall& ask_provider(Decision& decision, const Payment& payment, CallKind kind, std::int64_t amount_minor,
                          const Context& context);

}  // namespace commis::domain
