// The loop: gather a few hundred rows, take them in durably, report, go on. A unit is kept so short that people at
// their desks never wait for an import.
#include "features/imports/run.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "features/imports/take_in.hpp"

namespace commis::imports {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::int64_t rows_per_unit_min = 200;  // Below that, a busy machine would spend its time on commits.
constexpr std::int64_t rows_per_unit_max = 1'000;
constexpr auto unit_time_goal = std::chrono::milliseconds{16};  // A bulk job holds the writer for 20 ms at most.

struct Batch {
    std::vector<ports::SourceItem> items;
    std::int64_t rows = 0;
    std::optional<ports::SourceFailure> failure;
    bool is_last = false;
};

std::size_t row_count(const ports::SourceItem& item) {
    return std::visit(
        [](const auto& content) -> std::size_t {
            if constexpr (requires { content.rows; }) return content.rows.size();
            return 0;
        },
        item);
}

Batch gather(ports::OrderSource& source, std::int64_t rows_wanted) {
    Batch batch;
    while (batch.rows < rows_wanted) {
        auto item = source.next();
        if (!item || std::holds_alternative<ports::SourceFailure>(*item)) {
            if (item) batch.failure = std::get<ports::SourceFailure>(std::move(*item));
            batch.is_last = true;
            return batch;
        }
        batch.rows += static_cast<std::int64_t>(row_count(*item));
        batch.items.push_back(std::move(*item));
    }
    return batch;
}

// Another run brought the same order in between: known, like any other. Anything else that exists already, a ticket's
// code for example, spoils the order.
Outcome after_clash(ports::UnitOfWork& work, const Desk& desk, const ports::ImportedOrder& imported,
                    const std::string& words) {
    const domain::PlaceOrder& order = imported.order;
    if (!work.orders().find_external(desk.target.shop.id, order.channel, order.external_id)) {
        return all_rejected(imported.rows, {{0, "", "already_exists", words}});
    }
    Outcome outcome = all_known(imported.rows.size());
    outcome.counts.orders_known = 1;
    return outcome;
}

// A clash is rare, since orders that are here are looked up first, and a savepoint an order doubles what is written.
// So a unit runs without them, and once more with them when something clashed.
enum class Care { none, savepoints };

Outcome take_in(ports::UnitOfWork& work, Desk& desk, const ports::SourceItem& item, Care care) {
    if (const auto* rejected = std::get_if<ports::RejectedRows>(&item)) {
        return all_rejected(rejected->rows, rejected->faults);
    }
    if (const auto* credit = std::get_if<ports::ImportedCredit>(&item)) return take_credit(work, desk, *credit);
    const auto* order = std::get_if<ports::ImportedOrder>(&item);
    if (order == nullptr) return {};
    if (care == Care::none) return take_order(work, desk, *order);
    Outcome outcome;
    try {
        work.within_savepoint([&] { outcome = take_order(work, desk, *order); });
    } catch (const ports::AlreadyExists& clash) {
        outcome = after_clash(work, desk, *order, clash.what());
    }
    return outcome;
}

struct Unit {
    Outcome outcome;
    Steady::duration took{};
};

Unit take_batch(ports::Storage& storage, Desk& desk, const std::vector<ports::SourceItem>& items, Care care) {
    Unit unit;
    // The storage may run this again after a transient fault, and a clash does: what was remembered of the lost try
    // must go.
    bool is_repeat = care == Care::savepoints;
    storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        const auto begin = Steady::now();
        unit = {};
        desk.ids_seen_now.clear();
        if (std::exchange(is_repeat, true)) desk.originals.clear();
        for (const ports::SourceItem& item : items) {
            Outcome outcome = take_in(work, desk, item, care);
            unit.outcome.counts += outcome.counts;
            std::ranges::move(outcome.rejected, std::back_inserter(unit.outcome.rejected));
        }
        unit.took = Steady::now() - begin;
    });
    return unit;
}

Unit take_batch(ports::Storage& storage, Desk& desk, const std::vector<ports::SourceItem>& items) {
    try {
        return take_batch(storage, desk, items, Care::none);
    } catch (const ports::AlreadyExists&) {
        return take_batch(storage, desk, items, Care::savepoints);
    }
}

// Aims the next unit at the goal, at most doubling or halving.
std::int64_t next_size(std::int64_t rows_per_unit, Steady::duration took) {
    if (took > unit_time_goal * 5 / 4) return std::max(rows_per_unit_min, rows_per_unit / 2);
    if (took < unit_time_goal / 2) return std::min(rows_per_unit_max, rows_per_unit * 2);
    return rows_per_unit;
}

}  // namespace

std::map<std::string, std::int64_t> ImportCounts::to_map() const {
    return {{"rows", rows},
            {"rows_imported", rows_imported},
            {"rows_known", rows_known},
            {"rows_rejected", rows_rejected},
            {"orders_created", orders_created},
            {"orders_known", orders_known},
            {"credits", credits}};
}

ImportCounts& ImportCounts::operator+=(const ImportCounts& other) {
    rows += other.rows;
    rows_imported += other.rows_imported;
    rows_known += other.rows_known;
    rows_rejected += other.rows_rejected;
    orders_created += other.orders_created;
    orders_known += other.orders_known;
    credits += other.credits;
    return *this;
}

ImportResult run_import(ports::Storage& storage, const ports::Clock& clock, ports::Ids& ids, const ImportTarget& target,
                        ports::OrderSource& source, ports::RejectSink& rejects, const ImportOptions& options) {
    Desk desk{target,
              source,
              {target.profile,
               {},
               0,
               target.actor,
               domain::Rights::all(),
               domain::EntryPoint::bulk,
               [&ids] { return ids.next(); }},
              {target.shop.language, [](std::string_view) { return true; }, true},
              Originals{target.shop.id, std::string(source.channel())},
              {},
              {}};
    desk.context.calendar = {
        [&clock, &target](std::int64_t at_ms, std::int32_t days) {
            return clock.start_of_day(at_ms, days, target.shop.timezone);
        },
        [&clock, &target](std::int64_t at_ms) { return clock.day_of(at_ms, target.shop.timezone); }};
    ImportResult result;
    std::int64_t rows_per_unit = rows_per_unit_min * 2;
    for (bool is_last = false; !is_last;) {
        if (options.should_stop && options.should_stop()) {
            result.was_stopped = true;
            return result;
        }
        const Batch batch = gather(source, rows_per_unit);
        is_last = batch.is_last;
        result.failure = batch.failure;
        desk.context.now_ms = clock.now_ms();
        const Unit unit = take_batch(storage, desk, batch.items);
        desk.ids_seen.merge(desk.ids_seen_now);
        result.counts += unit.outcome.counts;
        for (const ports::RejectedRow& row : unit.outcome.rejected) rejects.reject(row);
        if (options.on_progress) options.on_progress(result.counts);
        rows_per_unit = next_size(rows_per_unit, unit.took);
    }
    return result;
}

}  // namespace commis::imports
