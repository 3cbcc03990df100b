// Reads on until an order is whole.
#include "adapters/transfer/grouped_source.hpp"

#include "json/utf8.hpp"

namespace commis::transfer {
namespace {

// The first cell that is not UTF-8, if there is one.
std::optional<std::size_t> find_broken(const CsvRow& row) {
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
        if (!json::is_valid_utf8(row.fields[i])) return i;
    }
    return std::nullopt;
}

std::optional<ports::RowFault> find_form_fault(const HeadedCsv& csv, const RowGroup& group) {
    for (std::size_t i = 0; i < group.rows.size(); ++i) {
        const CsvRow& row = group.rows[i];
        if (row.fields.size() > csv.columns().size()) {
            return ports::RowFault{i, "", "too_many_cells", "the row has more cells than the header"};
        }
        if (const auto broken = find_broken(row)) {
            return ports::RowFault{i, csv.columns()[*broken], "invalid_utf8", "the cell is not UTF-8"};
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<ports::SourceItem> GroupedSource::next() {
    while (!is_done_) {
        auto row = csv_.next();
        if (!row) failure_ = row.error();
        if (!row || !*row) {
            is_done_ = true;
            break;
        }
        std::string key = key_of(**row);
        if (key.empty()) return reject_keyless(**row);
        auto group = window_.add(std::move(key), std::move(**row));
        if (!group) continue;
        if (const auto fault = find_form_fault(csv_, *group)) return ports::RejectedRows{source_rows(*group), {*fault}};
        return convert(*group);
    }
    if (auto group = window_.take()) {
        if (const auto fault = find_form_fault(csv_, *group)) return ports::RejectedRows{source_rows(*group), {*fault}};
        return convert(*group);
    }
    if (auto item = left_over()) return item;
    if (!failure_) return std::nullopt;
    return *std::exchange(failure_, std::nullopt);
}

ports::SourceItem GroupedSource::reject_keyless(const CsvRow& row) const {
    ports::RejectedRows rejected;
    rejected.rows.push_back({row.number, row_text(row)});
    rejected.faults.push_back({0, std::string(key_column()), "required", "a row must say which order it belongs to"});
    return rejected;
}

std::vector<ports::SourceRow> source_rows(const RowGroup& group) {
    std::vector<ports::SourceRow> rows;
    rows.reserve(group.rows.size());
    for (const CsvRow& row : group.rows) rows.push_back({row.number, row_text(row)});
    return rows;
}

std::string_view last_name(std::string_view field) { return field.substr(field.rfind('/') + 1); }

}  // namespace commis::transfer
