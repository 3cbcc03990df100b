#include "adapters/pdf/closing.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "adapters/pdf/codes.hpp"
#include "domain/payment_details.hpp"

namespace commis::pdf {
namespace {

using domain::DocumentKind;
using domain::TaxCategory;

constexpr double sums_left = 108;
constexpr double code_side = 30;

struct SumRow {
    std::string label;
    std::string value;
    Style style = body_style;
    Ink ink = Ink::plain;
    double height = 5.2;
    bool is_ruled = false;  // Above it.
};

std::vector<SumRow> sum_rows(const Sheet& sheet) {
    const domain::Paper& paper = sheet.paper;
    const PaperWords& words = sheet.words;
    std::vector<SumRow> rows{{words.label("net_total"), words.money(paper.net_minor)}};
    for (const domain::PaperTax& tax : paper.taxes) {
        const std::map<std::string, std::string> values{{"rate", words.percent(tax.rate)},
                                                        {"base", words.money(tax.net_minor)}};
        rows.push_back({words.label("tax_at", values), words.money(tax.tax_minor)});
    }
    const bool is_credit = paper.kind == DocumentKind::credit_note;
    rows.push_back({words.label(is_credit ? "total_credited" : "total"),
                    words.money(paper.total_minor),
                    {11, Face::bold},
                    Ink::plain,
                    8,
                    true});
    const bool asks = paper.kind == DocumentKind::invoice || paper.kind == DocumentKind::order_form;
    if (asks && paper.paid_minor != 0) {
        rows.push_back({words.label("already_paid"), words.money(-paper.paid_minor)});
        rows.push_back(
            {words.label("amount_due"), words.money(paper.due_minor), {11, Face::bold}, Ink::accent_word, 8, true});
    }
    return rows;
}

void draw_sums(Canvas& canvas, double top, const std::vector<SumRow>& rows) {
    double below = top + 3;
    for (const SumRow& row : rows) {
        if (row.is_ruled) canvas.rule(sums_left, below + 1, content_right - sums_left, Ink::soft, 0.25);
        const double baseline = below + row.height - 1.6;
        canvas.write(sums_left, baseline, row.label, row.style, row.style.face == Face::bold ? row.ink : Ink::soft);
        canvas.write(content_right, baseline, row.value, row.style, row.ink, Align::right);
        below += row.height;
    }
}

std::string_view tax_note(TaxCategory category) {
    switch (category) {
        case TaxCategory::reverse_charge:
            return "reverse_charge";
        case TaxCategory::intra_community:
            return "intra_community";
        case TaxCategory::exported:
            return "exported";
        case TaxCategory::outside:
            return "outside_tax";
        case TaxCategory::standard:
        case TaxCategory::zero:
        case TaxCategory::exempt:
            break;
    }
    return "";
}

void add_payment_rows(std::vector<Strip>& strips, const Sheet& sheet) {
    const auto row = [&](const std::string& on, const std::string& method, const std::string& amount) {
        Strip strip{.height = 5.6, .keep_with_next = true};
        strip.draw = [=](Canvas& canvas, double top) {
            canvas.write(content_left, top + 3.9, on, body_style, Ink::soft);
            canvas.write(content_left + 42, top + 3.9, method, body_style);
            canvas.write(content_right, top + 3.9, amount, body_style, Ink::plain, Align::right);
            canvas.rule(content_left, top + 5.6, content_width);
        };
        strips.push_back(std::move(strip));
    };
    std::int64_t sum_minor = 0;
    for (const domain::PaperPayment& payment : sheet.paper.payments) {
        sum_minor += payment.amount_minor;
        row(sheet.words.day(payment.on), payment.method, sheet.words.money(payment.amount_minor));
    }
    Strip total{.height = 8};
    total.draw = [label = sheet.words.label("payments_total"), sum = sheet.words.money(sum_minor)](Canvas& canvas,
                                                                                                   double top) {
        canvas.write(content_left, top + 5.6, label, {11, Face::bold}, Ink::accent_word);
        canvas.write(content_right, top + 5.6, sum, {11, Face::bold}, Ink::accent_word, Align::right);
    };
    strips.push_back(std::move(total));
}

}  // namespace

void add_sums(std::vector<Strip>& strips, const Sheet& sheet) {
    // The sums never stand on a page without a position above them.
    for (std::size_t back = 1; back <= 2 && back <= strips.size(); ++back) {
        strips[strips.size() - back].keep_with_next = true;
    }
    auto rows = sum_rows(sheet);
    Strip strip{.height = 5};
    for (const SumRow& row : rows) strip.height += row.height;
    const std::string included = sheet.paper.prices_include_tax && sheet.paper.tax_minor != 0
                                     ? sheet.words.label("prices_include_tax")
                                     : std::string();
    strip.draw = [rows = std::move(rows), included](Canvas& canvas, double top) {
        draw_sums(canvas, top, rows);
        canvas.write(content_left, top + 6.6, included, small_style, Ink::soft);
    };
    strips.push_back(std::move(strip));
}

void add_tax_notes(std::vector<Strip>& strips, const Sheet& sheet) {
    std::vector<std::string_view> said;
    bool gives_reason = false;
    for (const domain::PaperTax& tax : sheet.paper.taxes) {
        gives_reason = gives_reason || tax.category == TaxCategory::exempt || tax.category == TaxCategory::outside;
        const std::string_view note = tax_note(tax.category);
        if (note.empty() || std::ranges::find(said, note) != said.end()) continue;
        said.push_back(note);
        add_paragraph(strips, sheet.setter, sheet.words.label(note), body_style, Ink::plain, 2.5);
    }
    if (gives_reason && !sheet.paper.exemption_reason.empty()) {
        add_paragraph(strips, sheet.setter, sheet.paper.exemption_reason, body_style, Ink::plain, 2.5);
    }
}

void add_payments(std::vector<Strip>& strips, const Sheet& sheet) {
    if (sheet.paper.kind != DocumentKind::receipt || sheet.paper.payments.empty()) return;
    add_heading(strips, sheet.words.label("payments"));
    add_payment_rows(strips, sheet);
}

void add_terms(std::vector<Strip>& strips, const Sheet& sheet) {
    const domain::Paper& paper = sheet.paper;
    const PaperWords& words = sheet.words;
    std::string sentence;
    if (paper.draft && paper.kind == DocumentKind::invoice) {
        add_paragraph(strips, sheet.setter, words.label("pro_forma_note"), body_style, Ink::plain, 4);
    }
    if (paper.kind == DocumentKind::credit_note || paper.kind == DocumentKind::receipt) return;
    if (paper.due_minor > 0 && !paper.due_on.empty()) {
        sentence = words.label("pay_by", {{"amount", words.money(paper.due_minor)}, {"date", words.day(paper.due_on)}});
    } else if (paper.due_minor > 0 && paper.transfer) {
        sentence = words.label("pay", {{"amount", words.money(paper.due_minor)}});
    } else if (paper.due_minor <= 0 && paper.paid_minor > 0) {
        sentence = words.label("paid_in_full");
    }
    if (!sentence.empty()) add_paragraph(strips, sheet.setter, sentence, strong_style, Ink::plain, 4);
}

void add_transfer(std::vector<Strip>& strips, const Sheet& sheet) {
    if (!sheet.paper.transfer || sheet.has_bill()) return;
    const domain::PaperTransfer& transfer = *sheet.paper.transfer;
    const PaperWords& words = sheet.words;
    const bool has_code = transfer.standard == domain::QrStandard::epc && !transfer.payload.empty();
    std::vector<std::pair<std::string, Text>> rows;
    const double value_width = content_width - 38 - (has_code ? code_side + 8 : 0);
    const auto add = [&](std::string_view label, const std::string& value) {
        if (!value.empty()) {
            rows.emplace_back(words.label(label), sheet.setter.wrapped(value, body_style, value_width));
        }
    };
    add("account_holder", transfer.holder);
    add("iban", domain::grouped(transfer.iban));
    add("bic", transfer.bic);
    add("reference", transfer.reference);
    add("amount", words.money(transfer.amount_minor));
    double height = 11;
    for (const auto& row : rows) height += row.second.height() + 0.8;
    if (has_code) height = std::max(height, 6 + code_side + 5);
    Strip strip{.height = height};
    strip.draw = [rows = std::move(rows), title = words.label("transfer"), caption = words.label("scan_to_pay"),
                  payload = has_code ? transfer.payload : std::string()](Canvas& canvas, double top) {
        canvas.write(content_left, top + 9, title, heading_style);
        double below = top + 11.5;
        for (const auto& [label, value] : rows) {
            canvas.write(content_left, below + value.baseline(), label, small_style, Ink::soft);
            canvas.place(value, content_left + 38, below + value.baseline());
            below += value.height() + 0.8;
        }
        if (payload.empty()) return;
        draw_qr_code(canvas, content_right - code_side, top + 6, code_side, payload, false);
        canvas.write(content_right - code_side / 2, top + 6 + code_side + 3.6, caption, {7}, Ink::soft, Align::center);
    };
    strips.push_back(std::move(strip));
}

void add_notes(std::vector<Strip>& strips, const Sheet& sheet) {
    bool is_first = true;
    for (const std::string& note : sheet.paper.notes) {
        if (note.empty()) continue;
        add_paragraph(strips, sheet.setter, note, body_style, Ink::plain, is_first ? 5 : 2);
        is_first = false;
    }
}

}  // namespace commis::pdf
