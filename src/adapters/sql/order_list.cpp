#include "adapters/sql/order_list.hpp"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

#include "adapters/sql/columns.hpp"
#include "adapters/sql/json_text.hpp"
#include "adapters/sql/order_query.hpp"
#include "adapters/sql/order_search.hpp"
#include "adapters/sql/order_statements.hpp"

namespace commis::sql {
namespace {

using ports::OrderCursor;
using ports::OrderFilter;
using ports::OrderRow;

constexpr std::string_view list_columns =
    "o.shop_id, o.order_id, o.number, o.version, o.placed_at_ms, o.updated_at_ms, o.state, o.stage, o.summary, "
    "o.payment_status, o.worded_status, o.step, o.queue, o.step_amount_minor, o.step_until_ms, o.quantity, o.active, "
    "o.total_minor, o.owed_minor, o.due_minor, o.currency, o.buyer_name, o.buyer_email, o.buyer_company, o.city, "
    "o.country, "
    "o.payment_method, o.promo_code, o.channel, o.external_id, o.has_note, o.seen, o.imported, o.tags, o.assignee, "
    "o.timer_at_ms, o.refunded_minor, o.owed_back_minor, o.hold_minor, o.hold_until_ms, o.people_erased_at_ms";
constexpr int list_key_column = 41;
constexpr std::string_view place_columns = "o.shop_id, o.order_id";
constexpr int place_key_column = 2;

constexpr std::int64_t counted_max = 10'000;
// Up to this many matches are sorted; when more match, the sort's own index is followed.
constexpr std::int64_t sorted_matches_max = 1'000;
// Leading values beyond this are no longer asked one by one.
constexpr std::size_t stretches_max = 64;

OrderRow read_row(const Rows& rows) {
    Columns columns(rows);
    OrderRow row;
    row.shop_id = columns.integer();
    row.id = columns.text();
    row.number = columns.text();
    row.version = columns.integer();
    row.placed_at_ms = columns.integer();
    row.updated_at_ms = columns.integer();
    row.state = columns.text();
    row.projection.stage = columns.code<domain::Stage>();
    row.projection.summary = columns.code<domain::SummaryStatus>();
    row.projection.payment_status = columns.code<domain::PaymentStatus>();
    row.projection.worded_status = columns.code<domain::PaymentStatus>();
    row.projection.step = columns.code<domain::Step>();
    row.projection.queue = columns.code<domain::Queue>();
    row.projection.step_amount_minor = columns.integer();
    row.projection.step_until_ms = columns.optional_integer();
    row.projection.quantity = columns.integer();
    row.projection.active = columns.integer();
    row.projection.total_minor = columns.integer();
    row.projection.owed_minor = columns.integer();
    row.projection.due_minor = columns.integer();
    row.currency = columns.text();
    row.buyer_name = columns.text();
    row.buyer_email = columns.text();
    row.buyer_company = columns.text();
    row.city = columns.text();
    row.country = columns.text();
    row.payment_method = columns.text();
    row.promo_code = columns.text();
    row.channel = columns.text();
    row.external_id = columns.text();
    row.has_note = columns.flag();
    row.seen = columns.flag();
    row.imported = columns.flag();
    row.tags = texts_from(columns.view());
    row.assignee = columns.text();
    row.projection.timer_at_ms = columns.optional_integer();
    row.projection.refunded_minor = columns.integer();
    row.projection.owed_back_minor = columns.integer();
    row.projection.hold_minor = columns.integer();
    row.projection.hold_until_ms = columns.optional_integer();
    row.people_erased = columns.optional_integer().has_value();
    return row;
}

// A row with what it is sorted by.
template <class T>
struct Found {
    OrderCursor place;
    T row;
};

template <class T>
Found<T> read_found(const Rows& rows, bool is_text, int key_column) {
    Found<T> found;
    found.place.shop_id = rows.integer(0);
    found.place.order_id = rows.text(1);
    if (is_text) {
        found.place.key_text = rows.text(key_column);
    } else {
        found.place.key_number = rows.integer(key_column);
    }
    if constexpr (std::is_same_v<T, OrderRow>) found.row = read_row(rows);
    return found;
}

bool is_before(const OrderCursor& left, const OrderCursor& right) {
    return std::tie(left.key_text, left.key_number, left.order_id) <
           std::tie(right.key_text, right.key_number, right.order_id);
}

// Brings the stretches of several statements together, each order once.
template <class T>
void merge(std::vector<Found<T>>& found, const OrderQuery& query) {
    std::ranges::sort(found, [&](const Found<T>& left, const Found<T>& right) {
        return query.descending ? is_before(right.place, left.place) : is_before(left.place, right.place);
    });
    const auto [begin, end] = std::ranges::unique(found, {}, [](const Found<T>& each) { return each.place.order_id; });
    found.erase(begin, end);
    if (found.size() > static_cast<std::size_t>(query.limit)) found.resize(static_cast<std::size_t>(query.limit));
}

std::int64_t run_count(Session& session, const QueryText& text) {
    Rows rows = session.query({"orders_count", text.text()}, text.params());
    return rows.next() ? rows.integer(0) : 0;
}

// How many orders of a shop the leading filter and the others let through, counted up to a bound.
bool matches_few(Session& session, const OrderQuery& query, std::span<const Stretch> stretches) {
    std::int64_t matches = 0;
    for (const Stretch& stretch : stretches) {
        const std::int64_t limit = sorted_matches_max + 1 - matches;
        matches += run_count(session, build_count(query.engine, *query.filter, stretch, limit, Removed::along));
        if (matches > sorted_matches_max) return false;
    }
    return true;
}

// One stretch for each shop and each value of the leading filter. Another sort than by time has no index together with
// a filter: few matches are sorted, and among many the next page is soon met by walking along the sort's own index.
std::vector<Stretch> stretches_of(Session& session, const OrderQuery& query) {
    const OrderFilter& filter = *query.filter;
    Lead lead = lead_of(filter, query.sort);
    std::vector<std::string> values = lead_values(filter, lead);
    if (values.size() * filter.shop_ids.size() > stretches_max) lead = Lead::none;
    if (lead == Lead::none) values = {""};
    std::vector<Stretch> stretches;
    for (const std::int64_t shop_id : filter.shop_ids) {
        std::vector<Stretch> of_shop;
        for (const std::string& value : values) of_shop.push_back({shop_id, lead, value});
        const auto own_sort = lead == Lead::hold ? ports::OrderSort::hold_until : ports::OrderSort::placed_at;
        const bool needs_sorting = lead != Lead::none && lead != Lead::ids && query.sort != own_sort;
        if (needs_sorting && !matches_few(session, query, of_shop)) of_shop = {{shop_id, Lead::none, ""}};
        stretches.insert(stretches.end(), of_shop.begin(), of_shop.end());
    }
    return stretches;
}

template <class T>
void collect(Session& session, const QueryText& text, bool is_text, int key_column, std::vector<Found<T>>& found) {
    Rows rows = session.query({"orders_list", text.text()}, text.params());
    while (rows.next()) found.push_back(read_found<T>(rows, is_text, key_column));
}

template <class T>
std::vector<Found<T>> find_listed(Session& session, const OrderQuery& query, int key_column) {
    std::vector<Found<T>> found;
    const bool is_text = is_text_sort(query.sort);
    const std::vector<Stretch> stretches = stretches_of(session, query);
    if (stretches.size() == 1) found.reserve(static_cast<std::size_t>(query.limit));
    for (const Stretch& stretch : stretches) {
        collect(session, build_list(query, stretch), is_text, key_column, found);
    }
    if (stretches.size() > 1) merge(found, query);
    return found;
}

SearchedShop searched_shop(Session& session, const OrderFilter& filter, std::int64_t shop_id) {
    const bool is_short = search_terms(filter.q).indexed.empty();
    return {shop_id, is_short ? oldest_for_short(session, shop_id) : search_range(shop_id).first};
}

// A number that was typed in full stands first on the first page and nowhere else.
template <class T>
std::vector<Found<T>> find_searched(Session& session, const OrderQuery& query, int key_column) {
    const bool is_text = !is_by_search_number(query) && is_text_sort(query.sort);
    std::vector<Found<T>> exact;
    std::vector<Found<T>> found;
    for (const std::int64_t shop_id : query.filter->shop_ids) {
        if (is_by_search_number(query)) collect(session, build_exact(query, shop_id), false, key_column, exact);
    }
    const std::string_view number = exact.empty() ? std::string_view() : std::string_view(query.filter->q);
    for (const std::int64_t shop_id : query.filter->shop_ids) {
        const SearchedShop shop = searched_shop(session, *query.filter, shop_id);
        collect(session, build_search(query, shop, number), is_text, key_column, found);
    }
    if (query.filter->shop_ids.size() > 1) merge(found, query);
    if (!query.after)
        found.insert(found.begin(), std::make_move_iterator(exact.begin()), std::make_move_iterator(exact.end()));
    return found;
}

template <class T>
std::vector<Found<T>> find(Session& session, const OrderQuery& query, int key_column) {
    return search_terms(query.filter->q).empty() ? find_listed<T>(session, query, key_column)
                                                 : find_searched<T>(session, query, key_column);
}

// How many orders of a stretch are in no register, up to a limit.
std::int64_t count_stretch(Session& session, const OrderFilter& filter, const Stretch& stretch, std::int64_t limit) {
    const auto count = [&](const Stretch& where, std::int64_t limit_of, Removed removed) {
        return run_count(session, build_count(session.kind(), filter, where, limit_of, removed));
    };
    const std::int64_t removed = count({stretch.shop_id, Lead::none, ""}, limit, Removed::alone);
    if (removed == limit) return count(stretch, limit, Removed::hidden);
    return count(stretch, limit + removed, Removed::along) - removed;
}

}  // namespace

ports::OrderPage list_orders(Session& session, const ports::OrderPageRequest& request) {
    const auto limit = static_cast<std::size_t>(request.limit);
    // One more than asked tells whether there is another page.
    const OrderQuery query{session.kind(),    &request.filter, request.sort, request.descending,
                           request.limit + 1, request.after,   list_columns};
    std::vector<Found<OrderRow>> found = find<OrderRow>(session, query, list_key_column);
    ports::OrderPage page;
    if (found.size() > limit) {
        found.resize(limit);
        page.next = found.back().place;
    }
    page.rows.reserve(found.size());
    for (Found<OrderRow>& each : found) page.rows.push_back(std::move(each.row));
    return page;
}

std::vector<OrderCursor> scan_places(Session& session, const OrderFilter& filter,
                                     const std::optional<OrderCursor>& after, std::int32_t limit) {
    struct Nothing {};
    const OrderQuery query{session.kind(), &filter, ports::OrderSort::placed_at, false, limit, after, place_columns};
    std::vector<OrderCursor> places;
    for (Found<Nothing>& each : find<Nothing>(session, query, place_key_column))
        places.push_back(std::move(each.place));
    return places;
}

ports::QueueCounts count_queues(Session& session, std::int64_t shop_id, std::int64_t hold_to_ms, std::int64_t limit) {
    ports::QueueCounts counts;
    Rows rows = session.query(order_sql::count_queues, {shop_id, limit, hold_to_ms});
    while (rows.next()) {
        const std::string_view name = rows.view(0);
        const std::int64_t count = rows.integer(1);
        if (const auto queue = domain::find_queue(name)) counts.queues[*queue] = count;
        if (name == "unseen") counts.unseen = count;
        if (name == "holds") counts.holds = count;
        if (name == "holds_ending") counts.holds_ending = count;
    }
    return counts;
}

ports::OrderCount count_orders(Session& session, const OrderFilter& filter) {
    const bool searches = !search_terms(filter.q).empty();
    const Lead lead = searches ? Lead::none : lead_of(filter, ports::OrderSort::placed_at);
    const std::vector<std::string> values = lead_values(filter, lead);
    // Orders that hold two of the SKUs asked for would count twice, so several values are not asked one by one.
    const bool is_single = values.size() == 1;
    ports::OrderCount count;
    for (const std::int64_t shop_id : filter.shop_ids) {
        const std::int64_t limit = counted_max + 1 - count.count;
        if (limit <= 0) break;
        if (searches) {
            const SearchedShop shop = searched_shop(session, filter, shop_id);
            count.count += run_count(session, build_search_count(session.kind(), filter, shop, limit));
        } else {
            const Stretch stretch{shop_id, is_single ? lead : Lead::none, is_single ? values.front() : ""};
            count.count += count_stretch(session, filter, stretch, limit);
        }
    }
    count.is_estimate = count.count > counted_max;
    count.count = std::min(count.count, counted_max);
    return count;
}

}  // namespace commis::sql
