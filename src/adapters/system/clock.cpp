#include "adapters/system/clock.hpp"

#include <date/tz.h>

#include <chrono>
#include <stdexcept>

namespace commis::system {

std::int64_t SystemClock::now_ms() const {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

bool SystemClock::knows_zone(std::string_view name) const {
    try {
        return date::locate_zone(name) != nullptr;
    } catch (const std::runtime_error&) {
        return false;
    }
}

}  // namespace commis::system
