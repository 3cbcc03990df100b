#include "adapters/sql/statistics_reader.hpp"

#include "adapters/sql/columns.hpp"
#include "adapters/sql/statistics_query.hpp"
#include "adapters/sql/statistics_statements.hpp"

namespace commis::sql {
namespace {

using ports::SalesFigures;
using ports::StatisticsBy;

constexpr std::int32_t days_shown = 30;

// The figures stand behind the key.
SalesFigures read_figures(const Rows& rows) {
    return {rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4),
            rows.integer(5), rows.integer(6), rows.integer(7), rows.integer(8)};
}

std::string read_key(const Rows& rows, StatisticsBy by) {
    if (by == StatisticsBy::day) return day_text(rows.integer(0));
    if (by == StatisticsBy::hour) return hour_text(rows.integer(0));
    return rows.text(0);
}

}  // namespace

std::pair<std::int32_t, std::int32_t> days_of(const ports::StatisticsRequest& request) {
    if (request.days) return *request.days;
    const std::int32_t today = shop_day(request.timezone, request.now_ms);
    return {today - days_shown + 1, today};
}

std::optional<SalesFigures> rest_of(const ports::Statistics& statistics, StatisticsBy by) {
    SalesFigures rest = statistics.sum;
    for (const ports::StatisticsRow& row : statistics.rows) rest = rest - row.figures;
    // An order is counted with each of its items, so that their orders do not add up.
    if (by == StatisticsBy::item) rest.orders = 0;
    if (rest == SalesFigures{}) return std::nullopt;
    return rest;
}

ports::Statistics StatisticsReader::count(const ports::StatisticsRequest& request) {
    const ShopDays days = shop_days(request.timezone, days_of(request));
    ports::Statistics statistics;
    statistics.days = days.days;
    {
        const QueryText text = build_statistics_sums(request, days);
        Rows rows = session_.query({"statistics_sums", text.text()}, text.params());
        while (rows.next()) {
            if (rows.view(0) == request.currency) {
                statistics.sum = read_figures(rows);
            } else {
                statistics.other_currencies.emplace_back(rows.text(0), read_figures(rows));
            }
        }
    }
    const QueryText text = build_statistics_rows(request, days);
    Rows rows = session_.query({"statistics_rows", text.text()}, text.params());
    while (rows.next()) {
        statistics.rows.push_back({read_key(rows, request.by), read_figures(rows)});
    }
    statistics.rest = rest_of(statistics, request.by);
    return statistics;
}

std::vector<ports::Shortage> StatisticsReader::shortages(std::int64_t shop_id, std::int32_t limit) {
    std::vector<ports::Shortage> shortages;
    Rows rows = session_.query(statistics_sql::shortages, {shop_id, limit});
    while (rows.next()) {
        Columns columns(rows);
        ports::Shortage shortage;
        shortage.sku = columns.text();
        shortage.name = columns.text();
        shortage.supplier = columns.text();
        shortage.on_hand = columns.integer();
        shortage.reserved = columns.integer();
        shortages.push_back(std::move(shortage));
    }
    return shortages;
}

std::vector<ports::OpenBalance> StatisticsReader::open_balances(std::int64_t shop_id,
                                                                const std::vector<std::int64_t>& older_than_ms) {
    const QueryText text = build_open_balances(shop_id, older_than_ms);
    std::vector<ports::OpenBalance> balances;
    Rows rows = session_.query({"open_balances", text.text()}, text.params());
    while (rows.next()) {
        balances.push_back(
            {rows.text(0), rows.text(1), static_cast<std::int32_t>(rows.integer(2)), rows.integer(3), rows.integer(4)});
    }
    return balances;
}

std::vector<ports::HeldSum> StatisticsReader::held_sums(std::int64_t shop_id,
                                                        const std::vector<std::int64_t>& from_ms) {
    const QueryText text = build_held_sums(shop_id, from_ms);
    std::vector<ports::HeldSum> sums;
    Rows rows = session_.query({"held_sums", text.text()}, text.params());
    while (rows.next()) {
        sums.push_back({rows.text(0), static_cast<std::int32_t>(rows.integer(1)), rows.integer(2), rows.integer(3)});
    }
    return sums;
}

}  // namespace commis::sql
