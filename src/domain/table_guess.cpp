// The header's words weigh first; the look of the cells decides what they leave open.
#include "domain/table_guess.hpp"

#include <algorithm>
#include <iterator>

#include "domain/bank_statement.hpp"
#include "domain/table_cells.hpp"
#include "domain/table_words.hpp"

namespace commis::domain {
namespace {

std::size_t filled(const TableRow& row) {
    return static_cast<std::size_t>(
        std::ranges::count_if(row.cells, [](const std::string& cell) { return !cell.empty(); }));
}

bool is_day(const std::string& cell) {
    return read_table_day(cell, DateOrder::ymd) || read_table_day(cell, DateOrder::dmy) ||
           read_table_day(cell, DateOrder::mdy);
}

bool is_amount(const std::string& cell, const Currency& currency) {
    return !is_day(cell) && (read_table_amount(cell, '.', currency) || read_table_amount(cell, ',', currency));
}

std::size_t known_words(const TableRow& row, TableKind kind) {
    return static_cast<std::size_t>(std::ranges::count_if(row.cells, [&](const std::string& cell) {
        return cell.size() <= 60 && field_of_header(cell, kind).has_value();
    }));
}

// The header is the row with most known words, before the first line; else the last row that looks like one.
void find_header(TableMapping& mapping, const std::vector<TableRow>& rows, const Currency& currency) {
    const auto is_line = [&](const TableRow& row) {
        const bool has_day = std::ranges::any_of(row.cells, is_day);
        return has_day && row.cells.size() > 2 &&
               std::ranges::any_of(row.cells, [&](const std::string& cell) { return is_amount(cell, currency); });
    };
    std::size_t best = 1;  // One known word alone may be chance.
    std::optional<std::size_t> header;
    for (std::size_t at = 0; at < rows.size() && at < 60; ++at) {
        const std::size_t known = known_words(rows[at], mapping.kind);
        if (known <= best || is_line(rows[at])) continue;
        best = known;
        header = at;
    }
    if (!header) {
        const auto line = static_cast<std::size_t>(std::ranges::find_if(rows, is_line) - rows.begin());
        const bool has_names = line > 0 && line < rows.size() && filled(rows[line - 1]) + 1 >= filled(rows[line]);
        if (has_names) header = line - 1;
        mapping.format.skip_rows = static_cast<std::int32_t>(line < rows.size() ? line : 0);
    }
    mapping.has_header = header.has_value();
    if (header) mapping.format.skip_rows = static_cast<std::int32_t>(*header);
}

std::vector<std::string> cells_at(const Table& table, std::size_t at) {
    std::vector<std::string> cells;
    for (const TableRow& line : table.lines) {
        if (at < line.cells.size() && !line.cells[at].empty()) cells.push_back(line.cells[at]);
    }
    return cells;
}

bool is_taken(const TableMapping& mapping, TableField field) {
    return std::ranges::any_of(mapping.columns, [&](const TableColumn& each) { return each.field == field; });
}

std::string name_of(const Table& table, std::size_t at) {
    const bool is_first = position_of(table.header, table.header[at]) == at;
    return is_first && !table.header[at].empty() ? table.header[at] : "#" + std::to_string(at + 1);
}

// Does the column hold what the field needs? "Valuta" is a day in German and a currency in Danish.
TableField fitting(TableField field, const std::vector<std::string>& cells) {
    const bool is_currency =
        std::ranges::all_of(cells, [](const std::string& cell) { return Currency::find(cell).has_value(); });
    const bool is_days = !cells.empty() && std::ranges::all_of(cells, is_day);
    if (field == TableField::currency && is_days) return TableField::valued_on;
    if (field == TableField::valued_on && is_currency && !cells.empty()) return TableField::currency;
    return field;
}

void find_columns(TableMapping& mapping, const Table& table, const Currency& currency) {
    const bool is_statement = mapping.kind == TableKind::statement;
    for (std::size_t at = 0; at < table.header.size(); ++at) {
        const auto cells = cells_at(table, at);
        auto field = mapping.has_header ? field_of_header(table.header[at], mapping.kind) : std::nullopt;
        if (field) field = fitting(*field, cells);
        const bool is_filled = !cells.empty() || table.lines.empty();
        if (field && is_filled && (*field == TableField::text || !is_taken(mapping, *field))) {
            mapping.columns.push_back({*field, name_of(table, at)});
        }
    }
    // What no word named is told by the cells.
    const auto take_first = [&](TableField field, const auto& fits) {
        if (is_taken(mapping, field)) return;
        for (std::size_t at = 0; at < table.header.size(); ++at) {
            const auto cells = cells_at(table, at);
            const std::string name = name_of(table, at);
            const bool is_free =
                std::ranges::none_of(mapping.columns, [&](const TableColumn& each) { return each.column == name; });
            if (!is_free || cells.empty() || !std::ranges::all_of(cells, fits)) continue;
            mapping.columns.push_back({field, name});
            return;
        }
    };
    take_first(TableField::booked_on, is_day);
    const bool has_amount = is_taken(mapping, TableField::amount) || is_taken(mapping, TableField::credit) ||
                            is_taken(mapping, TableField::gross) || is_taken(mapping, TableField::net);
    if (!has_amount) {
        take_first(is_statement ? TableField::amount : TableField::gross,
                   [&](const std::string& cell) { return is_amount(cell, currency); });
    }
}

// The order in which most of the days can be read; a year in front decides at once.
DateOrder dates_of(const std::vector<std::string>& cells) {
    DateOrder best = DateOrder::dmy;
    std::ptrdiff_t most = 0;
    for (const DateOrder order : {DateOrder::dmy, DateOrder::ymd, DateOrder::mdy}) {
        const auto count = std::ranges::count_if(
            cells, [&](const std::string& cell) { return read_table_day(cell, order).has_value(); });
        if (count <= most) continue;
        most = count;
        best = order;
    }
    // "20-11-26" reads both ways; four digits in front are a year.
    const bool has_year_first = !cells.empty() && std::ranges::all_of(cells, [](const std::string& cell) {
        return cell.find_first_not_of("0123456789") >= 4;
    });
    return has_year_first ? DateOrder::ymd : best;
}

char decimal_of(const std::vector<std::string>& cells, const Currency& currency) {
    std::ptrdiff_t points = 0;
    std::ptrdiff_t commas = 0;
    for (const std::string& cell : cells) {
        if (read_table_amount(cell, '.', currency)) ++points;
        if (read_table_amount(cell, ',', currency)) ++commas;
    }
    if (points != commas) return points > commas ? '.' : ',';
    // Whole amounts say nothing; a comma as the last sign does.
    const bool has_comma =
        std::ranges::any_of(cells, [](const std::string& cell) { return cell.find(',') != std::string::npos; });
    return has_comma ? ',' : '.';
}

}  // namespace

std::string account_in(const std::vector<TableRow>& rows, const std::vector<std::string>& accounts) {
    std::string found;
    for (const std::string& account : accounts) {
        const bool is_named = std::ranges::any_of(rows, [&](const TableRow& row) {
            return std::ranges::any_of(row.cells, [&](const std::string& cell) {
                return compact_account(cell).find(account) != std::string::npos;
            });
        });
        if (!is_named) continue;
        if (!found.empty()) return {};
        found = account;
    }
    return found;
}

TableMapping guess_mapping(TableKind kind, const TableFormat& format, const std::vector<TableRow>& rows,
                           const std::vector<std::string>& accounts, const Currency& currency) {
    TableMapping mapping;
    mapping.kind = kind;
    mapping.format = format;
    mapping.currency = currency.code();
    find_header(mapping, rows, currency);
    const Table table = table_of(rows, mapping.format.skip_rows, mapping.has_header);
    mapping.header = table.header;
    find_columns(mapping, table, currency);
    std::vector<std::string> days;
    std::vector<std::string> amounts;
    for (const TableColumn& column : mapping.columns) {
        const auto at = position_of(mapping.header, column.column);
        const auto cells = at ? cells_at(table, *at) : std::vector<std::string>{};
        const bool is_day_column = column.field == TableField::booked_on || column.field == TableField::valued_on;
        const bool is_sum = column.field == TableField::amount || column.field == TableField::credit ||
                            column.field == TableField::debit || column.field == TableField::gross ||
                            column.field == TableField::fee || column.field == TableField::net;
        if (is_day_column) std::ranges::copy(cells, std::back_inserter(days));
        if (is_sum) std::ranges::copy(cells, std::back_inserter(amounts));
    }
    mapping.dates = dates_of(days);
    mapping.decimal = decimal_of(amounts, currency);
    if (kind == TableKind::statement) {
        mapping.account = account_in(table.preamble, accounts);
        if (mapping.account.empty() && accounts.size() == 1) mapping.account = accounts.front();
    }
    return mapping;
}

}  // namespace commis::domain
