// Taking units out of an order: which of them, what they are worth, and what becomes of stock and access. Cancelling
// and refunding both go through here, so that a unit's value is frozen in one place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/decisions/decision.hpp"

namespace commis::domain {

struct LineChoice {
    std::string line_id;
    std::int64_t quantity = 0;
    std::optional<bool> restock{};  // Absent: as the command says.
};

// What a person named: some of a line's units, single tickets, the shipping.
struct Choice {
    std::vector<LineChoice> lines{};
    std::vector<std::string> units{};  // Ids of tickets.
    bool shipping = false;
    bool is_empty() const { return lines.empty() && units.empty() && !shipping; }
};

// Unknown ids, quantities below one, the same thing named twice. Whether there are as many units is a rule, not a form.
std::vector<FieldError> check_choice(const Order& order, const Choice& choice);

// The choice line by line: how many of its units, which tickets.
struct Pick {
    std::size_t line = 0;  // Position in the order.
    std::int32_t quantity = 0;
    std::vector<std::string> units{};
    bool restock = true;
};
std::vector<Pick> picks_of(const Order& order, const Choice& choice, bool restock_default);

// What left with some units.
struct Taken {
    std::int64_t value_minor = 0;
    std::int64_t tax_minor = 0;
    std::int32_t count = 0;
    std::int32_t released = 0;  // Were set aside in the stock until now.

    Taken& operator+=(const Taken& other);
};

// Which units of a line leave first: those still in the house (a cancellation), or those that came back (a refund).
enum class Leaving : std::uint8_t { unshipped_first, returned_first };

// Takes `quantity` active units away, as cancelled or refunded; tickets named in `units` go before others. The caller
// has seen that there are as many.
Taken take_active(Line& line, std::int32_t quantity, const std::vector<std::string>& units, UnitStatus as,
                  Leaving leaving);

// Turns cancelled units into refunded ones at the value they were frozen at.
std::int64_t refund_cancelled(Line& line, std::int32_t quantity, const std::vector<std::string>& units);

// What becomes of the stock when units leave the order: goods that were set aside stay in the house unless they are
// written off, and a ticket's seat is free again.
void leave_stock(Decision& decision, const Line& line, const Taken& taken, bool restock);

// Refused `sold_out` where the order wants more seats than it had and than are left: all of them, or none.
std::optional<Error> beyond_seats(const Order* before, const Order& after, const Context& context);

// Seats that tickets take, or free when it is negative.
void take_seats(Decision& decision, const Line& line, std::int64_t seats);

// Goods in or out of the house; moves of one SKU become one.
void move_stock(Decision& decision, const std::string& sku, std::int64_t quantity);

// "id:2 id:1": the units of an event, for machines and for words.
std::string describe(const std::vector<LinePart>& parts);

}  // namespace commis::domain
