#include "domain/second_factor_rule.hpp"

#include <algorithm>

namespace commis::domain {

bool SecondFactorRule::binds(Role role) const {
    const Role standing = role == Role::admin ? Role::owner : role;
    return std::ranges::find(roles, standing) != roles.end();
}

std::optional<std::int64_t> second_factor_due_ms(std::span<const SecondFactorDemand> demands) {
    std::optional<std::int64_t> due_ms;
    for (const SecondFactorDemand& demand : demands) {
        if (!demand.rule.binds(demand.role)) continue;
        due_ms = due_ms ? std::min(*due_ms, demand.rule.from_ms) : demand.rule.from_ms;
    }
    return due_ms;
}

}  // namespace commis::domain
