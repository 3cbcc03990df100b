#include "adapters/pdf/paper_words.hpp"

#include <utility>

#include "domain/language.hpp"
#include "json/time.hpp"

namespace commis::pdf {
namespace {

const std::string minus = "\u2013";

// Where the town stands before the code, and the region belongs to the line.
bool is_town_first(std::string_view country) {
    return country == "US" || country == "CA" || country == "AU" || country == "GB" || country == "IE";
}

std::string town_line(const domain::Address& address) {
    if (is_town_first(address.country)) return joined({address.city, address.region, address.postal_code}, " ");
    return joined({address.postal_code, address.city}, " ");
}

}  // namespace

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += separator;
        text += part;
    }
    return text;
}

PaperWords::PaperWords(const ports::Words& words, const ports::Formatter& format, std::string_view language,
                       std::string_view seller_country, domain::Currency currency)
    : words_{&words},
      format_{&format},
      language_{domain::nearest_language(language)},
      locale_{domain::locale_of(language_, seller_country)},
      seller_country_{seller_country},
      currency_{currency} {}

const std::string& PaperWords::label(std::string_view name) const {
    return words_->text(language_, "paper." + std::string(name));
}

std::string PaperWords::label(std::string_view name, const std::map<std::string, std::string>& values) const {
    return words_->text(language_, "paper." + std::string(name), values);
}

const std::string& PaperWords::kind(domain::DocumentKind kind) const {
    return words_->text(language_, "document_kind." + std::string(domain::id_of(kind)));
}

std::string PaperWords::money(std::int64_t amount_minor) const {
    // Before all of it, in every language, and as long as a figure is wide.
    const bool is_negative = amount_minor < 0;
    return (is_negative ? minus : "") +
           format_->money({is_negative ? -amount_minor : amount_minor, currency_}, locale_);
}

std::string PaperWords::percent(domain::TaxRate rate) const { return format_->percent(rate.to_string(), locale_); }

std::string PaperWords::day(std::string_view iso) const {
    if (iso.empty()) return "";
    const auto at_ms = json::parse_date_ms(iso);
    return at_ms ? format_->date(*at_ms, "UTC", locale_) : std::string(iso);
}

std::string PaperWords::country(std::string_view code) const { return format_->country(code, locale_); }

std::vector<std::string> PaperWords::place_lines(const domain::Address& address) const {
    std::vector<std::string> lines{address.line1, address.line2, town_line(address)};
    if (!is_town_first(address.country)) lines.push_back(address.region);
    if (!address.country.empty() && address.country != seller_country_) {
        lines.push_back(country(address.country));
    }
    std::erase(lines, "");
    return lines;
}

std::vector<std::string> PaperWords::address_lines(const domain::PaperParty& party) const {
    std::vector<std::string> lines;
    if (!party.name.empty()) lines.push_back(party.name);
    if (!party.contact.empty()) lines.push_back(party.contact);
    for (std::string& line : place_lines(party.address)) lines.push_back(std::move(line));
    return lines;
}

}  // namespace commis::pdf
