// Small letters for what is compared without case by a standard (domains, header fields, records): ASCII alone changes.
#pragma once

#include <string>
#include <string_view>

namespace commis::domain {

inline std::string lowered(std::string_view text) {
    std::string small{text};
    for (char& sign : small) {
        if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign - 'A' + 'a');
    }
    return small;
}

}  // namespace commis::domain
