#include "features/tickets/event_words.hpp"

#include "domain/language.hpp"

namespace commis::tickets {

std::string language_of(const domain::Order& order, const domain::Shop& shop) {
    return std::string(domain::nearest_language(order.language.empty() ? shop.language : order.language));
}

EventWords::EventWords(const Services& services, const domain::Shop& shop, const domain::Order& order)
    : services_{services},
      shop_{shop},
      locale_{domain::locale_of(language_of(order, shop), shop.legal_address.country)} {}

const EventWords::Place& EventWords::of(const std::string& sku) {
    const auto [at, is_new] = places_.try_emplace(sku);
    if (!is_new || sku.empty()) return at->second;
    services_.storage.read([&](ports::Snapshot& snapshot) {
        at->second = {};
        const auto article = snapshot.articles().find_sku(shop_.id, sku);
        if (!article) return;
        at->second.venue = article->venue;
        if (!article->starts_at_ms) return;
        at->second.when = services_.formatter.date_time(*article->starts_at_ms, shop_.timezone, locale_);
    });
    return at->second;
}

}  // namespace commis::tickets
