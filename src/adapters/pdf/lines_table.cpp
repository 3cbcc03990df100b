#include "adapters/pdf/lines_table.hpp"

#include <algorithm>
#include <utility>

namespace commis::pdf {
namespace {

using domain::PaperLine;

constexpr double padding = 1.5;  // Above and below the words of a row.
constexpr double sku_width_max = 28;
// Sizes of type with the gap between columns, and how wide the name must be to take them.
struct Setting {
    double size, gap, name_width_min;
};
constexpr std::array<Setting, 5> settings{{{9, 6, 60}, {9, 4, 42}, {8, 4, 42}, {7, 3, 36}, {6, 2.5, 0}}};
constexpr double row_height_max = 70;  // A taller row may be taken apart at the end of a page.
constexpr std::size_t lines_a_piece = 10;
constexpr std::array kinds{ColumnKind::position, ColumnKind::sku,      ColumnKind::name, ColumnKind::quantity,
                           ColumnKind::price,    ColumnKind::discount, ColumnKind::tax,  ColumnKind::amount};
constexpr std::array<std::string_view, column_kinds> titles{"position",   "sku",      "name", "quantity",
                                                            "unit_price", "discount", "tax",  "amount"};

Align align_of(ColumnKind kind) {
    const bool is_words = kind == ColumnKind::position || kind == ColumnKind::sku || kind == ColumnKind::name;
    return is_words ? Align::left : Align::right;
}

std::size_t index_of(ColumnKind kind) { return static_cast<std::size_t>(kind); }

}  // namespace

LinesTable::LinesTable(const Sheet& sheet) : sheet_{sheet} {
    rows_.reserve(sheet_.paper.lines.size() + 1);
    for (const PaperLine& line : sheet_.paper.lines) collect(line, false);
    if (sheet_.paper.shipping && sheet_.is_priced()) collect(*sheet_.paper.shipping, true);
    arrange();
}

void LinesTable::collect(const PaperLine& line, bool is_shipping) {
    const PaperWords& words = sheet_.words;
    Row row{.cells = {}, .line = &line};
    const auto set = [&](ColumnKind kind, std::string text) { row.cells.at(index_of(kind)) = std::move(text); };
    set(ColumnKind::name, line.name);
    set(ColumnKind::sku, line.sku);
    if (!is_shipping) {
        set(ColumnKind::position, std::to_string(rows_.size() + 1));
        set(ColumnKind::quantity, std::to_string(line.quantity));
    }
    if (sheet_.is_priced()) {
        if (!is_shipping) set(ColumnKind::price, words.money(line.unit_price_minor));
        if (line.discount_minor != 0) set(ColumnKind::discount, words.money(-line.discount_minor));
        row.amount_minor = sheet_.paper.prices_include_tax ? line.total_minor() : line.net_minor;
        set(ColumnKind::tax, words.percent(line.tax_rate));
        set(ColumnKind::amount, words.money(row.amount_minor));
    }
    rows_.push_back(std::move(row));
}

bool LinesTable::is_used(ColumnKind kind) const {
    if (kind == ColumnKind::name || kind == ColumnKind::position) return true;
    return std::ranges::any_of(rows_, [&](const Row& row) { return !row.cells.at(index_of(kind)).empty(); });
}

// Figures are all of one width, so the longest text of a column is the widest or nearly so.
double LinesTable::measure(ColumnKind kind, const std::string& title) const {
    std::vector<const std::string*> longest;
    longest.reserve(rows_.size());
    for (const Row& row : rows_) longest.push_back(&row.cells.at(index_of(kind)));
    const auto looked_at = std::min<std::size_t>(4, longest.size());
    const auto by_size = [](const std::string* left, const std::string* right) { return left->size() > right->size(); };
    std::partial_sort(longest.begin(), longest.begin() + static_cast<std::ptrdiff_t>(looked_at), longest.end(),
                      by_size);
    double width = sheet_.setter.line(title, small_style).width();
    for (std::size_t at = 0; at < looked_at; ++at) {
        width = std::max(width, sheet_.setter.line(*longest[at], style_).width());
    }
    return kind == ColumnKind::sku ? std::min(width, sku_width_max) : width;
}

void LinesTable::arrange() {
    double gap = 0;
    for (const Setting& setting : settings) {
        style_.size = setting.size;
        gap = setting.gap;
        columns_.clear();
        double used = 0;
        for (const ColumnKind kind : kinds) {
            if (!is_used(kind)) continue;
            Column column{kind, sheet_.words.label(titles.at(index_of(kind))), align_of(kind)};
            column.width = kind == ColumnKind::name ? 0 : measure(kind, column.title);
            used += column.width;
            columns_.push_back(std::move(column));
        }
        const double left = content_width - used - gap * static_cast<double>(columns_.size() - 1);
        std::ranges::find(columns_, ColumnKind::name, &Column::kind)->width = std::max(left, 20.0);
        if (left >= setting.name_width_min) break;
    }
    double left = content_left;
    for (Column& column : columns_) {
        column.left = left;
        left += column.width + gap;
    }
}

const LinesTable::Column& LinesTable::column(ColumnKind kind) const {
    return *std::ranges::find(columns_, kind, &Column::kind);
}

void LinesTable::draw_head(Canvas& canvas, double top) const {
    for (const Column& column : columns_) {
        const double x = column.left + (column.align == Align::right ? column.width : 0);
        canvas.write(x, top + 4, column.title, small_style, Ink::soft, column.align);
    }
    canvas.rule(content_left, top + 6.2, content_width, Ink::accent, 0.35);
}

void LinesTable::draw_carry(Canvas& canvas, double top, std::string_view label, const std::string& amount) const {
    const double baseline = top + 4.4;
    canvas.write(column(ColumnKind::name).left, baseline, label, style_, Ink::soft);
    canvas.write(content_right, baseline, amount, {style_.size, Face::bold}, Ink::plain, Align::right);
    canvas.rule(content_left, top + carry_height, content_width);
}

void LinesTable::add_strips(std::vector<Strip>& strips) const {
    for (std::size_t row = 0; row < rows_.size(); ++row) add_row(strips, row);
}

void LinesTable::add_row(std::vector<Strip>& strips, std::size_t row) const {
    const Row& content = rows_[row];
    const double width = column(ColumnKind::name).width;
    const auto name = std::make_shared<const Text>(
        sheet_.setter.wrapped(content.cells.at(index_of(ColumnKind::name)), style_, width));
    std::vector<Text> details;
    double height = name->height();
    for (const std::string& detail : content.line->details) {
        details.push_back(sheet_.setter.wrapped(detail, {style_.size - 1}, width));
        height += details.back().height();
    }
    std::vector<Piece> pieces;
    const auto lines = name->lines().size();
    if (height <= row_height_max) {
        pieces.push_back({row, true, true, 0, lines, name, std::move(details), height});
    } else {
        for (std::size_t first = 0; first < lines; first += lines_a_piece) {
            const std::size_t end = std::min(first + lines_a_piece, lines);
            const double above = first == 0 ? 0 : name->lines()[first - 1].bottom;
            pieces.push_back({row, first == 0, false, first, end, name, {}, name->lines()[end - 1].bottom - above});
        }
        for (Text& detail : details) {
            const double detail_height = detail.height();
            pieces.push_back({row, false, false, 0, 0, name, {std::move(detail)}, detail_height});
        }
        pieces.back().is_last = true;
    }
    for (Piece& piece : pieces) {
        // An SKU may have more lines than the name.
        if (piece.is_first && !content.line->sku.empty()) {
            const auto sku = sheet_.setter.wrapped(content.line->sku, style_, column(ColumnKind::sku).width);
            piece.height = std::max(piece.height, sku.height());
        }
        Strip strip{.height = piece.height + (piece.is_first ? padding : 0) + (piece.is_last ? padding : 0)};
        strip.is_row = true;
        strip.amount_minor = piece.is_first ? content.amount_minor : 0;
        strip.draw = [table = shared_from_this(), piece = std::move(piece)](Canvas& canvas, double top) {
            table->draw_piece(canvas, top, piece);
        };
        strips.push_back(std::move(strip));
    }
}

void LinesTable::draw_piece(Canvas& canvas, double top, const Piece& piece) const {
    const double left = column(ColumnKind::name).left;
    double below = top + (piece.is_first ? padding : 0);
    if (piece.is_first) draw_cells(canvas, below + piece.name->baseline(), rows_[piece.row]);
    if (piece.end_line > piece.first_line) {
        canvas.place_lines(*piece.name, piece.first_line, piece.end_line, left, below, Ink::plain);
        const double above = piece.first_line == 0 ? 0 : piece.name->lines()[piece.first_line - 1].bottom;
        below += piece.name->lines()[piece.end_line - 1].bottom - above;
    }
    for (const Text& detail : piece.details) {
        canvas.place(detail, left, below + detail.baseline(), Ink::soft);
        below += detail.height();
    }
    if (piece.is_last)
        canvas.rule(content_left, top + piece.height + (piece.is_first ? 2 : 1) * padding, content_width);
}

void LinesTable::draw_cells(Canvas& canvas, double baseline, const Row& row) const {
    for (const Column& column : columns_) {
        const std::string& cell = row.cells.at(index_of(column.kind));
        if (cell.empty() || column.kind == ColumnKind::name) continue;
        if (column.kind == ColumnKind::sku) {
            canvas.place(sheet_.setter.wrapped(cell, style_, column.width), column.left, baseline, Ink::soft);
            continue;
        }
        const double x = column.left + (column.align == Align::right ? column.width : 0);
        const bool is_side = column.kind == ColumnKind::position || column.kind == ColumnKind::tax;
        canvas.write(x, baseline, cell, style_, is_side ? Ink::soft : Ink::plain, column.align);
    }
}

}  // namespace commis::pdf
