// Changing an order's content: lines, quantities, prices, shipping, discount (O-16, X-12). What has left the order
// keeps the figures it was frozen at; what is still wanted is priced anew.
#pragma once

#include "domain/decisions/place.hpp"

namespace commis::domain {

struct ReviseLine {
    std::string line_id;  // Of a line that stays; empty: a new one.
    PlaceLine content;    // Quantity: the units wanted from now on. Discount: the line's own.
};

struct Revise {
    std::vector<ReviseLine> lines;               // A line that is not named goes.
    std::optional<PlaceShipping> shipping;       // Absent: as it is.
    std::optional<std::int64_t> discount_minor;  // Of the whole order; absent: as it is.
    Telling telling;
};

// Answers a new revision; its event says the difference to collect or to give back. A card hold that still covers the
// order is left alone. Refuses `invoiced_locked` and bad fields, among them a quantity below what was shipped.
Result<Decision> revise(const Order& order, const Revise& command, const Context& context);

}  // namespace commis::domain
