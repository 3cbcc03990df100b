// How a shop's papers look, as a text that SQL never looks into.
#pragma once

#include <string>
#include <string_view>

#include "domain/shop.hpp"

namespace commis::sql {

std::string to_json(const domain::PaperSettings& settings);
// Of a shop that set nothing, the text is empty. One that this program did not write is a `corrupt` fault.
domain::PaperSettings papers_from(std::string_view json);

}  // namespace commis::sql
