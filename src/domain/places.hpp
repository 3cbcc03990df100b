// Sentences with places for values: "{active} of {total}".
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace commis::domain {

// Values are put in as they are: a place that stands inside a value is text, not a place. A place without a value stays
// as it is: better a strange word than a wrong sentence.
std::string fill_places(std::string_view sentence, const std::map<std::string, std::string>& values);

}  // namespace commis::domain
