// Counting and rejecting, in one place so that the sums always agree.
#include "features/imports/outcome.hpp"

#include <algorithm>
#include <charconv>

namespace commis::imports {
namespace {

// The row of "/lines/<n>/…", or the order's first one.
std::size_t row_of(std::string_view field, const ports::ImportedOrder& imported) {
    constexpr std::string_view prefix = "/lines/";
    if (!field.starts_with(prefix)) return 0;
    std::size_t line = 0;
    const auto [end, fault] = std::from_chars(field.data() + prefix.size(), field.data() + field.size(), line);
    if (fault != std::errc{} || line >= imported.line_rows.size()) return 0;
    return imported.line_rows[line];
}

}  // namespace

Outcome all_imported(std::size_t rows) {
    Outcome outcome;
    outcome.counts.rows = outcome.counts.rows_imported = static_cast<std::int64_t>(rows);
    return outcome;
}

Outcome all_known(std::size_t rows) {
    Outcome outcome;
    outcome.counts.rows = outcome.counts.rows_known = static_cast<std::int64_t>(rows);
    return outcome;
}

void reject_row(Outcome& outcome, const ports::SourceRow& row, const ports::RowFault& fault) {
    outcome.counts.rows += 1;
    outcome.counts.rows_rejected += 1;
    outcome.rejected.push_back({row.number, fault.column, fault.code, fault.reason, row.text});
}

Outcome all_rejected(const std::vector<ports::SourceRow>& rows, const std::vector<ports::RowFault>& faults) {
    Outcome outcome;
    const std::size_t spoiler = faults.empty() ? 0 : faults.front().row;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto own = std::ranges::find(faults, i, &ports::RowFault::row);
        if (own != faults.end()) {
            reject_row(outcome, rows[i], *own);
        } else {
            reject_row(outcome, rows[i],
                       {i, "", "order_rejected",
                        "row " + std::to_string(rows[spoiler].number) + " of the same order was rejected"});
        }
    }
    return outcome;
}

std::vector<ports::RowFault> faults_of(const domain::Error& error, const ports::ImportedOrder& imported,
                                       const ports::OrderSource& source) {
    std::vector<ports::RowFault> faults;
    for (const domain::FieldError& field : error.fields) {
        faults.push_back({row_of(field.field, imported), source.column_of(field.field), field.code, field.detail});
    }
    if (faults.empty()) faults.push_back({0, "", std::string(domain::code_of(error.refusal)), error.detail});
    return faults;
}

}  // namespace commis::imports
