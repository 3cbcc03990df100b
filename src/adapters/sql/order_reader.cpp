#include "adapters/sql/order_reader.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "adapters/sql/columns.hpp"
#include "adapters/sql/gateway_statements.hpp"
#include "adapters/sql/json_text.hpp"
#include "adapters/sql/mail_rows.hpp"
#include "adapters/sql/mail_statements.hpp"
#include "adapters/sql/order_history.hpp"
#include "adapters/sql/order_list.hpp"
#include "adapters/sql/order_loader.hpp"
#include "adapters/sql/order_register.hpp"
#include "adapters/sql/order_statements.hpp"
#include "adapters/sql/timeline_statements.hpp"

namespace commis::sql {
namespace {

domain::Event read_event(const Rows& rows) {
    Columns columns(rows);
    domain::Event event;
    event.id = columns.text();
    event.sequence = columns.integer();
    event.at_ms = columns.integer();
    event.type = columns.code<domain::EventType>();
    event.actor.kind = columns.code<domain::ActorKind>();
    event.actor.id = columns.text();
    event.actor.name = columns.text();
    event.note_is_internal = columns.flag();
    event.data = pairs_from(columns.view());
    event.note = columns.optional_text().value_or("");
    event.reason = columns.optional_text().value_or("");
    return event;
}

}  // namespace

std::optional<domain::Order> OrderReader::find(std::int64_t shop_id, std::string_view order_id) {
    return load_order(session_, order_sql::find, shop_id, order_id);
}

std::optional<ports::LinkedPayment> OrderReader::find_link(std::string_view token) {
    Rows rows = session_.query(gateway_sql::find_link, {token});
    if (!rows.next()) return std::nullopt;
    return ports::LinkedPayment{rows.integer(0), rows.text(1), rows.text(2)};
}

std::vector<domain::Order> OrderReader::find_many(std::int64_t shop_id, const std::vector<std::string>& order_ids) {
    std::vector<domain::Order> orders;
    for (std::size_t begin = 0; begin < order_ids.size(); begin += orders_at_once_max) {
        const std::size_t count = std::min(orders_at_once_max, order_ids.size() - begin);
        auto loaded = load_orders(session_, shop_id, std::span(order_ids).subspan(begin, count));
        std::ranges::move(loaded, std::back_inserter(orders));
    }
    return orders;
}

std::optional<domain::Order> OrderReader::find_at(std::int64_t shop_id, std::string_view order_id,
                                                  std::int64_t sequence) {
    if (!find_event(shop_id, order_id, sequence)) return std::nullopt;
    const auto today = find(shop_id, order_id);
    if (!today) return std::nullopt;
    return look_back(session_, *today, sequence);
}

std::optional<ports::RevisionDraft> OrderReader::find_draft(std::int64_t shop_id, std::string_view order_id) {
    Rows rows = session_.query(order_sql::find_draft, {shop_id, order_id});
    if (!rows.next()) return std::nullopt;
    return ports::RevisionDraft{rows.text(0), rows.text(1), rows.integer(2)};
}

std::vector<ports::RemovedRow> OrderReader::removed(std::int64_t shop_id,
                                                    const std::optional<ports::OrderCursor>& after,
                                                    std::int32_t limit) {
    return list_removed(session_, shop_id, after, limit);
}

std::optional<std::string> OrderReader::find_shipment_order(std::int64_t shop_id, std::string_view shipment_id) {
    Rows rows = session_.query(order_sql::find_shipment, {shop_id, shipment_id});
    if (!rows.next()) return std::nullopt;
    return rows.text(0);
}

ports::OrderPage OrderReader::list(const ports::OrderPageRequest& request) { return list_orders(session_, request); }

ports::OrderCount OrderReader::count(const ports::OrderFilter& filter) { return count_orders(session_, filter); }

ports::QueueCounts OrderReader::count_queues(std::int64_t shop_id, std::int64_t hold_to_ms, std::int64_t limit) {
    return sql::count_queues(session_, shop_id, hold_to_ms, limit);
}

std::vector<ports::TimelineEntry> OrderReader::timeline(std::int64_t shop_id, std::string_view order_id,
                                                        std::optional<std::int64_t> before_sequence,
                                                        std::int32_t limit) {
    const std::int64_t below = before_sequence.value_or(std::numeric_limits<std::int64_t>::max());
    std::vector<ports::TimelineEntry> entries;
    {
        Rows rows = session_.query(timeline_sql::list, {shop_id, order_id, below, limit});
        while (rows.next()) entries.push_back({read_event(rows), {}});
    }
    if (entries.empty()) return entries;
    const std::int64_t oldest = entries.back().event.sequence;
    for (ports::MailRow& mail : mails_of_events(session_, shop_id, order_id, oldest, entries.front().event.sequence)) {
        const auto entry = std::ranges::find(entries, mail.event_sequence,
                                             [](const ports::TimelineEntry& each) { return each.event.sequence; });
        if (entry != entries.end()) entry->mails.push_back(std::move(mail));
    }
    return entries;
}

std::optional<domain::Event> OrderReader::find_event(std::int64_t shop_id, std::string_view order_id,
                                                     std::int64_t sequence) {
    Rows rows = session_.query(timeline_sql::find, {shop_id, order_id, sequence});
    if (!rows.next()) return std::nullopt;
    return read_event(rows);
}

std::vector<domain::Order> OrderReader::scan(const ports::OrderFilter& filter,
                                             const std::optional<ports::OrderCursor>& after, std::int32_t limit) {
    const std::vector<ports::OrderCursor> places = scan_places(session_, filter, after, limit);
    std::vector<domain::Order> orders;
    std::vector<std::string> ids;
    for (std::size_t index = 0; index < places.size(); ++index) {
        ids.push_back(places[index].order_id);
        const bool is_last = index + 1 == places.size() || places[index + 1].shop_id != places[index].shop_id;
        if (!is_last && ids.size() < orders_at_once_max) continue;
        std::vector<domain::Order> loaded = load_orders(session_, places[index].shop_id, ids);
        std::ranges::move(loaded, std::back_inserter(orders));
        ids.clear();
    }
    return orders;
}

std::vector<ports::DueOrder> OrderReader::find_due(std::int64_t shop_id, std::int64_t now_ms,
                                                   const std::optional<ports::DueOrder>& after, std::int32_t limit) {
    const ports::DueOrder from = after.value_or(ports::DueOrder{"", std::numeric_limits<std::int64_t>::min()});
    std::vector<ports::DueOrder> due;
    Rows rows = session_.query(order_sql::list_due, {shop_id, now_ms, from.due_at_ms, from.id, limit});
    while (rows.next()) due.push_back({rows.text(0), rows.integer(1)});
    return due;
}

std::int64_t OrderReader::count_open_mails(std::int64_t shop_id, std::string_view order_id) {
    Rows rows = session_.query(mail_sql::count_open, {shop_id, order_id});
    return rows.next() ? rows.integer(0) : 0;
}

}  // namespace commis::sql
