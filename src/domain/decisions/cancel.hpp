// Cancelling an order, lines or single units. Money is never given back silently: the answer says what is owed.
#pragma once

#include "domain/decisions/units.hpp"

namespace commis::domain {

// Nothing named means the whole order. With the last unit go the shipping, the fees and the state (domain.md, "State").
struct Cancel {
    Choice choice{};
    std::optional<bool> restock{};  // Absent: as the profile says; a line may say otherwise.
    std::string state{};            // The cancelled state it moves to with the last unit; empty: the shop's first.
    std::string reason{};           // For colleagues.
    Telling telling{};
};

// Refuses `nothing_to_cancel`, `cancel_is_final`, `quantity_exceeds_units`, bad fields.
Result<Decision> cancel(const Order& order, const Cancel& command, const Context& context);

// What goes with the last unit: the shipping, and fees when `with_fees`.
Taken close_when_empty(Decision& decision, bool with_fees);

// A card hold that nobody will use is let go; the money was never taken. Answers the payments' ids.
std::string release_authorizations(Order& order);

}  // namespace commis::domain
