// A credit that was given elsewhere, before the order's history came to us: its units count as refunded and its money
// as given back outside. Nothing is paid out by us.
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

struct ImportCredit {
    std::string document;  // The credit's number where it was issued; kept on the timeline, so that it counts once.
    std::int64_t credited_at_ms = 0;
    std::vector<LinePart> lines;
};

// Only for imported orders. The refund is recorded up to what is held: an order that was never paid gives none back.
// Bad fields: /lines/<n>/line "unknown_line", /lines/<n>/quantity "exceeds_original".
Result<Decision> credit_imported(const Order& order, const ImportCredit& command, const Context& context);

}  // namespace commis::domain
