// ICU turns the file's encoding into UTF-8, libcsv cuts it into cells.
#include "adapters/bank/table_file.hpp"

#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <optional>

#include "adapters/bank/plain_words.hpp"
#include "adapters/transfer/csv_reader.hpp"
#include "json/utf8.hpp"

namespace commis::bank {
namespace {

using domain::TableFormat;
using domain::TableRow;
using domain::TextEncoding;

std::unexpected<ports::BankFileFailure> refuse(std::string code, std::string detail) {
    return std::unexpected(ports::BankFileFailure{std::move(code), std::move(detail)});
}

bool is_utf_16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

// Files that people mistake for a table: PDF, and spreadsheets, which are packed.
bool is_no_text(std::string_view bytes, TextEncoding encoding) {
    const std::string_view begin = bytes.substr(0, 4'096);
    const bool has_zero = encoding != TextEncoding::utf_16 && begin.find('\0') != std::string_view::npos;
    return has_zero || begin.starts_with("%PDF") || begin.starts_with("PK\x03\x04");
}

// Valid UTF-8, or nothing when the bytes are not in the encoding.
std::optional<std::string> text_of(std::string_view bytes, TextEncoding encoding) {
    if (encoding == TextEncoding::utf_8) {
        if (!json::is_valid_utf8(bytes)) return std::nullopt;
        return std::string(bytes);
    }
    const char* const page = encoding == TextEncoding::utf_16 ? "UTF-16" : "windows-1252";
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), page);
    std::string utf_8;
    text.toUTF8String(utf_8);
    return utf_8;
}

// The beginning of the bytes, to the end of a line where they are cut.
std::string_view beginning_of(std::string_view bytes) {
    if (bytes.size() < ports::table_sample_bytes) return bytes;
    bytes = bytes.substr(0, ports::table_sample_bytes);
    if (is_utf_16(bytes)) return bytes;
    const auto end = bytes.rfind('\n');
    return end == std::string_view::npos ? std::string_view{} : bytes.substr(0, end + 1);
}

std::optional<ports::BankFileFailure> refuse_unread(std::string_view bytes, TextEncoding encoding) {
    using Failure = ports::BankFileFailure;
    if (bytes.size() > ports::bank_file_bytes_max) return Failure{"file_too_large", "at most 16 MiB"};
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) return Failure{"empty_file", "there is nothing"};
    if (is_no_text(bytes, encoding)) return Failure{"not_a_table", "this is no text"};
    return std::nullopt;
}

bool is_table(const std::vector<TableRow>& rows) {
    return std::ranges::any_of(rows, [](const TableRow& row) { return row.cells.size() > 1; });
}

// Rows up to a number of them; what comes behind is not looked at.
ports::TableRows rows_of(std::string text, char delimiter, std::size_t rows_max) {
    transfer::CsvReader reader(transfer::text_bytes(std::move(text)), delimiter);
    std::vector<TableRow> rows;
    while (rows.size() < rows_max) {
        auto read = reader.next();
        // A quote that is open where the beginning is cut.
        const bool is_cut = !read && !rows.empty() && rows_max < ports::table_rows_max;
        if (is_cut) return rows;
        if (!read) return refuse(read.error().code, read.error().reason);
        if (!*read) return rows;
        TableRow row{(*read)->number, {}};
        bool is_empty = true;
        for (const std::string& cell : (*read)->fields) {
            is_empty &= row.cells.emplace_back(plain_words(cell)).empty();
        }
        if (!is_empty) rows.push_back(std::move(row));
    }
    return rows;
}

// How many rows have as many cells as most of them, weighed by how many cells those are.
std::size_t evenness_of(const std::vector<TableRow>& rows) {
    std::map<std::size_t, std::size_t> rows_with;
    for (const TableRow& row : rows) ++rows_with[row.cells.size()];
    std::size_t best = 0;
    for (const auto& [cells, count] : rows_with) {
        if (cells > 1) best = std::max(best, count * 100 + std::min<std::size_t>(cells, 50));
    }
    return best;
}

}  // namespace

TableFormat guess_table_format(std::string_view bytes) {
    TableFormat format;
    const std::string_view sample = beginning_of(bytes);
    if (is_utf_16(sample)) {
        format.encoding = TextEncoding::utf_16;
    } else if (!json::is_valid_utf8(sample)) {
        format.encoding = TextEncoding::windows_1252;
    }
    const std::string text = text_of(sample, format.encoding).value_or("");
    std::size_t most = 0;
    for (const char delimiter : {';', ',', '\t', '|'}) {
        const auto rows = rows_of(text, delimiter, ports::table_sample_rows);
        const std::size_t evenness = rows ? evenness_of(*rows) : 0;
        if (evenness <= most) continue;
        most = evenness;
        format.delimiter = delimiter;
    }
    return format;
}

ports::TableRows read_table_rows(std::string_view bytes, const TableFormat& format) {
    if (const auto failure = refuse_unread(bytes, format.encoding)) return std::unexpected(*failure);
    auto text = text_of(bytes, format.encoding);
    if (!text) return refuse("invalid_utf8", "the file is not valid UTF-8");
    auto rows = rows_of(std::move(*text), format.delimiter, ports::table_rows_max + 1);
    if (!rows) return rows;
    if (rows->size() > ports::table_rows_max) return refuse("too_many_entries", "at most 20,000 rows in a file");
    if (!is_table(*rows)) return refuse("not_a_table", "no row has a second column");
    return rows;
}

ports::TableRows read_first_table_rows(std::string_view bytes, const TableFormat& format) {
    if (const auto failure = refuse_unread(bytes, format.encoding)) return std::unexpected(*failure);
    auto text = text_of(beginning_of(bytes), format.encoding);
    if (!text) return refuse("invalid_utf8", "the file is not valid UTF-8");
    return rows_of(std::move(*text), format.delimiter, ports::table_sample_rows);
}

ports::TableFiles table_files() { return {guess_table_format, read_table_rows, read_first_table_rows}; }

}  // namespace commis::bank
