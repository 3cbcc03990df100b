// The machine's clock and its time zones.
#pragma once

#include "ports/clock.hpp"

namespace commis::system {

// As `ports::Clock::start_of_day`, for clocks that are wound by hand.
std::int64_t start_of_day(std::int64_t at_ms, std::int32_t days, std::string_view zone);
std::int32_t day_of(std::int64_t at_ms, std::string_view zone);

class SystemClock final : public ports::Clock {
public:
    std::int64_t now_ms() const override;
    bool knows_zone(std::string_view name) const override;
    std::int64_t start_of_day(std::int64_t at_ms, std::int32_t days, std::string_view zone) const override;
    std::int32_t day_of(std::int64_t at_ms, std::string_view zone) const override;
};

}  // namespace commis::system
