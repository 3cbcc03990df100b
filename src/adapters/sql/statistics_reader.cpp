#include "adapters/sql/statistics_reader.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "adapters/sql/columns.hpp"
#include "adapters/sql/sales_days.hpp"
#include "adapters/sql/sales_statements.hpp"
#include "adapters/sql/statistics_query.hpp"
#include "adapters/sql/statistics_statements.hpp"

namespace commis::sql {
namespace {

using ports::SalesFigures;
using ports::StatisticsBy;

constexpr std::int32_t days_shown = 30;

// Rows of one part, when there are several: what lies beyond stands in the rest.
constexpr std::int64_t part_rows_max = 50'000;

// The figures stand behind the key and the shown name.
SalesFigures read_figures(const Rows& rows) {
    return {rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5),
            rows.integer(6), rows.integer(7), rows.integer(8), rows.integer(9)};
}

// What the parts say together.
class Gathered {
public:
    explicit Gathered(StatisticsBy by) : by_(by) {}

    void take_rows(Rows rows) {
        while (rows.next()) {
            ports::StatisticsRow& row = rows_[rows.text(0)];
            row.key = by_ == StatisticsBy::item ? std::max(row.key, rows.text(1)) : rows.text(0);
            row.figures += read_figures(rows);
        }
    }
    void take_sums(Rows rows) {
        while (rows.next()) sums_[rows.text(0)] += read_figures(rows);
    }

    void fill(ports::Statistics& statistics, const ports::StatisticsRequest& request) && {
        for (auto& [key, row] : rows_) statistics.rows.push_back(std::move(row));
        if (is_of_time(by_)) {
            for (ports::StatisticsRow& row : statistics.rows) row.key = time_text(row.key);
            std::ranges::sort(statistics.rows, {}, &ports::StatisticsRow::key);
        } else {
            std::ranges::sort(statistics.rows, [](const ports::StatisticsRow& left, const ports::StatisticsRow& right) {
                return std::tie(right.figures.gross_minor, left.key) < std::tie(left.figures.gross_minor, right.key);
            });
        }
        const auto rows_max = static_cast<std::size_t>(request.rows_max);
        if (statistics.rows.size() > rows_max) statistics.rows.resize(rows_max);
        for (const auto& [currency, sum] : sums_) {
            if (currency == request.currency) {
                statistics.sum = sum;
            } else {
                statistics.other_currencies.emplace_back(currency, sum);
            }
        }
        statistics.rest = rest_of(statistics, by_);
    }

private:
    // The database numbers days and hours.
    std::string time_text(const std::string& number) const {
        return by_ == StatisticsBy::day ? day_text(std::stoll(number)) : hour_text(std::stoll(number));
    }

    StatisticsBy by_;
    std::map<std::string, ports::StatisticsRow> rows_;
    std::map<std::string, SalesFigures> sums_;
};

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
    ports::Statistics statistics;
    statistics.days = days_of(request);
    const std::vector<SalesPart> parts = sales_parts(session_, request, statistics.days);
    Gathered gathered(request.by);
    for (const auto& [days, is_kept] : parts) {
        if (is_kept) {
            gathered.take_sums(session_.query(sales_sql::sums, {request.shop_id, days.first, days.second}));
            gathered.take_rows(session_.query(sales_sql::rows, {request.shop_id, code_of(request.by), days.first,
                                                                days.second, request.currency, part_rows_max}));
            continue;
        }
        const ShopDays range = shop_days(request.timezone, days);
        const QueryText sums = build_statistics_sums(request, range);
        gathered.take_sums(session_.query({"statistics_sums", sums.text()}, sums.params()));
        const QueryText rows = build_statistics_rows(request, range, part_rows_max);
        gathered.take_rows(session_.query({"statistics_rows", rows.text()}, rows.params()));
    }
    std::move(gathered).fill(statistics, request);
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

std::vector<std::int32_t> StatisticsReader::days_to_count(std::int64_t shop_id, const std::string& timezone,
                                                          std::int32_t through_day, std::int32_t limit) {
    return sql::days_to_count(session_, shop_id, timezone, through_day, limit);
}

std::optional<std::pair<std::int32_t, std::int32_t>> StatisticsReader::kept_days(std::int64_t shop_id) {
    return sql::kept_days(session_, shop_id);
}

}  // namespace commis::sql
