// How the table of a bank or of an acquirer (CSV) is read: which column holds what, and how dates and amounts are
// written in it. Saved once for an account; from then on a file's header says which mapping fits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/money.hpp"
#include "domain/refusal.hpp"

namespace commis::domain {

// What the lines tell of: transfers on an account, or payments inside a payout.
enum class TableKind : std::uint8_t { statement, payout };
inline constexpr int table_kind_count = 2;

enum class TextEncoding : std::uint8_t { utf_8, windows_1252, utf_16 };
inline constexpr int text_encoding_count = 3;

// The order of year, month and day; the sign between them may be any.
enum class DateOrder : std::uint8_t { ymd, dmy, mdy };
inline constexpr int date_order_count = 3;

enum class TableField : std::uint8_t {
    booked_on,  // Of a payout: the day it was paid out.
    valued_on,
    amount,     // With its sign; else …
    credit,     // … what came and
    debit,      // what went stand in columns of their own, or
    direction,  // a word says which of the two an amount is.
    currency,
    text,  // As many columns as there are.
    name,
    account,  // The own one, where a file holds several.
    other_account,
    reference,
    bank_reference,
    gross,
    fee,
    net,
    type,
    order,
    payout,  // What tells one payout of the file from another.
};
inline constexpr int table_field_count = 19;

std::string_view id_of(TableKind kind);
std::string_view id_of(TextEncoding encoding);  // "utf-8", "windows-1252", "utf-16".
std::string_view id_of(DateOrder order);
std::string_view id_of(TableField field);
std::optional<TableKind> find_table_kind(std::string_view id);
std::optional<TextEncoding> find_text_encoding(std::string_view id);
std::optional<DateOrder> find_date_order(std::string_view id);
std::optional<TableField> find_table_field(std::string_view id);

// How bytes become rows.
struct TableFormat {
    char delimiter = ';';
    TextEncoding encoding = TextEncoding::utf_8;
    std::int32_t skip_rows = 0;  // Above the header, or above the first line where there is none.
    friend bool operator==(const TableFormat&, const TableFormat&) = default;
};

// A column by the name that the header gives it, or by its number: "#3" is the third.
struct TableColumn {
    TableField field = TableField::text;
    std::string column{};
    friend bool operator==(const TableColumn&, const TableColumn&) = default;
};

struct TableMapping {
    TableKind kind = TableKind::statement;
    std::string account{};  // The IBAN without blanks; of payouts the provider ("worldline").
    std::string name{};     // What people call it.
    TableFormat format{};
    bool has_header = true;
    DateOrder dates = DateOrder::dmy;
    char decimal = ',';
    std::string currency{};  // Where no column says.
    std::vector<TableColumn> columns{};
    std::vector<std::string> header{};  // What a file has to have; "#1", "#2" … where nothing stands above the lines.
    friend bool operator==(const TableMapping&, const TableMapping&) = default;
};

// A row with any content; its cells are valid UTF-8 without blanks around. Lines without a sign are not counted.
struct TableRow {
    std::int64_t number = 0;  // The first is 1.
    std::vector<std::string> cells{};
    friend bool operator==(const TableRow&, const TableRow&) = default;
};

// Rows by what they are for: those above the header, where banks name the account; the header; the lines.
struct Table {
    std::vector<TableRow> preamble{};
    std::vector<std::string> header{};
    std::vector<TableRow> lines{};
    friend bool operator==(const Table&, const Table&) = default;
};
Table table_of(std::vector<TableRow> rows, std::int32_t skip_rows, bool has_header);

// What a person may save. Codes: required, too_long, too_many, unknown_currency, named_twice (a field but `text`, or a
// column), unknown_column (not in the header), out_of_range, invalid_value.
std::vector<FieldError> check_mapping(const TableMapping& mapping);

// Where the column stands among the header's names, if it does.
std::optional<std::size_t> position_of(const std::vector<std::string>& header, std::string_view column);
// The columns of a field, in the mapping's order.
std::vector<std::size_t> positions_of(const TableMapping& mapping, TableField field);

// "#1", "#2", …: the header of a table that has none.
std::vector<std::string> numbered_header(std::size_t columns);

}  // namespace commis::domain
