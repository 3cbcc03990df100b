// Tickets: what, when, where, who, and the code that a gate reads. The page is read at arm's length on a phone, so that
// its words are large.
#include <algorithm>
#include <string>
#include <utility>

#include "adapters/pdf/codes.hpp"
#include "adapters/pdf/head.hpp"
#include "adapters/pdf/pages.hpp"

namespace commis::pdf {
namespace {

using Ticket = ports::TicketSheet::Ticket;

constexpr double logo_top = 13;
constexpr double bar_top = 38;
constexpr double bar_height = 1.4;
constexpr double event_top = 46;
constexpr double code_side = 84;
constexpr double code_gap = 12;
constexpr double below_code = 9;
constexpr double facts_left = content_left + code_side + 10;
constexpr double facts_width = content_right - facts_left;
constexpr double label_height = 5;
constexpr double fact_gap = 6;
constexpr double foot_bottom = 289;
constexpr double stamp_width_max = 150;
constexpr double stamp_degrees = 32;
constexpr double stamp_middle = 205;  // Below what is to be read all the same.

// Names may have 500 letters; the page stays one.
Style shrunk(std::string_view words, double size, Face face = Face::bold) {
    constexpr std::size_t long_words = 70;
    constexpr std::size_t very_long_words = 200;
    const double share = words.size() > very_long_words ? 0.5 : words.size() > long_words ? 0.7 : 1;
    return {size * share, face};
}

class TicketPages final : public Pages {
public:
    TicketPages(const ports::TicketSheet& sheet, const Language& language, Typesetter& setter, const Picture* logo)
        : sheet_{sheet},
          words_{language.words, language.format, sheet.language, "", {}},
          setter_{setter},
          logo_{logo},
          foot_{setter, words_, nullptr, sheet.look.footer, false} {}

    std::size_t count() const override { return sheet_.tickets.size(); }

    void draw(Canvas& canvas, std::size_t page) const override {
        const Ticket& ticket = sheet_.tickets[page];
        draw_head(canvas);
        const double top = draw_event(canvas, ticket) + code_gap;
        const double facts_bottom = draw_facts(canvas, ticket, top);
        const double code_bottom = draw_code(canvas, ticket, top);
        if (!ticket.barcode.empty()) {
            const Text hint = setter_.wrapped(words_.label("ticket_hint"), {10}, content_width);
            canvas.place(hint, content_left, std::max(facts_bottom, code_bottom) + 6 + hint.baseline(), Ink::soft);
        }
        draw_stamp(canvas, ticket.stamp);
        foot_.draw(canvas, foot_bottom, page + 1, count());
    }

private:
    void draw_head(Canvas& canvas) const {
        if (logo_ != nullptr) {
            canvas.picture(logo_->surface.get(), content_left, logo_top, logo_->width, logo_->height);
        } else {
            canvas.place(setter_.wrapped(sheet_.seller, shrunk(sheet_.seller, 14), 120), content_left, 24);
        }
        canvas.write(content_right, 24, words_.kind(domain::DocumentKind::ticket), {14}, Ink::soft, Align::right);
        canvas.fill(content_left, bar_top, content_width, bar_height, Ink::accent);
    }

    // Answers where it ends.
    double draw_event(Canvas& canvas, const Ticket& ticket) const {
        double top = event_top;
        const auto add = [&](const std::string& words, Style style, Ink ink, double gap) {
            if (words.empty()) return;
            const Text text = setter_.wrapped(words, style, content_width);
            canvas.place(text, content_left, top + text.baseline(), ink);
            top += text.height() + gap;
        };
        add(ticket.event, shrunk(ticket.event, 28), Ink::plain, 3);
        add(ticket.when, {16, Face::bold}, Ink::accent_word, 1.5);
        add(ticket.venue, shrunk(ticket.venue, 14, Face::regular), Ink::plain, 0);
        return top;
    }

    double draw_facts(Canvas& canvas, const Ticket& ticket, double top) const {
        const auto add = [&](std::string_view label, const std::string& value) {
            if (value.empty()) return;
            canvas.write(facts_left, top + 3.5, words_.label(label), {10}, Ink::soft);
            const Text text = setter_.wrapped(value, shrunk(value, 16), facts_width);
            canvas.place(text, facts_left, top + label_height + text.baseline());
            top += label_height + text.height() + fact_gap;
        };
        add("ticket_attendee", ticket.attendee);
        add("order", ticket.order_number);
        return top;
    }

    static double draw_code(Canvas& canvas, const Ticket& ticket, double top) {
        if (!ticket.barcode.empty()) draw_qr_code(canvas, content_left, top, code_side, ticket.barcode, false);
        const double baseline = top + code_side + below_code;
        const Ink ink = ticket.barcode.empty() ? Ink::soft : Ink::plain;
        canvas.write(content_left + code_side / 2, baseline, ticket.code, {20, Face::bold}, ink, Align::center);
        return baseline;
    }

    void draw_stamp(Canvas& canvas, const std::string& stamp) const {
        if (stamp.empty()) return;
        constexpr double size = 64;
        const double width = setter_.line(stamp, {size, Face::bold}).width();
        const Style style{size * std::min(1.0, stamp_width_max / width), Face::bold};
        canvas.write_rising(page_width / 2, stamp_middle, stamp, style, Ink::plain, stamp_degrees);
    }

    const ports::TicketSheet& sheet_;
    PaperWords words_;
    Typesetter& setter_;
    const Picture* logo_;
    Foot foot_;
};

}  // namespace

std::unique_ptr<Pages> lay_out(const ports::TicketSheet& sheet, const Language& language, Typesetter& setter,
                               const Picture* logo) {
    return std::make_unique<TicketPages>(sheet, language, setter, logo);
}

}  // namespace commis::pdf
