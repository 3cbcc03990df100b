// Head, positions, what closes them, and at the foot of the last page what is cut off: a QR-bill or a return slip.
#include <optional>
#include <vector>

#include "adapters/pdf/closing.hpp"
#include "adapters/pdf/head.hpp"
#include "adapters/pdf/lines_table.hpp"
#include "adapters/pdf/pages.hpp"
#include "adapters/pdf/return_slip.hpp"
#include "adapters/pdf/swiss_bill.hpp"

namespace commis::pdf {
namespace {

constexpr double foot_bottom = 289;
constexpr double above_foot = 2;
constexpr double above_bill = 2.5;

class PaperPages final : public Pages {
public:
    PaperPages(const domain::Paper& paper, const Language& language, Typesetter& setter, const Picture* logo)
        : words_{language.words, language.format, paper.language, paper.seller.address.country, paper.currency},
          sheet_{paper, words_, setter, logo},
          head_{sheet_},
          foot_{setter, words_, &paper.seller, paper.look.footer, sheet_.has_bill()} {
        if (is_slip_alone()) {
            slip_ = return_slip(sheet_);
            const double top = Head::following_bottom;
            slip_spans_ = paginate(slip_, {.first_top = top, .next_top = top, .bottom = content_bottom(foot_bottom)});
            return;
        }
        table_ = std::make_shared<const LinesTable>(sheet_);
        table_->add_strips(strips_);
        add_closing();
        if (sheet_.has_bill()) bill_.emplace(words_, paper.transfer->payload);
        if (paper.kind == domain::DocumentKind::delivery_note && paper.return_slip) slip_ = return_slip(sheet_);
        break_pages();
    }

    std::size_t count() const override { return spans_.size() + slip_spans_.size() + (bill_page_ ? 1 : 0); }

    void draw(Canvas& canvas, std::size_t page) const override {
        if (page == 0 && !is_slip_alone()) {
            head_.draw(canvas);
        } else {
            head_.draw_following(canvas);
        }
        if (page < spans_.size()) {
            draw_span(canvas, spans_[page], page == 0 ? head_.bottom() : Head::following_bottom);
        } else if (page - spans_.size() < slip_spans_.size()) {
            draw_strips(canvas, slip_, slip_spans_[page - spans_.size()], Head::following_bottom);
        }
        const bool is_last = page + 1 == count();
        if (is_last && slip_spans_.empty() && !slip_.empty()) {
            const PageSpan all{.first = 0, .end = slip_.size()};
            draw_strips(canvas, slip_, all, content_bottom(foot_bottom) - total_height(slip_));
        }
        if (is_last && bill_) bill_->draw(canvas);
        foot_.draw(canvas, is_last && bill_ ? bill_foot_bottom : foot_bottom, page + 1, count());
    }

private:
    static constexpr double bill_foot_bottom = SwissBillPart::top - above_bill;

    bool is_slip_alone() const { return !sheet_.paper.slip.empty(); }
    double content_bottom(double foot) const { return foot - foot_.height() - above_foot; }

    void add_closing() {
        if (sheet_.is_priced()) {
            add_sums(strips_, sheet_);
            add_tax_notes(strips_, sheet_);
            add_payments(strips_, sheet_);
            add_terms(strips_, sheet_);
            add_transfer(strips_, sheet_);
        }
        add_notes(strips_, sheet_);
    }

    void break_pages() {
        Room room{.first_top = head_.bottom(),
                  .next_top = Head::following_bottom,
                  .bottom = content_bottom(foot_bottom),
                  .table_head = LinesTable::head_height,
                  .carry = sheet_.is_priced() ? LinesTable::carry_height : 0};
        spans_ = paginate(strips_, room);
        const double end = spans_.back().content_bottom;
        bill_page_ = bill_ && end > content_bottom(bill_foot_bottom);
        if (slip_.empty() || end + 4 + total_height(slip_) <= room.bottom) return;
        room.first_top = Head::following_bottom;
        room.carry = 0;
        slip_spans_ = paginate(slip_, room);
    }

    void draw_span(Canvas& canvas, const PageSpan& span, double top) const {
        const bool is_priced = sheet_.is_priced();
        if (span.has_table_head) {
            table_->draw_head(canvas, top);
            top += LinesTable::head_height;
        }
        if (span.brings && is_priced) {
            const auto& label = words_.label("brought_forward");
            table_->draw_carry(canvas, top, label, words_.money(span.brought_minor));
            top += LinesTable::carry_height;
        }
        top = draw_strips(canvas, strips_, span, top);
        if (span.carries && is_priced) {
            table_->draw_carry(canvas, top, words_.label("carried_forward"), words_.money(span.carried_minor));
        }
    }

    static double draw_strips(Canvas& canvas, const std::vector<Strip>& strips, const PageSpan& span, double top) {
        for (std::size_t at = span.first; at < span.end; ++at) {
            strips[at].draw(canvas, top);
            top += strips[at].height;
        }
        return top;
    }

    PaperWords words_;
    Sheet sheet_;
    Head head_;
    Foot foot_;
    std::shared_ptr<const LinesTable> table_;
    std::vector<Strip> strips_;
    std::vector<Strip> slip_;
    std::optional<SwissBillPart> bill_;
    std::vector<PageSpan> spans_;
    std::vector<PageSpan> slip_spans_;
    bool bill_page_ = false;
};

}  // namespace

std::unique_ptr<Pages> lay_out(const domain::Paper& paper, const Language& language, Typesetter& setter,
                               const Picture* logo) {
    return std::make_unique<PaperPages>(paper, language, setter, logo);
}

}  // namespace commis::pdf
