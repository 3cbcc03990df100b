// Rows of matrix 2. A ticket stands in the column of its own facts: an unpaid order's tickets are unpaid, then each is
// complete, refunded or cancelled by itself.
#include "domain/unit_actions.hpp"

#include <array>

#include "domain/action_rows.hpp"

namespace commis::domain {
namespace {

struct Subject {
    const TicketUnit& unit;
    const Standing& standing;
};

bool is_unpaid(const Subject& s) {
    const bool waits = s.standing.summary == SummaryStatus::unpaid || s.standing.summary == SummaryStatus::open ||
                       s.standing.summary == SummaryStatus::abandoned || s.standing.summary == SummaryStatus::draft;
    return waits && s.unit.status == UnitStatus::active;
}
bool is_complete(const Subject& s) { return s.unit.status == UnitStatus::active && !is_unpaid(s); }
bool is_shown(const Subject& s) { return !is_unpaid(s); }
bool is_granted(const Subject& s) { return s.unit.access == Access::granted; }
bool is_blocked(const Subject& s) { return s.unit.access == Access::blocked; }
bool is_wanted(const Subject& s) { return s.unit.status == UnitStatus::active; }
bool is_inside(const Subject& s) { return s.unit.admitted_at_ms.has_value(); }
bool is_outside(const Subject& s) { return !is_inside(s); }
bool is_placed(const Subject& s) { return !s.standing.draft; }
bool is_kept(const Subject& s) { return !s.standing.removed; }

struct Row {
    UnitAction action;
    bool (*holds)(const Subject&);
    Refusal otherwise;
};

using enum UnitAction;
// clang-format off
constexpr std::array rows{
    Row{view_ticket,       is_kept,     Refusal::removed},
    Row{view_ticket,       is_shown,    Refusal::not_offered_in_status},
    Row{send_confirmation, is_kept,     Refusal::removed},
    Row{send_confirmation, is_placed,   Refusal::draft_order},
    Row{send_confirmation, is_complete, Refusal::not_offered_in_status},
    Row{block_access,      is_granted,  Refusal::no_access_to_block},
    Row{unblock_access,    is_blocked,  Refusal::no_access_to_block},
    Row{replace_attendee,  is_kept,     Refusal::removed},
    Row{replace_attendee,  is_wanted,   Refusal::unit_cancelled},
    Row{replace_attendee,  is_outside,  Refusal::already_admitted},
    Row{undo_admission,    is_inside,   Refusal::not_admitted},
};
// clang-format on

constexpr std::array<Right, unit_action_count> rights_needed{Right::read, Right::read, Right::work,    Right::work,
                                                             Right::work, Right::edit, Right::check_in};
constexpr std::array<std::string_view, unit_action_count> ids{"view-attendee", "view-ticket",    "send-confirmation",
                                                              "block-access",  "unblock-access", "replace-attendee",
                                                              "undo-admission"};

}  // namespace

std::string_view id_of(UnitAction action) { return ids[static_cast<std::size_t>(action)]; }

std::vector<UnitActionAnswer> unit_actions(const TicketUnit& unit, const Standing& standing, Rights rights) {
    std::vector<UnitActionAnswer> answers;
    const Subject subject{unit, standing};
    for (int number = 0; number < unit_action_count; ++number) {
        const auto action = static_cast<UnitAction>(number);
        UnitActionAnswer answer{action, true, first_failing(rows, action, subject)};
        const bool may = rights.has(rights_needed[static_cast<std::size_t>(number)]);
        if (!answer.reason && !may) answer.reason = Refusal::forbidden;
        answer.allowed = !answer.reason;
        answers.push_back(answer);
    }
    return answers;
}

}  // namespace commis::domain
