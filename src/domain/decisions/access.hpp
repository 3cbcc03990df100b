// Blocking what a ticket opens, by hand, and lifting it (W-33, W-34, A-12).
#pragma once

#include <string>
#include <vector>

#include "domain/decisions/decision.hpp"

namespace commis::domain {

struct ChangeAccess {
    std::vector<std::string> units;  // Empty: all that it applies to.
    bool block = true;
};
// A lifted block gives back what the facts allow: granted when the ticket is live and settled, else none or revoked.
Result<Decision> change_access(const Order& order, const ChangeAccess& command, const Context& context);

}  // namespace commis::domain
