// The journal as a file.
#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "domain/bank_days.hpp"
#include "features/accounting/books_json.hpp"
#include "features/accounting/journal.hpp"
#include "json/time.hpp"

namespace commis::accounting {
namespace {

using ports::JournalFormat;

constexpr std::array<std::string_view, 3> format_ids{"csv", "datev", "fec"};

std::string digits_of(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

// The number is part of a French VAT number: FR, two characters, nine digits.
std::string siren_of(const domain::Shop& shop, const domain::Books& books) {
    if (!books.fec_siren.empty()) return books.fec_siren;
    std::string vat = shop.vat_id;
    std::erase(vat, ' ');
    if (!vat.starts_with("FR") || vat.size() != 13) return {};
    const std::string siren = digits_of(vat.substr(4));
    return siren.size() == 9 ? siren : std::string();
}

// "2026-11-23T10:15:00.123Z" without its signs, to the millisecond.
std::string stamp_of(std::int64_t at_ms) {
    std::string stamp = digits_of(json::format_time_ms(at_ms));
    stamp.resize(17, '0');
    return stamp;
}

}  // namespace

std::string_view id_of(JournalFormat format) { return format_ids[static_cast<std::size_t>(format)]; }

std::optional<JournalFormat> find_format(std::string_view id) {
    const auto found = std::ranges::find(format_ids, id);
    if (found == format_ids.end()) return std::nullopt;
    return static_cast<JournalFormat>(found - format_ids.begin());
}

std::optional<domain::Error> refused_format(const domain::Shop& shop, const domain::Books& books, JournalFormat format,
                                            const Period& period) {
    if (format == JournalFormat::csv) return std::nullopt;
    std::vector<domain::FieldError> errors;
    if (format == JournalFormat::fec && siren_of(shop, books).empty()) {
        errors.push_back({"fec_siren", "required", "set it in the accounting settings"});
    }
    if (format == JournalFormat::datev && books.datev_consultant.empty()) {
        errors.push_back({"datev_consultant", "required", "set it in the accounting settings"});
    }
    if (format == JournalFormat::datev && books.datev_client.empty()) {
        errors.push_back({"datev_client", "required", "set it in the accounting settings"});
    }
    if (year_start(books, period.from) != year_start(books, period.to)) {
        errors.push_back({"to", "out_of_range", "in the business year of the first day: the format knows one year"});
    }
    if (shop.currency.exponent() > 2) {
        errors.push_back({"format", "invalid_currency", "the format has two digits after the comma"});
    }
    if (errors.empty()) return std::nullopt;
    return domain::refuse_fields(std::move(errors)).error();
}

std::string file_name(const domain::Shop& shop, const domain::Books& books, JournalFormat format,
                      const Period& period) {
    const std::string from = digits_of(domain::day_text(period.from));
    const std::string to = digits_of(domain::day_text(period.to));
    if (format == JournalFormat::fec) return siren_of(shop, books) + "FEC" + to + ".txt";
    if (format == JournalFormat::datev) return "EXTF_Buchungsstapel_" + from + "_" + to + ".csv";
    return "journal-" + shop.handle + "-" + from + "-" + to + ".csv";
}

JournalExport::JournalExport(const Services& services, domain::Shop shop, JournalFormat format, const Period& period,
                             const ports::MakeJournalWriter& make, ports::WriteText out)
    : services_(services),
      shop_(std::move(shop)),
      keeper_(services, shop_),
      profile_(services.profiles.of(shop_)),
      period_(period) {
    ports::JournalHead head;
    head.currency = shop_.currency;
    head.books = keeper_.books();
    head.from = period.from;
    head.to = period.to;
    head.year_from = year_start(head.books, period.from);
    head.made_at = stamp_of(services.clock.now_ms());
    // The FEC numbers a business year through, so a part of it begins behind what came before.
    if (format == JournalFormat::fec) period_ = period_of(services, shop_, head.year_from, period.to);
    writer_ = make(format, head, std::move(out));
}

bool JournalExport::next() {
    JournalPage page;
    services_.storage.read([&](ports::Snapshot& snapshot) {
        page = read_journal(snapshot, shop_, *profile_, period_, after_, page_size);
    });
    for (const domain::JournalEntry& entry : page.entries) writer_->write(keeper_.book(entry));
    entries_ += std::ssize(page.entries);
    after_ = page.next;
    return page.next.has_value();
}

}  // namespace commis::accounting
