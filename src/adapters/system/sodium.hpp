// The start of libsodium and the text forms of its bytes, shared by ids, secrets and sealing.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace commis::system {

// Makes the library ready; cheap after the first time. Throws when the machine gives no randomness.
void require_sodium();

// URL-safe base64 without padding.
std::string to_text(std::span<const unsigned char> bytes);

// The reverse; empty when the text is none.
std::string from_text(std::string_view text);

}  // namespace commis::system
