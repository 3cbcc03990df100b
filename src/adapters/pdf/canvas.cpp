#include "adapters/pdf/canvas.hpp"

#include <array>
#include <charconv>
#include <numbers>
#include <string>

#include "adapters/system/shop_color.hpp"

namespace commis::pdf {
namespace {

constexpr double pt(double millimetres) { return millimetres * points_per_mm; }

Color color_of(std::string_view hex) {
    std::array<int, 3> parts{};
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const std::string_view digits = hex.substr(1 + 2 * at, 2);
        std::from_chars(digits.data(), digits.data() + digits.size(), parts.at(at), 16);
    }
    return {parts[0] / 255.0, parts[1] / 255.0, parts[2] / 255.0};
}

}  // namespace

Palette::Palette(std::string_view shop_color) {
    const std::string safe = system::safe_color(shop_color);
    accent = color_of(safe);
    accent_word = color_of(system::readable_color(safe, "#ffffff"));
}

Color Palette::of(Ink ink) const {
    switch (ink) {
        case Ink::plain:
            return {0.10, 0.12, 0.16};
        case Ink::soft:
            return {0.40, 0.43, 0.48};
        case Ink::faint:
            return {0.86, 0.87, 0.89};
        case Ink::ground:
            return {0.965, 0.97, 0.975};
        case Ink::accent:
            return accent;
        case Ink::accent_word:
            return accent_word;
        case Ink::black:
            return {};
        case Ink::white:
            return {1, 1, 1};
    }
    return {};
}

void Canvas::use(Ink ink) {
    const Color color = palette_.of(ink);
    cairo_set_source_rgb(context_, color.red, color.green, color.blue);
}

void Canvas::stroke(Ink ink, double thickness) {
    use(ink);
    cairo_set_line_width(context_, pt(thickness));
    cairo_stroke(context_);
}

double Canvas::write(double x, double baseline, std::string_view words, Style style, Ink ink, Align align) {
    if (words.empty()) return 0;
    const Text text = setter_->line(words, style);
    const double shift = align == Align::left ? 0 : align == Align::right ? text.width() : text.width() / 2;
    place(text, x - shift, baseline, ink);
    return text.width();
}

void Canvas::write_rising(double x, double y, std::string_view words, Style style, Ink ink, double degrees) {
    const Text text = setter_->line(words, style);
    cairo_save(context_);
    cairo_translate(context_, pt(x), pt(y));
    cairo_rotate(context_, -degrees * std::numbers::pi / 180);
    place(text, -text.width() / 2, text.baseline() - text.height() / 2, ink);
    cairo_restore(context_);
}

void Canvas::place(const Text& text, double x, double baseline, Ink ink) {
    use(ink);
    cairo_move_to(context_, pt(x), pt(baseline - text.baseline()));
    pango_cairo_show_layout(context_, text.layout());
}

void Canvas::place_lines(const Text& text, std::size_t first, std::size_t end, double x, double top, Ink ink) {
    use(ink);
    const double above = first == 0 ? 0 : text.lines()[first - 1].bottom;
    for (std::size_t at = first; at < end; ++at) {
        const Text::Line& line = text.lines()[at];
        cairo_move_to(context_, pt(x + line.x), pt(top + line.baseline - above));
        pango_cairo_show_layout_line(context_, pango_layout_get_line_readonly(text.layout(), static_cast<int>(at)));
    }
}

void Canvas::rule(double x, double y, double width, Ink ink, double thickness) {
    cairo_move_to(context_, pt(x), pt(y));
    cairo_line_to(context_, pt(x + width), pt(y));
    stroke(ink, thickness);
}

void Canvas::upright(double x, double y, double height, Ink ink, double thickness) {
    cairo_move_to(context_, pt(x), pt(y));
    cairo_line_to(context_, pt(x), pt(y + height));
    stroke(ink, thickness);
}

void Canvas::cut_across(double x, double y, double width) { cut(x, y, width, 0); }

void Canvas::cut_down(double x, double y, double height) { cut(x, y, height, std::numbers::pi / 2); }

// Scissors of two rings and two blades, which open towards the line.
void Canvas::cut(double x, double y, double length, double turn) {
    constexpr std::array<double, 2> pattern{pt(1.2), pt(1.0)};
    constexpr double from = 6;
    constexpr double ring = 0.6;
    cairo_save(context_);
    cairo_translate(context_, pt(x), pt(y));
    cairo_rotate(context_, turn);
    cairo_set_dash(context_, pattern.data(), static_cast<int>(pattern.size()), 0);
    cairo_move_to(context_, 0, 0);
    cairo_line_to(context_, pt(length), 0);
    stroke(Ink::black, 0.15);
    cairo_set_dash(context_, nullptr, 0, 0);
    for (const double side : {-1.0, 1.0}) {
        cairo_new_sub_path(context_);
        cairo_arc(context_, pt(from), pt(side * 0.9), pt(ring), 0, 2 * std::numbers::pi);
        cairo_move_to(context_, pt(from + ring * 0.8), pt(side * 0.55));
        cairo_line_to(context_, pt(from + 4), pt(-side * 0.8));
    }
    stroke(Ink::black, 0.25);
    cairo_restore(context_);
}

void Canvas::frame(double x, double y, double width, double height, Ink ink, double thickness) {
    cairo_rectangle(context_, pt(x), pt(y), pt(width), pt(height));
    stroke(ink, thickness);
}

void Canvas::fill(double x, double y, double width, double height, Ink ink) {
    add_box(x, y, width, height);
    ink_boxes(ink);
}

void Canvas::add_box(double x, double y, double width, double height) {
    cairo_rectangle(context_, pt(x), pt(y), pt(width), pt(height));
}

void Canvas::ink_boxes(Ink ink) {
    use(ink);
    cairo_fill(context_);
}

void Canvas::picture(cairo_surface_t* picture, double x, double y, double width, double height) {
    cairo_save(context_);
    cairo_translate(context_, pt(x), pt(y));
    cairo_scale(context_, pt(width) / cairo_image_surface_get_width(picture),
                pt(height) / cairo_image_surface_get_height(picture));
    cairo_set_source_surface(context_, picture, 0, 0);
    // The archive standard allows no smoothing by the viewer.
    cairo_pattern_set_filter(cairo_get_source(context_), CAIRO_FILTER_NEAREST);
    cairo_paint(context_);
    cairo_restore(context_);
}

}  // namespace commis::pdf
