// A note on the timeline: for colleagues, or for the buyer to read on their page.
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

struct AddNote {
    std::string text;  // Markdown.
    bool for_buyer = false;
};

Result<Decision> add_note(const Order& order, const AddNote& command, const Context& context);

}  // namespace commis::domain
