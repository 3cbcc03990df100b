// The registry of action commands.
#include "features/orders/actions.hpp"

#include <algorithm>
#include <array>

#include "features/orders/change_state.hpp"
#include "features/orders/mark_paid.hpp"
#include "features/orders/place_draft.hpp"

namespace commis::orders {

std::span<const ActionCommand> action_commands() {
    static constexpr std::array commands{
        ActionCommand{domain::Action::place, parse_place_draft},
        ActionCommand{domain::Action::mark_paid, parse_mark_paid},
        ActionCommand{domain::Action::change_state, parse_change_state},
    };
    return commands;
}

const ActionCommand* find_action_command(domain::Action action) {
    const auto commands = action_commands();
    const auto at = std::ranges::find(commands, action, &ActionCommand::action);
    return at == commands.end() ? nullptr : &*at;
}

}  // namespace commis::orders
