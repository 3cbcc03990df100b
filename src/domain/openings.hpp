// What a unit opens now, and why not: one table of ordered rows {door, predicate, refusal}, as for actions. The buyer's
// page, the gate and the list that a gate takes along all ask it (P-29 … P-31, W-28, W-33, W-43, W-44).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "domain/order.hpp"
#include "domain/profile.hpp"
#include "domain/refusal.hpp"
#include "domain/standing.hpp"

namespace commis::domain {

enum class Door : std::uint8_t {
    download,
    ticket,  // To see and to print it.
    check_in,
    registration,  // Whether who held it may register again with the same address.
};
inline constexpr int door_count = 4;
std::string_view id_of(Door door);

// The flat view of a unit that the table asks.
struct UnitStanding {
    LineKind kind = LineKind::ticket;
    UnitStatus status = UnitStatus::active;
    Access access = Access::none;
    bool draft = false;
    bool removed = false;
    bool paid = false;        // Nothing is due, or some money is held for it.
    bool given_back = false;  // The order's money went back as a whole.
    bool admitted = false;
    bool refund_closes_access = true;
    bool refund_blocks_registration = false;
};
// Of one of the order's tickets. The order's standing is made once for all of them.
UnitStanding unit_standing(const Standing& order, const TicketUnit& unit, const Profile& profile);
// Of a line, as what is downloaded is asked for.
UnitStanding unit_standing(const Standing& order, const Line& line, const Profile& profile);

struct DoorRow {
    Door door;
    bool (*holds)(const UnitStanding&);
    Refusal otherwise;
};
std::span<const DoorRow> door_rows();

// Nothing when it is open.
std::optional<Refusal> closed_by(Door door, const UnitStanding& unit);

}  // namespace commis::domain
