// Tables that say when an action is allowed: rows of an action, what has to hold, and the refusal when it does not.
#pragma once

#include <algorithm>
#include <optional>

#include "domain/refusal.hpp"

namespace commis::domain {

// Of the first row of the action that does not hold.
template <class Rows, class Action, class Subject>
std::optional<Refusal> first_failing(const Rows& rows, Action action, const Subject& subject) {
    const auto row =
        std::ranges::find_if(rows, [&](const auto& each) { return each.action == action && !each.holds(subject); });
    return row == rows.end() ? std::nullopt : std::optional(row->otherwise);
}

}  // namespace commis::domain
