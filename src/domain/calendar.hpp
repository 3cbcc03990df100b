// Calendar days in the shop's zone, injected: the domain knows neither zones nor clocks. "After 7 days" counts days of
// the calendar, whatever hours they have (domain.md, "Time").
#pragma once

#include <cstdint>
#include <functional>

namespace commis::domain {

// The moment at which the day begins that lies `days` days after the day of `at_ms`, in the shop's zone; UTC in and
// out.
using Calendar = std::function<std::int64_t(std::int64_t at_ms, std::int32_t days)>;

}  // namespace commis::domain
