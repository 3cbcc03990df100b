#include "adapters/sql/order_conditions.hpp"

#include <span>

#include "adapters/sql/codes.hpp"
#include "adapters/sql/id_list.hpp"
#include "adapters/sql/text_keys.hpp"

namespace commis::sql {
namespace {

using ports::OrderFilter;

template <class E>
std::vector<std::string> codes_of(const std::vector<E>& values) {
    std::vector<std::string> codes;
    for (const E value : values) codes.emplace_back(code_of(value));
    return codes;
}

template <class Key>
std::vector<std::string> keys_of(const std::vector<std::string>& values, const Key& key) {
    std::vector<std::string> keys;
    for (const std::string& value : values) keys.push_back(key(value));
    return keys;
}

void add_list(QueryText& query, const std::vector<std::string>& values) {
    query.add("(");
    for (std::size_t index = 0; index < values.size(); ++index) {
        if (index != 0) query.add(", ");
        query.bind_kept(values[index]);
    }
    query.add(")");
}

// A text column that is none of the index's columns any more, but has the same value.
void add_one_of(QueryText& query, std::string_view column, const std::vector<std::string>& values, bool hides) {
    if (values.empty()) return;
    query.add(hides ? " AND (" : " AND ").add(column).add(hides ? " || '')" : "");
    if (values.size() == 1) {
        query.add(" = ").bind_kept(values.front());
        return;
    }
    query.add(" IN ");
    add_list(query, values);
}

void add_line_with(QueryText& query, std::string_view column, const std::vector<std::string>& values) {
    if (values.empty()) return;
    query.add(
        " AND EXISTS (SELECT 1 FROM order_lines x WHERE x.shop_id = o.shop_id AND x.order_id = o.order_id AND x.");
    query.add(column).add(" IN ");
    add_list(query, values);
    query.add(")");
}

// Filled up to one of few lengths, so that few statements are prepared.
void add_ids(QueryText& query, const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    std::vector<std::string> filled = ids;
    filled.resize(list_length(ids.size()), ids.back());
    query.add(" AND o.order_id IN ");
    add_list(query, filled);
}

void add_tag(QueryText& query, const std::vector<std::string>& values) {
    if (values.empty()) return;
    query.add(
        " AND EXISTS (SELECT 1 FROM order_tags x WHERE x.shop_id = o.shop_id AND x.order_id = o.order_id AND x.tag "
        "IN ");
    add_list(query, values);
    query.add(")");
}

void add_bound(QueryText& query, std::string_view condition, const std::optional<std::int64_t>& value) {
    if (value) query.add(" AND ").add(condition).bind(*value);
}

struct Column {
    Lead lead;
    std::string_view name;
};

constexpr std::array plain_columns{
    Column{Lead::customer, "o.email_key"},
    Column{Lead::promo_code, "o.promo_code"},
    Column{Lead::token, "o.placed_by"},
    Column{Lead::assignee, "o.assignee"},
    Column{Lead::task, "o.task"},
    Column{Lead::queue, "o.queue"},
    Column{Lead::state, "o.state"},
    Column{Lead::summary, "o.summary"},
    Column{Lead::payment_status, "o.payment_status"},
    Column{Lead::payment_method, "o.payment_method"},
    Column{Lead::channel, "o.channel"},
    Column{Lead::stage, "o.stage"},
};

// Values that a partial index leaves out cannot lead.
bool can_lead(Lead lead, const std::vector<std::string>& values) {
    if (values.empty()) return false;
    for (const std::string& value : values) {
        if ((lead == Lead::queue || lead == Lead::task) && value == "none") return false;
        const bool omits_empty = lead == Lead::promo_code || lead == Lead::sku || lead == Lead::assignee;
        if (omits_empty && value.empty()) return false;
    }
    return true;
}

}  // namespace

bool leads_through_lines(Lead lead) { return lead == Lead::sku || lead == Lead::item || lead == Lead::tag; }

std::vector<std::string> lead_values(const OrderFilter& filter, Lead lead) {
    switch (lead) {
        case Lead::none:
            return {};
        case Lead::customer:
            return keys_of(filter.customers, case_key);
        case Lead::promo_code:
            return filter.promo_codes;
        case Lead::sku:
            return filter.skus;
        case Lead::item:
            return keys_of(filter.items, sort_key);
        case Lead::token:
            return filter.placed_by_token.empty() ? std::vector<std::string>() : std::vector{filter.placed_by_token};
        case Lead::assignee:
            return filter.assignees;
        case Lead::tag:
            return filter.tags;
        case Lead::task:
            return codes_of(filter.tasks);
        case Lead::queue:
            return codes_of(filter.queues);
        case Lead::state:
            return filter.states;
        case Lead::summary:
            return codes_of(filter.summaries);
        case Lead::payment_status:
            return codes_of(filter.payment_statuses);
        case Lead::payment_method:
            return filter.payment_methods;
        case Lead::channel:
            return filter.channels;
        case Lead::stage:
            return codes_of(filter.stages);
        case Lead::unseen:
            return filter.seen == false ? std::vector<std::string>{""} : std::vector<std::string>();
        case Lead::hold:
            return wants_hold(filter) ? std::vector<std::string>{""} : std::vector<std::string>();
        case Lead::ids:
            return filter.order_ids.empty() ? std::vector<std::string>() : std::vector<std::string>{""};
    }
    return {};
}

bool wants_hold(const OrderFilter& filter) {
    return filter.has_hold || filter.hold_from_ms.has_value() || filter.hold_to_ms.has_value();
}

Lead lead_of(const OrderFilter& filter, ports::OrderSort sort) {
    if (!filter.order_ids.empty()) return Lead::ids;
    if (sort == ports::OrderSort::hold_until && wants_hold(filter)) return Lead::hold;
    // The enumerators stand in the order of preference: what usually matches few orders comes first.
    for (int number = 1; number <= static_cast<int>(Lead::hold); ++number) {
        const auto lead = static_cast<Lead>(number);
        if (can_lead(lead, lead_values(filter, lead))) return lead;
    }
    return Lead::none;
}

void add_lead(QueryText& query, Lead lead, const std::string& value) {
    // A partial index is taken only when its own condition stands in the statement word by word.
    if (lead == Lead::unseen) query.add(" AND o.seen = 0");
    if (lead == Lead::hold) query.add(" AND o.hold_until_ms IS NOT NULL");
    if (lead == Lead::queue) query.add(" AND o.queue <> 'none'");
    if (lead == Lead::promo_code) query.add(" AND o.promo_code <> ''");
    if (lead == Lead::token) query.add(" AND o.placed_by <> ''");
    if (lead == Lead::assignee) query.add(" AND o.assignee <> ''");
    if (lead == Lead::task) query.add(" AND o.task <> 'none'");
    if (lead == Lead::tag) query.add(" AND l.tag = ").bind_kept(value);
    if (lead == Lead::sku) query.add(" AND l.first_of_sku = 1 AND l.sku = ").bind_kept(value);
    if (lead == Lead::item) query.add(" AND l.first_of_name = 1 AND l.name_key = ").bind_kept(value);
    for (const Column& column : plain_columns) {
        if (column.lead == lead) query.add(" AND ").add(column.name).add(" = ").bind_kept(value);
    }
}

void add_conditions(QueryText& query, const OrderFilter& filter, Lead lead, HiddenIndexes hidden, Removed removed) {
    if (removed == Removed::hidden) query.add(" AND o.removed_at_ms IS NULL");
    if (removed == Removed::alone) query.add(" AND o.removed_at_ms IS NOT NULL");
    for (const Column& column : plain_columns) {
        if (column.lead != lead) add_one_of(query, column.name, lead_values(filter, column.lead), hidden.texts);
    }
    if (lead != Lead::sku) add_line_with(query, "sku", filter.skus);
    if (lead != Lead::item) add_line_with(query, "name_key", lead_values(filter, Lead::item));
    add_line_with(query, "kind", codes_of(filter.kinds));
    if (lead != Lead::tag) add_tag(query, filter.tags);
    if (filter.seen && lead != Lead::unseen) query.add(*filter.seen ? " AND o.seen = 1" : " AND +o.seen = 0");
    add_ids(query, filter.order_ids);
    if (wants_hold(filter) && lead != Lead::hold) {
        query.add(hidden.holds ? " AND +o.hold_until_ms IS NOT NULL" : " AND o.hold_until_ms IS NOT NULL");
    }
    add_bound(query, hidden.holds ? "+o.hold_until_ms >= " : "o.hold_until_ms >= ", filter.hold_from_ms);
    add_bound(query, hidden.holds ? "+o.hold_until_ms < " : "o.hold_until_ms < ", filter.hold_to_ms);
    add_bound(query, hidden.times ? "+o.placed_at_ms >= " : "o.placed_at_ms >= ", filter.placed_from_ms);
    add_bound(query, hidden.times ? "+o.placed_at_ms < " : "o.placed_at_ms < ", filter.placed_to_ms);
    add_bound(query, hidden.totals ? "+o.total_minor >= " : "o.total_minor >= ", filter.total_min_minor);
    add_bound(query, hidden.totals ? "+o.total_minor <= " : "o.total_minor <= ", filter.total_max_minor);
}

}  // namespace commis::sql
