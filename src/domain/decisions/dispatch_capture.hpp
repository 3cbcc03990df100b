// Money that is taken because goods leave (X-04, D-03): in shops that say so, the same decision that records a parcel
// asks for what the goods sent by then are worth. The last parcel takes the rest.
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

// Handed over to a carrier or a buyer; a label alone moves nothing (D-13, X-17).
bool has_left_the_house(const Shipment& parcel);

// What payment services are asked to take and have not answered yet.
std::int64_t asked_captures(const Ledger& ledger);

// Asks for it beside the event recorded last, whose data say how much. The questions leave at `leaves_at_ms`: what can
// be undone waits for the end of its hold period. An account that is not connected is told as advice; goods leave all
// the same.
void capture_for_goods(Decision& decision, const Context& context, std::int64_t leaves_at_ms);

// Takes back the questions that have not left yet: those of one event, or all of them.
void withdraw_captures(Order& order, std::optional<std::int64_t> event_sequence, std::int64_t now_ms);

}  // namespace commis::domain
