// What shops demand of those who sign in: a second factor, of some roles, from a day on.
#pragma once

#include <cstdint>
#include <optional>

#include "domain/refusal.hpp"
#include "domain/second_factor_rule.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"

namespace commis::access {

// From when on this caller may do nothing but set up a second factor. Nothing for programs, for whoever has one, and
// where no shop of theirs demands it.
std::optional<std::int64_t> second_factor_due_ms(ports::Snapshot& snapshot, const Caller& caller);

// Whether that time has come: the session opens nothing but the way to set one up, and its end.
bool is_held_back(std::optional<std::int64_t> due_ms, std::int64_t now_ms);

// Refusals: forbidden; field error /roles/… role_not_for_people.
domain::Result<domain::SecondFactorRule> set_second_factor_rule(ports::UnitOfWork& work, const Caller& caller,
                                                                const domain::Shop& shop,
                                                                domain::SecondFactorRule wanted);

}  // namespace commis::access
