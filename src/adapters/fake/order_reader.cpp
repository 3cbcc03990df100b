// The reading side of orders in memory: every order is looked at, then sorted and cut.
#include <algorithm>
#include <sstream>

#include "adapters/fake/orders.hpp"
#include "adapters/sql/order_people.hpp"
#include "adapters/sql/text_keys.hpp"

namespace commis::fake {
namespace {

using ports::OrderCursor;
using ports::OrderFilter;
using ports::OrderSort;

template <class T, class V>
bool is_one_of(const std::vector<T>& wanted, const V& value) {
    return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

const domain::Address& listed_address(const domain::Order& order) {
    const bool is_billing = !order.billing_address.city.empty() || !order.shipping_address;
    return is_billing ? order.billing_address : *order.shipping_address;
}

std::string searched_text(const domain::Order& order) {
    std::string digits;
    std::ranges::copy_if(order.buyer.phone, std::back_inserter(digits),
                         [](char each) { return each >= '0' && each <= '9'; });
    std::string text = order.number + "\n" + order.external_id + "\n" + order.buyer.name + "\n" + order.buyer.email +
                       "\n" + order.buyer.company + "\n" + order.buyer.phone + "\n" + digits + "\n" +
                       order.billing_address.city;
    if (order.shipping_address) text += "\n" + order.shipping_address->city;
    return sql::fold(text);
}

bool matches_search(const domain::Order& order, const std::string& typed) {
    std::istringstream words(sql::fold(typed));
    const std::string text = searched_text(order);
    for (std::string word; words >> word;) {
        if (text.find(word) == std::string::npos) return false;
    }
    return true;
}

template <class Matches>
bool has_line(const domain::Order& order, const Matches& matches) {
    return std::ranges::any_of(order.lines, matches);
}

bool matches_lines(const domain::Order& order, const OrderFilter& filter) {
    if (!has_line(order, [&](const domain::Line& line) { return is_one_of(filter.skus, line.sku); })) return false;
    if (!has_line(order, [&](const domain::Line& line) { return is_one_of(filter.kinds, line.kind); })) return false;
    if (filter.items.empty()) return true;
    return has_line(order, [&](const domain::Line& line) {
        return std::ranges::any_of(
            filter.items, [&](const std::string& item) { return sql::sort_key(item) == sql::sort_key(line.name); });
    });
}

bool matches_projection(const domain::Projection& projection, const OrderFilter& filter) {
    return is_one_of(filter.summaries, projection.summary) &&
           is_one_of(filter.payment_statuses, projection.payment_status) &&
           is_one_of(filter.stages, projection.stage) && is_one_of(filter.queues, projection.queue) &&
           projection.total_minor >= filter.total_min_minor.value_or(projection.total_minor) &&
           projection.total_minor <= filter.total_max_minor.value_or(projection.total_minor);
}

bool matches_hold(const domain::Projection& projection, const OrderFilter& filter) {
    if (!filter.has_hold && !filter.hold_from_ms && !filter.hold_to_ms) return true;
    const auto until_ms = projection.hold_until_ms;
    return until_ms && *until_ms >= filter.hold_from_ms.value_or(*until_ms) &&
           (!filter.hold_to_ms || *until_ms < *filter.hold_to_ms);
}

bool has_tag(const domain::Order& order, const OrderFilter& filter) {
    return filter.tags.empty() ||
           std::ranges::any_of(order.tags, [&](const std::string& tag) { return is_one_of(filter.tags, tag); });
}

bool matches_facts(const domain::Order& order, const OrderFilter& filter) {
    const bool is_customer =
        filter.customers.empty() || std::ranges::any_of(filter.customers, [&](const std::string& customer) {
            return sql::case_key(customer) == sql::case_key(order.buyer.email);
        });
    return is_customer && is_one_of(filter.states, order.state) &&
           is_one_of(filter.payment_methods, order.payment_method) && is_one_of(filter.promo_codes, order.promo_code) &&
           is_one_of(filter.channels, order.channel) &&
           order.placed_at_ms >= filter.placed_from_ms.value_or(order.placed_at_ms) &&
           (!filter.placed_to_ms || order.placed_at_ms < *filter.placed_to_ms) &&
           order.seen == filter.seen.value_or(order.seen) && is_one_of(filter.tasks, order.task) &&
           is_one_of(filter.assignees, order.assignee) && has_tag(order, filter) &&
           (filter.placed_by_token.empty() || order.placed_by == filter.placed_by_token);
}

bool matches(const StoredOrder& stored, const OrderFilter& filter) {
    const domain::Order& order = stored.order;
    return !order.removed && std::ranges::find(filter.shop_ids, order.shop_id) != filter.shop_ids.end() &&
           is_one_of(filter.order_ids, order.id) && matches_hold(stored.projection, filter) &&
           matches_projection(stored.projection, filter) && matches_facts(order, filter) &&
           matches_lines(order, filter) && matches_search(order, filter.q);
}

OrderCursor place_of(const StoredOrder& stored, OrderSort sort) {
    const domain::Order& order = stored.order;
    OrderCursor place{"", 0, order.shop_id, order.id};
    if (sort == OrderSort::placed_at) place.key_number = order.placed_at_ms;
    if (sort == OrderSort::updated_at) place.key_number = order.updated_at_ms;
    if (sort == OrderSort::total) place.key_number = stored.projection.total_minor;
    if (sort == OrderSort::hold_until) place.key_number = stored.projection.hold_until_ms.value_or(0);
    if (sort == OrderSort::number) place.key_text = sql::number_key(order.number);
    if (sort == OrderSort::buyer) place.key_text = sql::sort_key(order.buyer.name);
    return place;
}

bool is_before(const OrderCursor& left, const OrderCursor& right) {
    return std::tie(left.key_text, left.key_number, left.order_id) <
           std::tie(right.key_text, right.key_number, right.order_id);
}

ports::OrderRow row_of(const StoredOrder& stored) {
    const domain::Order& order = stored.order;
    ports::OrderRow row;
    row.shop_id = order.shop_id;
    row.id = order.id;
    row.number = order.number;
    row.version = order.version;
    row.projection = stored.projection;
    row.state = order.state;
    row.currency = order.currency.code();
    row.buyer_name = order.buyer.name;
    row.buyer_email = order.buyer.email;
    row.buyer_company = order.buyer.company;
    row.city = listed_address(order).city;
    row.country = listed_address(order).country;
    row.payment_method = order.payment_method;
    row.promo_code = order.promo_code;
    row.channel = order.channel;
    row.external_id = order.external_id;
    row.placed_at_ms = order.placed_at_ms;
    row.updated_at_ms = order.updated_at_ms;
    row.has_note = !order.note.empty();
    row.people_erased = order.people_erased_at_ms.has_value();
    row.seen = order.seen;
    row.imported = order.imported;
    row.tags = order.tags;
    row.assignee = order.assignee;
    return row;
}

bool may_still_pay(const domain::Payment& payment) {
    using enum domain::AttemptStatus;
    const bool is_open = payment.status == initiated || payment.status == pending || payment.status == authorized ||
                         payment.status == unknown;
    return is_open && !payment.reference.empty();
}

ports::RemovedRow removed_row_of(const StoredOrder& stored) {
    const domain::Order& order = stored.order;
    ports::RemovedRow row;
    row.id = order.id;
    row.number = order.number;
    row.external_id = order.external_id;
    row.channel = order.channel;
    row.currency = order.currency.code();
    row.total_minor = stored.projection.total_minor;
    row.placed_at_ms = order.placed_at_ms;
    row.removal = *order.removed;
    for (const domain::Payment& payment : order.ledger.payments) {
        if (may_still_pay(payment)) row.payment_references.push_back(payment.reference);
    }
    return row;
}

struct Found {
    OrderCursor place;
    const StoredOrder* stored;
};

std::vector<Found> find_sorted(const Data& data, const OrderFilter& filter, OrderSort sort, bool descending,
                               const std::optional<OrderCursor>& after) {
    const auto comes_first = [descending](const OrderCursor& left, const OrderCursor& right) {
        return descending ? is_before(right, left) : is_before(left, right);
    };
    std::vector<Found> found;
    for (const auto& [key, stored] : data.orders) {
        if (!matches(*stored, filter)) continue;
        OrderCursor place = place_of(*stored, sort);
        if (!after || comes_first(*after, place)) found.push_back({std::move(place), stored.get()});
    }
    std::ranges::sort(found, comes_first, &Found::place);
    return found;
}

}  // namespace

std::optional<domain::Order> OrderReader::find(std::int64_t shop_id, std::string_view order_id) {
    const auto found = data_.orders.find({shop_id, std::string(order_id)});
    if (found == data_.orders.end()) return std::nullopt;
    return found->second->order;
}

std::optional<ports::LinkedPayment> OrderReader::find_link(std::string_view token) {
    for (const auto& [key, stored] : data_.orders) {
        for (const domain::Payment& payment : stored->order.ledger.payments) {
            if (!token.empty() && payment.link_token == token)
                return ports::LinkedPayment{key.first, key.second, payment.id};
        }
    }
    return std::nullopt;
}

std::vector<domain::Order> OrderReader::find_many(std::int64_t shop_id, const std::vector<std::string>& order_ids) {
    std::vector<domain::Order> orders;
    for (const std::string& id : order_ids) {
        if (auto order = find(shop_id, id)) orders.push_back(std::move(*order));
    }
    return orders;
}

std::optional<domain::Order> OrderReader::find_at(std::int64_t shop_id, std::string_view order_id,
                                                  std::int64_t sequence) {
    if (!find_event(shop_id, order_id, sequence)) return std::nullopt;
    const auto& past = data_.past.at({shop_id, std::string(order_id)});
    // The event's decision is the first that ends with it or after it.
    domain::Order order = past.lower_bound(sequence)->second->order;
    sql::take_people(order, *find(shop_id, order_id));
    return order;
}

std::optional<ports::RevisionDraft> OrderReader::find_draft(std::int64_t shop_id, std::string_view order_id) {
    const auto found = data_.drafts.find({shop_id, std::string(order_id)});
    if (found == data_.drafts.end()) return std::nullopt;
    return found->second;
}

std::vector<ports::RemovedRow> OrderReader::removed(std::int64_t shop_id, const std::optional<OrderCursor>& after,
                                                    std::int32_t limit) {
    std::vector<ports::RemovedRow> rows;
    for (const auto& [key, stored] : data_.orders) {
        const domain::Order& order = stored->order;
        if (order.shop_id != shop_id || !order.removed) continue;
        const bool is_below =
            !after || std::tie(order.removed->at_ms, order.id) < std::tie(after->key_number, after->order_id);
        if (is_below) rows.push_back(removed_row_of(*stored));
    }
    const auto place = [](const ports::RemovedRow& row) { return std::tie(row.removal.at_ms, row.id); };
    std::ranges::sort(rows, std::greater(), place);
    if (rows.size() > static_cast<std::size_t>(limit)) rows.resize(static_cast<std::size_t>(limit));
    return rows;
}

std::optional<std::string> OrderReader::find_shipment_order(std::int64_t shop_id, std::string_view shipment_id) {
    for (const auto& [key, stored] : data_.orders) {
        const bool is_here = std::ranges::find(stored->order.shipments, shipment_id, &domain::Shipment::id) !=
                             stored->order.shipments.end();
        if (key.first == shop_id && is_here) return key.second;
    }
    return std::nullopt;
}

ports::OrderPage OrderReader::list(const ports::OrderPageRequest& request) {
    std::vector<Found> found = find_sorted(data_, request.filter, request.sort, request.descending, request.after);
    const auto limit = static_cast<std::size_t>(request.limit);
    ports::OrderPage page;
    if (found.size() > limit) {
        found.resize(limit);
        page.next = found.back().place;
    }
    for (const Found& each : found) page.rows.push_back(row_of(*each.stored));
    return page;
}

ports::OrderCount OrderReader::count(const OrderFilter& filter) {
    constexpr std::int64_t counted_max = 10'000;
    const auto count =
        std::ranges::count_if(data_.orders, [&](const auto& each) { return matches(*each.second, filter); });
    return {std::min<std::int64_t>(count, counted_max), count > counted_max};
}

ports::QueueCounts OrderReader::count_queues(std::int64_t shop_id, std::int64_t hold_to_ms, std::int64_t limit) {
    const auto count_of = [&](const auto& narrow) {
        OrderFilter filter;
        filter.shop_ids = {shop_id};
        narrow(filter);
        return std::min(count(filter).count, limit);
    };
    ports::QueueCounts counts;
    for (int number = 1; number < domain::queue_count; ++number) {
        const auto queue = static_cast<domain::Queue>(number);
        counts.queues[queue] = count_of([&](OrderFilter& filter) { filter.queues = {queue}; });
    }
    counts.unseen = count_of([](OrderFilter& filter) { filter.seen = false; });
    counts.holds = count_of([](OrderFilter& filter) { filter.has_hold = true; });
    counts.holds_ending = count_of([&](OrderFilter& filter) { filter.hold_to_ms = hold_to_ms; });
    return counts;
}

std::vector<ports::TimelineEntry> OrderReader::timeline(std::int64_t shop_id, std::string_view order_id,
                                                        std::optional<std::int64_t> before_sequence,
                                                        std::int32_t limit) {
    std::vector<ports::TimelineEntry> entries;
    const auto events = data_.events.find({shop_id, std::string(order_id)});
    if (events == data_.events.end()) return entries;
    for (auto event = events->second.rbegin(); event != events->second.rend(); ++event) {
        if (before_sequence && event->sequence >= *before_sequence) continue;
        if (entries.size() == static_cast<std::size_t>(limit)) break;
        ports::TimelineEntry& entry = entries.emplace_back(ports::TimelineEntry{*event, {}});
        for (const auto& [key, mail] : data_.mails) {
            const bool is_of_event = mail.row.shop_id == shop_id && mail.row.order_id == order_id &&
                                     mail.row.event_sequence == event->sequence;
            if (is_of_event) entry.mails.push_back(mail.row);
        }
    }
    return entries;
}

std::optional<domain::Event> OrderReader::find_event(std::int64_t shop_id, std::string_view order_id,
                                                     std::int64_t sequence) {
    const auto events = data_.events.find({shop_id, std::string(order_id)});
    if (events == data_.events.end()) return std::nullopt;
    const auto event = std::ranges::find(events->second, sequence, &domain::Event::sequence);
    if (event == events->second.end()) return std::nullopt;
    return *event;
}

std::vector<domain::Order> OrderReader::scan(const OrderFilter& filter, const std::optional<OrderCursor>& after,
                                             std::int32_t limit) {
    std::vector<domain::Order> orders;
    for (const Found& each : find_sorted(data_, filter, OrderSort::placed_at, false, after)) {
        if (orders.size() == static_cast<std::size_t>(limit)) break;
        orders.push_back(each.stored->order);
    }
    return orders;
}

std::vector<ports::DueOrder> OrderReader::find_due(std::int64_t shop_id, std::int64_t now_ms,
                                                   const std::optional<ports::DueOrder>& after, std::int32_t limit) {
    std::vector<ports::DueOrder> due;
    for (const auto& [key, stored] : data_.orders) {
        const auto at_ms = stored->projection.timer_at_ms;
        if (key.first != shop_id || !at_ms || *at_ms > now_ms) continue;
        if (!after || std::tie(after->due_at_ms, after->id) < std::tie(*at_ms, key.second)) {
            due.push_back({key.second, *at_ms});
        }
    }
    std::ranges::sort(due, {}, [](const ports::DueOrder& each) { return std::tie(each.due_at_ms, each.id); });
    if (due.size() > static_cast<std::size_t>(limit)) due.resize(static_cast<std::size_t>(limit));
    return due;
}

std::int64_t OrderReader::count_open_mails(std::int64_t shop_id, std::string_view order_id) {
    return std::ranges::count_if(data_.mails, [&](const auto& each) {
        return each.first.first == shop_id && each.second.row.order_id == order_id && each.second.is_open;
    });
}

}  // namespace commis::fake
