// The import of orders, the same for the command line and the job: every row ends as imported, known or rejected, the
// counts add up, the same file twice adds nothing, and it may be interrupted anywhere.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "domain/event.hpp"
#include "domain/profile.hpp"
#include "domain/shop.hpp"
#include "ports/clock.hpp"
#include "ports/order_source.hpp"
#include "ports/storage.hpp"

namespace commis::imports {

struct ImportCounts {
    std::int64_t rows = 0;  // Always the sum of the next three.
    std::int64_t rows_imported = 0;
    std::int64_t rows_known = 0;
    std::int64_t rows_rejected = 0;
    std::int64_t orders_created = 0;
    std::int64_t orders_known = 0;
    std::int64_t credits = 0;  // Credit documents of which at least one row was applied.

    // As a job stores them.
    std::map<std::string, std::int64_t> to_map() const;
    ImportCounts& operator+=(const ImportCounts& other);
    friend bool operator==(const ImportCounts&, const ImportCounts&) = default;
};

struct ImportResult {
    ImportCounts counts;
    std::optional<ports::SourceFailure> failure;  // The file could not be read to its end.
    bool was_stopped = false;
};

struct ImportTarget {
    const domain::Shop& shop;
    const domain::Profile& profile;
    domain::Actor actor;
};

struct ImportOptions {
    std::function<void(const ImportCounts&)> on_progress;  // After each durable unit.
    std::function<bool()> should_stop;                     // Asked between units.
};

// Imported orders queue no mail, timer, invoice or stock move. Orders already there (same channel and external id) are
// known and left alone.
ImportResult run_import(ports::Storage& storage, const ports::Clock& clock, ports::Ids& ids, const ImportTarget& target,
                        ports::OrderSource& source, ports::RejectSink& rejects, const ImportOptions& options = {});

}  // namespace commis::imports
