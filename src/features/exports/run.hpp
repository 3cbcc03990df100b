// The export of orders: everything a filter finds, oldest first, page by page, in flat memory.
#pragma once

#include <cstdint>
#include <functional>

#include "domain/profile.hpp"
#include "ports/order_source.hpp"
#include "ports/storage.hpp"

namespace commis::exports {

struct ExportOptions {
    std::function<void(std::int64_t)> on_progress;  // Orders written so far.
    std::function<bool()> should_stop;
};

// The filter names one shop, whose profile words the statuses. Returns how many orders were written. Each page is read
// in a snapshot of its own, so that a long export holds up nobody: an order placed meanwhile may be among them.
std::int64_t run_export(ports::Storage& storage, const domain::Profile& profile, const ports::OrderFilter& filter,
                        ports::OrderSink& sink, const ExportOptions& options = {});

}  // namespace commis::exports
