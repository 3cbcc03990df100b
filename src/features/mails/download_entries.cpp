#include "features/mails/download_entries.hpp"

#include <array>

namespace commis::mails {

std::vector<ports::MailModel> download_entries(const MailFacts& facts, const ports::Formatter& format,
                                               const std::string& locale) {
    std::vector<ports::MailModel> entries;
    for (const downloads::Offer& offer : facts.downloads) {
        if (offer.reason) continue;
        ports::MailModel& entry = entries.emplace_back();
        entry.texts = {{"name", offer.name}, {"size", size_text(offer.size_bytes, facts.language)}};
        if (offer.left) entry.texts["left"] = std::to_string(*offer.left);
        if (offer.until_ms) entry.texts["until"] = format.date(*offer.until_ms, facts.shop.timezone, locale);
        entry.links["download_url"] = offer.url;
    }
    return entries;
}

// "640 kB", "12.3 MB": thousands, as shops and browsers count them, with the language's own sign and unit.
std::string size_text(std::int64_t size_bytes, std::string_view language) {
    static constexpr std::array<std::string_view, 5> units{"B", "kB", "MB", "GB", "TB"};
    std::size_t unit = 0;
    std::int64_t tenths = size_bytes * 10;
    while (tenths >= 10'000 && unit + 1 < units.size()) {
        tenths = (tenths + 500) / 1'000;
        ++unit;
    }
    const bool is_french = language.starts_with("fr");
    std::string text = std::to_string(tenths / 10);
    if (unit > 1 && tenths < 1'000 && tenths % 10 != 0) {
        text += language.starts_with("en") ? '.' : ',';
        text += std::to_string(tenths % 10);
    }
    text += "\u00A0";
    text += units.at(unit);
    if (is_french) text.back() = 'o';
    return text;
}

}  // namespace commis::mails
