// Counted from the newest backup and not from now: a server that stood still for a month drops nothing for it.
#include "domain/backup_keeping.hpp"

#include <algorithm>
#include <functional>

namespace commis::domain {
namespace {

constexpr std::int64_t day_ms = 24 * 3'600'000;

std::int64_t day_of(std::int64_t at_ms) { return at_ms / day_ms; }
// 1970-01-01 was a Thursday, three days after a Monday.
std::int64_t week_of(std::int64_t at_ms) { return (day_of(at_ms) + 3) / 7; }

// The newest of each span, for as many spans as are wanted. Times come newest first.
template <class SpanOf>
void keep_newest(std::span<const std::int64_t> times_ms, std::int64_t spans, SpanOf span_of,
                 std::vector<std::int64_t>& kept) {
    std::int64_t last_span = -1;
    for (const std::int64_t at_ms : times_ms) {
        if (span_of(at_ms) == last_span) continue;
        if (spans-- <= 0) return;
        last_span = span_of(at_ms);
        kept.push_back(at_ms);
    }
}

}  // namespace

std::vector<std::int64_t> backups_to_drop(std::span<const std::int64_t> times_ms, const BackupKeeping& keeping) {
    if (times_ms.empty()) return {};
    std::vector<std::int64_t> newest_first(times_ms.begin(), times_ms.end());
    std::ranges::sort(newest_first, std::greater());
    std::vector<std::int64_t> kept;
    for (const std::int64_t at_ms : newest_first) {
        if (at_ms > newest_first.front() - day_ms) kept.push_back(at_ms);
    }
    keep_newest(newest_first, keeping.daily, day_of, kept);
    keep_newest(newest_first, keeping.weekly, week_of, kept);
    std::vector<std::int64_t> dropped;
    for (const std::int64_t at_ms : newest_first) {
        if (std::ranges::find(kept, at_ms) == kept.end()) dropped.push_back(at_ms);
    }
    std::ranges::reverse(dropped);
    return dropped;
}

}  // namespace commis::domain
