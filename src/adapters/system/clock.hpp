// The machine's clock and its time zones.
#pragma once

#include "ports/clock.hpp"

namespace commis::system {

class SystemClock final : public ports::Clock {
public:
    std::int64_t now_ms() const override;
    bool knows_zone(std::string_view name) const override;
};

}  // namespace commis::system
