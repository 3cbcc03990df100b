// The first of several texts that says anything; empty when none does.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace commis::domain {

inline std::string first_told(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) {
        if (!text.empty()) return std::string(text);
    }
    return {};
}

}  // namespace commis::domain
