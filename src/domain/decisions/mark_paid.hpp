// Money in by hand: a cheque arrived, a transfer was seen (P-13, O-29, W-26 … W-29, A-20).
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

struct MarkPaid {
    std::optional<std::int64_t> amount_minor;    // Defaults to what is due; never more.
    std::optional<std::int64_t> received_at_ms;  // Defaults to now; not in the future.
    std::string reference;                       // Cheque number, bank text.
    Telling telling;
};

Result<Decision> mark_paid(const Order& order, const MarkPaid& command, const Context& context);

}  // namespace commis::domain
