#include "adapters/sql/shop_days.hpp"

#include <date/tz.h>
#include <fmt/core.h>

#include <chrono>
#include <stdexcept>

namespace commis::sql {
namespace {

using Moment = date::sys_time<std::chrono::milliseconds>;

std::int64_t in_ms(std::chrono::milliseconds duration) { return duration.count(); }

// UTC for a zone that this machine does not know (any more).
const date::time_zone& zone_of(const std::string& timezone) {
    try {
        return *date::locate_zone(timezone);
    } catch (const std::runtime_error&) {
        return *date::locate_zone("UTC");
    }
}

// The first moment of the day; where the clocks jump over midnight, the moment of the jump.
std::int64_t begin_of(const date::time_zone& zone, std::int32_t day) {
    const date::local_days midnight{date::days{day}};
    return in_ms(std::chrono::milliseconds(zone.to_sys(midnight, date::choose::earliest).time_since_epoch()));
}

}  // namespace

ShopDays shop_days(const std::string& timezone, std::pair<std::int32_t, std::int32_t> days) {
    const date::time_zone& zone = zone_of(timezone);
    ShopDays range{days, begin_of(zone, days.first), begin_of(zone, days.second + 1), {}};
    Moment at{std::chrono::milliseconds(range.from_ms)};
    while (true) {
        const date::sys_info info = zone.get_info(at);
        range.stretches.push_back({in_ms(info.end.time_since_epoch()), in_ms(info.offset)});
        if (range.stretches.back().until_ms >= range.to_ms) return range;
        at = info.end;
    }
}

std::int32_t shop_day(const std::string& timezone, std::int64_t at_ms) {
    const auto local = zone_of(timezone).to_local(Moment{std::chrono::milliseconds(at_ms)});
    return static_cast<std::int32_t>(date::floor<date::days>(local).time_since_epoch().count());
}

std::string day_text(std::int64_t day) {
    const date::year_month_day date{date::sys_days{date::days{day}}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::string hour_text(std::int64_t hour) { return fmt::format("{}T{:02}", day_text(hour / 24), hour % 24); }

std::int64_t shop_hour(const std::string& timezone, std::int64_t at_ms) {
    const auto local = zone_of(timezone).to_local(Moment{std::chrono::milliseconds(at_ms)});
    return date::floor<std::chrono::hours>(local).time_since_epoch().count();
}

}  // namespace commis::sql
