// Pick lists and lists for suppliers: a box to tick, the columns, a barcode, group by group.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "adapters/pdf/codes.hpp"
#include "adapters/pdf/head.hpp"
#include "adapters/pdf/pages.hpp"

namespace commis::pdf {
namespace {

using ports::ListSheet;

constexpr double foot_bottom = 289;
constexpr double above_foot = 4;
constexpr double box_side = 4;
constexpr double gap = 3;
constexpr double barcode_width = 38;
constexpr double barcode_margin = 6;
constexpr double barcode_height = 7;
constexpr double own_width_max = 34;
constexpr double table_head = 6.2;
constexpr double padding = 1.5;

class ListPages final : public Pages {
public:
    ListPages(const ListSheet& sheet, const Language& language, Typesetter& setter, const Picture* logo)
        : sheet_{sheet},
          words_{language.words, language.format, sheet.language, "", {}},
          setter_{setter},
          logo_{logo},
          foot_{setter, words_, nullptr, sheet.look.footer, false} {
        arrange();
        for (const ListSheet::Group& group : sheet_.groups) add_group(group);
        const Room room{.first_top = first_top(),
                        .next_top = Head::following_bottom,
                        .bottom = foot_bottom - foot_.height() - above_foot,
                        .table_head = table_head};
        spans_ = paginate(strips_, room);
    }

    std::size_t count() const override { return spans_.size(); }

    void draw(Canvas& canvas, std::size_t page) const override {
        page == 0 ? draw_head(canvas) : draw_following(canvas);
        double top = page == 0 ? first_top() : Head::following_bottom;
        if (spans_[page].has_table_head) {
            draw_titles(canvas, top);
            top += table_head;
        }
        for (std::size_t at = spans_[page].first; at < spans_[page].end; ++at) {
            strips_[at].draw(canvas, top);
            top += strips_[at].height;
        }
        foot_.draw(canvas, foot_bottom, page + 1, count());
    }

private:
    struct Place {
        double left;
        double width;
    };

    void arrange() {
        const auto has_code = [](const ListSheet::Row& row) { return !row.barcode.empty(); };
        has_codes_ = std::ranges::any_of(
            sheet_.groups, [&](const ListSheet::Group& group) { return std::ranges::any_of(group.rows, has_code); });
        const double right = content_right - (has_codes_ ? barcode_width + barcode_margin : 0);
        double shared = right - content_left - box_side - gap;
        int shares = 0;
        for (std::size_t at = 0; at < sheet_.columns.size(); ++at) {
            places_.push_back({0, own_width(at)});
            shared -= places_.back().width + gap;
            if (places_.back().width == 0) shares += std::max(sheet_.columns[at].share, 1);
        }
        shared = std::max(shared + gap, 20.0);
        double left = content_left + box_side + gap;
        for (std::size_t at = 0; at < places_.size(); ++at) {
            Place& place = places_[at];
            place.left = left;
            if (place.width == 0) place.width = shared * std::max(sheet_.columns[at].share, 1) / shares;
            left += place.width + gap;
        }
    }

    // Numbers and codes stand on one line; 0 for words, which share what is left.
    double own_width(std::size_t column) const {
        double width = setter_.line(sheet_.columns[column].title, small_style).width();
        for (const ListSheet::Group& group : sheet_.groups) {
            for (const ListSheet::Row& row : group.rows) {
                if (column >= row.cells.size()) continue;
                const std::string& cell = row.cells[column];
                if (!sheet_.columns[column].is_number && cell.find(' ') != std::string::npos) return 0;
                width = std::max(width, setter_.line(cell, body_style).width());
            }
        }
        return std::min(width, own_width_max);
    }

    double first_top() const {
        const double above = logo_ != nullptr ? 17 + logo_->height : 15;
        return above + (sheet_.subtitle.empty() ? 14 : 20);
    }

    void draw_head(Canvas& canvas) const {
        double baseline = first_top() - 7;
        if (!sheet_.subtitle.empty()) {
            canvas.write(content_left, baseline, sheet_.subtitle, body_style, Ink::soft);
            baseline -= 6.5;
        }
        canvas.write(content_left, baseline, sheet_.title, {20, Face::bold});
        if (logo_ != nullptr) {
            canvas.picture(logo_->surface.get(), content_left, 13, logo_->width, logo_->height);
        }
    }

    void draw_following(Canvas& canvas) const {
        canvas.write(content_left, 17, sheet_.title, strong_style);
        canvas.rule(content_left, 19.5, content_width);
    }

    void draw_titles(Canvas& canvas, double top) const {
        for (std::size_t at = 0; at < places_.size(); ++at) {
            const bool is_number = sheet_.columns[at].is_number;
            const double x = places_[at].left + (is_number ? places_[at].width : 0);
            canvas.write(x, top + 4, sheet_.columns[at].title, small_style, Ink::soft,
                         is_number ? Align::right : Align::left);
        }
        canvas.rule(content_left, top + 6.2, content_width, Ink::accent, 0.35);
    }

    void add_group(const ListSheet::Group& group) {
        if (!group.title.empty()) {
            Strip strip{.height = 9, .keep_with_next = true, .is_row = true};
            strip.draw = [&group](Canvas& canvas, double top) {
                canvas.write(content_left, top + 6.6, group.title, heading_style, Ink::accent_word);
            };
            strips_.push_back(std::move(strip));
        }
        for (const ListSheet::Row& row : group.rows) add_row(row);
    }

    void add_row(const ListSheet::Row& row) {
        std::vector<Text> cells;
        const std::size_t count = std::min(row.cells.size(), places_.size());
        double height = row.barcode.empty() ? box_side + 0.6 : barcode_height + 3.8;
        for (std::size_t at = 0; at < count; ++at) {
            cells.push_back(setter_.wrapped(row.cells[at], body_style, places_[at].width));
            height = std::max(height, cells.back().height());
        }
        height += 2 * padding;
        Strip strip{.height = height, .is_row = true};
        strip.draw = [this, &row, cells = std::move(cells), height](Canvas& canvas, double top) {
            draw_row(canvas, top, row, cells);
            canvas.rule(content_left, top + height, content_width);
        };
        strips_.push_back(std::move(strip));
    }

    void draw_row(Canvas& canvas, double top, const ListSheet::Row& row, const std::vector<Text>& cells) const {
        const double inside = top + padding;
        canvas.frame(content_left, inside + 0.2, box_side, box_side, Ink::plain, 0.25);
        for (std::size_t at = 0; at < cells.size(); ++at) {
            const bool is_number = sheet_.columns[at].is_number && cells[at].lines().size() == 1;
            const double shift = is_number ? places_[at].width - cells[at].width() : 0;
            canvas.place(cells[at], places_[at].left + shift, inside + cells[at].baseline());
        }
        draw_barcode(canvas, content_right, inside, barcode_height, row.barcode, barcode_width, Align::right);
    }

    const ListSheet& sheet_;
    PaperWords words_;
    Typesetter& setter_;
    const Picture* logo_;
    Foot foot_;
    bool has_codes_ = false;
    std::vector<Place> places_;
    std::vector<Strip> strips_;
    std::vector<PageSpan> spans_;
};

}  // namespace

std::unique_ptr<Pages> lay_out(const ListSheet& sheet, const Language& language, Typesetter& setter,
                               const Picture* logo) {
    return std::make_unique<ListPages>(sheet, language, setter, logo);
}

}  // namespace commis::pdf
