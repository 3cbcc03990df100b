#include "adapters/pdf/head.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "adapters/pdf/codes.hpp"

namespace commis::pdf {
namespace {

using domain::DocumentKind;
using domain::PaperParty;

constexpr double logo_top = 13;
constexpr double sender_left = 122;
constexpr double facts_width = 68;
constexpr double fact_value_width = 37;
constexpr double fact_gap = 0.6;
constexpr double title_top_min = 96;
constexpr double title_top_min_with_bill = 88;  // Every line above a payment part may save a page.
constexpr double barcode_width_max = 62;

// Where the window shows the address: DIN 5008 form B on the left, SN 010130 on the right.
struct Window {
    double left;
    double width;
    double facts_top;  // Of what stands beside it.
    double sender_baseline;
    double top;
    double bottom;
};
constexpr Window left_window{25, 79, 50, 49.4, 52.5, 89};
constexpr Window right_window{122, 72, 46, 50.4, 53.5, 92};

const Window& window_of(const domain::Paper& paper) { return paper.look.window_right ? right_window : left_window; }

std::vector<std::string> sender_lines(const Sheet& sheet) {
    const PaperParty& seller = sheet.paper.seller;
    std::vector<std::string> lines = sheet.words.place_lines(seller.address);
    const bool is_abroad = sheet.paper.buyer.address.country != seller.address.country;
    if (is_abroad && !seller.address.country.empty()) lines.push_back(sheet.words.country(seller.address.country));
    for (const std::string* line : {&seller.phone, &seller.email, &seller.website}) {
        if (!line->empty()) lines.push_back(*line);
    }
    return lines;
}

}  // namespace

Head::Head(const Sheet& sheet)
    : sheet_{sheet}, facts_left_{sheet.paper.look.window_right ? content_left : sender_left} {
    collect_facts();
    double facts_bottom = window_of(sheet_.paper).facts_top;
    for (const Fact& fact : facts_) facts_bottom += fact.second.height() + fact_gap;
    const double top_min = sheet_.has_bill() ? title_top_min_with_bill : title_top_min;
    title_baseline_ = std::max(top_min, facts_bottom + (has_code() ? 4 : 2)) + 8;
    bottom_ = title_baseline_ + 6;
    const std::string second = second_address();
    if (!second.empty()) {
        const double width = content_width - (has_code() ? barcode_width_max : 0);
        second_address_.push_back(sheet_.setter.wrapped(second, small_style, width));
        bottom_ += second_address_.front().height() + 1;
    }
}

void Head::add_fact(std::string_view label, const std::string& value) {
    if (value.empty()) return;
    facts_.emplace_back(sheet_.words.label(label), sheet_.setter.wrapped(value, body_style, fact_value_width));
}

void Head::collect_facts() {
    const domain::Paper& paper = sheet_.paper;
    const PaperWords& words = sheet_.words;
    const bool is_order = paper.kind == DocumentKind::order_form;
    add_fact("date", words.day(paper.issued_on));
    add_fact("due_date", words.day(paper.due_on));
    add_fact("delivery_date", words.day(paper.delivered_on));
    add_fact("invoice_number", paper.refers_to_number);
    add_fact("invoice_date", words.day(paper.refers_to_on));
    if (!is_order) add_fact("order", paper.order_number);
    if (!is_order || paper.order_placed_on != paper.issued_on) {
        add_fact("order_date", words.day(paper.order_placed_on));
    }
    if (paper.external_id != paper.order_number) add_fact("store_number", paper.external_id);
    add_fact("your_reference", paper.buyer_reference);
    add_fact("your_vat_id", paper.buyer.vat_id);
    const bool is_credit = paper.kind == DocumentKind::credit_note;
    if (sheet_.is_priced() && !is_credit) add_fact("payment", paper.payment_method_label);
    add_fact("tracking", paper.tracking);
}

const PaperParty& Head::addressee() const {
    const bool goes_there = sheet_.paper.kind == DocumentKind::delivery_note && sheet_.paper.ship_to;
    return goes_there ? *sheet_.paper.ship_to : sheet_.paper.buyer;
}

// The one of buyer and recipient whom the window does not show.
std::string Head::second_address() const {
    if (!sheet_.paper.ship_to) return "";
    if (sheet_.words.address_lines(*sheet_.paper.ship_to) == sheet_.words.address_lines(sheet_.paper.buyer)) return "";
    const bool is_note = sheet_.paper.kind == DocumentKind::delivery_note;
    const PaperParty& other = is_note ? sheet_.paper.buyer : *sheet_.paper.ship_to;
    const std::string lines = joined(sheet_.words.address_lines(other), ", ");
    return sheet_.words.label(is_note ? "ordered_by" : "delivered_to", {{"address", lines}});
}

bool Head::has_code() const {
    const DocumentKind kind = sheet_.paper.kind;
    return kind == DocumentKind::order_form || kind == DocumentKind::delivery_note;
}

std::string Head::title() const { return sheet_.words.kind(sheet_.paper.kind); }

std::string Head::title_number() const {
    if (sheet_.paper.draft) return "";
    return sheet_.paper.kind == DocumentKind::order_form ? sheet_.paper.order_number : sheet_.paper.number;
}

void Head::draw(Canvas& canvas) const {
    draw_sender(canvas);
    draw_address(canvas);
    draw_facts(canvas);
    draw_title(canvas);
    draw_fold_marks(canvas);
}

void Head::draw_sender(Canvas& canvas) const {
    const PaperParty& seller = sheet_.paper.seller;
    double top = logo_top;
    const auto add = [&](const std::string& line, Style style, Ink ink) {
        const Text text = sheet_.setter.wrapped(line, style, content_right - sender_left);
        canvas.place(text, sender_left, top + text.baseline(), ink);
        top += text.height();
    };
    if (sheet_.logo != nullptr) {
        canvas.picture(sheet_.logo->surface.get(), content_left, logo_top, sheet_.logo->width, sheet_.logo->height);
        add(seller.name, {8, Face::bold}, Ink::plain);
    } else {
        constexpr double width = sender_left - content_left - 8;
        const Text whole = sheet_.setter.line(seller.name, {17, Face::bold});
        const double size = std::clamp(std::floor(17 * width / whole.width()), 10.0, 17.0);
        canvas.place(sheet_.setter.wrapped(seller.name, {size, Face::bold}, width), content_left, logo_top + 6,
                     Ink::accent_word);
    }
    for (const std::string& line : sender_lines(sheet_)) add(line, small_style, Ink::soft);
}

void Head::draw_address(Canvas& canvas) const {
    const Window& window = window_of(sheet_.paper);
    std::vector<std::string> sender{sheet_.paper.seller.name};
    std::ranges::copy(sheet_.words.place_lines(sheet_.paper.seller.address), std::back_inserter(sender));
    const std::string from = joined(sender, " · ");
    const Text whole = sheet_.setter.line(from, {6.5});
    const double size = std::clamp(6.5 * window.width / whole.width(), 5.0, 6.5);
    const Text fitted = sheet_.setter.wrapped(from, {size}, window.width);
    canvas.place(fitted, window.left, window.sender_baseline + fitted.lines().front().bottom - fitted.height(),
                 Ink::soft);
    canvas.rule(window.left, window.sender_baseline + 1.1, std::min(window.width, content_right - window.left));
    // The whole address stays in the window, in smaller type if it must.
    std::vector<Text> lines;
    double height = 0;
    for (const double points : {10.0, 9.0, 8.0, 7.0}) {
        lines.clear();
        height = 0;
        for (const std::string& line : sheet_.words.address_lines(addressee())) {
            lines.push_back(sheet_.setter.wrapped(line, {points}, window.width));
            height += lines.back().height();
        }
        if (window.top + height <= window.bottom) break;
    }
    double top = window.top;
    for (const Text& line : lines) {
        canvas.place(line, window.left, top + line.baseline());
        top += line.height();
    }
}

void Head::draw_facts(Canvas& canvas) const {
    double top = window_of(sheet_.paper).facts_top;
    for (const auto& [label, value] : facts_) {
        canvas.write(facts_left_, top + value.baseline(), label, small_style, Ink::soft);
        canvas.place(value, facts_left_ + facts_width - fact_value_width, top + value.baseline());
        top += value.height() + fact_gap;
    }
}

void Head::draw_title(Canvas& canvas) const {
    const domain::Paper& paper = sheet_.paper;
    double width_left = content_width;
    if (has_code()) {
        width_left -= 5 + draw_barcode(canvas, content_right, title_baseline_ - 9, 9, paper.order_number,
                                       barcode_width_max, Align::right);
    }
    const bool is_pro_forma = paper.draft && paper.kind == DocumentKind::invoice;
    const std::string second = paper.draft ? sheet_.words.label(is_pro_forma ? "pro_forma" : "draft") : title_number();
    const Face second_face = paper.draft ? Face::bold : Face::regular;
    double size = 20;
    const auto width = [&] {
        return sheet_.setter.line(title(), {size, Face::bold}).width() + 3 +
               sheet_.setter.line(second, {size, second_face}).width();
    };
    while (size > 9 && width() > width_left) size -= 1;
    const double written = canvas.write(content_left, title_baseline_, title(), {size, Face::bold});
    canvas.write(content_left + written + 3, title_baseline_, second, {size, second_face},
                 paper.draft ? Ink::accent_word : Ink::plain);
    if (!second_address_.empty()) {
        const Text& second_address = second_address_.front();
        canvas.place(second_address, content_left, title_baseline_ + 3 + second_address.baseline(), Ink::soft);
    }
}

void Head::draw_fold_marks(Canvas& canvas) const {
    constexpr std::array din{105.0, 210.0};
    constexpr std::array swiss{99.0, 198.0};
    for (const double y : sheet_.paper.look.window_right ? swiss : din) canvas.rule(4, y, 4, Ink::soft, 0.15);
    canvas.rule(4, 148.5, 6, Ink::soft, 0.15);
}

void Head::draw_following(Canvas& canvas) const {
    const bool is_slip = !sheet_.paper.slip.empty();
    const std::string name = is_slip ? joined({sheet_.words.label("order"), sheet_.paper.order_number}, " ")
                                     : joined({title(), title_number()}, " ");
    const double width = canvas.write(content_left, 17, name, strong_style);
    const Text seller = sheet_.setter.line(sheet_.paper.seller.name, small_style);
    if (width + seller.width() + 8 < content_width) {
        canvas.place(seller, content_right - seller.width(), 17, Ink::soft);
    }
    canvas.rule(content_left, 19.5, content_width);
}

Foot::Foot(Typesetter& setter, const PaperWords& words, const PaperParty* seller, const std::vector<std::string>& lines,
           bool is_short)
    : words_{words} {
    constexpr Style style{7.5};
    constexpr double width = content_width - 32;
    const auto add = [&](const std::string& line) {
        if (!line.empty()) lines_.push_back(setter.wrapped(line, style, width));
    };
    if (seller != nullptr) {
        const std::string vat_id = seller->vat_id.empty() ? "" : words.label("vat_id", {{"id", seller->vat_id}});
        add(joined({seller->name, seller->registration, vat_id}, " · "));
    }
    if (is_short) {
        add(joined(lines, " · "));
    } else {
        std::ranges::for_each(lines, add);
    }
    height_ = 2.5;
    for (const Text& line : lines_) height_ += line.height();
    height_ = std::max(height_, 6.5);
}

void Foot::draw(Canvas& canvas, double bottom, std::size_t page, std::size_t pages) const {
    double top = bottom - height_;
    canvas.rule(content_left, top, content_width);
    top += 2;
    const std::string number = words_.label("page", {{"page", std::to_string(page)}, {"pages", std::to_string(pages)}});
    canvas.write(content_right, top + 2.9, number, {7.5}, Ink::soft, Align::right);
    for (const Text& line : lines_) {
        canvas.place(line, content_left, top + line.baseline(), Ink::soft);
        top += line.height();
    }
}

}  // namespace commis::pdf
