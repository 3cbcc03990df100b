// Which orders a transfer may be for that nobody has settled yet. Until somebody does, their buyers are not reminded.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::bank {

// Of so many open entries, the newest.
inline constexpr std::int32_t doubted_entries_max = 500;

std::set<std::string, std::less<>> orders_in_doubt(ports::Snapshot& snapshot, const Services& services,
                                                   const domain::Shop& shop);

}  // namespace commis::bank
