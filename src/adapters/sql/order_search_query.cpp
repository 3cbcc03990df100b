// The statements of a search: newest first by search number, or the newest 10,000 hits sorted by another key.
#include "adapters/sql/order_conditions.hpp"
#include "adapters/sql/order_query.hpp"
#include "adapters/sql/order_search.hpp"

namespace commis::sql {
namespace {

// How many of the newest hits a search sorts by another key.
constexpr std::int64_t sorted_hits_max = 10'000;

// The rows that a search looks at, as the table `h`, with numbers up to `newest` in one shop.
class Hits {
public:
    Hits(EngineKind engine, const ports::OrderFilter& filter, const SearchedShop& shop)
        : terms_(search_terms(filter.q)),
          shop_(shop),
          is_fts_(engine == EngineKind::sqlite && !terms_.indexed.empty()),
          first_(search_range(shop.shop_id).first) {}

    [[nodiscard]] std::string_view number() const { return is_fts_ ? "w.rowid" : "h.search_id"; }
    [[nodiscard]] std::int64_t first() const { return first_; }

    [[nodiscard]] std::string_view tables() const {
        return is_fts_ ? "order_search_words w CROSS JOIN order_search h" : "order_search h";
    }

    // Follows the word WHERE.
    void add_conditions(QueryText& text, std::int64_t newest) const {
        if (is_fts_) {
            text.add("w.order_search_words MATCH ").bind_kept(fts_expression(terms_.indexed));
            text.add(" AND w.rowid >= ").bind(first_).add(" AND w.rowid <= ").bind(newest);
            text.add(" AND h.search_id = w.rowid AND h.shop_id = ").bind(shop_.shop_id);
        } else {
            text.add("h.shop_id = ").bind(shop_.shop_id).add(" AND h.search_id >= ").bind(shop_.oldest);
            text.add(" AND h.search_id <= ").bind(newest);
            for (const std::string& word : terms_.indexed) add_like(text, word);
        }
        for (const std::string& word : terms_.short_ones) add_like(text, word);
    }

private:
    static void add_like(QueryText& text, const std::string& word) {
        text.add(" AND h.search_text LIKE ").bind_kept(like_pattern(word)).add(" ESCAPE '\\'");
    }

    SearchTerms terms_;
    SearchedShop shop_;
    bool is_fts_;
    std::int64_t first_;
};

// The search leads, so no filter's index shall.
HiddenIndexes hidden(EngineKind engine) {
    const bool hides = engine == EngineKind::sqlite;
    return {.texts = hides, .totals = hides};
}

void add_orders_of(QueryText& text, std::string_view hits, std::int64_t shop_id) {
    text.add(" AND o.shop_id = ").bind(shop_id).add(" AND o.order_id = ").add(hits).add(".order_id");
}

void add_not_exact(QueryText& text, std::string_view exact) {
    if (!exact.empty()) text.add(" AND o.number <> ").bind(exact);
}

// The newest hits first: the numbers rise with time. Those of different shops are compared without the shop's part.
QueryText build_by_number(const OrderQuery& query, const Hits& hits, std::int64_t shop_id, std::string_view exact) {
    const std::int64_t newest = query.after ? hits.first() + query.after->key_number : search_range(shop_id).second;
    QueryText text;
    text.add("SELECT ").add(query.columns).add(", h.search_id - ").bind(hits.first()).add(" FROM ");
    text.add(hits.tables()).add(" CROSS JOIN orders o WHERE ");
    hits.add_conditions(text, newest);
    if (query.after) {
        text.add(" AND (").add(hits.number()).add(" < ").bind(newest).add(" OR h.order_id < ");
        text.bind(query.after->order_id).add(")");
    }
    add_orders_of(text, "h", shop_id);
    add_not_exact(text, exact);
    add_conditions(text, *query.filter, Lead::none, hidden(query.engine));
    text.add(" ORDER BY ").add(hits.number()).add(" DESC LIMIT ").bind(query.limit);
    return text;
}

// The newest hits as a list of their own, before anything else is asked of them.
void add_newest(QueryText& text, const Hits& hits, std::int64_t shop_id, std::int64_t limit) {
    const std::int64_t newest = search_range(shop_id).second;
    text.add("(SELECT h.order_id AS order_id FROM ");
    text.add(hits.tables()).add(" WHERE ");
    hits.add_conditions(text, newest);
    text.add(" ORDER BY ")
        .add(hits.number())
        .add(" DESC LIMIT ")
        .bind(limit)
        .add(") n CROSS JOIN orders o WHERE 1 = 1");
    add_orders_of(text, "n", shop_id);
}

}  // namespace

bool is_by_search_number(const OrderQuery& query) {
    return query.sort == ports::OrderSort::placed_at && query.descending;
}

QueryText build_search(const OrderQuery& query, const SearchedShop& shop, std::string_view exact) {
    const Hits hits(query.engine, *query.filter, shop);
    if (is_by_search_number(query)) return build_by_number(query, hits, shop.shop_id, exact);
    QueryText text;
    text.add("SELECT ").add(query.columns).add(", ").add(key_column(query.sort)).add(" FROM ");
    add_newest(text, hits, shop.shop_id, sorted_hits_max);
    add_not_exact(text, exact);
    add_conditions(text, *query.filter, Lead::none, hidden(query.engine));
    add_order_after(text, query, key_column(query.sort), "o.order_id");
    return text;
}

QueryText build_search_count(EngineKind engine, const ports::OrderFilter& filter, const SearchedShop& shop,
                             std::int64_t limit) {
    const Hits hits(engine, filter, shop);
    const std::int64_t newest = search_range(shop.shop_id).second;
    QueryText text;
    text.add("SELECT count(*) FROM (SELECT 1 FROM ");
    text.add(hits.tables()).add(" CROSS JOIN orders o WHERE ");
    hits.add_conditions(text, newest);
    add_orders_of(text, "h", shop.shop_id);
    add_conditions(text, filter, Lead::none, hidden(engine));
    text.add(" LIMIT ").bind(limit).add(") counted");
    return text;
}

QueryText build_exact(const OrderQuery& query, std::int64_t shop_id) {
    QueryText text;
    // Its place is before every other hit.
    const auto [first, last] = search_range(shop_id);
    text.add("SELECT ").add(query.columns).add(", CAST(").bind(last - first).add(" AS bigint)");
    text.add(" FROM orders o WHERE o.shop_id = ").bind(shop_id);
    text.add(" AND o.number <> '' AND o.number = ").bind(query.filter->q);
    add_conditions(text, *query.filter, Lead::none, hidden(query.engine));
    return text;
}

}  // namespace commis::sql
