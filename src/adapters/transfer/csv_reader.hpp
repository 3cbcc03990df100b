// CSV files by libcsv, pulled row by row: commas, semicolons or tabs (found from the first line, or named), quotes,
// line breaks inside quotes, a byte order mark, CRLF or LF.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/transfer/bytes.hpp"
#include "ports/order_source.hpp"

namespace commis::transfer {

struct CsvRow {
    std::int64_t number = 0;  // The first row is 1; empty lines are not counted.
    std::vector<std::string> fields;
};

class CsvReader {
public:
    // Without a delimiter the first line tells it.
    explicit CsvReader(std::unique_ptr<Bytes> bytes, std::optional<char> delimiter = std::nullopt);
    ~CsvReader();
    CsvReader(CsvReader&&) noexcept;
    CsvReader& operator=(CsvReader&&) noexcept;

    // Nothing at the end, or after a failure.
    std::expected<std::optional<CsvRow>, ports::SourceFailure> next();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// A CSV file whose first row names its columns.
class HeadedCsv {
public:
    // Refuses a file that lacks one of the `required` columns or names one twice.
    static std::expected<HeadedCsv, ports::SourceFailure> open(std::unique_ptr<Bytes> bytes,
                                                               const std::vector<std::string_view>& required);

    std::expected<std::optional<CsvRow>, ports::SourceFailure> next() { return reader_.next(); }
    // Where a column stands, if there is one.
    std::optional<std::size_t> find(std::string_view column) const;
    const std::vector<std::string>& columns() const { return columns_; }
    // The cell, or an empty text where the row is too short or the column is missing.
    const std::string& cell(const CsvRow& row, std::string_view column) const;

private:
    HeadedCsv(CsvReader reader, std::vector<std::string> columns);

    CsvReader reader_;
    std::vector<std::string> columns_;
    std::map<std::string, std::size_t, std::less<>> positions_;
};

// The row as CSV text again, for the file of refused rows.
std::string row_text(const CsvRow& row);

}  // namespace commis::transfer
