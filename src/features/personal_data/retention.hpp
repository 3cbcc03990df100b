// What time does to personal data: people of old orders are erased, their bills after the years of the law, and old
// timelines move to the archive, as each shop has set it. A few orders a unit of work, so that nobody waits.
#pragma once

#include <cstdint>
#include <functional>

#include "features/services.hpp"

namespace commis::personal_data {

struct RetentionReport {
    std::int64_t orders_erased = 0;
    std::int64_t bills_erased = 0;
    std::int64_t orders_archived = 0;
    std::int64_t events_archived = 0;
};

// Every shop, until nothing is left to do or somebody wants to stop. With `dry_run` it counts what would be done.
RetentionReport run_retention(const Services& services, bool dry_run, const std::function<bool()>& should_stop);

}  // namespace commis::personal_data
