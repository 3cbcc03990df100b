// Moving an order in the shop's own list of states. No graph is imposed (P-28, C-01); the stage of the new state
// brings its consequences: `shipped` records a parcel, `cancelled` cancels what is left (domain.md, "State").
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

struct ChangeState {
    std::string state;
    std::string reason;  // Why, for colleagues; never mailed (P-21).
    std::optional<Tracking> tracking;
    Telling telling;
};

Result<Decision> change_state(const Order& order, const ChangeState& command, const Context& context);

// What each state of the shop's list would answer now: for the desk's choice, without doing anything.
struct StateChoice {
    const State* state = nullptr;
    std::optional<Refusal> reason;   // Why it can't be chosen.
    std::optional<Refusal> warning;  // Advice when it can.
};
std::vector<StateChoice> state_choices(const Order& order, const Profile& profile);

}  // namespace commis::domain
