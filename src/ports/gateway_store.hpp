// Which questions to payment services are due, which payments are to be looked after, what services told by
// themselves, and the book that the built-in sandbox keeps on its own side. What was asked and answered are facts of
// the order; here is only whose turn it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ledger.hpp"

namespace commis::ports {

struct DueCall {
    std::int64_t shop_id = 0;
    std::string order_id{};
    std::string call_id{};
    std::int64_t attempts = 0;  // This one included: above 1, it may have left before.
};

// Inside a unit of work.
struct GatewayCallStore {
    virtual ~GatewayCallStore() = default;
    // Shops with a question that is due, at most 100.
    virtual std::vector<std::int64_t> due_shops(std::int64_t now_ms) = 0;
    // Takes due ones until `now_ms + lease_ms`, the oldest first. A worker that dies leaves them to be taken again.
    virtual std::vector<DueCall> claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                       std::int32_t limit) = 0;
    // Without an answer so far: to be taken up again then.
    virtual void postpone(const DueCall& call, std::int64_t due_at_ms) = 0;
};

struct DueCheck {
    std::int64_t shop_id = 0;
    std::string order_id{};
    std::string payment_id{};
    std::int64_t attempts = 0;         // This one included.
    std::int64_t leased_until_ms = 0;  // What was told meanwhile moves it, and it is looked after once more.
};

// Payments that a service may know more of than the ledger (D-20). Inside a unit of work.
struct PaymentCheckStore {
    virtual ~PaymentCheckStore() = default;
    // Leaves one that is planned already as it is.
    virtual void plan(std::int64_t shop_id, std::string_view order_id, std::string_view payment_id,
                      std::int64_t due_at_ms) = 0;
    // To be looked after at once.
    virtual void hurry(std::int64_t shop_id, std::string_view order_id, std::string_view payment_id,
                       std::int64_t now_ms) = 0;
    virtual std::vector<std::int64_t> due_shops(std::int64_t now_ms) = 0;
    virtual std::vector<DueCheck> claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                        std::int32_t limit) = 0;
    // Ends a turn: again then, or never again without one. Nothing where it was moved meanwhile.
    virtual void finish(const DueCheck& check, std::optional<std::int64_t> next_at_ms) = 0;
};

// `waiting`: names no payment we know, so far; `unproven`: the service is still to be asked whether it is its own;
// `kept`: of no payment of ours, or of a kind that says nothing about one.
enum class NoticeStatus : std::uint8_t { waiting, unproven, done, kept, refused };
std::string_view id_of(NoticeStatus status);

// What a service told by itself.
struct StoredNotice {
    std::int64_t shop_id = 0;
    std::string provider{};
    std::string event_id{};
    std::string type{};
    std::string account{};
    std::string references{};  // Blanks between.
    std::string headers{};     // A JSON object; of an unproven one only.
    std::string body{};
    NoticeStatus status = NoticeStatus::waiting;
    std::int64_t received_at_ms = 0;
    std::int64_t due_at_ms = 0;
    std::int64_t attempts = 0;
    friend bool operator==(const StoredNotice&, const StoredNotice&) = default;
};

struct PaymentAt {
    std::string order_id{};
    std::string payment_id{};
    friend bool operator==(const PaymentAt&, const PaymentAt&) = default;
};

struct NoticeReader {
    virtual ~NoticeReader() = default;
    // The newest first, without bodies.
    virtual std::vector<StoredNotice> list(std::int64_t shop_id, std::string_view provider, std::int32_t limit) = 0;
};

// Inside a unit of work.
struct NoticeStore {
    virtual ~NoticeStore() = default;
    // False when the service had told it before.
    virtual bool add(const StoredNotice& notice) = 0;
    // The payments that go by one of these names, or have a movement that does.
    virtual std::vector<PaymentAt> find_payments(std::int64_t shop_id, std::string_view provider,
                                                 const std::vector<std::string>& references) = 0;
    virtual std::vector<std::int64_t> due_shops(std::int64_t now_ms) = 0;
    virtual std::vector<StoredNotice> claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                            std::int32_t limit) = 0;
    // `next_at_ms` while it waits or is unproven.
    virtual void settle(const StoredNotice& notice, NoticeStatus status, std::int64_t next_at_ms) = 0;
};

// One thing that the sandbox did or refused to do.
struct SandboxMovement {
    std::int64_t shop_id = 0;
    std::string payment_id{};
    std::string key{};
    domain::CallKind kind = domain::CallKind::capture;
    std::int64_t amount_minor = 0;
    std::int64_t fee_minor = 0;
    bool failed = false;
    std::int64_t at_ms = 0;
    friend bool operator==(const SandboxMovement&, const SandboxMovement&) = default;
};

// Inside a unit of work.
struct SandboxBook {
    virtual ~SandboxBook() = default;
    // What it did with a payment, oldest first.
    virtual std::vector<SandboxMovement> movements(std::int64_t shop_id, std::string_view payment_id) = 0;
    virtual void add(const SandboxMovement& movement) = 0;
};

}  // namespace commis::ports
