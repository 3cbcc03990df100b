// The demo's six shops, one a profile, with some 300 orders of the last 90 days.
#pragma once

#include <cstdint>

#include "features/services.hpp"

namespace commis::cli {

struct Seeded {
    std::int64_t shops = 0;
    std::int64_t articles = 0;
    std::int64_t orders = 0;
};

// Shops whose handle is taken already are left alone. Told anew with the same clock, the same orders come out; their
// ids differ.
Seeded seed_demo(const Services& services);

}  // namespace commis::cli
