// What an entry may pay, asked anew each time: orders are paid, removed and placed while a proposal waits.
#pragma once

#include <vector>

#include "domain/bank_match.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::bank {

// Reads the orders that the entry may mean and matches them by the shop's rules.
domain::BankMatch match(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop,
                        const domain::BankEntry& entry);

// The same for many at once, in their order: the orders that they may mean are read together.
std::vector<domain::BankMatch> match_all(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop,
                                         const std::vector<const domain::BankEntry*>& entries);

// The booked transfers that a return may take back: same account, amount and currency, and a sign they share. One of
// them alone is beyond doubt.
std::vector<ports::BankRecord> returned_transfers(ports::Snapshot& snapshot, const domain::Shop& shop,
                                                  const domain::BankEntry& entry);

// The day that the bank names as a moment: its beginning in the shop's zone, never later than now.
std::int64_t received_at_ms(const Services& services, const domain::Shop& shop, const domain::BankEntry& entry);

}  // namespace commis::bank
