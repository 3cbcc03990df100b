#include "adapters/pdf/return_slip.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "adapters/pdf/codes.hpp"

namespace commis::pdf {
namespace {

constexpr std::array<std::string_view, 6> reasons{"return_too_small", "return_not_as_shown", "return_damaged",
                                                  "return_wrong",     "return_late",         "return_unwanted"};
constexpr double box_side = 3.6;
constexpr double quantity_left = content_left + 9;
constexpr double sku_left = quantity_left + 27;
constexpr double name_left = sku_left + 31;
constexpr double reason_left = content_right - 17;
constexpr double words_width = 40;  // Of a reason in words.
constexpr Style row_style{8.5};

std::string unbroken(std::string_view words) {
    std::string text;
    for (const char sign : words) text += sign == ' ' ? std::string("\u00A0") : std::string(1, sign);
    return text;
}

void add_head(std::vector<Strip>& strips, const Sheet& sheet) {
    std::vector<std::string> lines{sheet.paper.seller.name};
    std::ranges::copy(sheet.words.place_lines(sheet.paper.seller.address), std::back_inserter(lines));
    const bool is_alone = !sheet.paper.slip.empty();
    const auto& how_label = sheet.words.label(is_alone ? "return_enclose" : "return_how");
    const Text how = sheet.setter.wrapped(how_label, small_style, 92);
    const double left_bottom = 17 + how.height();
    const double right_bottom = 26 + 3.8 * static_cast<double>(lines.size());
    Strip strip{.height = std::max(left_bottom, right_bottom) + 4, .keep_with_next = true};
    strip.draw = [=, title = sheet.words.label("return_slip"), to = sheet.words.label("return_to"),
                  code = is_alone ? sheet.paper.slip : sheet.paper.order_number](Canvas& canvas, double top) {
        if (!is_alone) canvas.cut_across(0, top, page_width);
        canvas.write(content_left, top + 12, title, {14, Face::bold});
        canvas.place(how, content_left, top + 16 + how.baseline(), Ink::soft);
        draw_barcode(canvas, content_right, top + 5, 8, code, 65, Align::right);
        const double left = content_right - 65;
        canvas.write(left, top + 23, to, small_style, Ink::soft);
        double baseline = top + 27;
        for (const std::string& line : lines) {
            canvas.write(left, baseline, line, body_style);
            baseline += 3.8;
        }
    };
    strips.push_back(std::move(strip));
}

void add_titles(std::vector<Strip>& strips, const Sheet& sheet) {
    Strip strip{.height = 7, .keep_with_next = true};
    strip.draw = [quantity = sheet.words.label("return_quantity"), sku = sheet.words.label("sku"),
                  name = sheet.words.label("name"), reason = sheet.words.label("return_reason"),
                  is_alone = !sheet.paper.slip.empty()](Canvas& canvas, double top) {
        canvas.write(quantity_left, top + 3.6, quantity, small_style, Ink::soft);
        canvas.write(sku_left, top + 3.6, sku, small_style, Ink::soft);
        canvas.write(name_left, top + 3.6, name, small_style, Ink::soft);
        const double edge = is_alone ? content_right - words_width : content_right;
        canvas.write(edge, top + 3.6, reason, small_style, Ink::soft, is_alone ? Align::left : Align::right);
        canvas.rule(content_left, top + 5.6, content_width, Ink::accent, 0.35);
    };
    strips.push_back(std::move(strip));
}

void add_row(std::vector<Strip>& strips, const Sheet& sheet, const domain::PaperLine& line) {
    const Text name = sheet.setter.wrapped(line.name, row_style, reason_left - name_left - 4);
    const Text sku = sheet.setter.wrapped(line.sku, row_style, name_left - sku_left - 3);
    const double height = std::max({name.height(), sku.height(), 5.0}) + 2.6;
    Strip strip{.height = height};
    strip.draw = [=, of = sheet.words.label("return_of", {{"quantity", std::to_string(line.quantity)}})](Canvas& canvas,
                                                                                                         double top) {
        const double baseline = top + 1.5 + name.baseline();
        canvas.frame(content_left, baseline - box_side + 0.6, box_side, box_side, Ink::plain, 0.25);
        canvas.rule(quantity_left, baseline + 0.6, 8, Ink::soft, 0.2);
        canvas.write(quantity_left + 9, baseline, of, row_style, Ink::soft);
        canvas.place(sku, sku_left, baseline, Ink::soft);
        canvas.place(name, name_left, baseline);
        canvas.rule(reason_left + 3, baseline + 0.6, content_right - reason_left - 3, Ink::soft, 0.2);
        canvas.rule(content_left, top + height, content_width);
    };
    strips.push_back(std::move(strip));
}

// What was agreed on: how many, and why, as the buyer said it.
void add_agreed_row(std::vector<Strip>& strips, const Sheet& sheet, const domain::PaperLine& line) {
    const Text name = sheet.setter.wrapped(line.name, row_style, content_right - words_width - name_left - 4);
    const Text sku = sheet.setter.wrapped(line.sku, row_style, name_left - sku_left - 3);
    const Text reason = sheet.setter.wrapped(joined(line.details, ", "), row_style, words_width);
    const double height = std::max({name.height(), sku.height(), reason.height(), 5.0}) + 2.6;
    Strip strip{.height = height};
    strip.draw = [=, quantity = std::to_string(line.quantity) + " ×"](Canvas& canvas, double top) {
        const double baseline = top + 1.5 + name.baseline();
        canvas.write(quantity_left, baseline, quantity, row_style);
        canvas.place(sku, sku_left, baseline, Ink::soft);
        canvas.place(name, name_left, baseline);
        canvas.place(reason, content_right - words_width, baseline, Ink::soft);
        canvas.rule(content_left, top + height, content_width);
    };
    strips.push_back(std::move(strip));
}

}  // namespace

std::vector<Strip> return_slip(const Sheet& sheet) {
    std::vector<Strip> strips;
    add_head(strips, sheet);
    add_titles(strips, sheet);
    if (!sheet.paper.slip.empty()) {
        for (const domain::PaperLine& line : sheet.paper.lines) add_agreed_row(strips, sheet, line);
        return strips;
    }
    for (const domain::PaperLine& line : sheet.paper.lines) {
        if (line.kind == domain::LineKind::goods) add_row(strips, sheet, line);
    }
    std::vector<std::string> legend;
    legend.reserve(reasons.size());
    for (std::size_t at = 0; at < reasons.size(); ++at) {
        legend.push_back(unbroken(std::to_string(at + 1) + " = " + sheet.words.label(reasons.at(at))));
    }
    strips.back().keep_with_next = true;
    add_paragraph(strips, sheet.setter, joined(legend, "   "), small_style, Ink::soft, 3);
    return strips;
}

}  // namespace commis::pdf
