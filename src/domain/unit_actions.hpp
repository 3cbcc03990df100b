// What may be done with one ticket now, and why not: matrix 2 of W where the profile binds it (W-48), the facts
// elsewhere.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "domain/order.hpp"
#include "domain/refusal.hpp"
#include "domain/rights.hpp"
#include "domain/standing.hpp"

namespace commis::domain {

enum class UnitAction : std::uint8_t {
    view_attendee,
    view_ticket,
    send_confirmation,
    block_access,
    unblock_access,
    replace_attendee,
    undo_admission
};
inline constexpr int unit_action_count = 7;
std::string_view id_of(UnitAction action);

struct UnitActionAnswer {
    UnitAction action = UnitAction::view_attendee;
    bool allowed = true;
    std::optional<Refusal> reason;
};

// Every action on a ticket of the order, in the order of the enumerators.
std::vector<UnitActionAnswer> unit_actions(const TicketUnit& unit, const Standing& standing, Rights rights);

}  // namespace commis::domain
