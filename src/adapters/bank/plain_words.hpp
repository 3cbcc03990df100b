// Words from a bank's file as they may be kept and shown.
#pragma once

#include <string>
#include <string_view>

namespace commis::bank {

// Valid UTF-8 without line breaks, repeated blanks and control characters; cut at 2,000 bytes, never inside a letter.
std::string plain_words(std::string_view text);

}  // namespace commis::bank
