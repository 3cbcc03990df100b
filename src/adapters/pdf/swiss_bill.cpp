#include "adapters/pdf/swiss_bill.hpp"

#include <utility>

#include "adapters/pdf/codes.hpp"
#include "domain/payment_details.hpp"
#include "domain/payment_reference.hpp"

namespace commis::pdf {
namespace {

// Lines of the code's text, counted from 0 (SIX, Swiss Implementation Guidelines QR-bill).
constexpr std::size_t iban_line = 3;
constexpr std::size_t creditor_line = 4;
constexpr std::size_t amount_line = 18;
constexpr std::size_t currency_line = 19;
constexpr std::size_t debtor_line = 20;
constexpr std::size_t reference_line = 28;
constexpr std::size_t message_line = 29;

constexpr double margin = 5;
constexpr double receipt_width = 62;
constexpr double code_side = 46;
constexpr double point = 1 / points_per_mm;

constexpr Style title_style{11, Face::bill_bold};

// "1234.50" is printed "1 234.50".
std::string amount_text(std::string_view decimal) {
    const auto digits = decimal.find('.');
    std::string text;
    for (std::size_t at = 0; at < decimal.size(); ++at) {
        if (at > 0 && at < digits && (digits - at) % 3 == 0) text += ' ';
        text += decimal[at];
    }
    return text;
}

// Where somebody writes by hand: the corners of a field.
void draw_corners(Canvas& canvas, double x, double y, double width, double height) {
    constexpr double length = 3;
    constexpr double thickness = 0.75 * point;
    for (const double edge : {y, y + height}) {
        canvas.rule(x, edge, length, Ink::black, thickness);
        canvas.rule(x + width - length, edge, length, Ink::black, thickness);
    }
    for (const double edge : {x, x + width}) {
        canvas.upright(edge, y, length, Ink::black, thickness);
        canvas.upright(edge, y + height - length, length, Ink::black, thickness);
    }
}

}  // namespace

SwissBillPart::SwissBillPart(const PaperWords& words, std::string payload)
    : words_{words}, payload_{std::move(payload)} {
    std::string_view left = payload_;
    while (!left.empty()) {
        const auto end = left.find('\n');
        std::string_view found = left.substr(0, end);
        if (found.ends_with('\r')) found.remove_suffix(1);
        lines_.emplace_back(found);
        left = end == std::string_view::npos ? std::string_view() : left.substr(end + 1);
    }
}

const std::string& SwissBillPart::line(std::size_t number) const {
    static const std::string none;
    return number < lines_.size() ? lines_[number] : none;
}

std::vector<std::string> SwissBillPart::party(std::size_t first) const {
    if (line(first).empty()) return {};
    const bool is_combined = line(first) == "K";
    const std::string& country = line(first + 6);
    const bool is_swiss = country == "CH" || country == "LI";
    std::string second = line(first + 3);
    std::string town = is_combined ? second : joined({line(first + 4), line(first + 5)}, " ");
    if (!is_swiss) town.insert(0, country + "-");
    const std::string street = is_combined ? line(first + 2) : joined({line(first + 2), second}, " ");
    std::vector<std::string> lines{line(first + 1), street, town};
    std::erase(lines, "");
    return lines;
}

std::string SwissBillPart::reference() const {
    const auto read = domain::read_payment_reference(line(reference_line));
    return read ? domain::printed(*read) : line(reference_line);
}

void SwissBillPart::draw(Canvas& canvas) const {
    canvas.fill(0, top, page_width, height, Ink::white);
    draw_cuts(canvas);
    draw_receipt(canvas);
    draw_payment(canvas);
}

void SwissBillPart::draw_cuts(Canvas& canvas) const {
    canvas.cut_across(0, top, page_width);
    canvas.cut_down(receipt_width, top, height);
}

double SwissBillPart::block(Canvas& canvas, double x, double y, const Look& look, std::string_view label,
                            const std::vector<std::string>& lines) const {
    canvas.write(x, y, words_.label(label), look.heading, Ink::black);
    double baseline = y + look.value_step;
    for (const std::string& words : lines) {
        const Text text = canvas.setter().wrapped(words, look.value, look.width);
        for (std::size_t at = 0; at < text.lines().size(); ++at) {
            const double above = at == 0 ? 0 : text.lines()[at - 1].bottom;
            canvas.place_lines(text, at, at + 1, x, baseline - (text.lines()[at].baseline - above), Ink::black);
            baseline += look.value_step;
        }
    }
    return baseline - look.value_step + look.heading_step;
}

double SwissBillPart::parties(Canvas& canvas, double x, double y, const Look& look) const {
    std::vector<std::string> creditor = party(creditor_line);
    creditor.insert(creditor.begin(), domain::grouped(line(iban_line)));
    double next = block(canvas, x, y, look, "bill_account", creditor);
    if (!line(reference_line).empty()) next = block(canvas, x, next, look, "bill_reference", {reference()});
    return next;
}

void SwissBillPart::debtor(Canvas& canvas, double x, double y, const Look& look, double blank_width,
                           double blank_height) const {
    const auto lines = party(debtor_line);
    if (!lines.empty()) {
        block(canvas, x, y, look, "bill_payable_by", lines);
        return;
    }
    canvas.write(x, y, words_.label("bill_payable_by_blank"), look.heading, Ink::black);
    draw_corners(canvas, x, y + 1, blank_width, blank_height);
}

void SwissBillPart::draw_receipt(Canvas& canvas) const {
    constexpr Look look{receipt_width - 2 * margin, {6, Face::bill_bold}, {8, Face::bill}, 18 * point, 9 * point};
    constexpr double amount_top = top + 68;
    canvas.write(margin, top + margin + 11 * point, words_.label("bill_receipt"), title_style, Ink::black);
    const double next = parties(canvas, margin, top + 12 + 6 * point, look);
    debtor(canvas, margin, next, look, 52, 20);
    canvas.write(margin, amount_top + 6 * point, words_.label("bill_currency"), look.heading, Ink::black);
    canvas.write(margin, amount_top + 17 * point, line(currency_line), look.value, Ink::black);
    canvas.write(margin + 14, amount_top + 6 * point, words_.label("bill_amount"), look.heading, Ink::black);
    if (line(amount_line).empty()) {
        draw_corners(canvas, receipt_width - margin - 30, amount_top + 0.5, 30, 10);
    } else {
        canvas.write(margin + 14, amount_top + 17 * point, amount_text(line(amount_line)), look.value, Ink::black);
    }
    canvas.write(receipt_width - margin, top + 82 + 6 * point, words_.label("bill_acceptance_point"), look.heading,
                 Ink::black, Align::right);
}

void SwissBillPart::draw_payment(Canvas& canvas) const {
    constexpr Look look{87, {8, Face::bill_bold}, {10, Face::bill}, 22 * point, 11 * point};
    constexpr double left = receipt_width + margin;
    constexpr double amount_top = top + 68;
    canvas.write(left, top + margin + 11 * point, words_.label("bill_payment_part"), title_style, Ink::black);
    draw_qr_code(canvas, left, top + 17, code_side, payload_, true);
    canvas.write(left, amount_top + 8 * point, words_.label("bill_currency"), look.heading, Ink::black);
    canvas.write(left, amount_top + 21 * point, line(currency_line), look.value, Ink::black);
    canvas.write(left + 14, amount_top + 8 * point, words_.label("bill_amount"), look.heading, Ink::black);
    if (line(amount_line).empty()) {
        draw_corners(canvas, left + 11, amount_top + 4.5, 40, 15);
    } else {
        canvas.write(left + 14, amount_top + 21 * point, amount_text(line(amount_line)), look.value, Ink::black);
    }
    constexpr double right_part = 118;
    double next = parties(canvas, right_part, top + margin + 8 * point, look);
    if (!line(message_line).empty()) {
        next = block(canvas, right_part, next, look, "bill_additional", {line(message_line)});
    }
    debtor(canvas, right_part, next, look, 65, 25);
}

}  // namespace commis::pdf
