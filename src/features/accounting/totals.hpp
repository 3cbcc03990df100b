// Sums of a time, counted by the database and not by way of the journal: what was invoiced and credited, what money
// came and went, by method and by service. The end of a day is such a time.
#pragma once

#include <string>
#include <vector>

#include "domain/account_plan.hpp"
#include "domain/shop.hpp"
#include "features/accounting/journal.hpp"

namespace commis::accounting {

struct MoneySums {
    std::int64_t count = 0;
    std::int64_t in_minor = 0;    // Payments, and what came back to the shop.
    std::int64_t back_minor = 0;  // Reversals, refunds, chargebacks.
    std::int64_t fee_minor = 0;

    std::int64_t net_minor() const { return in_minor - back_minor - fee_minor; }
    friend bool operator==(const MoneySums&, const MoneySums&) = default;
};

// Of one method through one service; `place` is where the shop keeps such money.
struct ChannelSums {
    std::string method{};
    std::string provider{};
    domain::MoneyPlace place = domain::MoneyPlace::bank;
    MoneySums sums{};
};

struct PayoutSums {
    std::int64_t count = 0;
    std::int64_t amount_minor = 0;  // What arrived at the bank, less what was not there after all.
    std::int64_t fee_minor = 0;
};

struct CurrencyTotals {
    std::string currency{};
    std::int64_t invoices = 0;
    std::int64_t credit_notes = 0;
    std::int64_t invoiced_minor = 0;  // With tax, like what was credited.
    std::int64_t invoiced_tax_minor = 0;
    std::int64_t credited_minor = 0;
    std::int64_t credited_tax_minor = 0;
    MoneySums money{};
    std::vector<ChannelSums> channels{};
    PayoutSums payouts{};
};

// The shop's currency first, also when nothing happened in it.
std::vector<CurrencyTotals> count_totals(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop,
                                         const Period& period);

}  // namespace commis::accounting
