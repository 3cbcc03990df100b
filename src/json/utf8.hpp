// UTF-8 checks for bytes that arrive from strangers or leave towards programs that refuse broken text.
#pragma once

#include <cstddef>
#include <string_view>

namespace commis::json {

// Length of the well-formed sequence at the start of `text` (1 to 4), or 0 when there is none. Overlong forms,
// surrogates and code points above U+10FFFF are not well-formed.
std::size_t utf8_sequence_length(std::string_view text);

bool is_valid_utf8(std::string_view text);

}  // namespace commis::json
