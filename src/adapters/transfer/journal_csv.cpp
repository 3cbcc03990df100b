// A row for each posting, with the words of its entry repeated: what a spreadsheet can filter and add up. Cells that it
// would run are made safe.
#include <array>
#include <utility>

#include "adapters/transfer/csv_cells.hpp"
#include "adapters/transfer/journal_files.hpp"
#include "domain/bank_days.hpp"

namespace commis::transfer {
namespace {

constexpr std::array<std::string_view, 20> columns{
    "entry",    "booked_on", "value_on",  "journal", "kind",     "document",       "order",
    "buyer",    "text",      "reference", "channel", "role",     "account",        "account_name",
    "category", "tax_rate",  "debit",     "credit",  "currency", "default_account"};

class CsvWriter final : public ports::JournalWriter {
public:
    explicit CsvWriter(ports::WriteText out) : out_(std::move(out)) {
        for (const std::string_view column : columns) cell(column);
        flush();
    }

    void write(const ports::BookedEntry& entry) override {
        for (const ports::BookedPosting& posting : entry.postings) {
            write_entry(entry);
            write_posting(entry.entry, posting);
            flush();
        }
    }

private:
    void cell(std::string_view text) {
        if (!row_.empty()) row_ += ',';
        append_cell(row_, text);
    }
    void words(std::string_view text) { cell(guarded(text)); }
    void flush() {
        row_ += "\r\n";
        out_(row_);
        row_.clear();
    }

    void write_entry(const ports::BookedEntry& entry) {
        cell(entry.entry.id);
        cell(domain::day_text(entry.booked_on));
        cell(domain::day_text(entry.value_on));
        words(entry.book_code);
        cell(id_of(entry.entry.kind));
        words(entry.entry.document_number);
        words(entry.entry.order_number);
        words(entry.entry.buyer);
        words(entry.text);
        words(entry.entry.reference);
        words(entry.entry.channel);
    }
    void write_posting(const domain::JournalEntry& entry, const ports::BookedPosting& booked) {
        const domain::Posting& posting = booked.posting;
        const bool is_taxed = posting.role == domain::AccountRole::sales || posting.role == domain::AccountRole::tax;
        const bool is_debit = posting.amount_minor > 0;
        const std::string amount =
            domain::to_decimal({is_debit ? posting.amount_minor : -posting.amount_minor, entry.currency});
        cell(id_of(posting.role));
        words(booked.account.number);
        words(booked.account_name);
        cell(is_taxed ? id_of(posting.category) : std::string_view());
        cell(is_taxed ? posting.rate.to_string() : std::string());
        cell(is_debit ? amount : std::string());
        cell(is_debit ? std::string() : amount);
        cell(entry.currency.code());
        cell(booked.account.is_default ? "yes" : "no");
    }

    ports::WriteText out_;
    std::string row_;
};

}  // namespace

std::unique_ptr<ports::JournalWriter> make_journal_writer(ports::JournalFormat format, const ports::JournalHead& head,
                                                          ports::WriteText out) {
    switch (format) {
        case ports::JournalFormat::csv:
            return std::make_unique<CsvWriter>(std::move(out));
        case ports::JournalFormat::datev:
            return make_journal_datev(head, std::move(out));
        case ports::JournalFormat::fec:
            break;
    }
    return make_journal_fec(head, std::move(out));
}

}  // namespace commis::transfer
