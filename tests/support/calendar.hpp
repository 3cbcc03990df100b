// A calendar for tests: days are those of UTC.
#pragma once

#include "domain/calendar.hpp"

namespace commis::test {

inline domain::Calendar utc_calendar() {
    constexpr std::int64_t day_ms = 86'400'000;
    return {[](std::int64_t at_ms, std::int32_t days) { return (at_ms / day_ms + days) * day_ms; },
            [](std::int64_t at_ms) { return static_cast<std::int32_t>(at_ms / day_ms); }};
}

}  // namespace commis::test
