// Bytes of files as texts, so that one dialect holds them on both engines.
#pragma once

#include <string>
#include <string_view>

namespace commis::sql {

std::string to_base64(std::string_view bytes);
// What this program did not write is a `corrupt` fault.
std::string from_base64(std::string_view text);

}  // namespace commis::sql
