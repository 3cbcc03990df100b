// The lines of a bank's table as the bookings of a statement, by a saved mapping.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/bank_statement.hpp"
#include "domain/table_mapping.hpp"

namespace commis::domain {

// What in a line can't be read: bad_date, bad_amount, bad_direction, unknown_currency.
struct TableFault {
    std::int64_t row = 0;
    TableField field = TableField::text;
    std::string column{};  // As the header calls it.
    std::string code{};
    std::string cell{};
    friend bool operator==(const TableFault&, const TableFault&) = default;
};

struct BankTable {
    std::vector<BankStatement> statements{};  // One an account.
    std::vector<TableFault> faults{};
    std::int64_t left_out = 0;  // Lines without a day or without any amount: sums, remarks.
};

// Every line that has a day and an amount becomes a booking or a fault.
BankTable read_bank_table(const TableMapping& mapping, const Table& table);

// Of one line: its cells by field, and their first fault.
class TableLine {
public:
    TableLine(const TableMapping& mapping, const TableRow& row) : mapping_(mapping), row_(row) {}

    // The cell; of several columns what is in them, parted by blanks. Empty where there is no such column.
    std::string text(TableField field) const;
    std::string day(TableField field);
    Currency currency();
    // Nothing where the cell is empty or can't be read; the latter is a fault.
    std::optional<std::int64_t> amount(TableField field, const Currency& currency);
    void blame(TableField field, std::string code);
    const std::optional<TableFault>& fault() const { return fault_; }

private:
    const TableMapping& mapping_;
    const TableRow& row_;
    std::optional<TableFault> fault_{};
};

}  // namespace commis::domain
