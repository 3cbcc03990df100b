#include "adapters/sql/engine/insert_family.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "adapters/sql/engine/text_cache.hpp"

namespace commis::sql {
namespace {

std::string build_text(const InsertFamily& family, std::size_t rows) {
    std::string text(family.head);
    text += " VALUES ";
    std::size_t number = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        text += row == 0 ? "(" : ", (";
        for (std::size_t column = 0; column < family.columns; ++column) {
            if (column != 0) text += ", ";
            text += '$';
            text += std::to_string(++number);
        }
        text += ')';
    }
    if (!family.tail.empty()) {
        text += ' ';
        text += family.tail;
    }
    return text;
}

// Hands out one statement after the other, each with the values of as many rows as fit.
template <class Run>
void in_parts(const InsertFamily& family, Params values, const Run& run) {
    if (values.size() % family.columns != 0) {
        throw std::logic_error("insert_rows: the values of " + std::string(family.name) + " do not fill whole rows");
    }
    const std::size_t rows_max = std::max<std::size_t>(1, insert_params_max / family.columns);
    while (!values.empty()) {
        const std::size_t rows = std::min(rows_max, values.size() / family.columns);
        run(insert_statement(family, rows), values.first(rows * family.columns));
        values = values.subspan(rows * family.columns);
    }
}

}  // namespace

Statement insert_statement(const InsertFamily& family, std::size_t rows) {
    static TextCache texts;
    return {family.name, texts.text(family.head, rows, [&] { return build_text(family, rows); })};
}

std::int64_t insert_rows(Session& session, const InsertFamily& family, Params values) {
    std::int64_t changed = 0;
    in_parts(family, values, [&](const Statement& insert, Params part) { changed += session.execute(insert, part); });
    return changed;
}

void send_rows(Session& session, const InsertFamily& family, Params values) {
    in_parts(family, values, [&](const Statement& insert, Params part) { session.send(insert, part); });
}

}  // namespace commis::sql
