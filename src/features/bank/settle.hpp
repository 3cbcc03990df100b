// What becomes of a bank entry: booked on orders, dismissed, opened again. Every change of an order goes through the
// one way in; the entry and its orders change together or not at all.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/bank_match.hpp"
#include "domain/decisions/decision.hpp"
#include "domain/shop.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"

namespace commis::bank {

struct Part {
    std::string order_id;
    std::int64_t amount_minor = 0;
};

// The entry after the change, and the decisions to announce once it is durable.
struct Settled {
    ports::BankRecord record;
    std::vector<domain::Decision> decisions;
};

struct Desk {
    ports::UnitOfWork& work;
    const Services& services;
    const domain::Shop& shop;
    const Caller& caller;
};

// Books the whole entry: on the named order, else as it is proposed. Refuses what is settled, what went out, and an
// entry for which nothing is proposed and no order named (`nothing_named`). A return without a named order takes back
// the transfer it belongs to.
domain::Result<Settled> accept(const Desk& desk, const std::string& entry_id, const std::string& order_id,
                               const domain::Telling& telling);

// Books parts on several orders; together they are the whole entry (`bank_amount_differs`).
domain::Result<Settled> split(const Desk& desk, const std::string& entry_id, const std::vector<Part>& parts,
                              const domain::Telling& telling);

// It concerns no order. Kept, with the reason.
domain::Result<Settled> dismiss(const Desk& desk, const std::string& entry_id, const std::string& note);

// A dismissed entry waits again; the bookings of a booked one are taken back first, each by a reversing entry.
domain::Result<Settled> reopen(const Desk& desk, const std::string& entry_id);

// What may be done with an entry as it stands, by whoever has the right; the four above refuse the rest.
struct Offer {
    bool accept = false;  // As it is proposed; with an order named, splitting is what counts.
    bool split = false;
    bool dismiss = false;
    bool reopen = false;
};
// `knows_original`: of a return, the one transfer that it takes back is known.
Offer offer_of(const ports::BankRecord& record, const domain::BankMatch& match, bool knows_original);

// Without a person: books what fits exactly, takes back what was returned. False when it is left to a person. `found`
// is what the entry's orders are.
bool book_alone(const Desk& desk, ports::BankRecord& record, const domain::BankMatch& found,
                std::vector<domain::Decision>& decisions);

}  // namespace commis::bank
