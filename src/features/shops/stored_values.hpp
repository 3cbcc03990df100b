// Which changes of a shop's settings reach the values that lists sort and filter by: only those are computed anew,
// because a shop with a million orders should not be read through for a new colour.
#pragma once

#include <string_view>

namespace commis::shops {

// Of two settings documents: whether stored values follow from them differently.
bool changes_stored_values(std::string_view before_json, std::string_view after_json);

}  // namespace commis::shops
