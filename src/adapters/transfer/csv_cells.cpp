// Quoting and the formula guard.
#include "adapters/transfer/csv_cells.hpp"

#include <algorithm>
#include <array>

namespace commis::transfer {
namespace {

constexpr std::array<std::string_view, 14> dangerous_starts{
    "=", "+", "-", "@", "|", "\t", "\r", "\n", "'", "\uFEFF", "＝", "＋", "－", "＠",
};

bool is_dangerous(std::string_view text) {
    return std::ranges::any_of(dangerous_starts, [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace

void append_cell(std::string& out, std::string_view text) {
    const bool has_edge_space = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    if (!has_edge_space && text.find_first_of(",;\t\"\r\n") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char character : text) {
        if (character == '"') out += '"';
        out += character;
    }
    out += '"';
}

std::string guarded(std::string_view text) {
    std::string safe;
    if (is_dangerous(text)) safe += '\'';
    safe += text;
    return safe;
}

std::string unguarded(std::string_view text) {
    if (text.starts_with('\'') && is_dangerous(text.substr(1))) text.remove_prefix(1);
    return std::string(text);
}

}  // namespace commis::transfer
