// Removing an order from all lists, and bringing it back (O-15, C-14, X-06, A-11). The number stays in the register.
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

struct Remove {
    std::string reason;
    std::optional<bool> notify;
};
// Refuses `invoiced_locked` when any invoice was ever issued and `money_captured`. Frees the goods it had set aside.
Result<Decision> remove_order(const Order& order, const Remove& command, const Context& context);

// Back into the lists, with its goods set aside again. What was erased meanwhile stays erased. Refuses `not_removed`.
Result<Decision> restore_order(const Order& order, const Context& context);

}  // namespace commis::domain
