// Days and amounts as DATEV and the FEC write them alike.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>

#include "domain/bank_days.hpp"
#include "domain/money.hpp"

namespace commis::transfer {

// "20261123".
inline std::string eight_digits(std::int32_t day) {
    std::string text = domain::day_text(day);
    std::erase(text, '-');
    return text;
}

// A comma and always two digits behind it, in a currency without any, too.
inline std::string with_comma(std::int64_t amount_minor, const domain::Currency& currency) {
    std::string text = domain::to_decimal({amount_minor, currency});
    if (currency.exponent() == 0) text += ".00";
    std::ranges::replace(text, '.', ',');
    return text;
}

}  // namespace commis::transfer
