// What payment services and acquirers paid out: each payout with what it is made of, the bank entry in which it
// arrived, and the captured payments that no payout holds yet (C-31, C-32).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/payout.hpp"

namespace commis::ports {

// Something in a payout and what of an order it is.
struct PayoutLine {
    domain::PayoutItem item{};
    std::string order_id{};  // Empty while it is not known which.
    std::string order_number{};
    std::string payment_id{};
    std::string entry_id{};  // Of the ledger, or of a refund.
    friend bool operator==(const PayoutLine&, const PayoutLine&) = default;
};

struct PayoutRecord {
    std::int64_t shop_id = 0;
    std::string id{};
    domain::PayoutReport report{};  // Without its items.
    std::int64_t items = 0;
    std::int64_t unmatched = 0;  // Payments and refunds in it that no order is known for.
    std::int64_t gross_minor = 0;
    std::int64_t fee_minor = 0;
    std::int64_t net_minor = 0;                   // What the items add up to.
    std::string bank_entry_id{};                  // Where it arrived; empty also where a person alone has seen it.
    std::optional<std::int64_t> settled_at_ms{};  // None: it is awaited.
    std::string settled_by{};
    std::string told_by{};
    std::int64_t created_at_ms = 0;
    friend bool operator==(const PayoutRecord&, const PayoutRecord&) = default;
};

// Payouts by the day they arrive, the newest first.
struct PayoutFilter {
    std::int64_t shop_id = 0;
    bool is_awaited = false;  // Only those that are not in the bank.
    std::optional<std::int64_t> below_at_ms{};
    std::string below_id{};
    std::int32_t limit = 50;
};

// A capture at a payment service that is in no payout.
struct OpenCapture {
    std::string order_id{};
    std::string payment_id{};
    std::string entry_id{};
    std::int64_t amount_minor = 0;
    std::int64_t at_ms = 0;
    friend bool operator==(const OpenCapture&, const OpenCapture&) = default;
};

struct OpenCaptureFilter {
    std::int64_t shop_id = 0;
    std::int64_t before_ms = 0;  // Captured before then, the oldest first.
    std::optional<std::int64_t> above_at_ms{};
    std::string above_order_id{};
    std::string above_entry_id{};
    std::int32_t limit = 50;
};

// When an account was last asked for its payouts.
struct PayoutFetch {
    std::int64_t shop_id = 0;
    std::string provider{};
    std::string account{};
    std::int64_t fetched_at_ms = 0;
    std::string fault{};  // Why nothing was learned, as a code.
    friend bool operator==(const PayoutFetch&, const PayoutFetch&) = default;
};

struct PayoutReader {
    virtual ~PayoutReader() = default;
    virtual std::optional<PayoutRecord> find(std::int64_t shop_id, std::string_view payout_id) = 0;
    virtual std::optional<PayoutRecord> find_report(std::int64_t shop_id, const domain::PayoutReport& report) = 0;
    virtual std::vector<PayoutRecord> list(const PayoutFilter& filter) = 0;
    virtual std::vector<PayoutLine> lines(std::int64_t shop_id, std::string_view payout_id) = 0;
    // Not in the bank yet and of this sum, the newest first; at most 20.
    virtual std::vector<PayoutRecord> awaited_of(std::int64_t shop_id, std::int64_t amount_minor) = 0;
    virtual std::vector<OpenCapture> open_captures(const OpenCaptureFilter& filter) = 0;
    // Up to `limit`: enough to say "more than".
    virtual std::int64_t count_open_captures(std::int64_t shop_id, std::int64_t before_ms, std::int64_t limit) = 0;
    virtual std::int64_t count_awaited(std::int64_t shop_id, std::int64_t limit) = 0;
    virtual std::optional<PayoutFetch> fetch(std::int64_t shop_id, std::string_view provider,
                                             std::string_view account) = 0;
};

// Inside a unit of work.
struct PayoutStore {
    virtual ~PayoutStore() = default;
    // Its provider, account and reference are unique: false when they are there, and nothing is written then.
    virtual bool insert(const PayoutRecord& record) = 0;
    virtual std::optional<PayoutRecord> lock(std::int64_t shop_id, std::string_view payout_id) = 0;
    // Everything but who told it and when.
    virtual void save(const PayoutRecord& record) = 0;
    virtual void replace_lines(std::int64_t shop_id, std::string_view payout_id,
                               const std::vector<PayoutLine>& lines) = 0;
    // The captures of these lines are in this payout from now on; with an empty id in none any more.
    virtual void mark_paid_out(std::int64_t shop_id, std::string_view payout_id,
                               const std::vector<PayoutLine>& lines) = 0;
    virtual void save_fetch(const PayoutFetch& fetch) = 0;
};

}  // namespace commis::ports
