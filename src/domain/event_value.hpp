// What an event says under a name.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "domain/event.hpp"

namespace commis::domain {

// Null when it says nothing.
inline const std::string* find_value(const Event& event, std::string_view name) {
    const auto at = std::ranges::find(event.data, name, &std::pair<std::string, std::string>::first);
    return at == event.data.end() ? nullptr : &at->second;
}

}  // namespace commis::domain
