// The journal of a time, read from the registers page by page: issued documents and money that moved, in the order in
// which they were booked.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/account_plan.hpp"
#include "domain/profile.hpp"
#include "domain/refusal.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"
#include "ports/journal_writer.hpp"

namespace commis::accounting {

inline constexpr std::int32_t days_max = 3'660;

// Days of the shop's calendar, both included.
struct Period {
    std::int32_t from = 0;
    std::int32_t to = 0;
    std::int64_t from_ms = 0;
    std::int64_t to_ms = 0;  // Not included.
};
// Days as "2026-11-22"; refuses bad_field naming the parameter. Without any: the month of today.
domain::Result<Period> read_period(const Services& services, const domain::Shop& shop,
                                   const std::optional<std::string>& from, const std::optional<std::string>& to);
Period period_of(const Services& services, const domain::Shop& shop, std::int32_t from, std::int32_t to);
// The first day of the business year that a day is in.
std::int32_t year_start(const domain::Books& books, std::int32_t day);

// The fact behind the last entries: where the next page goes on.
struct JournalCursor {
    std::int64_t at_ms = 0;
    bool is_move = false;
    std::string id{};
};

struct JournalPage {
    std::vector<domain::JournalEntry> entries{};
    std::optional<JournalCursor> next{};
};

// `limit` counts facts; one may have two entries, and a document over nothing has none.
JournalPage read_journal(ports::Snapshot& snapshot, const domain::Shop& shop, const domain::Profile& profile,
                         const Period& period, const std::optional<JournalCursor>& after, std::int32_t limit);

// Accounts, words and days for an entry.
class Bookkeeper {
public:
    Bookkeeper(const Services& services, const domain::Shop& shop);
    // Words are in the shop's language unless another is named.
    ports::BookedEntry book(const domain::JournalEntry& entry, std::string_view language = {}) const;
    // "20 %"; of what is not taxed at a rate the kind.
    std::string rate_name(domain::TaxCategory category, domain::TaxRate rate, std::string_view language) const;
    const domain::Books& books() const { return books_; }

private:
    std::string name_of(const domain::Posting& posting, std::string_view language) const;

    const Services& services_;
    const domain::Shop& shop_;
    domain::Books books_;
};

// A file of the journal, piece by piece, each in a snapshot of its own.
class JournalExport {
public:
    JournalExport(const Services& services, domain::Shop shop, ports::JournalFormat format, const Period& period,
                  const ports::MakeJournalWriter& make, ports::WriteText out);
    // False after the last.
    bool next();
    std::int64_t entries() const { return entries_; }

    static constexpr std::int32_t page_size = 200;

private:
    const Services& services_;
    domain::Shop shop_;
    Bookkeeper keeper_;
    std::shared_ptr<const domain::Profile> profile_;
    Period period_;
    std::optional<JournalCursor> after_;
    std::unique_ptr<ports::JournalWriter> writer_;
    std::int64_t entries_ = 0;
};

inline constexpr int journal_format_count = 3;
std::string_view id_of(ports::JournalFormat format);  // "csv", "datev", "fec".
std::optional<ports::JournalFormat> find_format(std::string_view id);
// What a format needs of the shop, then of the time; nothing when it can be written.
std::optional<domain::Error> refused_format(const domain::Shop& shop, const domain::Books& books,
                                            ports::JournalFormat format, const Period& period);
std::string file_name(const domain::Shop& shop, const domain::Books& books, ports::JournalFormat format,
                      const Period& period);

}  // namespace commis::accounting
