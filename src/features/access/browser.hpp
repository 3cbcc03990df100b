// Which browser somebody sits at, in words, from what it says of itself. A help to the eye; nothing is decided by it.
#pragma once

#include <string_view>

namespace commis::access {

struct Browser {
    std::string_view name;    // "Firefox"; empty: not known.
    std::string_view system;  // "Windows"; empty: not known.
};

Browser browser_of(std::string_view agent);

}  // namespace commis::access
