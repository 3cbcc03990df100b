// Formats amounts and moments by the rules of a language: exact decimal digits through ICU, never a floating-point
// amount; time zones from the system's tz database, names of months from ICU.
#pragma once

#include "ports/formatter.hpp"

namespace commis::system {

class LanguageFormatter final : public ports::Formatter {
public:
    std::string money(const domain::Money& money, std::string_view language) const override;
    std::string date(std::int64_t at_ms, std::string_view zone, std::string_view language) const override;
    std::string date_time(std::int64_t at_ms, std::string_view zone, std::string_view language) const override;
    std::string exact_time(std::int64_t at_ms, std::string_view zone, std::string_view language) const override;
    std::string country(std::string_view code, std::string_view language) const override;
    std::string percent(std::string_view decimal, std::string_view language) const override;
};

}  // namespace commis::system
