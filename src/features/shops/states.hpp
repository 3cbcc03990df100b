// The states of a shop's orders as its owner edits them: the whole list at once, in its order (O-03, D-17).
#pragma once

#include <functional>
#include <vector>

#include "features/shops/shops.hpp"

namespace commis::shops {

struct StateCount {
    domain::State state;
    ports::OrderCount orders;  // How many stand in it; exact up to 10,000.
};

std::vector<StateCount> count_states(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop);

// Replaces the list. Refused: fields that do not fit (pointers into {"states": […]}; a label is needed in the shop's
// own language), and a list without a state in which orders stand (`state_in_use`, its id as the detail).
domain::Result<domain::Shop> replace_states(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                            const domain::Shop& shop, const std::vector<domain::State>& states,
                                            const std::function<bool(std::int64_t)>& allows);

}  // namespace commis::shops
