// Reading the tables (CSV) of banks and acquirers as rows of cells; what they mean is the mapping's business.
#pragma once

#include <expected>
#include <functional>
#include <string_view>
#include <vector>

#include "domain/table_mapping.hpp"
#include "ports/bank_file.hpp"

namespace commis::ports {

// The beginning of a file that a layout is found by and shown with.
inline constexpr std::size_t table_sample_bytes = std::size_t{64} * 1024;
// Rows of one file, and of the beginning that is looked at.
inline constexpr std::size_t table_rows_max = 20'000;
inline constexpr std::size_t table_sample_rows = 200;

using TableRows = std::expected<std::vector<domain::TableRow>, BankFileFailure>;

struct TableFiles {
    // Which encoding and delimiter the beginning of a file speaks for.
    std::function<domain::TableFormat(std::string_view bytes)> guess_format{};
    // Every row with any content. Failures: empty_file, file_too_large, too_many_entries, invalid_utf8, not_a_table
    // (a picture, a packed file, one column alone), malformed_csv, cell_too_long, too_many_columns.
    std::function<TableRows(std::string_view bytes, const domain::TableFormat& format)> read{};
    // The first rows, of the whole file or of its beginning: a last line that is cut is left out.
    std::function<TableRows(std::string_view bytes, const domain::TableFormat& format)> read_beginning{};
};

}  // namespace commis::ports
