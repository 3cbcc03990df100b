// The shop's colour in mails and on paper: as it is where it only adorns, made readable where words have it.
#pragma once

#include <string>
#include <string_view>

namespace commis::system {

// "#rrggbb" as it is, and the house's own colour for anything else: it lands in CSS, where HTML escaping protects
// nothing.
std::string safe_color(std::string_view color);

// The colour, darkened or lightened until words in it are read well on the background (WCAG 2, 4.5 to 1). Both are
// "#rrggbb".
std::string readable_color(std::string_view color, std::string_view background);

}  // namespace commis::system
