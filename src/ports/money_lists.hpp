// Money that somebody has to see to, found entry by entry over a shop's orders: chargebacks by their deadline, refunds
// that were promised or failed. What an entry is stands in its order; here is only where, and how much there is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace commis::ports {

// One entry of an order's ledger, and what the list sorts by.
struct ListedEntry {
    std::int64_t key = 0;
    std::string order_id{};
    std::string entry_id{};
    friend bool operator==(const ListedEntry&, const ListedEntry&) = default;
};

// Entries of one kind in one currency.
struct EntrySum {
    std::string currency{};
    std::int64_t count = 0;
    std::int64_t amount_minor = 0;
    friend bool operator==(const EntrySum&, const EntrySum&) = default;
};

enum class ChargebackState : std::uint8_t { open, won, lost };

struct MoneyListReader {
    virtual ~MoneyListReader() = default;
    // Open ones by the day by which an answer is due, those without one last; decided ones from the newest on.
    virtual std::vector<ListedEntry> chargebacks(std::int64_t shop_id, ChargebackState state,
                                                 const std::optional<ListedEntry>& after, std::int32_t limit) = 0;
    // What open chargebacks come to.
    virtual std::vector<EntrySum> chargebacks_at_risk(std::int64_t shop_id) = 0;
    // Refunds promised and not carried out, and refunds that failed where nothing was given back since; oldest first.
    virtual std::vector<ListedEntry> refunds_to_make(std::int64_t shop_id, const std::optional<ListedEntry>& after,
                                                     std::int32_t limit) = 0;
};

}  // namespace commis::ports
