// The collective booking in which a payout arrives (C-31): money of the shop's own service, of no single order.
#pragma once

#include <vector>

#include "domain/bank_match.hpp"
#include "features/bank/settle.hpp"

namespace commis::bank {

// The payouts that an entry may be, and whether one of them is it beyond doubt: it alone has this sum in this week, no
// other entry has, and the entry names its sender or at least no order.
struct Arrival {
    std::vector<ports::PayoutRecord> payouts{};
    bool is_exact = false;
};
Arrival arrival_of(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop,
                   const ports::BankRecord& record, const domain::BankMatch& match);

// Books an entry as the payout. Refuses what is settled, payout_arrived, payout_differs.
domain::Result<Settled> book_payout(const Desk& desk, const std::string& entry_id, const std::string& payout_id);

// Without a person. False when it is left to one; the record is saved when it is not.
bool arrive_alone(const Desk& desk, ports::BankRecord& record, const domain::BankMatch& found);

// The payout of an entry that is opened again is awaited again.
void await_again(const Desk& desk, const ports::BankRecord& record);

}  // namespace commis::bank
