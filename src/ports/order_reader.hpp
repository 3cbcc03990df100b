// The reading side of orders: one order, a page of the list, its timeline. Every query has an index behind it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/event.hpp"
#include "domain/order.hpp"
#include "domain/projection.hpp"
#include "ports/outbox.hpp"

namespace commis::ports {

enum class OrderSort : std::uint8_t { placed_at, number, buyer, total, updated_at };

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
    std::string placed_by_token;  // A storefront sees only its own.
};

// Where a page ended: the sort key's value and the row's identity. Opaque to callers (http encodes it).
struct OrderCursor {
    std::string key_text;      // For sorts by text.
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

struct TimelineEntry {
    domain::Event event;
    std::vector<MailRow> mails;
};

struct OrderReader {
    virtual ~OrderReader() = default;
    virtual std::optional<domain::Order> find(std::int64_t shop_id, std::string_view order_id) = 0;
    virtual OrderPage list(const OrderPageRequest& request) = 0;
    virtual OrderCount count(const OrderFilter& filter) = 0;
    // Newest first, starting below `before_sequence` when given.
    virtual std::vector<TimelineEntry> timeline(std::int64_t shop_id, std::string_view order_id,
                                                std::optional<std::int64_t> before_sequence, std::int32_t limit) = 0;
    // One event with its erasable words, for the mail it caused.
    virtual std::optional<domain::Event> find_event(std::int64_t shop_id, std::string_view order_id,
                                                    std::int64_t sequence) = 0;
    // Whole orders in order of (placed_at, id), for exports and checks; at most `limit`, after (placed_at, id).
    virtual std::vector<domain::Order> scan(const OrderFilter& filter, const std::optional<OrderCursor>& after,
                                            std::int32_t limit) = 0;
    // Orders whose online payment has not answered since before `placed_before_ms`, oldest first.
    virtual std::vector<std::string> find_unanswered(std::int64_t shop_id, std::int64_t placed_before_ms,
                                                     std::int32_t limit) = 0;
};

}  // namespace commis::ports
