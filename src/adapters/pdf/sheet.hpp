// What all parts of one paper share while it is drawn, and the frame they keep to.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/pdf/canvas.hpp"
#include "adapters/pdf/flow.hpp"
#include "adapters/pdf/paper_words.hpp"
#include "adapters/pdf/picture.hpp"

namespace commis::pdf {

inline constexpr double content_left = 25;  // Words in a window of DIN 5008 begin here, and so does everything.
inline constexpr double content_right = 190;
inline constexpr double content_width = content_right - content_left;

inline constexpr Style body_style{9};
inline constexpr Style strong_style{9, Face::bold};
inline constexpr Style small_style{8};
inline constexpr Style heading_style{10, Face::bold};

struct Sheet {
    const domain::Paper& paper;
    const PaperWords& words;
    Typesetter& setter;
    const Picture* logo;  // None: the shop's name.

    bool is_priced() const { return paper.kind != domain::DocumentKind::delivery_note; }
    bool has_bill() const { return paper.transfer && paper.transfer->standard == domain::QrStandard::swiss; }
};

// Adds words, broken into lines and, where there are many, over pages.
void add_paragraph(std::vector<Strip>& strips, Typesetter& setter, std::string_view words, Style style, Ink ink,
                   double gap);
// Stands with what follows.
void add_heading(std::vector<Strip>& strips, const std::string& words);

}  // namespace commis::pdf
