// Dates in a bank's file: days of the calendar, without a time or a zone.
#pragma once

#include <string_view>

namespace commis::bank {

// "2026-11-22", and a day that there is.
bool is_date(std::string_view text);

}  // namespace commis::bank
