// The paging loop of the export.
#include "features/exports/run.hpp"

#include <vector>

namespace commis::exports {

std::int64_t ExportPages::next(ports::OrderSink& sink) {
    std::vector<domain::Order> page;
    storage_.read([&](ports::Snapshot& snapshot) { page = snapshot.orders().scan(filter_, after_, page_size); });
    for (const domain::Order& order : page) sink.write(order, *profile_);
    if (!page.empty()) {
        const domain::Order& last = page.back();
        after_ = ports::OrderCursor{{}, last.placed_at_ms, last.shop_id, last.id};
    }
    return std::ssize(page);
}

std::int64_t run_export(ports::Storage& storage, std::shared_ptr<const domain::Profile> profile,
                        const ports::OrderFilter& filter, ports::OrderSink& sink, const ExportOptions& options) {
    ExportPages pages(storage, std::move(profile), filter);
    std::int64_t count = 0;
    while (!options.should_stop || !options.should_stop()) {
        const std::int64_t written = pages.next(sink);
        count += written;
        if (options.on_progress) options.on_progress(count);
        if (written < ExportPages::page_size) break;
    }
    return count;
}

}  // namespace commis::exports
