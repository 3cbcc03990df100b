// What the words above a column mean, in the languages in which banks and acquirers write their tables.
#pragma once

#include <optional>
#include <string_view>

#include "domain/table_mapping.hpp"

namespace commis::domain {

// "Date valeur" and "Wertstellung" are valued_on; nothing for words that no list knows.
std::optional<TableField> field_of_header(std::string_view header, TableKind kind);

}  // namespace commis::domain
