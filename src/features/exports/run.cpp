// The paging loop of the export.
#include "features/exports/run.hpp"

#include <optional>
#include <vector>

namespace commis::exports {

std::int64_t run_export(ports::Storage& storage, const domain::Profile& profile, const ports::OrderFilter& filter,
                        ports::OrderSink& sink, const ExportOptions& options) {
    constexpr std::int32_t page_size = 200;
    std::int64_t count = 0;
    std::optional<ports::OrderCursor> after;
    while (!options.should_stop || !options.should_stop()) {
        std::vector<domain::Order> page;
        storage.read([&](ports::Snapshot& snapshot) { page = snapshot.orders().scan(filter, after, page_size); });
        for (const domain::Order& order : page) sink.write(order, profile);
        count += std::ssize(page);
        if (options.on_progress) options.on_progress(count);
        if (std::ssize(page) < page_size) return count;
        const domain::Order& last = page.back();
        after = ports::OrderCursor{{}, last.placed_at_ms, last.shop_id, last.id};
    }
    return count;
}

}  // namespace commis::exports
