// How a table is read, as the JSON text that its row keeps.
#pragma once

#include <string>
#include <string_view>

#include "domain/table_mapping.hpp"

namespace commis::sql {

std::string to_json(const domain::TableMapping& mapping);
// A text that this program did not write is a `corrupt` fault.
domain::TableMapping mapping_from(std::string_view json);

}  // namespace commis::sql
