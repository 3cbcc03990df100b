// Endpoints of programs that listen, and what is on its way to them: one row an event and endpoint, written in the
// unit of work of the change itself, so that nothing is lost whatever happens afterwards.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/webhook.hpp"

namespace commis::ports {

struct Webhook {
    std::int64_t shop_id = 0;
    std::string id{};
    std::string url{};
    std::string description{};
    std::vector<std::string> events{};  // Names as in `domain::told_names`; empty: every event.
    std::string secret{};               // Sealed, as is the old one.
    std::string old_secret{};           // Signs along until its time; empty: none.
    std::int64_t old_secret_until_ms = 0;
    std::int64_t created_at_ms = 0;
    std::int64_t changed_at_ms = 0;
    domain::WebhookHealth health{};
    friend bool operator==(const Webhook&, const Webhook&) = default;
};

struct Delivery {
    std::int64_t shop_id = 0;
    std::string id{};
    std::string webhook_id{};
    std::string event_id{};  // What leaves as `webhook-id`: the same for every attempt.
    std::string event_type{};
    std::string order_id{};
    std::string order_number{};
    std::int64_t event_sequence = 0;
    std::string body{};
    domain::DeliveryStatus status = domain::DeliveryStatus::waiting;
    std::int64_t due_at_ms = 0;
    std::int64_t attempts = 0;
    std::int64_t http_status = 0;  // Of the latest attempt; 0: no answer came.
    std::string fault{};           // Why not, as a code; empty when it was taken.
    std::int64_t created_at_ms = 0;
    std::optional<std::int64_t> settled_at_ms{};
    friend bool operator==(const Delivery&, const Delivery&) = default;
};

struct DeliveryAttempt {
    std::int64_t at_ms = 0;
    std::int64_t duration_ms = 0;
    std::int64_t http_status = 0;
    std::string fault{};
    std::string answer{};  // The first two kilobytes of the answer's body.
    friend bool operator==(const DeliveryAttempt&, const DeliveryAttempt&) = default;
};

// What became of a claimed delivery. Without an attempt nothing was tried: the claim's count is taken back.
struct DeliveryOutcome {
    domain::DeliveryStatus status = domain::DeliveryStatus::waiting;
    std::int64_t next_due_at_ms = 0;  // For `waiting`.
    std::optional<DeliveryAttempt> attempt{};
};

struct DeliveryCounts {
    std::int64_t waiting = 0;
    std::int64_t dead = 0;
};

struct DeliveryFilter {
    std::int64_t shop_id = 0;
    std::string webhook_id{};
    std::optional<domain::DeliveryStatus> status{};
    std::string after_id{};  // Newest first, below this id.
    std::int32_t limit = 50;
};

// An endpoint with something that is due.
struct DueWebhook {
    std::int64_t shop_id = 0;
    std::string webhook_id{};
    friend bool operator==(const DueWebhook&, const DueWebhook&) = default;
};

struct WebhookReader {
    virtual ~WebhookReader() = default;
    virtual std::vector<Webhook> list(std::int64_t shop_id) = 0;
    virtual std::optional<Webhook> find(std::int64_t shop_id, std::string_view webhook_id) = 0;
    // Up to `limit` each: enough to say "more than".
    virtual DeliveryCounts count(std::int64_t shop_id, std::string_view webhook_id, std::int64_t limit) = 0;
    // Without their bodies.
    virtual std::vector<Delivery> deliveries(const DeliveryFilter& filter) = 0;
    virtual std::optional<Delivery> find_delivery(std::int64_t shop_id, std::string_view delivery_id) = 0;
    // Oldest first.
    virtual std::vector<DeliveryAttempt> attempts(std::int64_t shop_id, std::string_view delivery_id) = 0;
    // Endpoints of any shop that are on, not paused, and have something due; the one that waits longest first.
    virtual std::vector<DueWebhook> due(std::int64_t now_ms) = 0;
};

// Inside a unit of work.
struct WebhookStore {
    virtual ~WebhookStore() = default;
    virtual void insert(const Webhook& webhook) = 0;
    virtual std::optional<Webhook> lock(std::int64_t shop_id, std::string_view webhook_id) = 0;
    virtual void save(const Webhook& webhook) = 0;
    // With everything that was or is on its way to it. False when there is none.
    virtual bool remove(std::int64_t shop_id, std::string_view webhook_id) = 0;
    // The endpoints that are on.
    virtual std::vector<Webhook> listening(std::int64_t shop_id) = 0;

    virtual void queue(const std::vector<Delivery>& deliveries) = 0;
    // The event was undone: what has not been tried yet stays on record as withdrawn.
    virtual void withdraw(std::int64_t shop_id, std::string_view order_id, std::int64_t event_sequence,
                          std::int64_t now_ms) = 0;
    // Claims by lease, oldest due first. A worker that dies leaves them to the next one when the lease ends.
    virtual std::vector<Delivery> claim(const DueWebhook& of, std::int64_t now_ms, std::int64_t lease_ms,
                                        std::int32_t limit) = 0;
    virtual void record(std::int64_t shop_id, std::string_view delivery_id, const DeliveryOutcome& outcome,
                        std::int64_t now_ms) = 0;
    // Due now, with all its attempts before it again; nothing for one that was withdrawn or does not exist.
    virtual bool resend(std::int64_t shop_id, std::string_view delivery_id, std::int64_t now_ms) = 0;
    // All dead ones of an endpoint; answers how many.
    virtual std::int64_t resend_dead(std::int64_t shop_id, std::string_view webhook_id, std::int64_t now_ms) = 0;
    // Forgets at most `limit` deliveries settled before; answers how many.
    virtual std::int64_t delete_settled_before(std::int64_t shop_id, std::int64_t settled_before_ms,
                                               std::int32_t limit) = 0;
};

}  // namespace commis::ports
