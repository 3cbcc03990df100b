// Enters money that moved in the register of the books, in the unit of work of what moved it.
#pragma once

#include "domain/order.hpp"
#include "features/services.hpp"
#include "ports/storage.hpp"

namespace commis::accounting {

// `before` is null for a new order.
void book_money(ports::UnitOfWork& work, const domain::Order* before, const domain::Order& after, std::int64_t now_ms);

// A payout that was settled; its lines are stored already. Fees that nothing has booked go with it, adjustments do not.
void book_payout(ports::UnitOfWork& work, const ports::PayoutRecord& payout);
// It was not in the bank after all: before this is saved.
void take_back_payout(ports::UnitOfWork& work, const ports::PayoutRecord& payout, std::int64_t now_ms);

}  // namespace commis::accounting
