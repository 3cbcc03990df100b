#include "adapters/sql/order_query.hpp"

#include "adapters/sql/order_conditions.hpp"

namespace commis::sql {

using ports::OrderSort;

std::string_view key_column(OrderSort sort) {
    switch (sort) {
        case OrderSort::placed_at:
            return "o.placed_at_ms";
        case OrderSort::number:
            return "o.number_key";
        case OrderSort::buyer:
            return "o.buyer_key";
        case OrderSort::total:
            return "o.total_minor";
        case OrderSort::updated_at:
            return "o.updated_at_ms";
        case OrderSort::hold_until:
            return "o.hold_until_ms";
    }
    return "";
}

void add_order_after(QueryText& text, const OrderQuery& query, std::string_view key, std::string_view id) {
    if (query.after) {
        text.add(" AND (").add(key).add(", ").add(id).add(query.descending ? ") < (" : ") > (");
        if (is_text_sort(query.sort)) {
            text.bind(query.after->key_text);
        } else {
            text.bind(query.after->key_number);
        }
        text.add(", ").bind(query.after->order_id).add(")");
    }
    const std::string_view direction = query.descending ? " DESC" : "";
    text.add(" ORDER BY ").add(key).add(direction).add(", ").add(id).add(direction).add(" LIMIT ").bind(query.limit);
}

namespace {

void add_source(QueryText& text, const Stretch& stretch) {
    if (leads_through_lines(stretch.lead)) {
        text.add(" FROM ").add(stretch.lead == Lead::tag ? "order_tags" : "order_lines");
        text.add(" l CROSS JOIN orders o WHERE l.shop_id = ").bind(stretch.shop_id);
        text.add(" AND o.shop_id = l.shop_id AND o.order_id = l.order_id");
    } else {
        text.add(" FROM orders o WHERE o.shop_id = ").bind(stretch.shop_id);
    }
    add_lead(text, stretch.lead, stretch.lead_value);
}

}  // namespace

bool is_text_sort(OrderSort sort) { return sort == OrderSort::number || sort == OrderSort::buyer; }

QueryText build_list(const OrderQuery& query, const Stretch& stretch) {
    const bool by_lines = leads_through_lines(stretch.lead) && query.sort == OrderSort::placed_at;
    // Few named orders are sorted, whatever index would spare the sorting.
    const bool hides_key = stretch.lead == Lead::ids && query.engine == EngineKind::sqlite;
    std::string key(by_lines ? "l.placed_at_ms" : key_column(query.sort));
    if (hides_key) key = is_text_sort(query.sort) ? "(" + key + " || '')" : "+" + key;
    QueryText text;
    text.add("SELECT ").add(query.columns).add(", ").add(key);
    add_source(text, stretch);
    // SQLite knows no figures of the data, so it is told which indexes to leave alone.
    const bool hides = query.engine == EngineKind::sqlite;
    const bool ranges_lead = stretch.lead == Lead::none && query.sort == OrderSort::total;
    const bool holds_lead = stretch.lead == Lead::hold || query.sort == OrderSort::hold_until;
    add_conditions(text, *query.filter, stretch.lead,
                   {.texts = hides,
                    .totals = hides && !ranges_lead,
                    .times = hides && stretch.lead == Lead::ids,
                    .holds = hides && !holds_lead});
    add_order_after(text, query, key, by_lines ? "l.order_id" : "o.order_id");
    return text;
}

QueryText build_count(EngineKind engine, const ports::OrderFilter& filter, const Stretch& stretch, std::int64_t limit,
                      Removed removed) {
    QueryText text;
    text.add("SELECT count(*) FROM (SELECT 1");
    add_source(text, stretch);
    const bool is_register = removed == Removed::alone;
    const bool hides = engine == EngineKind::sqlite && (stretch.lead != Lead::none || is_register);
    const bool is_placed = stretch.lead == Lead::hold || stretch.lead == Lead::ids;
    add_conditions(text, filter, stretch.lead,
                   {.texts = hides,
                    .totals = hides,
                    .times = hides && (is_register || is_placed),
                    .holds = hides && stretch.lead != Lead::hold},
                   removed);
    text.add(" LIMIT ").bind(limit).add(") counted");
    return text;
}

}  // namespace commis::sql
