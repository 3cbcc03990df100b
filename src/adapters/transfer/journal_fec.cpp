// Amounts have a comma and two digits; a day is eight digits; no cell holds a tab or a line break.
#include <algorithm>
#include <array>
#include <utility>

#include "adapters/transfer/journal_cells.hpp"
#include "adapters/transfer/journal_files.hpp"

namespace commis::transfer {
namespace {

constexpr std::array<std::string_view, 18> columns{
    "JournalCode", "JournalLib",  "EcritureNum", "EcritureDate", "CompteNum",     "CompteLib",
    "CompAuxNum",  "CompAuxLib",  "PieceRef",    "PieceDate",    "EcritureLib",   "Debit",
    "Credit",      "EcritureLet", "DateLet",     "ValidDate",    "Montantdevise", "Idevise"};

std::string one_line(std::string_view text) {
    std::string line(text);
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return line;
}

class FecWriter final : public ports::JournalWriter {
public:
    FecWriter(const ports::JournalHead& head, ports::WriteText out) : head_(head), out_(std::move(out)) {
        std::string row;
        for (const std::string_view column : columns) {
            if (!row.empty()) row += '\t';
            row += column;
        }
        out_(row + "\r\n");
    }

    void write(const ports::BookedEntry& entry) override {
        if (entry.entry.currency != head_.currency) return;
        ++number_;
        if (entry.booked_on < head_.from) return;
        std::string rows;
        for (const ports::BookedPosting& posting : entry.postings) append_row(rows, entry, posting);
        out_(rows);
    }

private:
    void append_row(std::string& rows, const ports::BookedEntry& entry, const ports::BookedPosting& booked) const {
        const domain::JournalEntry& facts = entry.entry;
        const std::int64_t amount_minor = booked.posting.amount_minor;
        const std::string zero = with_comma(0, facts.currency);
        const std::string amount = with_comma(amount_minor < 0 ? -amount_minor : amount_minor, facts.currency);
        const std::string& piece = !facts.document_number.empty() ? facts.document_number
                                   : !facts.order_number.empty()  ? facts.order_number
                                   : !facts.reference.empty()     ? facts.reference
                                                                  : facts.id;
        const std::array<std::string, 18> cells{one_line(entry.book_code),
                                                one_line(entry.book_name),
                                                std::to_string(number_),
                                                eight_digits(entry.booked_on),
                                                booked.account.number,
                                                one_line(booked.account_name),
                                                "",
                                                "",
                                                one_line(piece),
                                                eight_digits(entry.value_on),
                                                one_line(entry.text),
                                                amount_minor > 0 ? amount : zero,
                                                amount_minor > 0 ? zero : amount,
                                                "",
                                                "",
                                                eight_digits(entry.booked_on),
                                                "",
                                                ""};
        for (std::size_t at = 0; at < cells.size(); ++at) {
            if (at > 0) rows += '\t';
            rows += cells[at];
        }
        rows += "\r\n";
    }

    ports::JournalHead head_;
    ports::WriteText out_;
    std::int64_t number_ = 0;
};

}  // namespace

std::unique_ptr<ports::JournalWriter> make_journal_fec(const ports::JournalHead& head, ports::WriteText out) {
    return std::make_unique<FecWriter>(head, std::move(out));
}

}  // namespace commis::transfer
