// Ids in the order of their enumerators, and what must hold before a mapping is saved.
#include "domain/table_mapping.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace commis::domain {
namespace {

constexpr std::array<std::string_view, table_kind_count> kinds{"statement", "payout"};
constexpr std::array<std::string_view, text_encoding_count> encodings{"utf-8", "windows-1252", "utf-16"};
constexpr std::array<std::string_view, date_order_count> orders{"ymd", "dmy", "mdy"};
constexpr std::array<std::string_view, table_field_count> fields{
    "booked_on", "valued_on", "amount",  "credit",        "debit",     "direction",      "currency",
    "text",      "name",      "account", "other_account", "reference", "bank_reference", "gross",
    "fee",       "net",       "type",    "order",         "payout"};

template <class E, std::size_t Count>
std::optional<E> find_in(const std::array<std::string_view, Count>& ids, std::string_view id) {
    const auto at = std::ranges::find(ids, id);
    if (at == ids.end()) return std::nullopt;
    return static_cast<E>(at - ids.begin());
}

constexpr std::size_t columns_max = 100;
constexpr std::size_t text_max = 200;

bool has(const TableMapping& mapping, TableField field) {
    return std::ranges::any_of(mapping.columns, [&](const TableColumn& each) { return each.field == field; });
}

void check_columns(const TableMapping& mapping, std::vector<FieldError>& errors) {
    for (std::size_t at = 0; at < mapping.columns.size(); ++at) {
        const TableColumn& column = mapping.columns[at];
        const std::string place = "/columns/" + std::to_string(at);
        const auto earlier =
            std::ranges::subrange(mapping.columns.begin(), mapping.columns.begin() + static_cast<std::ptrdiff_t>(at));
        const bool is_again = std::ranges::any_of(earlier, [&](const TableColumn& each) {
            return each == column || (each.field == column.field && column.field != TableField::text);
        });
        if (is_again) errors.push_back({place + "/field", "named_twice", "one column for each, but for the text"});
        if (!position_of(mapping.header, column.column)) {
            errors.push_back({place + "/column", "unknown_column", "the header has no such column"});
        }
    }
}

// What no line can do without.
void check_needs(const TableMapping& mapping, std::vector<FieldError>& errors) {
    const auto need = [&](bool holds, const char* what) {
        if (!holds) errors.push_back({"/columns", "required", what});
    };
    need(has(mapping, TableField::booked_on), "a column for the day");
    if (mapping.kind == TableKind::statement) {
        const bool has_amount = has(mapping, TableField::amount) || has(mapping, TableField::credit);
        need(has_amount, "a column for the amount, or one for what came");
    } else {
        need(has(mapping, TableField::gross) || has(mapping, TableField::net), "a column for the gross or net amount");
        const bool has_name = has(mapping, TableField::reference) || has(mapping, TableField::order);
        need(has_name, "a column for the payment's reference or the order's number");
    }
}

}  // namespace

std::string_view id_of(TableKind kind) { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view id_of(TextEncoding encoding) { return encodings[static_cast<std::size_t>(encoding)]; }
std::string_view id_of(DateOrder order) { return orders[static_cast<std::size_t>(order)]; }
std::string_view id_of(TableField field) { return fields[static_cast<std::size_t>(field)]; }
std::optional<TableKind> find_table_kind(std::string_view id) { return find_in<TableKind>(kinds, id); }
std::optional<TextEncoding> find_text_encoding(std::string_view id) { return find_in<TextEncoding>(encodings, id); }
std::optional<DateOrder> find_date_order(std::string_view id) { return find_in<DateOrder>(orders, id); }
std::optional<TableField> find_table_field(std::string_view id) { return find_in<TableField>(fields, id); }

std::vector<FieldError> check_mapping(const TableMapping& mapping) {
    std::vector<FieldError> errors;
    if (mapping.account.empty()) errors.push_back({"/account", "required", "whose account, or which provider"});
    if (mapping.account.size() > 64) errors.push_back({"/account", "too_long", "at most 64 characters"});
    if (mapping.name.size() > text_max) errors.push_back({"/name", "too_long", "at most 200 bytes"});
    if (mapping.header.empty()) errors.push_back({"/header", "required", "the columns of the file"});
    if (mapping.header.size() > columns_max) errors.push_back({"/header", "too_many", "at most 100 columns"});
    if (mapping.columns.size() > columns_max) errors.push_back({"/columns", "too_many", "at most 100 columns"});
    constexpr std::string_view delimiters{",;\t|"};
    if (delimiters.find(mapping.format.delimiter) == std::string_view::npos) {
        errors.push_back({"/delimiter", "invalid_value", "a comma, a semicolon, a tab or a bar"});
    }
    if (mapping.decimal != '.' && mapping.decimal != ',') {
        errors.push_back({"/decimal", "invalid_value", "a point or a comma"});
    }
    const bool is_skip = mapping.format.skip_rows >= 0 && mapping.format.skip_rows <= 100;
    if (!is_skip) errors.push_back({"/skip_rows", "out_of_range", "from 0 to 100"});
    const bool has_currency =
        mapping.currency.empty() ? has(mapping, TableField::currency) : Currency::find(mapping.currency).has_value();
    if (!has_currency) errors.push_back({"/currency", "unknown_currency", "a currency, or a column that holds it"});
    if (errors.empty()) check_columns(mapping, errors);
    if (errors.empty()) check_needs(mapping, errors);
    return errors;
}

std::optional<std::size_t> position_of(const std::vector<std::string>& header, std::string_view column) {
    const auto named = std::ranges::find(header, column);
    if (named != header.end()) return static_cast<std::size_t>(named - header.begin());
    if (!column.starts_with('#')) return std::nullopt;
    // A number where the header has names of its own, or the same name twice.
    const std::vector<std::string> numbered = numbered_header(header.size());
    const auto at = std::ranges::find(numbered, column);
    if (at == numbered.end()) return std::nullopt;
    return static_cast<std::size_t>(at - numbered.begin());
}

std::vector<std::size_t> positions_of(const TableMapping& mapping, TableField field) {
    std::vector<std::size_t> positions;
    for (const TableColumn& column : mapping.columns) {
        if (column.field != field) continue;
        if (const auto at = position_of(mapping.header, column.column)) positions.push_back(*at);
    }
    return positions;
}

Table table_of(std::vector<TableRow> rows, std::int32_t skip_rows, bool has_header) {
    Table table;
    const std::size_t skipped = std::min(rows.size(), static_cast<std::size_t>(std::max(skip_rows, 0)));
    const std::size_t begin = std::min(rows.size(), skipped + (has_header ? 1 : 0));
    const auto at = [&](std::size_t position) { return rows.begin() + static_cast<std::ptrdiff_t>(position); };
    if (has_header && skipped < rows.size()) table.header = rows[skipped].cells;
    table.preamble.assign(std::make_move_iterator(at(0)), std::make_move_iterator(at(skipped)));
    table.lines.assign(std::make_move_iterator(at(begin)), std::make_move_iterator(rows.end()));
    // Some banks end each line, or the header alone, with a delimiter more.
    while (!table.header.empty() && table.header.back().empty()) table.header.pop_back();
    if (has_header) return table;
    std::size_t columns = 0;
    for (const TableRow& line : table.lines) columns = std::max(columns, line.cells.size());
    table.header = numbered_header(columns);
    return table;
}

std::vector<std::string> numbered_header(std::size_t columns) {
    std::vector<std::string> header;
    for (std::size_t at = 1; at <= columns; ++at) header.push_back("#" + std::to_string(at));
    return header;
}

}  // namespace commis::domain
