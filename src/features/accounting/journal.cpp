// Two registers, each in its order, merged as they are read.
#include "features/accounting/journal.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "domain/bank_days.hpp"
#include "features/accounting/books_json.hpp"
#include "features/documents/paper_json.hpp"

namespace commis::accounting {
namespace {

using domain::JournalEntry;
using ports::IssuedDocument;

using Mark = std::optional<std::pair<std::int64_t, std::string>>;

// Documents of a moment stand before the money of it.
Mark documents_after(const std::optional<JournalCursor>& after) {
    if (!after) return std::nullopt;
    return after->is_move ? Mark({after->at_ms + 1, ""}) : Mark({after->at_ms, after->id});
}

Mark moves_after(const std::optional<JournalCursor>& after) {
    if (!after) return std::nullopt;
    return after->is_move ? Mark({after->at_ms, after->id}) : Mark({after->at_ms, ""});
}

void append(std::vector<JournalEntry>& entries, std::vector<JournalEntry> more) {
    std::ranges::move(more, std::back_inserter(entries));
}

std::vector<JournalEntry> entries_of(const IssuedDocument& issued) {
    return domain::entries_of(documents::paper_from(issued.content),
                              {issued.document_id, issued.order_id, issued.issued_at_ms});
}

std::optional<std::int32_t> read_day(std::vector<domain::FieldError>& errors, std::string_view name,
                                     const std::optional<std::string>& text) {
    if (!text) {
        errors.push_back({std::string(name), "required", "give both days or neither"});
        return std::nullopt;
    }
    const auto day = domain::parse_day(*text);
    if (!day) errors.push_back({std::string(name), "invalid_date", "a day of the calendar such as 2026-11-22"});
    return day;
}

std::int32_t first_of_month(std::int32_t day) {
    return domain::parse_day(domain::day_text(day).substr(0, 8) + "01").value();
}

}  // namespace

Period period_of(const Services& services, const domain::Shop& shop, std::int32_t from, std::int32_t to) {
    // Noon is inside its day in every zone that is less than twelve hours from UTC; the others' day is counted anew.
    constexpr std::int64_t day_ms = 86'400'000;
    const auto start = [&](std::int32_t day) {
        const std::int64_t noon_ms = static_cast<std::int64_t>(day) * day_ms + day_ms / 2;
        const std::int32_t off = day - services.clock.day_of(noon_ms, shop.timezone);
        return services.clock.start_of_day(noon_ms, off, shop.timezone);
    };
    return {from, to, start(from), start(to + 1)};
}

domain::Result<Period> read_period(const Services& services, const domain::Shop& shop,
                                   const std::optional<std::string>& from, const std::optional<std::string>& to) {
    if (!from && !to) {
        const std::int32_t today = services.clock.day_of(services.clock.now_ms(), shop.timezone);
        return period_of(services, shop, first_of_month(today), today);
    }
    std::vector<domain::FieldError> errors;
    const auto first = read_day(errors, "from", from);
    const auto last = read_day(errors, "to", to);
    if (first && last && *last < *first) errors.push_back({"to", "out_of_range", "not before the first day"});
    if (first && last && *last - *first >= days_max) {
        errors.push_back({"to", "out_of_range", fmt::format("at most {} days", days_max)});
    }
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    return period_of(services, shop, *first, *last);
}

std::int32_t year_start(const domain::Books& books, std::int32_t day) {
    const std::string text = domain::day_text(day);
    const int year = std::stoi(text.substr(0, 4));
    const int month = std::stoi(text.substr(5, 2));
    const int first = month >= books.year_begins ? year : year - 1;
    return domain::parse_day(fmt::format("{:04}-{:02}-01", first, books.year_begins)).value();
}

JournalPage read_journal(ports::Snapshot& snapshot, const domain::Shop& shop, const domain::Profile& profile,
                         const Period& period, const std::optional<JournalCursor>& after, std::int32_t limit) {
    const auto issued =
        snapshot.documents().issued_between(shop.id, period.from_ms, period.to_ms, documents_after(after), limit + 1);
    const auto moves =
        snapshot.books().moves_between(shop.id, period.from_ms, period.to_ms, moves_after(after), limit + 1);
    JournalPage page;
    std::size_t document = 0;
    std::size_t move = 0;
    JournalCursor last;
    for (std::int32_t taken = 0; document < issued.size() || move < moves.size(); ++taken) {
        if (taken == limit) {
            page.next = std::move(last);
            break;
        }
        const bool is_document = move == moves.size() || (document < issued.size() &&
                                                          issued[document].issued_at_ms <= moves[move].booked_at_ms);
        if (is_document) {
            last = {issued[document].issued_at_ms, false, issued[document].document_id};
            append(page.entries, entries_of(issued[document++]));
        } else {
            last = {moves[move].booked_at_ms, true, moves[move].id};
            append(page.entries, domain::entries_of(moves[move], profile.kind_of(moves[move].method)));
            ++move;
        }
    }
    return page;
}

Bookkeeper::Bookkeeper(const Services& services, const domain::Shop& shop)
    : services_(services), shop_(shop), books_(books_of(shop)) {}

std::string Bookkeeper::name_of(const domain::Posting& posting, std::string_view language) const {
    const auto word = [&](std::string_view role) {
        return services_.words.text(language, "journal_account." + std::string(role));
    };
    if (posting.role == domain::AccountRole::money) {
        const domain::MoneyPlace place = domain::place_in(books_, posting);
        std::string name = word(id_of(place));
        if (place == domain::MoneyPlace::clearing && !posting.channel.empty()) name += " " + posting.channel;
        return name;
    }
    std::string name = word(id_of(posting.role));
    if (posting.role != domain::AccountRole::sales && posting.role != domain::AccountRole::tax) return name;
    const std::string rate = rate_name(posting.category, posting.rate, language);
    return name + (posting.category == domain::TaxCategory::standard ? " " + rate : " (" + rate + ")");
}

std::string Bookkeeper::rate_name(domain::TaxCategory category, domain::TaxRate rate, std::string_view language) const {
    if (category == domain::TaxCategory::standard) return rate.to_string() + " %";
    return services_.words.text(language, "journal_category." + std::string(id_of(category)));
}

ports::BookedEntry Bookkeeper::book(const JournalEntry& entry, std::string_view language) const {
    const std::string_view tongue = language.empty() ? std::string_view(shop_.language) : language;
    ports::BookedEntry booked;
    booked.entry = entry;
    const std::string& number = entry.document_number.empty() ? entry.order_number : entry.document_number;
    booked.text = services_.words.text(tongue, "journal." + std::string(id_of(entry.kind)));
    if (!number.empty()) booked.text += " " + number;
    if (!entry.buyer.empty()) booked.text += ", " + entry.buyer;
    if (entry.order_id.empty() && !entry.reference.empty()) booked.text += " " + entry.channel + " " + entry.reference;
    const domain::JournalBook book = domain::book_of(books_, entry);
    static constexpr std::array<std::string_view, 4> book_ids{"sales", "bank", "cash", "other"};
    booked.book_code = domain::code_of(books_, book);
    booked.book_name =
        services_.words.text(tongue, "journal_book." + std::string(book_ids[static_cast<std::size_t>(book)]));
    booked.booked_on = services_.clock.day_of(entry.booked_at_ms, shop_.timezone);
    booked.value_on = services_.clock.day_of(entry.value_at_ms, shop_.timezone);
    for (const domain::Posting& posting : entry.postings) {
        booked.postings.push_back({posting, domain::account_of(books_, posting), name_of(posting, tongue)});
    }
    return booked;
}

}  // namespace commis::accounting
