// The export of orders: everything a filter finds, oldest first, page by page, in flat memory.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "domain/profile.hpp"
#include "ports/order_source.hpp"
#include "ports/storage.hpp"

namespace commis::exports {

struct ExportOptions {
    std::function<void(std::int64_t)> on_progress;  // Orders written so far.
    std::function<bool()> should_stop;
};

// A page at a time, for answers that are pulled: at most 200 orders, oldest first.
class ExportPages {
public:
    ExportPages(ports::Storage& storage, std::shared_ptr<const domain::Profile> profile, ports::OrderFilter filter)
        : storage_(storage), profile_(std::move(profile)), filter_(std::move(filter)) {}

    // How many orders were written now; fewer than `page_size` at the end.
    std::int64_t next(ports::OrderSink& sink);

    static constexpr std::int32_t page_size = 200;

private:
    ports::Storage& storage_;
    std::shared_ptr<const domain::Profile> profile_;
    ports::OrderFilter filter_;
    std::optional<ports::OrderCursor> after_;
};

// The filter names one shop, whose profile words the statuses. Returns how many orders were written. Each page is read
// in a snapshot of its own, so that a long export holds up nobody: an order placed meanwhile may be among them.
std::int64_t run_export(ports::Storage& storage, std::shared_ptr<const domain::Profile> profile,
                        const ports::OrderFilter& filter, ports::OrderSink& sink, const ExportOptions& options = {});

}  // namespace commis::exports
