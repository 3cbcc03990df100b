// When a payment is looked after that its service may know more of than the ledger does: one that was begun, is
// awaited, reserved, or whose outcome is unclear (D-20, O-29).
#pragma once

#include <cstdint>
#include <optional>

#include "domain/ledger.hpp"

namespace commis::domain {

// Is there something that only its service can tell?
bool wants_look(const Payment& payment);

// The next look after `looks` of them; nothing when it is over: for good, or after the weeks in which an answer may
// still come. `looks` 0 asks for the first one.
std::optional<std::int64_t> next_look_ms(const Payment& payment, std::int64_t looks, std::int64_t now_ms);

}  // namespace commis::domain
