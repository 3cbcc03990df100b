// Columns are looked up by the mapping alone; nothing of a line is guessed here.
#include "domain/bank_table.hpp"

#include <algorithm>
#include <map>

#include "domain/table_cells.hpp"

namespace commis::domain {
namespace {

bool is_filled(const TableLine& line, std::initializer_list<TableField> fields) {
    return std::ranges::any_of(fields, [&](TableField field) { return !line.text(field).empty(); });
}

// The amount with its sign: of one column, turned by the word beside it, or of the two for what came and what went.
std::int64_t signed_amount(TableLine& line, const Currency& currency) {
    if (const auto whole = line.amount(TableField::amount, currency)) {
        const std::string word = line.text(TableField::direction);
        if (word.empty()) return *whole;
        const auto came = read_direction(word);
        if (!came) line.blame(TableField::direction, "bad_direction");
        const std::int64_t size = *whole < 0 ? -*whole : *whole;
        return came.value_or(true) ? size : -size;
    }
    const std::int64_t came = line.amount(TableField::credit, currency).value_or(0);
    const std::int64_t went = line.amount(TableField::debit, currency).value_or(0);
    if (came != 0 && went != 0) line.blame(TableField::debit, "bad_amount");
    return went == 0 ? came : (went < 0 ? went : -went);
}

BankBooking booking_of(TableLine& line, std::int64_t amount_minor, const Currency& currency) {
    BankBooking booking;
    booking.is_credit = amount_minor >= 0;
    booking.amount = {amount_minor < 0 ? -amount_minor : amount_minor, currency};
    booking.booked_on = line.day(TableField::booked_on);
    booking.valued_on = line.day(TableField::valued_on);
    booking.bank_reference = line.text(TableField::bank_reference);
    BankDetail detail;
    BankParty& other = booking.is_credit ? detail.debtor : detail.creditor;
    other = {line.text(TableField::name), line.text(TableField::other_account)};
    if (std::string words = line.text(TableField::text); !words.empty()) detail.texts.push_back(std::move(words));
    if (std::string reference = line.text(TableField::reference); !reference.empty()) {
        detail.structured.push_back({std::move(reference), ""});
    }
    booking.details.push_back(std::move(detail));
    return booking;
}

}  // namespace

std::string TableLine::text(TableField field) const {
    std::string text;
    for (const std::size_t at : positions_of(mapping_, field)) {
        if (at >= row_.cells.size() || row_.cells[at].empty()) continue;
        if (!text.empty()) text += ' ';
        text += row_.cells[at];
    }
    return text;
}

std::string TableLine::day(TableField field) {
    const std::string cell = text(field);
    if (cell.empty()) return {};
    auto day = read_table_day(cell, mapping_.dates);
    if (!day) blame(field, "bad_date");
    return day.value_or("");
}

Currency TableLine::currency() {
    const std::string cell = text(TableField::currency);
    const auto found = Currency::find(cell.empty() ? mapping_.currency : cell);
    if (!found) blame(TableField::currency, "unknown_currency");
    return found.value_or(Currency{});
}

std::optional<std::int64_t> TableLine::amount(TableField field, const Currency& currency) {
    const std::string cell = text(field);
    if (cell.empty()) return std::nullopt;
    const auto amount_minor = read_table_amount(cell, mapping_.decimal, currency);
    if (!amount_minor) blame(field, "bad_amount");
    return amount_minor;
}

void TableLine::blame(TableField field, std::string code) {
    if (fault_) return;
    const auto positions = positions_of(mapping_, field);
    const std::string column = positions.empty() ? std::string() : mapping_.header[positions.front()];
    fault_ = TableFault{row_.number, field, column, std::move(code), text(field).substr(0, 80)};
}

BankTable read_bank_table(const TableMapping& mapping, const Table& table) {
    BankTable read;
    std::map<std::string, std::size_t> places;
    for (const TableRow& row : table.lines) {
        TableLine line(mapping, row);
        const bool is_line = is_filled(line, {TableField::booked_on}) &&
                             is_filled(line, {TableField::amount, TableField::credit, TableField::debit});
        if (!is_line) {
            ++read.left_out;
            continue;
        }
        const Currency currency = line.currency();
        BankBooking booking = booking_of(line, signed_amount(line, currency), currency);
        if (line.fault()) {
            read.faults.push_back(*line.fault());
            continue;
        }
        const std::string own = compact_account(line.text(TableField::account));
        const std::string& account = own.empty() ? mapping.account : own;
        const auto [place, is_new] = places.try_emplace(account, read.statements.size());
        if (is_new) read.statements.push_back({"", account, {}});
        read.statements[place->second].bookings.push_back(std::move(booking));
    }
    return read;
}

}  // namespace commis::domain
