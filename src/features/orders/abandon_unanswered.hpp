// The timer that marks online payments which never answered as abandoned (O-28, A-07).
#pragma once

#include <cstdint>

#include "features/services.hpp"

namespace commis::orders {

// Marks what is due in every shop now; answers how many.
std::int64_t abandon_unanswered(const Services& services, bool dry_run);

}  // namespace commis::orders
