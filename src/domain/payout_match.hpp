// Which captures and refunds a payout is made of (C-31), and in which bank entry it arrived. Names decide: a reference
// of the movement, of its payment, the order's number beside the exact amount. Nothing is guessed from amounts alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/bank_days.hpp"
#include "domain/bank_statement.hpp"
#include "domain/order.hpp"
#include "domain/payout.hpp"

namespace commis::domain {

// What of an order an item is; empty ids where none is beyond doubt.
struct PayoutPart {
    std::string order_id{};
    std::string order_number{};
    std::string payment_id{};
    std::string entry_id{};  // Of the ledger, or of a refund.
    friend bool operator==(const PayoutPart&, const PayoutPart&) = default;
};

// One part an item, in their order; no movement stands for two items.
std::vector<PayoutPart> match_items(const PayoutReport& report, const std::vector<Order>& orders);

// Does the item belong to an order at all? Fees and corrections of the service don't.
bool is_of_an_order(const PayoutItem& item);

// Money that came in, of this sum and currency, within five bank days of the day it was to arrive.
bool may_be_payout(const BankEntry& entry, const PayoutReport& report, const BankDays& days);

// Whether the entry says whose payout it is: its sender's name or its reference stand there.
bool names_payout(const BankEntry& entry, const PayoutReport& report);

}  // namespace commis::domain
