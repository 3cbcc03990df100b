// Words and links of one order's pages.
#include "features/buyer/reader.hpp"

#include <array>
#include <utility>

#include "domain/decisions/tickets.hpp"
#include "domain/first_told.hpp"
#include "domain/language.hpp"

namespace commis::buyer {
namespace {

// Each language by its own name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> language_names{
    {{"en", "English"}, {"de", "Deutsch"}, {"fr", "Français"}, {"da", "Dansk"}}};

std::string_view first_language(const domain::Order& order, const domain::Shop& shop) {
    return domain::nearest_language(order.language.empty() ? shop.language : order.language);
}

}  // namespace

Reader::Reader(const Services& services_used, domain::Shop of_shop, domain::Order of_order, std::string by_token,
               std::string_view chosen)
    : services(services_used),
      shop(std::move(of_shop)),
      order(std::move(of_order)),
      profile(services.profiles.of(shop)),
      token(std::move(by_token)),
      language(domain::is_language(chosen) ? chosen : first_language(order, shop)),
      locale(domain::locale_of(language, shop.legal_address.country)),
      has_chosen(language != first_language(order, shop)) {}

std::string Reader::word(std::string_view name, const std::map<std::string, std::string>& values) const {
    return services.words.text(language, "buyer_page." + std::string(name), values);
}

const std::string& Reader::text(const std::string& key) const { return services.words.text(language, key); }

const std::string& Reader::refusal(domain::Refusal refusal) const {
    return text("refusal." + std::string(domain::code_of(refusal)));
}

std::string Reader::money(std::int64_t amount_minor) const {
    return services.formatter.money({amount_minor, order.currency}, locale);
}

std::string Reader::date(std::int64_t at_ms) const { return services.formatter.date(at_ms, shop.timezone, locale); }

std::string Reader::date_time(std::int64_t at_ms) const {
    return services.formatter.date_time(at_ms, shop.timezone, locale);
}

std::string Reader::exact_time(std::int64_t at_ms) const {
    const std::string here = services.formatter.exact_time(at_ms, shop.timezone, locale);
    const std::string everywhere = services.formatter.exact_time(at_ms, "UTC", locale);
    return here == everywhere ? here : here + " (" + everywhere + ")";
}

std::string Reader::path(std::string_view rest) const {
    return "/o/" + token + std::string(rest) + (has_chosen ? "?lang=" + language : "");
}

std::string Reader::part_text(const std::string& line_id, const std::string& unit_id, std::int32_t quantity) const {
    const domain::Line* line = order.find_line(line_id);
    const std::string name = line == nullptr ? "" : line->name;
    const domain::TicketUnit* unit = unit_id.empty() ? nullptr : domain::find_ticket(order, unit_id);
    if (unit == nullptr) return std::to_string(quantity) + " × " + name;
    const std::string who = domain::first_told({unit->attendee.name, unit->attendee.email});
    return who.empty() ? name : name + ", " + who;
}

ports::MailModel Reader::frame(const std::string& title) const {
    ports::MailModel model;
    const bool has_operator = shop.mail_sender_address.empty() && !shop.operator_addresses.empty();
    const std::string& email = has_operator ? shop.operator_addresses.front() : shop.mail_sender_address;
    model.texts = {{"language", language},
                   {"title", title},
                   {"shop_name", shop.name},
                   {"shop_email", email},
                   {"shop_phone", shop.mail_look.phone},
                   {"home", path()}};
    if (!email.empty()) model.links["email_url"] = "mailto:" + email;
    if (!shop.mail_look.phone.empty()) model.links["phone_url"] = "tel:" + shop.mail_look.phone;
    if (!shop.mail_look.website.empty()) model.links["shop_url"] = shop.mail_look.website;
    if (shop.sandbox) model.texts["test"] = text("pay.test");
    for (const auto& [id, name] : language_names) {
        ports::MailModel each;
        each.texts = {{"id", std::string(id)}, {"name", std::string(name)}};
        if (id != language) each.texts["href"] = "?lang=" + std::string(id);
        model.lists["languages"].push_back(std::move(each));
    }
    say(model, {"languages"});
    return model;
}

void Reader::say(ports::MailModel& model, std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) model.texts["say_" + std::string(name)] = word(name);
}

}  // namespace commis::buyer
