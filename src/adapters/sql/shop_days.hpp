// Days of a shop's calendar as the database counts them: stretches of time in which the zone's distance to UTC stays
// the same, so that a day is a sum and a division.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace commis::sql {

// Until this moment (exclusive) the shop's clocks show UTC + offset. The last stretch has no end that matters.
struct ZoneStretch {
    std::int64_t until_ms = 0;
    std::int64_t offset_ms = 0;
};

// A range of days, counted from 1970-01-01 and both included, in a zone of the IANA database.
struct ShopDays {
    std::pair<std::int32_t, std::int32_t> days;
    std::int64_t from_ms = 0;
    std::int64_t to_ms = 0;  // Exclusive.
    std::vector<ZoneStretch> stretches;
};

ShopDays shop_days(const std::string& timezone, std::pair<std::int32_t, std::int32_t> days);
// The day on which the moment falls.
std::int32_t shop_day(const std::string& timezone, std::int64_t at_ms);
// 2026-11-22.
std::string day_text(std::int64_t day);
// 2026-11-22T14, of an hour counted from 1970-01-01T00 on the shop's clocks.
std::string hour_text(std::int64_t hour);
// That hour of a moment. The hour that the clocks show twice in autumn is one.
std::int64_t shop_hour(const std::string& timezone, std::int64_t at_ms);

}  // namespace commis::sql
