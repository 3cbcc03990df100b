// Where the journal goes as a file: entries with their accounts and words, in the order of the journal.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "domain/account_plan.hpp"
#include "domain/journal.hpp"

namespace commis::ports {

struct BookedPosting {
    domain::Posting posting{};
    domain::Account account{};
    std::string account_name{};
};

struct BookedEntry {
    domain::JournalEntry entry{};
    std::string text{};
    std::string book_code{};
    std::string book_name{};
    std::int32_t booked_on = 0;  // Days of the shop's calendar, counted from 1970-01-01.
    std::int32_t value_on = 0;
    std::vector<BookedPosting> postings{};  // As the entry has them.
};

enum class JournalFormat : std::uint8_t { csv, datev, fec };

struct JournalHead {
    domain::Currency currency{};  // Of the shop: DATEV and FEC hold what is in it alone.
    domain::Books books{};
    std::int32_t from = 0;  // Days, both included.
    std::int32_t to = 0;
    std::int32_t year_from = 0;  // First day of the business year.
    std::string made_at{};       // "20261123101500000".
};

struct JournalWriter {
    virtual ~JournalWriter() = default;
    // Also entries of the year before `from` come where the format numbers the year through.
    virtual void write(const BookedEntry& entry) = 0;
};

// The writer has given `out` the first lines when it is made.
using WriteText = std::function<void(std::string_view)>;
using MakeJournalWriter = std::function<std::unique_ptr<JournalWriter>(JournalFormat, const JournalHead&, WriteText)>;

}  // namespace commis::ports
