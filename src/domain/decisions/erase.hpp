// Taking the people out of an order: names, addresses, contacts and words. What was bought, what it cost, what was paid
// and issued stays, and with it the books.
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

// Of an order that is done. Refuses `people_erased`, and what is still open: `request_still_open`, `refund_still_owed`,
// `money_still_open`, `goods_still_to_ship`. The buyer's page closes and nothing that waits to leave leaves any more.
Result<Decision> erase_people(const Order& order, const Context& context);

// Personal data goes from the register once the notice has left. Made by a timer.
Result<Decision> erase_removed(const Order& order, const Context& context);

// Who is entered again is there again.
void follow_people(Decision& decision);

// Nothing of a person is left on the order. The country stays: taxes and figures are counted by it.
bool is_without_people(const Order& order);

}  // namespace commis::domain
