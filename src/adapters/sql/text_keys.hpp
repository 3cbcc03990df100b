// Keys made for finding and sorting, because the database compares bytes: folded texts, and numbers that sort as people
// count.
#pragma once

#include <string>
#include <string_view>

namespace commis::sql {

// Without case and accents: "Grød Æ" becomes "grod ae". Other scripts keep their letters.
std::string fold(std::string_view text);

// Without case only: what tells one e-mail address from another.
std::string case_key(std::string_view text);

// The folded text, cut to a length that an index takes.
std::string sort_key(std::string_view text);

// Digits filled up with zeros, so that "R-9" comes before "R-10".
std::string number_key(std::string_view number);

}  // namespace commis::sql
