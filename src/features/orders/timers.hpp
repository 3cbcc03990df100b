// Everything that time does to orders, in every shop: finds what is due by index and lets the domain decide each one in
// its own unit of work. A dry run only tells.
#pragma once

#include <string>
#include <vector>

#include "domain/decisions/timers.hpp"
#include "features/services.hpp"

namespace commis::orders {

struct DueLine {
    std::string shop;  // Handle.
    std::string order_id;
    std::string number;
    domain::Due due = domain::Due::nothing;
};

struct TimerReport {
    std::vector<DueLine> done;  // Or, in a dry run, what would be done first on each order.
};

TimerReport run_timers(const Services& services, bool dry_run);

}  // namespace commis::orders
