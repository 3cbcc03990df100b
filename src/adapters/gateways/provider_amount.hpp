// Amounts as services count them: mostly in the minor unit of ISO 4217, with exceptions of their own.
#pragma once

#include <cstdint>
#include <optional>

#include "domain/money.hpp"

namespace commis::gateways {

// The same amount with another number of digits after the point; nothing when it does not come out even or overflows.
inline std::optional<std::int64_t> with_digits(std::int64_t amount, int from, int to) {
    for (; from < to; ++from) {
        const auto larger = domain::multiply_checked(amount, 10);
        if (!larger) return std::nullopt;
        amount = *larger;
    }
    for (; from > to; --from) {
        if (amount % 10 != 0) return std::nullopt;
        amount /= 10;
    }
    return amount;
}

}  // namespace commis::gateways
