#include "adapters/fake/statistics.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "adapters/sql/order_rows.hpp"
#include "adapters/sql/shop_days.hpp"
#include "adapters/sql/statistics_reader.hpp"
#include "adapters/sql/text_keys.hpp"

namespace commis::fake {
namespace {

using ports::SalesFigures;
using ports::StatisticsBy;

SalesFigures figures_of(const domain::Order& order) {
    const domain::ContentTotals totals = domain::content_totals(order);
    const domain::Figures figures =
        domain::payment_facts(order.ledger, domain::MethodKind::offline, totals.total_minor, totals.cancelled_minor)
            .figures;
    return {1,
            domain::unit_counts(order).total,
            totals.total_minor,
            totals.discount_minor,
            totals.tax_minor,
            totals.cancelled_minor,
            figures.allowances_minor,
            figures.refunded_minor};
}

std::string key_of(const domain::Order& order, const ports::StatisticsRequest& request) {
    if (request.by == StatisticsBy::day) return sql::day_text(sql::shop_day(request.timezone, order.placed_at_ms));
    if (request.by == StatisticsBy::hour) return sql::hour_text(sql::shop_hour(request.timezone, order.placed_at_ms));
    if (request.by == StatisticsBy::payment_type) return order.payment_method;
    if (request.by == StatisticsBy::country) return sql::listed_address(order).country;
    if (request.by == StatisticsBy::channel) return order.channel;
    if (request.by == StatisticsBy::state) return order.state;
    return order.promo_code;
}

// Spellings of one name are one item, under the last of them.
struct Items {
    std::map<std::string, ports::StatisticsRow> rows;

    void add(const domain::Order& order) {
        std::set<std::string> names;
        for (const domain::Line& line : order.lines) {
            ports::StatisticsRow& row = rows[sql::sort_key(line.name)];
            row.key = std::max(row.key, line.name);
            const bool is_first = names.insert(line.name).second;
            row.figures += {is_first ? 1 : 0,
                            line.kind == domain::LineKind::fee ? 0 : line.quantity,
                            line.total_minor,
                            line.discount_minor,
                            line.tax_minor,
                            line.left_minor,
                            0,
                            0};
        }
    }
};

bool is_counted(const domain::Order& order, std::int64_t shop_id) {
    return order.shop_id == shop_id && !order.draft && !order.abandoned_at_ms && !order.removed;
}

}  // namespace

ports::Statistics StatisticsReader::count(const ports::StatisticsRequest& request) {
    ports::Statistics statistics;
    statistics.days = sql::days_of(request);
    std::map<std::string, ports::StatisticsRow> rows;
    std::map<std::string, SalesFigures> others;
    Items items;
    for (const auto& [key, stored] : data_.orders) {
        const domain::Order& order = stored->order;
        const std::int32_t day = sql::shop_day(request.timezone, order.placed_at_ms);
        const bool is_within = day >= statistics.days.first && day <= statistics.days.second;
        if (!is_counted(order, request.shop_id) || !is_within) continue;
        const SalesFigures figures = figures_of(order);
        if (order.currency.code() != request.currency) {
            others[std::string(order.currency.code())] += figures;
            continue;
        }
        statistics.sum += figures;
        ports::StatisticsRow& row = rows[key_of(order, request)];
        row.key = key_of(order, request);
        row.figures += figures;
        items.add(order);
    }
    for (auto& [key, row] : request.by == StatisticsBy::item ? items.rows : rows) statistics.rows.push_back(row);
    if (!is_of_time(request.by)) {
        std::ranges::sort(statistics.rows, [](const ports::StatisticsRow& left, const ports::StatisticsRow& right) {
            return std::tie(right.figures.gross_minor, left.key) < std::tie(left.figures.gross_minor, right.key);
        });
    }
    if (statistics.rows.size() > static_cast<std::size_t>(request.rows_max)) {
        statistics.rows.resize(static_cast<std::size_t>(request.rows_max));
    }
    statistics.rest = sql::rest_of(statistics, request.by);
    statistics.other_currencies.assign(others.begin(), others.end());
    return statistics;
}

std::vector<ports::Shortage> StatisticsReader::shortages(std::int64_t shop_id, std::int32_t limit) {
    std::map<std::string, std::int64_t> reserved;
    for (const auto& [key, stored] : data_.orders) {
        if (stored->order.shop_id != shop_id) continue;
        for (const domain::Line& line : stored->order.lines) reserved[line.sku] += line.reserved;
    }
    std::vector<ports::Shortage> shortages;
    for (const auto& [key, article] : data_.articles) {
        if (article.shop_id != shop_id || !article.stock || reserved[article.sku] <= *article.stock) continue;
        if (reserved[article.sku] == 0) continue;
        shortages.push_back({article.sku, article.name, article.supplier, *article.stock, reserved[article.sku]});
    }
    std::ranges::sort(shortages, {}, [](const ports::Shortage& each) { return std::tie(each.supplier, each.sku); });
    if (shortages.size() > static_cast<std::size_t>(limit)) shortages.resize(static_cast<std::size_t>(limit));
    return shortages;
}

std::vector<ports::OpenBalance> StatisticsReader::open_balances(std::int64_t shop_id,
                                                                const std::vector<std::int64_t>& older_than_ms) {
    std::map<std::tuple<std::string, std::string, std::int32_t>, std::pair<std::int64_t, std::int64_t>> sums;
    for (const auto& [key, stored] : data_.orders) {
        const domain::Order& order = stored->order;
        const bool is_unpaid = stored->projection.summary == domain::SummaryStatus::unpaid && !order.removed;
        if (order.shop_id != shop_id || !is_unpaid) continue;
        const auto age = std::ranges::count_if(older_than_ms, [&](auto at_ms) { return order.placed_at_ms < at_ms; });
        auto& [orders, due_minor] =
            sums[{std::string(order.currency.code()), order.payment_method, static_cast<std::int32_t>(age)}];
        orders += 1;
        due_minor += stored->projection.due_minor;
    }
    std::vector<ports::OpenBalance> balances;
    for (const auto& [key, sum] : sums) {
        balances.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), sum.first, sum.second});
    }
    return balances;
}

std::vector<ports::HeldSum> StatisticsReader::held_sums(std::int64_t shop_id,
                                                        const std::vector<std::int64_t>& from_ms) {
    std::map<std::pair<std::string, std::int32_t>, std::pair<std::int64_t, std::int64_t>> sums;
    for (const auto& [key, stored] : data_.orders) {
        const auto until_ms = stored->projection.hold_until_ms;
        if (stored->order.shop_id != shop_id || !until_ms) continue;
        const auto span = std::ranges::count_if(from_ms, [&](auto at_ms) { return at_ms <= *until_ms; });
        auto& [orders, held_minor] =
            sums[{std::string(stored->order.currency.code()), static_cast<std::int32_t>(span)}];
        orders += 1;
        held_minor += stored->projection.hold_minor;
    }
    std::vector<ports::HeldSum> held;
    for (const auto& [key, sum] : sums) held.push_back({key.first, key.second, sum.first, sum.second});
    return held;
}

}  // namespace commis::fake
