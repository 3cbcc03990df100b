#include "adapters/sql/sales_days.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "adapters/sql/sales_statements.hpp"
#include "adapters/sql/shop_days.hpp"
#include "adapters/sql/statistics_query.hpp"

namespace commis::sql {
namespace {

// Each part is a question of its own: with more of them one question for all is quicker.
constexpr std::size_t parts_max = 16;
constexpr std::int64_t changes_max = 2'000;
// Orders that are said to be older than a hundred years are counted from the facts.
constexpr std::int32_t life_days_max = 36'525;

std::set<std::int32_t> kept(Session& session, std::int64_t shop_id, const std::string& timezone, DayRange days) {
    std::set<std::int32_t> found;
    Rows rows = session.query(sales_sql::kept_days, {shop_id, days.first, days.second, timezone});
    while (rows.next()) found.insert(found.end(), static_cast<std::int32_t>(rows.integer(0)));
    return found;
}

// Nothing when there are too many changes to tell the days.
std::optional<std::set<std::int32_t>> changed(Session& session, std::int64_t shop_id, const std::string& timezone,
                                              const ShopDays& range) {
    std::vector<std::int64_t> times;
    Rows rows = session.query(sales_sql::changed_times, {shop_id, range.from_ms, range.to_ms, changes_max});
    while (rows.next()) times.push_back(rows.integer(0));
    if (times.size() == static_cast<std::size_t>(changes_max)) return std::nullopt;
    std::set<std::int32_t> days;
    for (const std::int64_t at_ms : times) days.insert(shop_day(timezone, at_ms));
    return days;
}

}  // namespace

void note_sales_change(Session& session, const domain::Order* before, const domain::Order& after) {
    const auto note = [&](const domain::Order& placed) {
        session.send(sales_sql::note_change,
                        {after.shop_id, placed.placed_at_ms, after.id, after.version, after.event_count});
    };
    note(after);
    if (before != nullptr && before->placed_at_ms != after.placed_at_ms) note(*before);
}

std::vector<SalesPart> sales_parts(Session& session, const ports::StatisticsRequest& request, DayRange days) {
    const std::vector<SalesPart> facts{{days, false}};
    if (request.from_facts) return facts;
    const std::set<std::int32_t> kept_ones = kept(session, request.shop_id, request.timezone, days);
    if (kept_ones.empty()) return facts;
    const auto changed_ones = changed(session, request.shop_id, request.timezone, shop_days(request.timezone, days));
    if (!changed_ones) return facts;
    std::vector<SalesPart> parts;
    for (std::int32_t day = days.first; day <= days.second; ++day) {
        const bool is_kept = kept_ones.contains(day) && !changed_ones->contains(day);
        if (parts.empty() || parts.back().is_kept != is_kept) parts.push_back({{day, day}, is_kept});
        parts.back().days.second = day;
    }
    return parts.size() > parts_max ? facts : parts;
}

std::vector<std::int32_t> days_to_count(Session& session, std::int64_t shop_id, const std::string& timezone,
                                        std::int32_t through_day, std::int32_t limit) {
    std::int64_t first_ms = 0;
    {
        Rows rows = session.query(sales_sql::first_order, {shop_id});
        if (!rows.next()) return {};
        first_ms = rows.integer(0);
    }
    const std::int32_t first_day = std::max(shop_day(timezone, first_ms), through_day - life_days_max);
    if (first_day > through_day) return {};
    const DayRange life{first_day, through_day};
    const std::set<std::int32_t> kept_ones = kept(session, shop_id, timezone, life);
    std::set<std::int32_t> changed_ones;
    {
        const ShopDays range = shop_days(timezone, life);
        Rows rows = session.query(sales_sql::changed_times, {shop_id, range.from_ms, range.to_ms, changes_max});
        while (rows.next()) changed_ones.insert(shop_day(timezone, rows.integer(0)));
    }
    std::vector<std::int32_t> days;
    for (std::int32_t day = through_day; day >= first_day && days.size() < static_cast<std::size_t>(limit); --day) {
        if (!kept_ones.contains(day) || changed_ones.contains(day)) days.push_back(day);
    }
    return days;
}

std::optional<DayRange> kept_days(Session& session, std::int64_t shop_id) {
    Rows rows = session.query(sales_sql::kept_span, {shop_id});
    if (!rows.next() || rows.is_null(0)) return std::nullopt;
    return DayRange{static_cast<std::int32_t>(rows.integer(0)), static_cast<std::int32_t>(rows.integer(1))};
}

std::string_view code_of(ports::StatisticsBy by) {
    static constexpr std::array<std::string_view, ports::statistics_keys.size()> codes{
        "day", "payment_type", "state", "item", "promo_code", "country", "channel", "hour"};
    return codes.at(static_cast<std::size_t>(by));
}

// The changes go first: what is changed after this moment leaves a row of its own, and the day is counted once more.
void StatisticsStore::count_day(std::int64_t shop_id, const std::string& timezone, std::int32_t day) {
    session_.execute(sales_sql::keep_day, {shop_id, day, timezone});
    session_.execute(sales_sql::forget_zones, {shop_id, day, timezone});
    const ShopDays range = shop_days(timezone, {day, day});
    session_.execute(sales_sql::forget_changes, {shop_id, range.from_ms, range.to_ms});
    for (const ports::StatisticsBy by : ports::statistics_keys) {
        session_.execute(sales_sql::forget_figures, {shop_id, code_of(by), day});
        const QueryText text = build_sales_day(shop_id, by, range);
        session_.execute({"sales_day_count", text.text()}, text.params());
    }
}

}  // namespace commis::sql
