// Tags to and from one cell.
#include "adapters/transfer/commis_words.hpp"

namespace commis::transfer::commis_words {

std::string join_tags(const std::vector<std::string>& tags) {
    std::string cell;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        if (i > 0) cell += ';';
        for (const char character : tags[i]) {
            if (character == ';' || character == '\\') cell += '\\';
            cell += character;
        }
    }
    return cell;
}

std::vector<std::string> split_tags(std::string_view cell) {
    std::vector<std::string> tags;
    if (cell.empty()) return tags;
    tags.emplace_back();
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] == ';') {
            tags.emplace_back();
        } else {
            if (cell[i] == '\\' && i + 1 < cell.size()) ++i;
            tags.back() += cell[i];
        }
    }
    return tags;
}

}  // namespace commis::transfer::commis_words
