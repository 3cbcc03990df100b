#include "adapters/system/clock.hpp"

#include <date/tz.h>

#include <chrono>
#include <stdexcept>

namespace commis::system {

std::int64_t SystemClock::now_ms() const {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

// A midnight that the clocks skip begins at the moment they jump to; one that comes twice begins the first time.
std::int64_t start_of_day(std::int64_t at_ms, std::int32_t days, std::string_view zone) {
    const date::sys_time<std::chrono::milliseconds> moment{std::chrono::milliseconds{at_ms}};
    try {
        const date::time_zone* place = date::locate_zone(zone);
        const auto day = date::floor<date::days>(place->to_local(moment)) + date::days{days};
        const auto begin = place->to_sys(day, date::choose::earliest);
        return std::chrono::duration_cast<std::chrono::milliseconds>(begin.time_since_epoch()).count();
    } catch (const std::runtime_error&) {
        const auto day = date::floor<date::days>(moment) + date::days{days};
        return std::chrono::duration_cast<std::chrono::milliseconds>(day.time_since_epoch()).count();
    }
}

std::int32_t day_of(std::int64_t at_ms, std::string_view zone) {
    const date::sys_time<std::chrono::milliseconds> moment{std::chrono::milliseconds{at_ms}};
    try {
        const auto local = date::floor<date::days>(date::locate_zone(zone)->to_local(moment));
        return static_cast<std::int32_t>(local.time_since_epoch().count());
    } catch (const std::runtime_error&) {
        return static_cast<std::int32_t>(date::floor<date::days>(moment).time_since_epoch().count());
    }
}

std::int32_t SystemClock::day_of(std::int64_t at_ms, std::string_view zone) const {
    return system::day_of(at_ms, zone);
}

std::int64_t SystemClock::start_of_day(std::int64_t at_ms, std::int32_t days, std::string_view zone) const {
    return system::start_of_day(at_ms, days, zone);
}

bool SystemClock::knows_zone(std::string_view name) const {
    try {
        return date::locate_zone(name) != nullptr;
    } catch (const std::runtime_error&) {
        return false;
    }
}

}  // namespace commis::system
