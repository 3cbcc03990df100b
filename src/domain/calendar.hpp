// Calendar days in the shop's zone, injected: the domain knows neither zones nor clocks. "After 7 days" counts days of
// the calendar, whatever hours they have (domain.md, "Time").
#pragma once

#include <cstdint>
#include <functional>

namespace commis::domain {

struct Calendar {
    // The moment at which the day begins that lies `days` days after the day of `at_ms`, in the shop's zone; UTC in
    // and out.
    std::function<std::int64_t(std::int64_t at_ms, std::int32_t days)> start_of_day{};
    // The day of `at_ms` in the shop's zone, counted from 1970-01-01.
    std::function<std::int32_t(std::int64_t at_ms)> day_of{};

    std::int64_t operator()(std::int64_t at_ms, std::int32_t days) const { return start_of_day(at_ms, days); }
    explicit operator bool() const { return start_of_day != nullptr; }
};

}  // namespace commis::domain
