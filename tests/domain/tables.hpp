// The domain's tables as pages for people: docs/states.md and docs/refusals.md.
#pragma once

#include <string>

namespace commis::domain::tables {

std::string states_page();
std::string refusals_page();

}  // namespace commis::domain::tables
