// Which stored secrets the key at hand does not open: after a restore without its key, or where another server process
// has another key.
#pragma once

#include <string>
#include <vector>

#include "features/services.hpp"

namespace commis::checks {

struct LockedSecret {
    std::string shop;
    std::string owner;  // "webhook https://…", "second factor of zoe@example.org".
};

// What to do about it, for the same people.
inline constexpr const char* locked_secret_words =
    "sealed with another key; bring back the secret key of the server that stored it, or enter it anew";

std::vector<LockedSecret> locked_secrets(const Services& services);

}  // namespace commis::checks
