// Money that the bank saw: a transfer booked on an order, and taken back again when it is returned or was booked
// wrongly (C-11, A-19, G-04). The bank spoke, whoever pressed the button.
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

struct BookTransfer {
    std::string entry_id;  // The bank entry: the reference of the payment.
    std::int64_t amount_minor = 0;
    Currency currency;
    std::int64_t received_at_ms = 0;
    // Only when exactly this is due: nobody looked, so nothing may have changed in between.
    std::optional<std::int64_t> expected_due_minor{};
    Telling telling{};
};

// More than is due may be booked by a person: it is owed back then. Refuses money for a draft, for a removed order and
// in another currency.
Result<Decision> book_transfer(const Order& order, const BookTransfer& command, const Context& context);

struct ReverseTransfer {
    std::string entry_id;  // Whose booking on this order is taken back, whole.
    std::string reason;    // The bank's, "AC04"; empty when a person takes back a wrong booking.
    std::int64_t at_ms = 0;
};

// Refuses when nothing of that entry stands booked here.
Result<Decision> reverse_transfer(const Order& order, const ReverseTransfer& command, const Context& context);

}  // namespace commis::domain
