// The way back for somebody who can't sign in and whom no colleague can help. Whoever may call this has the machine,
// and so everything on it; it is not offered over the net.
#pragma once

#include <optional>
#include <string>

#include "features/access/access.hpp"

namespace commis::access {

struct WayBack {
    std::string email;
    std::optional<std::string> password;  // The new one; nothing: it stays.
    bool ends_second_factor = false;
};

// Ends every session of that person, and what their failed attempts made them wait for. Refuses an unknown address
// (`not_found`) and a bad password (field errors of /password).
domain::Result<ports::Operator> reset_operator(const Services& services, const WayBack& wanted);

}  // namespace commis::access
