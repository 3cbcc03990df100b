// Access of single tickets.
#include "domain/decisions/access.hpp"

#include <algorithm>

#include "domain/decisions/units.hpp"

namespace commis::domain {
namespace {

bool applies(const TicketUnit& unit, const ChangeAccess& command) {
    const bool is_named = command.units.empty() || std::ranges::find(command.units, unit.id) != command.units.end();
    return is_named && unit.access == (command.block ? Access::granted : Access::blocked);
}

}  // namespace

Result<Decision> change_access(const Order& order, const ChangeAccess& command, const Context& context) {
    const Action action = command.block ? Action::block_access : Action::unblock_access;
    if (const auto error = refused(action, order, context)) return std::unexpected(*error);
    auto errors = check_choice(order, Choice{.units = command.units});
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision = begin(order, context);
    std::string changed;
    for (Line& line : decision.order.lines) {
        for (TicketUnit& unit : line.units) {
            if (!applies(unit, command)) continue;
            const bool is_live = unit.status == UnitStatus::active;
            unit.access = command.block ? Access::blocked : is_live ? Access::none : Access::revoked;
            changed += (changed.empty() ? "" : " ") + unit.id;
        }
    }
    if (changed.empty()) return refuse(Refusal::no_access_to_block);
    if (!command.block) grant_access_if_settled(decision.order, context.profile);
    record(decision, context, EventType::access_changed,
           {{"units", changed}, {"access", command.block ? "blocked" : "unblocked"}});
    return decision;
}

}  // namespace commis::domain
