// Whoever reads the buyer's page of one order: in which language, and words, amounts and times as they are read there.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "domain/order.hpp"
#include "domain/profile.hpp"
#include "domain/refusal.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::buyer {

// A row of a list.
inline ports::MailModel entry(std::map<std::string, std::string> texts) {
    return {std::move(texts), {}, {}, {}, {}, {}};
}

struct Reader {
    // In the order's language, unless another one of the four is `chosen`.
    Reader(const Services& services, domain::Shop shop, domain::Order order, std::string token,
           std::string_view chosen = {});

    const Services& services;
    domain::Shop shop;
    domain::Order order;
    std::shared_ptr<const domain::Profile> profile;
    std::string token;
    std::string language;
    std::string locale;       // Figures and dates of a Swiss shop are written the Swiss way.
    bool has_chosen = false;  // Links of the page keep the language then.

    // "buyer_page.<name>".
    std::string word(std::string_view name, const std::map<std::string, std::string>& values = {}) const;
    // Any key of the program's words.
    const std::string& text(const std::string& key) const;
    // Why something is not to be had.
    const std::string& refusal(domain::Refusal refusal) const;
    std::string money(std::int64_t amount_minor) const;
    std::string date(std::int64_t at_ms) const;
    std::string date_time(std::int64_t at_ms) const;
    // To the second, as the shop's clock shows it and in UTC.
    std::string exact_time(std::int64_t at_ms) const;
    // The path of a page of this order, "/o/{token}/ask/return".
    std::string path(std::string_view rest = {}) const;
    // "2 × Mug", or "Winter concert, Ada Lovelace" of a ticket.
    std::string part_text(const std::string& line_id, const std::string& unit_id, std::int32_t quantity) const;

    // What every page says: the shop, the languages, its own address.
    ports::MailModel frame(const std::string& title) const;
    // Labels of a page: texts "say_<name>".
    void say(ports::MailModel& model, std::initializer_list<std::string_view> names) const;
};

}  // namespace commis::buyer
