// Which questions to payment services are due, and the book that the built-in sandbox keeps on its own side. What was
// asked and answered are facts of the order; here is only whose turn it is.
#pragma once

#include <cstdint>
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
