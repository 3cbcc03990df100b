// The positions of a paper: columns as wide as their figures ask for, the name takes what is left.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "adapters/pdf/sheet.hpp"

namespace commis::pdf {

enum class ColumnKind : unsigned char { position, sku, name, quantity, price, discount, tax, amount };
inline constexpr std::size_t column_kinds = 8;

class LinesTable : public std::enable_shared_from_this<LinesTable> {
public:
    explicit LinesTable(const Sheet& sheet);

    static constexpr double head_height = 6.2;
    static constexpr double carry_height = 6.5;
    void draw_head(Canvas& canvas, double top) const;
    // "Carried forward", "Brought forward" with the amount in its column.
    void draw_carry(Canvas& canvas, double top, std::string_view label, const std::string& amount) const;
    void add_strips(std::vector<Strip>& strips) const;

private:
    struct Column {
        ColumnKind kind;
        std::string title;
        Align align;
        double left = 0;
        double width = 0;
    };
    struct Row {
        std::array<std::string, column_kinds> cells;
        const domain::PaperLine* line;
        std::int64_t amount_minor = 0;
    };
    // A piece of a row that stands on one page: the cells, some lines of the name, some of the details.
    struct Piece {
        std::size_t row;
        bool is_first;
        bool is_last;
        std::size_t first_line, end_line;
        std::shared_ptr<const Text> name;
        std::vector<Text> details;
        double height;
    };

    void collect(const domain::PaperLine& line, bool is_shipping);
    bool is_used(ColumnKind kind) const;
    void arrange();
    double measure(ColumnKind kind, const std::string& title) const;
    const Column& column(ColumnKind kind) const;
    void add_row(std::vector<Strip>& strips, std::size_t row) const;
    void draw_piece(Canvas& canvas, double top, const Piece& piece) const;
    void draw_cells(Canvas& canvas, double baseline, const Row& row) const;

    Sheet sheet_;
    std::vector<Row> rows_;
    std::vector<Column> columns_;
    Style style_ = body_style;
};

}  // namespace commis::pdf
