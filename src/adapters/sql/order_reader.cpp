#include "adapters/sql/order_reader.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "adapters/sql/columns.hpp"
#include "adapters/sql/json_text.hpp"
#include "adapters/sql/mail_rows.hpp"
#include "adapters/sql/order_list.hpp"
#include "adapters/sql/order_loader.hpp"
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

ports::OrderPage OrderReader::list(const ports::OrderPageRequest& request) { return list_orders(session_, request); }

ports::OrderCount OrderReader::count(const ports::OrderFilter& filter) { return count_orders(session_, filter); }

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

std::vector<std::string> OrderReader::find_unanswered(std::int64_t shop_id, std::int64_t placed_before_ms,
                                                      std::int32_t limit) {
    std::vector<std::string> ids;
    Rows rows = session_.query(timeline_sql::list_unanswered, {shop_id, placed_before_ms, limit});
    while (rows.next()) ids.push_back(rows.text(0));
    return ids;
}

}  // namespace commis::sql
