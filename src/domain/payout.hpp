// A payout: what a payment service or an acquirer sends to the shop's bank account in one sum, and the payments it is
// made of (C-31, C-32).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/money.hpp"

namespace commis::domain {

enum class PayoutItemKind : std::uint8_t { payment, refund, chargeback, fee, adjustment };

// What a payout is made of. Amounts are signed: what the shop gets is positive.
struct PayoutItem {
    PayoutItemKind kind = PayoutItemKind::payment;
    std::string reference{};          // Of the movement, as the ledger's entry or refund has it.
    std::string payment_reference{};  // Of the payment it belongs to; empty when the report does not say.
    std::string text{};               // What the report says of it: an order number, a description.
    std::int64_t gross_minor = 0;
    std::int64_t fee_minor = 0;  // Positive: what the service kept.
    std::int64_t net_minor = 0;
    std::optional<std::int64_t> at_ms{};
    friend bool operator==(const PayoutItem&, const PayoutItem&) = default;
};

enum class PayoutStatus : std::uint8_t { on_its_way, paid, failed };

// What the service kept by this line: its fee, and all of a line that is a fee itself. Adjustments are neither; they
// stay on the service's clearing account until somebody books them.
std::int64_t kept_minor(const PayoutItem& item);

// One payout as its sender reports it.
struct PayoutReport {
    std::string provider{};
    std::string account{};
    std::string reference{};  // The sender's name for it; unique in the account.
    PayoutStatus status = PayoutStatus::paid;
    std::int64_t amount_minor = 0;
    Currency currency{};
    std::int64_t arrives_at_ms = 0;  // The day it is in the bank account, as told.
    std::string fault{};             // Why it failed, as the sender says it.
    std::vector<PayoutItem> items{};
    friend bool operator==(const PayoutReport&, const PayoutReport&) = default;
};

// Where its money is. `overdue`: a week after the day that its sender told, somebody has to ask.
enum class PayoutStanding : std::uint8_t { on_its_way, awaited, overdue, arrived, failed };
std::string_view id_of(PayoutStanding standing);
PayoutStanding standing_of(const PayoutReport& report, bool has_arrived, std::int64_t now_ms);

}  // namespace commis::domain
