// Money that somebody has to see to entry by entry: chargebacks that want an answer, and refunds that were promised or
// did not go through (W-41, X-07, O-35). Read from the facts each time, never stored.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::unpaid {

// An entry of the order's ledger, by its id.
struct EntryLine {
    domain::Order order;
    std::string entry_id;
};

struct EntryPage {
    std::vector<EntryLine> lines;
    std::optional<ports::ListedEntry> next;
};

EntryPage list_chargebacks(ports::Snapshot& snapshot, const domain::Shop& shop, ports::ChargebackState state,
                           const std::optional<ports::ListedEntry>& after, std::int32_t limit);

EntryPage list_refunds_to_make(ports::Snapshot& snapshot, const domain::Shop& shop,
                               const std::optional<ports::ListedEntry>& after, std::int32_t limit);

}  // namespace commis::unpaid
