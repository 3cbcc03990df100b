// Small readers of header values: trimming, and lists of tokens or entity tags.
#pragma once

#include <functional>
#include <string_view>

namespace commis::http {

inline std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// Calls `each` with every trimmed, non-empty part between separators.
inline void for_each_part(std::string_view text, char separator, const std::function<void(std::string_view)>& each) {
    while (!text.empty()) {
        const std::size_t end = text.find(separator);
        const std::string_view part = trim(text.substr(0, end));
        if (!part.empty()) each(part);
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

// Reads a comma-separated list of entity tags and hands each over, quotes included, with whether it is weak.
// False when the text is no such list.
bool read_entity_tags(std::string_view text, const std::function<void(bool is_weak, std::string_view tag)>& each);

}  // namespace commis::http
