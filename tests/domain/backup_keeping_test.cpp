// Which backups stay: whatever the rhythm, a day, a week and a month can be gone back to, and the newest never goes.
#include "domain/backup_keeping.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace commis::domain {
namespace {

constexpr std::int64_t hour = 3'600'000;
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t monday = 20'780 * day;  // 2026-11-23, a Monday.

TEST(BackupKeeping, nothing_goes_of_the_last_day_or_when_there_is_one_alone) {
    EXPECT_TRUE(backups_to_drop({}, {}).empty());
    EXPECT_TRUE(backups_to_drop(std::vector{monday}, {0, 0}).empty());
    EXPECT_TRUE(backups_to_drop(std::vector{monday, monday - 6 * hour, monday - 12 * hour}, {1, 0}).empty());
}

TEST(BackupKeeping, the_newest_of_each_day_and_of_each_week_stays) {
    std::vector<std::int64_t> times;
    for (int count = 0; count < 4 * 40; ++count) times.push_back(monday + 12 * hour - count * 6 * hour);
    const auto dropped = backups_to_drop(times, {7, 4});
    std::set<std::int64_t> kept(times.begin(), times.end());
    for (const std::int64_t at_ms : dropped) kept.erase(at_ms);
    const std::set<std::int64_t> wanted{
        monday + 12 * hour,
        monday + 6 * hour,
        monday,
        monday - 6 * hour,  // The last day, and one of yesterday.
        monday - day - 6 * hour,
        monday - 2 * day - 6 * hour,
        monday - 3 * day - 6 * hour,
        monday - 4 * day - 6 * hour,
        monday - 5 * day - 6 * hour,  // With the two above, seven days.
        monday - 7 * day - 6 * hour,
        monday - 14 * day - 6 * hour,  // Sundays, the ends of weeks.
    };
    EXPECT_EQ(kept, wanted);
    EXPECT_TRUE(std::ranges::is_sorted(dropped));
}

RC_GTEST_PROP(BackupKeeping, what_was_dropped_is_not_missed, ()) {
    const auto hours = *rc::gen::container<std::set<std::int64_t>>(rc::gen::inRange<std::int64_t>(1, 24 * 90));
    const BackupKeeping keeping{*rc::gen::inRange<std::int64_t>(0, 10), *rc::gen::inRange<std::int64_t>(0, 6)};
    std::vector<std::int64_t> times;
    for (const std::int64_t count : hours) times.push_back(monday + count * hour);
    const auto dropped = backups_to_drop(times, keeping);
    std::vector<std::int64_t> left;
    std::ranges::set_difference(times, dropped, std::back_inserter(left));
    RC_ASSERT(left.size() + dropped.size() == times.size());
    if (!times.empty()) RC_ASSERT(left.back() == times.back());
    // As many days can be gone back to as were asked for, if there were so many.
    const auto days = [](const std::vector<std::int64_t>& all) {
        std::set<std::int64_t> found;
        for (const std::int64_t at_ms : all) found.insert(at_ms / day);
        return static_cast<std::int64_t>(found.size());
    };
    RC_ASSERT(days(left) >= std::min(days(times), keeping.daily));
    // And dropping again drops nothing more.
    RC_ASSERT(backups_to_drop(left, keeping).empty());
}

}  // namespace
}  // namespace commis::domain
