// A bank's file taken in: every transfer kept once, what fits exactly booked at once, the rest left to a person.
#pragma once

#include <string>
#include <vector>

#include "features/bank/settle.hpp"

namespace commis::bank {

inline constexpr std::size_t entries_max = 5'000;  // In one file.

struct TakenEntry {
    std::string id;
    bool is_known = false;  // The same money was told of before.
};

struct TakenFile {
    std::vector<TakenEntry> entries;  // In the file's order.
    std::int64_t booked = 0;          // By itself, now, on orders …
    std::int64_t payouts = 0;         // … and as payouts of a payment service.
    std::int64_t known = 0;
    std::int64_t pending = 0;  // Lines that the bank has not booked yet: left out.
};

// In units of work of a few entries each, so that nobody waits for a long file; sent again after an accident, it goes
// on where it ended, because what is known is not taken twice. Refuses `bank_file_unreadable` with too_many_entries.
domain::Result<TakenFile> take_in(const Services& services, const domain::Shop& shop, const Caller& caller,
                                  const std::vector<domain::BankStatement>& statements, const std::string& name);

}  // namespace commis::bank
