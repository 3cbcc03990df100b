// Numbers and times as other programs write them. Nothing is rounded silently: what does not fit is no value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/money.hpp"

namespace commis::transfer {

// What every source needs to know of the shop.
struct SourceSettings {
    std::string channel;  // Empty: the format's own name.
    domain::Currency currency;
    std::string timezone;  // For times that name no zone; empty: UTC.
};

// A whole number, with a minus if need be; "6.0" is one, too, because some programs write all numbers so.
std::optional<std::int64_t> parse_whole(std::string_view text);

// "2010-12-01 08:26:00", "2010-12-01T08:26:00", "2010-12-01", in the zone; or RFC 3339 with an offset.
std::optional<std::int64_t> parse_local_time_ms(std::string_view text, std::string_view timezone);

// A number that went through a single-precision column ("9.80000019") as the decimal it was entered as ("9.8"): its
// first seven digits. Nothing when it is no plain decimal.
std::optional<std::string> decimal_of_single_precision(std::string_view text);

// A fraction such as "0.15" of an amount, half away from zero; at most four digits after the point.
std::optional<std::int64_t> fraction_of(std::int64_t amount_minor, std::string_view fraction);

// The ISO 3166-1 code of a country's English name or code; empty when there is none ("Channel Islands").
std::string country_code(std::string_view name);

// Without blanks at either end.
std::string trimmed(std::string_view text);

}  // namespace commis::transfer
