#include "features/mails/download_entries.hpp"

#include "features/downloads/size_text.hpp"

namespace commis::mails {

std::vector<ports::MailModel> download_entries(const MailFacts& facts, const ports::Formatter& format,
                                               const std::string& locale) {
    std::vector<ports::MailModel> entries;
    for (const downloads::Offer& offer : facts.downloads) {
        if (offer.reason) continue;
        ports::MailModel& entry = entries.emplace_back();
        entry.texts = {{"name", offer.name}, {"size", downloads::size_text(offer.size_bytes, facts.language)}};
        if (offer.left) entry.texts["left"] = std::to_string(*offer.left);
        if (offer.until_ms) entry.texts["until"] = format.date(*offer.until_ms, facts.shop.timezone, locale);
        entry.links["download_url"] = offer.url;
    }
    return entries;
}

}  // namespace commis::mails
