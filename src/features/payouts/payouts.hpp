// Payouts taken in: each kept once with what it is made of, its captures marked as paid out, and booked in the bank
// where it has arrived beyond doubt (C-31, C-32).
#pragma once

#include <string>
#include <vector>

#include "domain/payout.hpp"
#include "domain/shop.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"

namespace commis::payouts {

struct TakenPayout {
    std::string id;
    bool is_known = false;
};

// In a unit of work each. A payout that is known already is told anew: how it stands, and orders for items that had
// none.
std::vector<TakenPayout> take_in(const Services& services, const domain::Shop& shop, const Caller& caller,
                                 const std::vector<domain::PayoutReport>& reports);

// What may be said of a payout as it stands, by whoever has the right; the two below refuse the rest.
struct Offer {
    bool arrive = false;  // Seen in the account.
    bool await = false;   // Not seen after all; what stands in a bank entry is taken back there.
};
Offer offer_of(const ports::PayoutRecord& payout);

// Somebody saw it in the account, without a bank file. Refuses not_found, payout_arrived, payout_failed.
domain::Result<ports::PayoutRecord> arrived(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                            const domain::Shop& shop, const std::string& payout_id);
// Takes that back. A payout that stands in a bank entry is taken back there. Refuses not_found, payout_not_arrived.
domain::Result<ports::PayoutRecord> awaited(ports::UnitOfWork& work, const Services& services, const domain::Shop& shop,
                                            const std::string& payout_id);

// Waiting bank entries that may be the payout, the newest first.
std::vector<ports::BankRecord> entries_for(ports::Snapshot& snapshot, const Services& services,
                                           const domain::Shop& shop, const ports::PayoutRecord& payout);

}  // namespace commis::payouts
