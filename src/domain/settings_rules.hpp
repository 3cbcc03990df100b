// What must hold between the settings of one shop, whoever changes them: the engine relies on some states, and a
// schedule for unpaid orders has an order. Faults of single values are found where a settings document is read.
#pragma once

#include <string>
#include <vector>

#include "domain/profile.hpp"
#include "domain/refusal.hpp"

namespace commis::domain {

// Codes, each with a pointer below /settings: `no_cancelled_state` (cancelling needs one to put an order in),
// `first_not_new` (an order starts in the first state), `initial_only_not_first` (nobody could ever reach it),
// `days_not_rising` and `delete_not_last` of a method's schedule.
std::vector<FieldError> check_settings(const Profile& profile);

// The ids of states that were there before and are not any more (O-03, D-17).
std::vector<std::string> removed_states(const Profile& before, const Profile& after);

}  // namespace commis::domain
