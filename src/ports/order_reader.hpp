// The reading side of orders: one order, a page of the list, its timeline. Every query has an index behind it.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/event.hpp"
#include "domain/order.hpp"
#include "domain/projection.hpp"
#include "ports/order_store.hpp"
#include "ports/outbox.hpp"

namespace commis::ports {

// A sort by the end of the card hold wants a filter with `has_hold`: the other orders have no place in it.
enum class OrderSort : std::uint8_t { placed_at, number, buyer, total, updated_at, hold_until };

// Values of one filter are alternatives; filters combine (W-12, D-06). Empty means not filtered.
struct OrderFilter {
    std::vector<std::int64_t> shop_ids;  // At least one.
    std::string q;  // Number, buyer's name, e-mail, company, phone, city, external id; matches inside words.
    std::vector<domain::SummaryStatus> summaries;
    std::vector<domain::PaymentStatus> payment_statuses;
    std::vector<std::string> states;
    std::vector<domain::Stage> stages;
    std::vector<domain::Queue> queues;
    std::vector<std::string> payment_methods;
    std::vector<std::string> promo_codes;
    std::vector<std::string> skus;
    std::vector<domain::LineKind> kinds;
    std::vector<std::string> items;
    std::vector<std::string> channels;
    std::vector<std::string> customers;  // E-mail addresses, compared without case.
    std::optional<std::int64_t> placed_from_ms;
    std::optional<std::int64_t> placed_to_ms;  // Exclusive.
    std::optional<std::int64_t> total_min_minor;
    std::optional<std::int64_t> total_max_minor;
    std::optional<bool> seen;
    std::vector<domain::Task> tasks;  // What a timer asks a person to do.
    std::vector<std::string> tags;
    std::vector<std::string> assignees;
    std::vector<std::string> order_ids;  // At most 200.
    bool has_hold = false;               // Only orders for which a card holds money …
    std::optional<std::int64_t> hold_from_ms;
    std::optional<std::int64_t> hold_to_ms;  // … that runs out in this time. Exclusive.
    std::string placed_by_token;             // A storefront sees only its own.
};

// Where a page ended: the sort key's value and the row's identity. Opaque to callers (http encodes it).
struct OrderCursor {
    std::string key_text;  // For sorts by text.
    std::int64_t key_number = 0;
    std::int64_t shop_id = 0;
    std::string order_id;
};

struct OrderPageRequest {
    OrderFilter filter;
    OrderSort sort = OrderSort::placed_at;
    bool descending = true;
    std::int32_t limit = 50;  // 1 … 200.
    std::optional<OrderCursor> after;
};

// What a list shows of an order: stored facts and projections, nothing recomputed.
struct OrderRow {
    std::int64_t shop_id = 0;
    std::string id;
    std::string number;
    std::int64_t version = 0;
    domain::Projection projection;
    std::string state;
    std::string currency;
    std::string buyer_name;
    std::string buyer_email;
    std::string buyer_company;
    std::string city;
    std::string country;
    std::string payment_method;
    std::string promo_code;
    std::string channel;
    std::string external_id;
    std::int64_t placed_at_ms = 0;
    std::int64_t updated_at_ms = 0;
    bool has_note = false;
    bool seen = false;
    bool imported = false;
    bool people_erased = false;
    std::vector<std::string> tags;
    std::string assignee;
};

struct OrderPage {
    std::vector<OrderRow> rows;
    std::optional<OrderCursor> next;
};

struct OrderCount {
    std::int64_t count = 0;
    bool is_estimate = false;  // Exact up to 10,000.
};

// What waits in a shop, each counted up to a limit.
struct QueueCounts {
    std::map<domain::Queue, std::int64_t> queues;  // Every queue but `none`.
    std::int64_t unseen = 0;
    std::int64_t holds = 0;         // Orders for which a card holds money …
    std::int64_t holds_ending = 0;  // … that runs out before the moment asked for.
};

struct TimelineEntry {
    domain::Event event;
    std::vector<MailRow> mails;
};

// A line of the register of removed orders: no personal data.
struct RemovedRow {
    std::string id;
    std::string number;
    std::string external_id;
    std::string channel;
    std::string currency;
    std::int64_t total_minor = 0;
    std::int64_t placed_at_ms = 0;
    domain::Removal removal;
    std::vector<std::string> payment_references;  // Attempts that might still bring money.
};

// An order whose timer has run out, and when it was due.
struct DueOrder {
    std::string id;
    std::int64_t due_at_ms = 0;
};

// The payment that a link asks for.
struct LinkedPayment {
    std::int64_t shop_id = 0;
    std::string order_id;
    std::string payment_id;
};

struct OrderReader {
    virtual ~OrderReader() = default;
    virtual std::optional<LinkedPayment> find_link(std::string_view token) = 0;
    // A removed order is found, too: its `removed` says so. Lists, counts, scans and searches never show it.
    virtual std::optional<domain::Order> find(std::int64_t shop_id, std::string_view order_id) = 0;
    // Several at once, in the order of the ids; one that does not exist is left out.
    virtual std::vector<domain::Order> find_many(std::int64_t shop_id, const std::vector<std::string>& order_ids) = 0;
    // The order as it was after the event of that sequence: dated facts, today's people. Nothing when there is no such
    // event.
    virtual std::optional<domain::Order> find_at(std::int64_t shop_id, std::string_view order_id,
                                                 std::int64_t sequence) = 0;
    // The revision kept beside an order.
    virtual std::optional<RevisionDraft> find_draft(std::int64_t shop_id, std::string_view order_id) = 0;
    // The register, newest removal first, below (at_ms, id) when given.
    virtual std::vector<RemovedRow> removed(std::int64_t shop_id, const std::optional<OrderCursor>& after,
                                            std::int32_t limit) = 0;
    // The order that a parcel belongs to.
    virtual std::optional<std::string> find_shipment_order(std::int64_t shop_id, std::string_view shipment_id) = 0;
    virtual OrderPage list(const OrderPageRequest& request) = 0;
    virtual OrderCount count(const OrderFilter& filter) = 0;
    virtual QueueCounts count_queues(std::int64_t shop_id, std::int64_t hold_to_ms, std::int64_t limit) = 0;
    // Newest first, starting below `before_sequence` when given.
    virtual std::vector<TimelineEntry> timeline(std::int64_t shop_id, std::string_view order_id,
                                                std::optional<std::int64_t> before_sequence, std::int32_t limit) = 0;
    // One event with its erasable words, for the mail it caused.
    virtual std::optional<domain::Event> find_event(std::int64_t shop_id, std::string_view order_id,
                                                    std::int64_t sequence) = 0;
    // Whole orders in order of (placed_at, id), for exports and checks; at most `limit`, after (placed_at, id).
    virtual std::vector<domain::Order> scan(const OrderFilter& filter, const std::optional<OrderCursor>& after,
                                            std::int32_t limit) = 0;
    // Orders whose timer (`Projection::timer_at_ms`) was due at `now_ms`, the most overdue first, after (due_at_ms, id)
    // when given. Removed ones are among them: their people are still to be erased.
    virtual std::vector<DueOrder> find_due(std::int64_t shop_id, std::int64_t now_ms,
                                           const std::optional<DueOrder>& after, std::int32_t limit) = 0;
    // How many mails of the order still wait to leave.
    virtual std::int64_t count_open_mails(std::int64_t shop_id, std::string_view order_id) = 0;
};

}  // namespace commis::ports
