// Money that moved, as the books see it: one row a movement, added when it is recorded and never changed, so that a
// time that is over says the same for ever. It follows from two states of the facts, before and after a change.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/money.hpp"
#include "domain/order.hpp"
#include "domain/payout.hpp"

namespace commis::domain {

// What moved. Amounts are positive; `brings` says which way.
enum class MoveKind : std::uint8_t {
    payment,          // In, from the buyer.
    reversal,         // A payment that was booked by mistake or came back.
    chargeback,       // The buyer's bank took it …
    chargeback_won,   // … and gave it back.
    refund,           // Out, to the buyer …
    refund_returned,  // … and back, because it did not arrive.
    payout,           // From a payment service to the bank …
    payout_returned,  // … and not there after all.
};
inline constexpr int move_kind_count = 8;
std::string_view id_of(MoveKind kind);  // "payment", "chargeback_won", …
bool brings(MoveKind kind);             // From a buyer to the shop, or back to it. Payouts only go from place to place.

struct MoneyMove {
    std::int64_t shop_id = 0;
    std::string id{};  // Of the fact, with the order's version behind it where a fact moves money more than once.
    MoveKind kind = MoveKind::payment;
    std::int64_t booked_at_ms = 0;  // When it was recorded.
    std::int64_t value_at_ms = 0;   // The day it happened, as told.
    std::string order_id{};         // Empty for payouts, like the rest of an order.
    std::string order_number{};
    std::string buyer{};
    std::string payment_id{};
    std::string method{};
    std::string provider{};  // Empty for offline methods.
    std::string account{};
    Source source = Source::operator_entry;
    std::int64_t amount_minor = 0;  // Of a payout what arrived.
    std::int64_t fee_minor = 0;     // What the service kept, as far as no other movement has it.
    Currency currency{};
    std::string reference{};
    friend bool operator==(const MoneyMove&, const MoneyMove&) = default;
};

// What a change of an order moved. `before` is null for a new order; what an imported one brings with it stands in
// the books of the program that it comes from.
std::vector<MoneyMove> moves_between(const Order* before, const Order& after, std::int64_t now_ms);

// A payout that was seen in the bank. `fee_minor`: what no payment of it has booked.
struct PayoutMove {
    std::int64_t shop_id = 0;
    std::string payout_id{};
    std::int64_t fee_minor = 0;
    std::int64_t now_ms = 0;
};
MoneyMove move_of(const PayoutReport& report, const PayoutMove& payout);
// Seen, not seen, seen again: each is a movement of its own, told apart by its moment.
std::string payout_move_id(const std::string& payout_id, std::int64_t settled_at_ms);

}  // namespace commis::domain
