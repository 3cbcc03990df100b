// The number ranges of a shop: shown with what the next number will be, and raised (D-15, D-16).
#pragma once

#include <string_view>
#include <vector>

#include "domain/number_range.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"

namespace commis::shops {

// As they stand this year: orders first, then each kind of document.
std::vector<domain::NumberRange> number_ranges(ports::Snapshot& snapshot, const Services& services,
                                               const domain::Shop& shop);

// Inside a unit of work: nobody takes a number of the range meanwhile. `not_found` for an unknown series.
domain::Result<domain::NumberRange> change_number_range(ports::UnitOfWork& work, const Services& services,
                                                        const Caller& caller, const domain::Shop& shop,
                                                        std::string_view series,
                                                        const domain::NumberRangeChange& wanted);

}  // namespace commis::shops
