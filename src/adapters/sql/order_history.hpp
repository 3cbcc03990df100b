// The order as it was: today's facts, taken back decision by decision.
#pragma once

#include <cstdint>
#include <optional>

#include "adapters/sql/engine/session.hpp"
#include "domain/order.hpp"

namespace commis::sql {

// The facts after the event of that sequence, with today's people. Nothing when more than 10,000 events follow it: no
// screen waits for that, and no order of a shop has them.
std::optional<domain::Order> look_back(Session& session, const domain::Order& today, std::int64_t sequence);

}  // namespace commis::sql
