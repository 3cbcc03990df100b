// A page to draw on. Places are millimetres from its upper left corner; words stand on their baseline.
#pragma once

#include <cairo.h>

#include <cstddef>
#include <string_view>

#include "adapters/pdf/typesetter.hpp"

namespace commis::pdf {

inline constexpr double page_width = 210;
inline constexpr double page_height = 297;

enum class Align : unsigned char { left, center, right };

// What a colour is for. `accent` adorns; `accent_word` is the same, dark enough to be read.
enum class Ink : unsigned char { plain, soft, faint, ground, accent, accent_word, black, white };

struct Color {
    double red = 0, green = 0, blue = 0;
};

struct Palette {
    // The shop's colour as "#rrggbb"; anything else is the program's own.
    explicit Palette(std::string_view shop_color);
    Color of(Ink ink) const;
    Color accent, accent_word;
};

class Canvas {
public:
    Canvas(cairo_t* context, Typesetter& setter, Palette palette)
        : context_{context}, setter_{&setter}, palette_{palette} {}

    // One line of words; gives back its width.
    double write(double x, double baseline, std::string_view words, Style style, Ink ink = Ink::plain,
                 Align align = Align::left);
    // One line around its middle, rising by `degrees`.
    void write_rising(double x, double y, std::string_view words, Style style, Ink ink, double degrees);
    // Words that are set already: by the baseline of the first line, or by the top and some of the lines.
    void place(const Text& text, double x, double baseline, Ink ink = Ink::plain);
    void place_lines(const Text& text, std::size_t first, std::size_t end, double x, double top, Ink ink);

    void rule(double x, double y, double width, Ink ink = Ink::faint, double thickness = 0.2);
    void upright(double x, double y, double height, Ink ink, double thickness);
    // A line to cut along, with scissors on it; it leads right or down.
    void cut_across(double x, double y, double width);
    void cut_down(double x, double y, double height);
    void frame(double x, double y, double width, double height, Ink ink, double thickness);
    void fill(double x, double y, double width, double height, Ink ink);
    void picture(cairo_surface_t* picture, double x, double y, double width, double height);

    // Many rectangles of one colour in one path: add them, then ink them.
    void add_box(double x, double y, double width, double height);
    void ink_boxes(Ink ink);

    Typesetter& setter() { return *setter_; }

private:
    void use(Ink ink);
    void cut(double x, double y, double length, double turn);
    void stroke(Ink ink, double thickness);

    cairo_t* context_;
    Typesetter* setter_;
    Palette palette_;
};

}  // namespace commis::pdf
