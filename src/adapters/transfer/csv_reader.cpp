// libcsv pushes cells and rows; this turns it round, one block of the file at a time.
#include "adapters/transfer/csv_reader.hpp"

#include <csv.h>

#include <algorithm>
#include <array>
#include <deque>
#include <set>
#include <stdexcept>
#include <utility>

#include "adapters/transfer/csv_cells.hpp"

namespace commis::transfer {
namespace {

constexpr std::size_t block_size = 64 * 1024;
constexpr std::size_t field_size_max = 1024 * 1024;
constexpr std::size_t field_count_max = 1'000;

int no_space(unsigned char) { return 0; }  // Spaces are content: libcsv would trim them.

unsigned char find_delimiter(std::string_view start) {
    const std::string_view line = start.substr(0, start.find_first_of("\r\n"));
    unsigned char best = CSV_COMMA;
    std::ptrdiff_t most = std::ranges::count(line, ',');
    for (const char candidate : {';', '\t'}) {
        const std::ptrdiff_t count = std::ranges::count(line, candidate);
        if (count <= most) continue;
        most = count;
        best = static_cast<unsigned char>(candidate);
    }
    return best;
}

}  // namespace

struct CsvReader::State {
    State(std::unique_ptr<Bytes> source, std::optional<char> wanted) : bytes(std::move(source)), delimiter(wanted) {
        if (csv_init(&parser, 0) != 0) throw std::runtime_error{"libcsv can't start"};
        csv_set_space_func(&parser, no_space);
    }
    ~State() { csv_free(&parser); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    static void take_field(void* text, std::size_t size, void* self) {
        auto& state = *static_cast<State*>(self);
        if (state.fields.size() >= field_count_max) {
            state.has_too_many = true;
            return;
        }
        state.fields.emplace_back(static_cast<const char*>(text), size);
    }
    static void take_row(int, void* self) {
        auto& state = *static_cast<State*>(self);
        state.rows.push_back({++state.row_count, std::move(state.fields)});
        state.fields.clear();
    }

    std::optional<ports::SourceFailure> read_block() {
        const auto count = bytes->read(block);
        if (!count) return count.error();
        std::string_view text(block.data(), *count);
        if (is_first) {
            is_first = false;
            if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
            csv_set_delim(&parser, delimiter ? static_cast<unsigned char>(*delimiter) : find_delimiter(text));
        }
        if (text.empty() && *count == 0) {
            is_done = true;
            // libcsv takes an open quote at the end as the cell's end unless it is strict about every quote.
            constexpr int inside_cell = 2;
            if (parser.pstate == inside_cell && parser.quoted != 0) {
                return failure("malformed_csv", "a quote is not closed");
            }
            csv_fini(&parser, take_field, take_row, this);
            return std::nullopt;
        }
        if (csv_parse(&parser, text.data(), text.size(), take_field, take_row, this) != text.size()) {
            return failure("malformed_csv", csv_strerror(csv_error(&parser)));
        }
        // A quote that nobody closes swallows the rest of the file into one cell.
        if (csv_get_buffer_size(&parser) > field_size_max + block_size) {
            return failure("cell_too_long", "a cell is longer than 1 MiB; is a quote left open?");
        }
        if (has_too_many) return failure("too_many_columns", "a row has more than 1000 cells");
        return std::nullopt;
    }

    ports::SourceFailure failure(std::string code, const std::string& reason) {
        is_done = true;
        return {std::move(code), "after row " + std::to_string(row_count) + ": " + reason};
    }

    std::unique_ptr<Bytes> bytes;
    std::optional<char> delimiter;
    csv_parser parser{};
    std::array<char, block_size> block{};
    std::deque<CsvRow> rows;
    std::vector<std::string> fields;
    std::int64_t row_count = 0;
    bool is_first = true;
    bool is_done = false;
    bool has_too_many = false;
    std::optional<ports::SourceFailure> pending;
};

CsvReader::CsvReader(std::unique_ptr<Bytes> bytes, std::optional<char> delimiter)
    : state_(std::make_unique<State>(std::move(bytes), delimiter)) {}
CsvReader::~CsvReader() = default;
CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader& CsvReader::operator=(CsvReader&&) noexcept = default;

std::expected<std::optional<CsvRow>, ports::SourceFailure> CsvReader::next() {
    State& state = *state_;
    while (state.rows.empty()) {
        if (state.pending) return std::unexpected(*std::exchange(state.pending, std::nullopt));
        if (state.is_done) return std::nullopt;
        state.pending = state.read_block();
        if (state.pending) state.is_done = true;
    }
    CsvRow row = std::move(state.rows.front());
    state.rows.pop_front();
    return row;
}

HeadedCsv::HeadedCsv(CsvReader reader, std::vector<std::string> columns)
    : reader_(std::move(reader)), columns_(std::move(columns)) {
    for (std::size_t i = 0; i < columns_.size(); ++i) positions_.emplace(columns_[i], i);
}

std::expected<HeadedCsv, ports::SourceFailure> HeadedCsv::open(std::unique_ptr<Bytes> bytes,
                                                               const std::vector<std::string_view>& required) {
    CsvReader reader(std::move(bytes));
    auto header = reader.next();
    if (!header) return std::unexpected(header.error());
    if (!*header) return std::unexpected(ports::SourceFailure{"empty_file", "the file has no rows"});
    HeadedCsv csv(std::move(reader), std::move((*header)->fields));
    std::set<std::string_view> names;
    for (const std::string& column : csv.columns_) {
        if (names.insert(column).second) continue;
        return std::unexpected(
            ports::SourceFailure{"repeated_column", "the column '" + column + "' stands there twice"});
    }
    for (const std::string_view column : required) {
        if (names.contains(column)) continue;
        return std::unexpected(
            ports::SourceFailure{"missing_column", "the column '" + std::string(column) + "' is missing"});
    }
    return csv;
}

std::optional<std::size_t> HeadedCsv::find(std::string_view column) const {
    const auto at = positions_.find(column);
    if (at == positions_.end()) return std::nullopt;
    return at->second;
}

const std::string& HeadedCsv::cell(const CsvRow& row, std::string_view column) const {
    static const std::string nothing;
    const auto at = find(column);
    return at && *at < row.fields.size() ? row.fields[*at] : nothing;
}

std::string row_text(const CsvRow& row) {
    std::string text;
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
        if (i > 0) text += ',';
        append_cell(text, row.fields[i]);
    }
    return text;
}

}  // namespace commis::transfer
