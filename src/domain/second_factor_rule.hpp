// A shop may demand a second factor of those who sign in: of which roles, and from when on. The one place for that
// rule; whoever has one is out of it, and so are programs, which have no telephone.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "domain/rights.hpp"

namespace commis::domain {

struct SecondFactorRule {
    std::vector<Role> roles{};  // Of people; none: the shop demands nothing.
    std::int64_t from_ms = 0;   // Until then it is only asked for.

    // The platform's administrator can do in each shop what its owner can, and is bound as an owner.
    bool binds(Role role) const;
    friend bool operator==(const SecondFactorRule&, const SecondFactorRule&) = default;
};

// What one shop demands, and as what somebody works there.
struct SecondFactorDemand {
    Role role = Role::viewer;
    SecondFactorRule rule{};
};

// When somebody without a second factor may do nothing any more but set one up: the earliest time of all their shops,
// since there is one second factor for all of them. Nothing when no shop demands it.
std::optional<std::int64_t> second_factor_due_ms(std::span<const SecondFactorDemand> demands);

}  // namespace commis::domain
