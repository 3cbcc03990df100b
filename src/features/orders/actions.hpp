// The commands that are actions on an order, by their id: what the API, the command line, jobs and bulk all call.
// An action without an entry here is not offered anywhere.
#pragma once

#include <expected>
#include <span>
#include <string_view>
#include <vector>

#include "features/orders/run.hpp"
#include "json/field_error.hpp"
#include "json/parse.hpp"

namespace commis::orders {

struct ParsedAction {
    Decide decide;
    bool dry_run = false;
    domain::EntryPoint entry = domain::EntryPoint::button;
};

struct ActionCommand {
    domain::Action action;
    // Reads the body of `POST …/actions/{id}` into a decision to be made.
    std::expected<ParsedAction, std::vector<json::FieldError>> (*parse)(const json::Value& body);
};

std::span<const ActionCommand> action_commands();
const ActionCommand* find_action_command(domain::Action action);

}  // namespace commis::orders
