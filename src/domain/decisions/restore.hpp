// The past of an imported order beyond its content: what became of its units, its money, its parcels. Applied to the
// decision of `place`, so that an export imports back to the same facts.
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

struct TicketHistory {
    UnitStatus status = UnitStatus::active;
    Access access = Access::none;
    std::string code;  // Empty: the fresh one stays.
};

struct LineHistory {
    std::int32_t cancelled = 0;
    std::int32_t refunded = 0;
    std::int32_t shipped = 0;
    std::int32_t returned = 0;
    std::vector<TicketHistory> tickets;  // All of the line's, or none: then the first ones are gone.
};

// Payments, entries and refunds name each other, and parcels name lines, by position ("0", "1", …); `restore` gives
// them ids of this shop.
struct History {
    std::vector<LineHistory> lines;  // One a line of the order, or none: as the state says.
    std::optional<Ledger> ledger;    // None: as `place` made it.
    std::vector<Refund> refunds;     // Added to what `place` made; only without `ledger`.
    std::vector<Shipment> shipments;
    std::optional<bool> shipping_cancelled;
    std::optional<std::int64_t> abandoned_at_ms;
    std::string assignee;
    std::int64_t discount_included_minor = 0;  // Part of the lines' discounts that was given on the whole order.
};

// Refuses with bad fields when the past contradicts the content: more units gone than there are, a refund of a payment
// that is not there, …
Result<Decision> restore(Decision placed, const History& history, const Context& context);

}  // namespace commis::domain
