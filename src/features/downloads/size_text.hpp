// How large a file is, for people.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace commis::downloads {

// "640 kB", "12.3 MB": thousands, as shops and browsers count them, with the language's own sign and unit.
std::string size_text(std::int64_t size_bytes, std::string_view language);

}  // namespace commis::downloads
