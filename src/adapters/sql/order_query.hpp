// Puts together the statement for one stretch of the order list: one shop, the filters, a sort, a place to go on from.
// Texts are made of constants only; every value is bound.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/sql/engine/session.hpp"
#include "adapters/sql/values.hpp"
#include "ports/order_reader.hpp"

namespace commis::sql {

// A text and its values, growing together.
class QueryText {
public:
    QueryText& add(std::string_view text) {
        text_ += text;
        return *this;
    }
    QueryText& bind(const Param& value) {
        values_.add(value);
        return number();
    }
    QueryText& bind_kept(std::string value) {
        values_.keep(std::move(value));
        return number();
    }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] Params params() const { return values_.params(); }

private:
    QueryText& number() {
        text_ += '$';
        text_ += std::to_string(values_.size());
        return *this;
    }
    std::string text_;
    Values values_;
};

// The filter that leads the way through an index of its own; the others are looked at row by row.
enum class Lead : std::uint8_t {
    none,
    customer,
    promo_code,
    sku,
    item,
    token,
    assignee,
    tag,
    task,
    queue,
    state,
    summary,
    payment_status,
    payment_method,
    channel,
    stage,
    unseen,
    // Not sorted by time: orders by the end of their card hold, and orders that were named one by one.
    hold,
    ids,
};

struct Stretch {
    std::int64_t shop_id = 0;
    Lead lead = Lead::none;
    std::string lead_value;
};

struct OrderQuery {
    EngineKind engine = EngineKind::sqlite;
    const ports::OrderFilter* filter = nullptr;
    ports::OrderSort sort = ports::OrderSort::placed_at;
    bool descending = true;
    std::int64_t limit = 50;
    std::optional<ports::OrderCursor> after;
    std::string_view columns;  // Of the table `o`, orders. The sort's key follows as one more column.
};

// The best leading filter for a sort, and its values; no value when nothing leads.
Lead lead_of(const ports::OrderFilter& filter, ports::OrderSort sort);
std::vector<std::string> lead_values(const ports::OrderFilter& filter, Lead lead);

// Whether only orders with a card hold are wanted: a sort by its end has no place for the others.
bool wants_hold(const ports::OrderFilter& filter);

bool is_text_sort(ports::OrderSort sort);
std::string_view key_column(ports::OrderSort sort);
// The place to go on from, the sorting and the limit. `key` and `id` are the columns that the sort compares.
void add_order_after(QueryText& text, const OrderQuery& query, std::string_view key, std::string_view id);

QueryText build_list(const OrderQuery& query, const Stretch& stretch);
// Removed orders stand in the register alone. A count that looks for them in every row would leave its index, so it
// takes them along and those in the register are counted apart.
enum class Removed : std::uint8_t { hidden, along, alone };

// How many rows match, counted up to `limit`.
QueryText build_count(EngineKind engine, const ports::OrderFilter& filter, const Stretch& stretch, std::int64_t limit,
                      Removed removed);
// Where a search looks: one shop, and its rows down to a number. One or two letters have no index, so they are looked
// for among the newest rows only.
struct SearchedShop {
    std::int64_t shop_id = 0;
    std::int64_t oldest = 0;
};

// The same with a search: newest first by search number, or the newest 10,000 hits sorted by another key. `exact` is
// a number that was found already and stands on the first page.
QueryText build_search(const OrderQuery& query, const SearchedShop& shop, std::string_view exact);
QueryText build_search_count(EngineKind engine, const ports::OrderFilter& filter, const SearchedShop& shop,
                             std::int64_t limit);
// Whether the search's rows come by search number, which is then the key of the page.
bool is_by_search_number(const OrderQuery& query);
// The order whose number is exactly what was typed, if the filters let it through.
QueryText build_exact(const OrderQuery& query, std::int64_t shop_id);

}  // namespace commis::sql
