// Addresses as people write them, cut into the short lines that labels have. Knows no carrier.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace commis::labels {

// What a label printer writes: the signs of Latin-1. Others are written with its letters ("Łukasz" as "Lukasz",
// "Ольга" as "Ol'ga"), and what has none goes; blanks are one each.
std::string printable(std::string_view text);

std::size_t letter_count(std::string_view text);  // Code points.

// The words of a text in at most `lines_max` lines of at most `length_max` letters. A word that is too long for a line
// is cut, and so is the first one that has no room any more. `is_cut` becomes true when something had none.
std::vector<std::string> fit(std::string_view text, std::size_t length_max, std::size_t lines_max, bool& is_cut);

struct StreetLine {
    std::string street{};
    std::string house_number{};  // Empty where there is none, or nobody could tell it from the street.
    std::string post_box{};      // Then there is no street.
};

// "Bahnhofstrasse 12a" apart. A number in front ("12 rue du Lac") stays with its street.
StreetLine read_street(std::string_view line);

}  // namespace commis::labels
