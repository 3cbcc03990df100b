// The three divisions of the house: half away from zero, largest remainder, and shares of a line.
#include "domain/rounding.hpp"

#include <algorithm>
#include <numeric>

namespace commis::domain {
namespace {

__extension__ typedef __int128 Wide;

}  // namespace

std::int64_t scale_half_away(std::int64_t total_minor, std::int64_t numerator, std::int64_t denominator) {
    const Wide product = static_cast<Wide>(total_minor) * numerator;
    const Wide half = denominator / 2;
    // Odd denominators have no exact half, so adding the truncated half rounds correctly in both cases.
    const Wide shifted = product < 0 ? product - half : product + half;
    return static_cast<std::int64_t>(shifted / denominator);
}

std::vector<std::int64_t> spread(std::int64_t total_minor, std::span<const std::int64_t> weights) {
    std::vector<std::int64_t> parts(weights.size(), 0);
    if (weights.empty()) return parts;
    Wide sum = 0;
    for (const std::int64_t weight : weights) sum += weight;
    if (sum == 0) {
        parts.front() = total_minor;
        return parts;
    }
    std::vector<Wide> remainders(weights.size());
    std::int64_t left = total_minor;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Wide product = static_cast<Wide>(total_minor) * weights[i];
        parts[i] = static_cast<std::int64_t>(product / sum);
        remainders[i] = product % sum;
        left -= parts[i];
    }
    // Truncation leaves at most one unit per part, all of the total's sign.
    const std::int64_t step = left < 0 ? -1 : 1;
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return remainders[a] * step > remainders[b] * step; });
    for (std::size_t i = 0; left != 0; ++i, left -= step) parts[order[i]] += step;
    return parts;
}

std::int64_t share_of_units(std::int64_t total_minor, std::int64_t from, std::int64_t to, std::int64_t count) {
    return scale_half_away(total_minor, to, count) - scale_half_away(total_minor, from, count);
}

std::int64_t round_to_coin(std::int64_t amount_minor, std::int64_t coin_minor) {
    return scale_half_away(amount_minor, 1, coin_minor) * coin_minor;
}

}  // namespace commis::domain
