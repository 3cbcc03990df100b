// Which backups stay when a new one is there: all of the last day, then one a day, then one a week.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace commis::domain {

struct BackupKeeping {
    std::int64_t daily = 7;   // Days with a backup of which the newest stays.
    std::int64_t weekly = 4;  // Weeks (Monday to Sunday, UTC) with a backup of which the newest stays.
};

// The times of the backups that may go, oldest first; the newest never goes. Times are UTC milliseconds, in any order.
std::vector<std::int64_t> backups_to_drop(std::span<const std::int64_t> times_ms, const BackupKeeping& keeping);

}  // namespace commis::domain
