// A first proposal for a table nobody has described yet: from the words of its header in the languages of the product,
// and from how its cells look. A person sees it beside the lines it leads to and corrects it.
#pragma once

#include <string>
#include <vector>

#include "domain/table_mapping.hpp"

namespace commis::domain {

// `rows` are the first of the file, the skipped ones among them. The format's delimiter and encoding are taken as they
// are; rows to skip, header, columns, dates and decimals are found. `accounts` are the shop's: one that is named above
// the lines is taken, else the only one.
TableMapping guess_mapping(TableKind kind, const TableFormat& format, const std::vector<TableRow>& rows,
                           const std::vector<std::string>& accounts, const Currency& currency);

// The one of the accounts that is written in these rows; empty for none or several.
std::string account_in(const std::vector<TableRow>& rows, const std::vector<std::string>& accounts);

}  // namespace commis::domain
