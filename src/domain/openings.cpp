// The table of doors.
#include "domain/openings.hpp"

#include <algorithm>

namespace commis::domain {
namespace {

using U = UnitStanding;
bool is_kept(const U& u) { return !u.removed; }
bool is_placed(const U& u) { return !u.draft; }
bool is_ticket(const U& u) { return u.kind == LineKind::ticket; }
bool is_digital(const U& u) { return u.kind == LineKind::digital; }
// Where a refund leaves access alone, neither the unit's nor the order's refund closes it (P-31).
bool is_not_refunded(const U& u) {
    return !u.refund_closes_access || (u.status != UnitStatus::refunded && !u.given_back);
}
bool is_not_cancelled(const U& u) { return u.status != UnitStatus::cancelled; }
bool is_not_blocked(const U& u) { return u.access != Access::blocked; }
bool is_paid(const U& u) { return u.paid && u.access != Access::none; }
bool is_open(const U& u) { return u.access == Access::granted; }
bool is_outside(const U& u) { return !u.admitted; }
// A ticket that was open once is shown for ever; the gate says what became of it.
bool was_open(const U& u) { return is_paid(u) || u.status != UnitStatus::active; }
bool may_register(const U& u) { return u.status != UnitStatus::refunded || !u.refund_blocks_registration; }

using enum Door;
using R = Refusal;
// clang-format off
constexpr std::array rows{
    DoorRow{download,     is_digital,       R::no_download},
    DoorRow{download,     is_kept,          R::removed},
    DoorRow{download,     is_placed,        R::draft_order},
    DoorRow{download,     is_not_refunded,  R::unit_refunded},
    DoorRow{download,     is_not_cancelled, R::unit_cancelled},
    DoorRow{download,     is_not_blocked,   R::access_blocked},
    DoorRow{download,     is_paid,          R::not_paid},
    DoorRow{download,     is_open,          R::unit_cancelled},
    DoorRow{ticket,       is_ticket,        R::no_ticket},
    DoorRow{ticket,       is_kept,          R::removed},
    DoorRow{ticket,       is_placed,        R::draft_order},
    DoorRow{ticket,       was_open,         R::not_paid},
    DoorRow{check_in,     is_ticket,        R::no_ticket},
    DoorRow{check_in,     is_kept,          R::removed},
    DoorRow{check_in,     is_placed,        R::draft_order},
    DoorRow{check_in,     is_not_refunded,  R::unit_refunded},
    DoorRow{check_in,     is_not_cancelled, R::unit_cancelled},
    DoorRow{check_in,     is_not_blocked,   R::access_blocked},
    DoorRow{check_in,     is_paid,          R::not_paid},
    DoorRow{check_in,     is_open,          R::unit_cancelled},
    DoorRow{check_in,     is_outside,       R::already_admitted},
    DoorRow{registration, may_register,     R::address_blocked},
};
// clang-format on

UnitStanding frame_of(const Standing& order, const Profile& profile) {
    UnitStanding unit;
    unit.draft = order.draft;
    unit.removed = order.removed;
    unit.paid = meets(GuardNeed::paid, order.payment_status) || order.figures().held() > 0;
    unit.given_back = order.payment_status == PaymentStatus::refunded;
    unit.refund_closes_access = profile.refund_closes_access;
    unit.refund_blocks_registration = profile.refund_blocks_registration;
    return unit;
}

}  // namespace

std::string_view id_of(Door door) {
    static constexpr std::array<std::string_view, door_count> ids{"download", "ticket", "check_in", "registration"};
    return ids[static_cast<std::size_t>(door)];
}

UnitStanding unit_standing(const Standing& order, const TicketUnit& unit, const Profile& profile) {
    UnitStanding standing = frame_of(order, profile);
    standing.status = unit.status;
    standing.access = unit.access;
    standing.admitted = unit.admitted_at_ms.has_value();
    return standing;
}

UnitStanding unit_standing(const Standing& order, const Line& line, const Profile& profile) {
    UnitStanding standing = frame_of(order, profile);
    standing.kind = line.kind;
    if (line.active() == 0) standing.status = line.refunded > 0 ? UnitStatus::refunded : UnitStatus::cancelled;
    standing.access = line.access;
    return standing;
}

std::span<const DoorRow> door_rows() { return rows; }

std::optional<Refusal> closed_by(Door door, const UnitStanding& unit) {
    const auto row =
        std::ranges::find_if(rows, [&](const DoorRow& each) { return each.door == door && !each.holds(unit); });
    if (row == rows.end()) return std::nullopt;
    return row->otherwise;
}

}  // namespace commis::domain
