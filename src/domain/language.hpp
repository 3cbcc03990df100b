// The four languages of the product: words, mails, settings and operators know these and no other.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace commis::domain {

inline constexpr std::array<std::string_view, 4> languages{"en", "fr", "da", "de"};

constexpr bool is_language(std::string_view language) {
    return std::ranges::find(languages, language) != languages.end();
}

// The one of them that a tag such as "fr-CH" begins with; English for any other.
constexpr std::string_view nearest_language(std::string_view tag) {
    const auto found = std::ranges::find(languages, tag.substr(0, tag.find_first_of("-_")));
    return found == languages.end() ? languages.front() : *found;
}

// In which figures and dates are written: a Swiss shop's the Swiss way. Liechtenstein writes as Switzerland does.
inline std::string locale_of(std::string_view language, std::string_view country) {
    return std::string(language) + (country == "CH" || country == "LI" ? "-CH" : "");
}

}  // namespace commis::domain
