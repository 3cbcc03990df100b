#include "adapters/pdf/sheet.hpp"

#include <algorithm>
#include <utility>

namespace commis::pdf {
namespace {

constexpr std::size_t lines_a_strip = 8;

}  // namespace

void add_paragraph(std::vector<Strip>& strips, Typesetter& setter, std::string_view words, Style style, Ink ink,
                   double gap) {
    const auto text = std::make_shared<const Text>(setter.wrapped(words, style, content_width));
    const std::size_t count = text->lines().size();
    double above = 0;
    for (std::size_t first = 0; first < count; first += lines_a_strip) {
        const std::size_t end = std::min(first + lines_a_strip, count);
        const double space = first == 0 ? gap : 0;
        const double bottom = text->lines()[end - 1].bottom;
        Strip strip{.height = space + bottom - above};
        strip.draw = [=](Canvas& canvas, double top) {
            canvas.place_lines(*text, first, end, content_left, top + space, ink);
        };
        strips.push_back(std::move(strip));
        above = bottom;
    }
}

void add_heading(std::vector<Strip>& strips, const std::string& words) {
    Strip strip{.height = 11, .keep_with_next = true};
    strip.draw = [=](Canvas& canvas, double top) { canvas.write(content_left, top + 9, words, heading_style); };
    strips.push_back(std::move(strip));
}

}  // namespace commis::pdf
