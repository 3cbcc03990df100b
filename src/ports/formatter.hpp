// Amounts and moments as people of a language read them; used for mails and exports, never for storage.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "domain/money.hpp"

namespace commis::ports {

struct Formatter {
    virtual ~Formatter() = default;

    // "CHF 1,234.50", "1 234,50 €": separators and sign of the language, digits exact.
    virtual std::string money(const domain::Money& money, std::string_view language) const = 0;

    // "3 December 2025", "3. Dezember 2025", in the shop's time zone.
    virtual std::string date(std::int64_t at_ms, std::string_view zone, std::string_view language) const = 0;

    // The same with the time of day.
    virtual std::string date_time(std::int64_t at_ms, std::string_view zone, std::string_view language) const = 0;

    // To the second, with the zone: "3 December 2025, 14:05:09 CET".
    virtual std::string exact_time(std::int64_t at_ms, std::string_view zone, std::string_view language) const = 0;

    // "France", "Frankreich" for an ISO 3166-1 code; the code itself when nobody knows it.
    virtual std::string country(std::string_view code, std::string_view language) const = 0;

    // A decimal number as text, "5.5", with the separator of the language and a percent sign: "5.5%", "5,5 %".
    virtual std::string percent(std::string_view decimal, std::string_view language) const = 0;
};

}  // namespace commis::ports
