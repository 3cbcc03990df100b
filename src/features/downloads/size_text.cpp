#include "features/downloads/size_text.hpp"

#include <array>

namespace commis::downloads {

std::string size_text(std::int64_t size_bytes, std::string_view language) {
    static constexpr std::array<std::string_view, 5> units{"B", "kB", "MB", "GB", "TB"};
    std::size_t unit = 0;
    std::int64_t tenths = size_bytes * 10;
    while (tenths >= 10'000 && unit + 1 < units.size()) {
        tenths = (tenths + 500) / 1'000;
        ++unit;
    }
    const bool is_french = language.starts_with("fr");
    std::string text = std::to_string(tenths / 10);
    if (unit > 1 && tenths < 1'000 && tenths % 10 != 0) {
        text += language.starts_with("en") ? '.' : ',';
        text += std::to_string(tenths % 10);
    }
    text += "\u00A0";
    text += units.at(unit);
    if (is_french) text.back() = 'o';
    return text;
}

}  // namespace commis::downloads
