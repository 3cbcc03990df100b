// Ways back: undoing the last change of state while nothing of it has left the house, and reopening what was cancelled.
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

// Takes back the latest change of state within its hold period, by a compensating event: the state, the parcel that it
// recorded and its goods; held mails stay on record as suppressed. Refuses `nothing_to_undo`, `too_late_to_undo`.
Result<Decision> undo(const Order& order, const Context& context);

// Wants cancelled units again; refunded ones stay gone. Refuses `cancel_is_final` for tickets (W-22) and in shops whose
// cancellations are final, `not_enough_stock` when others have taken the goods.
Result<Decision> reopen(const Order& order, const std::string& note, const Context& context);

// May cancelled units be wanted again? Never where the shop's cancellations are final, and no ticket revives: its code
// was revoked and is never reissued (W-22).
bool may_revive(const Order& order, const Profile& profile);

// The part that a change of state out of `cancelled` shares.
std::optional<Refusal> revive_units(Decision& decision, const Context& context);

}  // namespace commis::domain
