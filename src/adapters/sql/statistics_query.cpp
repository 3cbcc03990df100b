#include "adapters/sql/statistics_query.hpp"

#include "adapters/sql/sales_days.hpp"

namespace commis::sql {
namespace {

using ports::StatisticsBy;

// Each order is met once a line; what belongs to the order itself is counted with its first line, which stands at 0.
// The rarer tables are asked only where `parts` says that they hold rows (order_rows.hpp: refunds 2, entries 32).
constexpr std::string_view order_figures =
    "CAST(sum(CASE WHEN l.position = 0 THEN 1 ELSE 0 END) AS bigint), "
    "CAST(sum(CASE WHEN l.kind <> 'fee' THEN l.quantity ELSE 0 END) AS bigint), "
    "CAST(sum(l.total_minor + CASE WHEN l.position = 0 THEN o.ship_total_minor ELSE 0 END) AS bigint) AS gross, "
    "CAST(sum(l.discount_minor) AS bigint), "
    "CAST(sum(l.tax_minor + CASE WHEN l.position = 0 THEN o.ship_tax_minor ELSE 0 END) AS bigint), "
    "CAST(sum(l.left_minor + CASE WHEN l.position = 0 AND o.ship_cancelled = 1 THEN o.ship_total_minor ELSE 0 END) "
    "AS bigint), "
    "CAST(sum(CASE WHEN l.position = 0 AND (o.parts & 2) <> 0 THEN (SELECT COALESCE(sum(r.amount_minor), 0) "
    "FROM refunds r WHERE r.shop_id = o.shop_id AND r.order_id = o.order_id AND r.status <> 'failed' "
    "AND r.takes_units = 0 AND r.reopens_due = 0 AND r.settles = '') ELSE 0 END) AS bigint), "
    "CAST(sum(CASE WHEN l.position = 0 AND (o.parts & 2) <> 0 THEN (SELECT COALESCE(sum(r.amount_minor), 0) "
    "FROM refunds r WHERE r.shop_id = o.shop_id AND r.order_id = o.order_id AND r.status = 'succeeded' "
    "AND r.execution <> 'initiated') ELSE 0 END + "
    "CASE WHEN l.position = 0 AND (o.parts & 32) <> 0 THEN (SELECT COALESCE(sum(e.amount_minor), 0) "
    "FROM ledger_entries e WHERE e.shop_id = o.shop_id AND e.order_id = o.order_id AND e.kind = 'chargeback' "
    "AND e.won = 0) "
    "ELSE 0 END) AS bigint)";

// Of a line alone: shipping, allowances and refunds belong to no item.
constexpr std::string_view item_figures =
    "CAST(sum(l.first_of_name) AS bigint), "
    "CAST(sum(CASE WHEN l.kind <> 'fee' THEN l.quantity ELSE 0 END) AS bigint), "
    "CAST(sum(l.total_minor) AS bigint) AS gross, CAST(sum(l.discount_minor) AS bigint), "
    "CAST(sum(l.tax_minor) AS bigint), CAST(sum(l.left_minor) AS bigint), 0, 0";

// Days or hours of the shop's clocks, `unit` naming their length.
void add_time(QueryText& text, const ShopDays& days, std::string_view unit) {
    const ZoneStretch& last = days.stretches.back();
    if (days.stretches.size() == 1) {
        text.add("(o.placed_at_ms + ").bind(last.offset_ms).add(")").add(unit);
        return;
    }
    text.add("(CASE");
    for (std::size_t index = 0; index + 1 < days.stretches.size(); ++index) {
        text.add(" WHEN o.placed_at_ms < ").bind(days.stretches[index].until_ms);
        text.add(" THEN o.placed_at_ms + ").bind(days.stretches[index].offset_ms);
    }
    text.add(" ELSE o.placed_at_ms + ").bind(last.offset_ms).add(" END)").add(unit);
}

void add_key(QueryText& text, StatisticsBy by, const ShopDays& days) {
    switch (by) {
        case StatisticsBy::day:
            return add_time(text, days, " / 86400000");
        case StatisticsBy::hour:
            return add_time(text, days, " / 3600000");
        case StatisticsBy::payment_type:
            text.add("o.payment_method");
            return;
        case StatisticsBy::state:
            text.add("o.state");
            return;
        case StatisticsBy::item:
            text.add("l.name_key");
            return;
        case StatisticsBy::promo_code:
            text.add("o.promo_code");
            return;
        case StatisticsBy::country:
            text.add("o.country");
            return;
        case StatisticsBy::channel:
            text.add("o.channel");
            return;
    }
}

// Spellings of one name are one item; the last of them is shown.
constexpr std::string_view shown_of(StatisticsBy by) { return by == StatisticsBy::item ? "max(l.name)" : "''"; }

constexpr std::string_view figures_of(StatisticsBy by) {
    return by == StatisticsBy::item ? item_figures : order_figures;
}

void add_source(QueryText& text, std::int64_t shop_id, const ShopDays& days) {
    text.add(" FROM orders o CROSS JOIN order_lines l WHERE o.shop_id = ").bind(shop_id);
    text.add(" AND o.placed_at_ms >= ").bind(days.from_ms).add(" AND o.placed_at_ms < ").bind(days.to_ms);
    text.add(" AND o.draft = 0 AND o.abandoned_at_ms IS NULL AND o.removed_at_ms IS NULL");
    text.add(" AND l.shop_id = o.shop_id AND l.order_id = o.order_id");
}

}  // namespace

QueryText build_statistics_rows(const ports::StatisticsRequest& request, const ShopDays& days, std::int64_t limit) {
    QueryText text;
    text.add("SELECT ");
    add_key(text, request.by, days);
    text.add(" AS bucket, ").add(shown_of(request.by)).add(", ").add(figures_of(request.by));
    add_source(text, request.shop_id, days);
    text.add(" AND o.currency = ").bind_kept(request.currency);
    text.add(" GROUP BY bucket ORDER BY gross DESC, bucket LIMIT ").bind(limit);
    return text;
}

QueryText build_statistics_sums(const ports::StatisticsRequest& request, const ShopDays& days) {
    QueryText text;
    text.add("SELECT o.currency AS bucket, '', ").add(order_figures);
    add_source(text, request.shop_id, days);
    text.add(" GROUP BY bucket ORDER BY bucket");
    return text;
}

QueryText build_sales_day(std::int64_t shop_id, StatisticsBy by, const ShopDays& day) {
    QueryText text;
    text.add("INSERT INTO sales_figures (shop_id, by_what, day, currency, key_text, shown, orders, units, ");
    text.add("gross_minor, discounts_minor, tax_minor, cancelled_minor, allowances_minor, refunds_minor) ");
    text.add("SELECT o.shop_id, CAST(").bind(code_of(by)).add(" AS text), CAST(").bind(day.days.first);
    text.add(" AS integer), o.currency, CAST(");
    add_key(text, by, day);
    text.add(" AS text) AS bucket, ").add(shown_of(by)).add(", ").add(figures_of(by));
    add_source(text, shop_id, day);
    text.add(" GROUP BY o.shop_id, o.currency, bucket");
    return text;
}

QueryText build_open_balances(std::int64_t shop_id, const std::vector<std::int64_t>& older_than_ms) {
    QueryText text;
    text.add("SELECT o.currency, o.payment_method, (");
    for (std::size_t at = 0; at < older_than_ms.size(); ++at) {
        text.add(at == 0 ? "" : " + ")
            .add("CASE WHEN o.placed_at_ms < ")
            .bind(older_than_ms[at])
            .add(" THEN 1 ELSE 0 END");
    }
    text.add(older_than_ms.empty() ? "0" : "").add(") AS age, count(*), CAST(sum(o.due_minor) AS bigint)");
    text.add(" FROM orders o WHERE o.shop_id = ").bind(shop_id);
    text.add(" AND o.summary = 'unpaid' AND o.removed_at_ms IS NULL");
    text.add(" GROUP BY o.currency, o.payment_method, age ORDER BY o.currency, o.payment_method, age");
    return text;
}

QueryText build_held_sums(std::int64_t shop_id, const std::vector<std::int64_t>& from_ms) {
    QueryText text;
    text.add("SELECT o.currency, (");
    for (std::size_t at = 0; at < from_ms.size(); ++at) {
        text.add(at == 0 ? "" : " + ").add("CASE WHEN o.hold_until_ms >= ").bind(from_ms[at]).add(" THEN 1 ELSE 0 END");
    }
    text.add(from_ms.empty() ? "0" : "").add(") AS span, count(*), CAST(sum(o.hold_minor) AS bigint)");
    text.add(" FROM orders o WHERE o.shop_id = ").bind(shop_id).add(" AND o.hold_until_ms IS NOT NULL");
    text.add(" GROUP BY o.currency, span ORDER BY o.currency, span");
    return text;
}

}  // namespace commis::sql
