// The sentence of a timeline entry: codes, ids and amounts of an event's data as people read them.
#pragma once

#include <string>

#include "domain/event.hpp"
#include "http/order_json.hpp"

namespace commis::http {

// One line: "Cancelled – 19.99 · 1 × Mug · 19.99 to give back".
std::string event_text(const OrderView& view, const domain::Order& order, const domain::Event& event);

}  // namespace commis::http
