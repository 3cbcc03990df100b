// What a document says, as the text that is stored and digested when it is issued. The same paper gives the same text.
#pragma once

#include <string>
#include <string_view>

#include "domain/paper.hpp"

namespace commis::documents {

std::string to_json(const domain::Paper& paper);
// Throws where the text is none that this program wrote.
domain::Paper paper_from(std::string_view json);

}  // namespace commis::documents
