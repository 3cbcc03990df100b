// How an amount is divided so that the parts always add up to the whole (domain.md, "Money").
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace commis::domain {

// total × numerator / denominator, half away from zero, computed in 128 bits. The denominator is positive.
std::int64_t scale_half_away(std::int64_t total_minor, std::int64_t numerator, std::int64_t denominator);

// Spreads a total over weights by largest remainder: the parts sum to the total to the last unit, equal remainders
// go to the earlier part. Weights are not negative; when all are zero the first part takes everything.
std::vector<std::int64_t> spread(std::int64_t total_minor, std::span<const std::int64_t> weights);

// The value of units `from`+1 … `to` of `count`: round(total·to/count) − round(total·from/count). Taken one by one
// or all at once, the units of a line give back exactly the line. 0 ≤ from ≤ to ≤ count, count > 0.
std::int64_t share_of_units(std::int64_t total_minor, std::int64_t from, std::int64_t to, std::int64_t count);

// Rounds to the smallest coin in circulation (5 for CHF 0.05, 50 for DKK 0.50), half away from zero.
std::int64_t round_to_coin(std::int64_t amount_minor, std::int64_t coin_minor);

}  // namespace commis::domain
