// Numbers to the base of 36, as they stand in addresses.
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace commis {

inline std::string in_36(std::int64_t number) {
    std::array<char, 16> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), number, 36).ptr};
}

// Nothing for what in_36 does not write: no number, one below zero, and other ways to write one (01, A). A link has one
// text.
inline std::optional<std::int64_t> from_36(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number, 36);
    if (fault != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
    if (in_36(number) != text) return std::nullopt;
    return number;
}

}  // namespace commis
