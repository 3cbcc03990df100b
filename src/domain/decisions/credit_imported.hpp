// A credit that was given elsewhere, before the order's history came to us: its units count as refunded and its money
// as given back outside. Nothing is paid out by us (issue of refunds: features/refunds).
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

struct CreditLine {
    std::string line_id;
    std::int32_t quantity = 0;
};

struct ImportCredit {
    std::string document;  // The credit's number where it was issued; kept on the timeline, so that it counts once.
    std::int64_t credited_at_ms = 0;
    std::vector<CreditLine> lines;
};

// Only for imported orders. The refund is recorded up to what is held: an order that was never paid gives none back.
// Bad fields: /lines/<n>/line "unknown_line", /lines/<n>/quantity "exceeds_original".
Result<Decision> credit_imported(const Order& order, const ImportCredit& command, const Context& context);

// Marks the next active units of a line as refunded and freezes their value; returns that value. The caller has
// checked that so many are active.
std::int64_t refund_units(Line& line, std::int32_t quantity);

}  // namespace commis::domain
