// One path for both: start from the shop as it is (or a blank one), lay the change over it, check, save.
#include "features/shops/shops.hpp"

#include <algorithm>
#include <cctype>

#include "domain/decisions/place_checks.hpp"
#include "domain/email_address.hpp"
#include "domain/language.hpp"
#include "domain/settings_rules.hpp"
#include "features/shops/stored_values.hpp"

namespace commis::shops {
namespace {

using domain::FieldError;
using Errors = std::vector<FieldError>;

template <class T>
void apply(T& target, const std::optional<T>& wanted) {
    if (wanted) target = *wanted;
}

bool is_handle(const std::string& text) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && text.size() <= 63 && text.front() != '-' && std::ranges::all_of(text, fits);
}

// ISO 13616: the country's letters moved to the end, letters as numbers, and 97 leaves 1.
bool is_iban(const std::string& written) {
    std::string iban;
    std::ranges::copy_if(written, std::back_inserter(iban), [](char c) { return c != ' '; });
    const auto fits = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    if (iban.size() < 15 || iban.size() > 34 || !std::ranges::all_of(iban, fits)) return false;
    std::ranges::rotate(iban, iban.begin() + 4);
    int remainder = 0;
    for (const char c : iban) {
        const bool is_digit = c >= '0' && c <= '9';
        const int value = is_digit ? c - '0' : c - 'A' + 10;
        remainder = (remainder * (is_digit ? 10 : 100) + value) % 97;
    }
    return remainder == 1;
}

void check_mail(Errors& errors, const domain::Shop& shop) {
    const std::string& sender = shop.mail_sender_address;
    if (!sender.empty() && !domain::is_email_address(sender)) {
        errors.push_back({"/mail/sender_address", "invalid_email", "not an e-mail address"});
    }
    domain::check_text(errors, "/mail/sender_name", shop.mail_sender_name, 200);
    constexpr std::int64_t per_minute_max = 100'000;
    if (shop.mails_per_minute < 0 || shop.mails_per_minute > per_minute_max) {
        errors.push_back({"/mail/per_minute", "out_of_range", "0 for no limit, at most 100000"});
    }
    if (shop.operator_addresses.size() > 20) errors.push_back({"/mail/operators", "too_many", "at most 20 addresses"});
    for (std::size_t i = 0; i < shop.operator_addresses.size(); ++i) {
        if (domain::is_email_address(shop.operator_addresses[i])) continue;
        errors.push_back({"/mail/operators/" + std::to_string(i), "invalid_email", "not an e-mail address"});
    }
}

bool is_hex_color(std::string_view text) {
    constexpr std::string_view digits{"0123456789abcdefABCDEF"};
    const auto is_digit = [&](char sign) { return digits.find(sign) != std::string_view::npos; };
    return text.size() == 7 && text.front() == '#' && std::ranges::all_of(text.substr(1), is_digit);
}

// Printable ASCII without blanks, quotes or brackets: nothing that could leave the attribute it is put into.
bool is_web_address(std::string_view text, std::string_view scheme) {
    constexpr std::size_t length_max = 500;
    constexpr std::string_view forbidden{"\"'<>\\^`{|}"};
    const auto fits = [&](char sign) {
        return sign > ' ' && sign < 0x7F && forbidden.find(sign) == std::string_view::npos;
    };
    if (!text.starts_with(scheme) || text.size() > length_max || !std::ranges::all_of(text, fits)) return false;
    const auto host = text.substr(scheme.size(), text.find_first_of("/?#", scheme.size()) - scheme.size());
    return host.find('.') != std::string_view::npos && host.find('@') == std::string_view::npos;
}

void check_mail_look(Errors& errors, const domain::MailLook& look) {
    if (!look.color.empty() && !is_hex_color(look.color)) {
        errors.push_back({"/mail/color", "not_hex_color", "# and six hexadecimal digits, as in #0f766e"});
    }
    if (!look.logo_url.empty() && !is_web_address(look.logo_url, "https://")) {
        errors.push_back({"/mail/logo_url", "not_https", "the https address of a picture"});
    }
    const bool is_site = is_web_address(look.website, "https://") || is_web_address(look.website, "http://");
    if (!look.website.empty() && !is_site) {
        errors.push_back({"/mail/website", "invalid_url", "an address that begins with https://"});
    }
    domain::check_text(errors, "/mail/phone", look.phone, 50);
}

void check_papers(Errors& errors, const domain::PaperSettings& papers) {
    constexpr std::int32_t payment_days_max = 365;
    if (!papers.color.empty() && !is_hex_color(papers.color)) {
        errors.push_back({"/papers/color", "not_hex_color", "# and six hexadecimal digits, as in #0f766e"});
    }
    if (papers.footer.size() > 4) errors.push_back({"/papers/footer", "too_many", "at most four lines"});
    for (std::size_t i = 0; i < papers.footer.size(); ++i) {
        domain::check_text(errors, "/papers/footer/" + std::to_string(i), papers.footer[i], 200);
    }
    domain::check_text(errors, "/papers/exemption_reason", papers.exemption_reason, 200);
    if (papers.payment_days < 0 || papers.payment_days > payment_days_max) {
        errors.push_back({"/papers/payment_days", "out_of_range", "from 0 to 365"});
    }
}

void check_retention(Errors& errors, const domain::RetentionSettings& retention) {
    const auto check_months = [&](const char* field, std::int64_t months) {
        if (months < 0 || months > domain::retention_months_max) {
            errors.push_back({field, "out_of_range", "from 1 to 240 months; 0 is never"});
        }
    };
    const std::int64_t years = retention.keep_documents_years;
    if (years < domain::keep_documents_years_min || years > domain::keep_documents_years_max) {
        errors.push_back({"/personal_data/keep_documents_years", "out_of_range",
                          "from 5 to 30 years: the law has invoices kept for at least five"});
    }
    check_months("/personal_data/erase_after_months", retention.erase_after_months);
    check_months("/personal_data/archive_after_months", retention.archive_after_months);
}

void check_staff_rules(Errors& errors, const domain::Shop& shop) {
    constexpr std::size_t rules_max = 50;
    constexpr std::size_t articles_max = 200;
    if (shop.staff_rules.size() > rules_max) errors.push_back({"/mail/rules", "too_many", "at most 50 rules"});
    for (std::size_t i = 0; i < shop.staff_rules.size(); ++i) {
        const domain::StaffRule& rule = shop.staff_rules[i];
        const std::string at = "/mail/rules/" + std::to_string(i);
        if (!domain::is_email_address(rule.to)) {
            errors.push_back({at + "/to", "invalid_email", "not an e-mail address"});
        }
        if (rule.events.empty()) errors.push_back({at + "/events", "required", "a rule names at least one mail"});
        if (rule.articles.size() > articles_max) {
            errors.push_back({at + "/articles", "too_many", "at most 200 articles"});
        }
        for (const std::string& sku : rule.articles) domain::check_text(errors, at + "/articles", sku, 100);
    }
}

void check_bank_accounts(Errors& errors, const domain::Shop& shop) {
    if (shop.bank_accounts.size() > 20) errors.push_back({"/bank_accounts", "too_many", "at most 20 accounts"});
    for (std::size_t i = 0; i < shop.bank_accounts.size(); ++i) {
        const std::string at = "/bank_accounts/" + std::to_string(i);
        if (!is_iban(shop.bank_accounts[i].iban)) {
            errors.push_back({at + "/iban", "invalid_iban", "the check digits do not fit"});
        }
        domain::check_text(errors, at + "/bic", shop.bank_accounts[i].bic, 11);
        domain::check_text(errors, at + "/name", shop.bank_accounts[i].name, 200);
    }
}

void check(Errors& errors, const domain::Shop& shop, const Services& services) {
    if (!is_handle(shop.handle)) {
        errors.push_back({"/id", "invalid_id", "small letters, digits and hyphens, at most 63"});
    }
    if (shop.name.empty()) errors.push_back({"/name", "required", "a shop has a name"});
    domain::check_text(errors, "/name", shop.name, 200);
    if (services.profiles.shipped(shop.profile_id) == nullptr) {
        errors.push_back({"/profile", "unknown_profile", "there is no such profile"});
    }
    if (!domain::is_language(shop.language)) {
        errors.push_back({"/language", "unknown_language", "one of en, fr, da, de"});
    }
    if (!services.clock.knows_zone(shop.timezone)) {
        errors.push_back({"/timezone", "unknown_timezone", "a name of the IANA time zone database"});
    }
    domain::check_text(errors, "/legal/name", shop.legal_name, 200);
    domain::check_address(errors, "/legal/address", shop.legal_address);
    domain::check_text(errors, "/legal/vat_id", shop.vat_id, 50);
    domain::check_text(errors, "/legal/registration", shop.registration, 200);
    check_bank_accounts(errors, shop);
    check_mail(errors, shop);
    check_mail_look(errors, shop.mail_look);
    check_staff_rules(errors, shop);
    check_papers(errors, shop.papers);
    check_retention(errors, shop.retention);
}

void apply_papers(domain::PaperSettings& papers, const ShopChange& wanted) {
    apply(papers.color, wanted.paper_color);
    apply(papers.window, wanted.paper_window);
    apply(papers.footer, wanted.paper_footer);
    apply(papers.exemption_reason, wanted.exemption_reason);
    apply(papers.logo, wanted.paper_logo);
    apply(papers.return_slips, wanted.return_slips);
    // What does not fit is told by its check.
    if (wanted.payment_days) {
        papers.payment_days = static_cast<std::int32_t>(std::clamp<std::int64_t>(*wanted.payment_days, -1, 10'000));
    }
}

void lay_over(domain::Shop& shop, const ShopChange& wanted) {
    apply(shop.handle, wanted.handle);
    apply(shop.name, wanted.name);
    apply(shop.profile_id, wanted.profile_id);
    apply(shop.language, wanted.language);
    apply(shop.timezone, wanted.timezone);
    apply(shop.sandbox, wanted.sandbox);
    apply(shop.legal_name, wanted.legal_name);
    apply(shop.legal_address, wanted.legal_address);
    apply(shop.vat_id, wanted.vat_id);
    apply_papers(shop.papers, wanted);
    apply(shop.registration, wanted.registration);
    apply(shop.bank_accounts, wanted.bank_accounts);
    apply(shop.mail_sender_name, wanted.mail_sender_name);
    apply(shop.mail_sender_address, wanted.mail_sender_address);
    apply(shop.mails_per_minute, wanted.mails_per_minute);
    apply(shop.operator_addresses, wanted.operator_addresses);
    apply(shop.staff_rules, wanted.staff_rules);
    apply(shop.mail_look.color, wanted.mail_color);
    apply(shop.mail_look.logo_url, wanted.mail_logo_url);
    apply(shop.mail_look.phone, wanted.mail_phone);
    apply(shop.mail_look.website, wanted.mail_website);
    apply(shop.skips_returned, wanted.skips_returned);
    apply(shop.retention.keep_documents_years, wanted.keep_documents_years);
    apply(shop.retention.erase_after_months, wanted.erase_after_months);
    apply(shop.retention.archive_after_months, wanted.archive_after_months);
}

// Settings are checked against the shop's profile, so they come last and only when the rest stands.
void merge_settings(Errors& errors, domain::Shop& shop, const ShopChange& wanted, const Services& services) {
    if (!wanted.settings_patch_json || !errors.empty()) return;
    auto merged = services.profiles.merge(shop, *wanted.settings_patch_json);
    if (merged) {
        shop.settings_json = *merged;
    } else {
        errors = std::move(merged.error());
    }
}

// What the shop changed of its old profile goes on over the new one. What does not fit there is refused by field; the
// caller then says in `settings` what is to become of it.
void check_kept_settings(Errors& errors, const domain::Shop& shop, const domain::Shop& before, const ShopChange& wanted,
                         const Services& services) {
    if (shop.profile_id == before.profile_id || wanted.settings_patch_json || !errors.empty()) return;
    if (auto merged = services.profiles.merge(shop, "{}"); !merged) errors = std::move(merged.error());
}

// What must hold between the settings, once each of them fits.
void check_rules(Errors& errors, const domain::Shop& shop, const domain::Shop& before, const Services& services) {
    const bool is_same = shop.profile_id == before.profile_id && shop.settings_json == before.settings_json;
    if (is_same || !errors.empty()) return;
    errors = domain::check_settings(*services.profiles.of(shop));
}

// The first state that is to go while orders stand in it. Another profile brings states of its own, and orders keep the
// ones they stand in: only the list of one and the same profile is guarded.
std::optional<std::string> used_state(ports::UnitOfWork& work, const Services& services, const domain::Shop& shop,
                                      const domain::Shop& before) {
    if (shop.profile_id != before.profile_id || shop.settings_json == before.settings_json) return std::nullopt;
    const auto profile = services.profiles.of(before);
    for (const std::string& state : domain::removed_states(*profile, *services.profiles.of(shop))) {
        ports::OrderFilter filter;
        filter.shop_ids = {shop.id};
        filter.states = {state};
        if (work.reads().orders().count(filter).count > 0) return state;
    }
    return std::nullopt;
}

// Lists sort and filter by stored values that follow from the profile, its settings and the shop's calendar.
bool changes_projections(const domain::Shop& before, const domain::Shop& after, const Services& services) {
    if (before.profile_id != after.profile_id || before.timezone != after.timezone) return true;
    if (before.settings_json == after.settings_json) return false;
    return changes_stored_values(services.profiles.settings_json(before), services.profiles.settings_json(after));
}

void queue_reprojection(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                        const domain::Shop& shop) {
    ports::Job job;
    job.shop_id = shop.id;
    job.id = services.ids.next();
    job.kind = "reproject";
    job.name = shop.profile_id;
    job.actor_name = caller.actor.name;
    job.created_at_ms = services.clock.now_ms();
    work.jobs().insert(job);
}

}  // namespace

void create_ranges(ports::UnitOfWork& work, std::int64_t shop_id, std::string_view order_prefix,
                   std::int64_t order_next) {
    work.orders().create_range(shop_id, "order", order_prefix, order_next, 0);
    work.orders().create_range(shop_id, domain::id_of(domain::DocumentKind::invoice), "INV-", 1, 5);
    work.orders().create_range(shop_id, domain::id_of(domain::DocumentKind::credit_note), "CN-", 1, 5);
    work.orders().create_range(shop_id, domain::id_of(domain::DocumentKind::delivery_note), "DN-", 1, 5);
    work.orders().create_range(shop_id, domain::id_of(domain::DocumentKind::receipt), "RC-", 1, 5);
}

domain::Result<domain::Shop> create(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                    const ShopChange& wanted) {
    if (!caller.is_admin) return domain::refuse(domain::Refusal::forbidden);
    domain::Shop shop;
    shop.id = services.ids.next_shop_id();
    lay_over(shop, wanted);
    Errors errors;
    const auto currency = domain::Currency::find(wanted.currency.value_or(""));
    if (currency) {
        shop.currency = *currency;
    } else {
        errors.push_back({"/currency", "unknown_currency", "an ISO 4217 code is needed"});
    }
    check(errors, shop, services);
    merge_settings(errors, shop, wanted, services);
    if (wanted.settings_patch_json && errors.empty()) errors = domain::check_settings(*services.profiles.of(shop));
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    if (work.shops().find_handle(shop.handle)) return domain::refuse(domain::Refusal::duplicate_id);
    shop.created_at_ms = services.clock.now_ms();
    shop.updated_at_ms = shop.created_at_ms;
    work.shops().insert(shop);
    create_ranges(work, shop.id, "", 10'001);
    return shop;
}

domain::Result<domain::Shop> update(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                    std::int64_t shop_id, const ShopChange& wanted) {
    if (!caller.rights_in(shop_id).has(domain::Right::settings)) return domain::refuse(domain::Refusal::forbidden);
    auto shop = work.shops().lock(shop_id);
    if (!shop) return domain::refuse(domain::Refusal::not_found);
    if (wanted.allows && !wanted.allows(shop->version)) {
        return domain::refuse(domain::Refusal::stale_version, std::to_string(shop->version));
    }
    const domain::Shop before = *shop;
    lay_over(*shop, wanted);
    Errors errors;
    check(errors, *shop, services);
    check_kept_settings(errors, *shop, before, wanted, services);
    merge_settings(errors, *shop, wanted, services);
    check_rules(errors, *shop, before, services);
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    if (const auto state = used_state(work, services, *shop, before)) {
        return domain::refuse(domain::Refusal::state_in_use, *state);
    }
    if (wanted.dry_run) return *shop;
    shop->version += 1;
    shop->updated_at_ms = services.clock.now_ms();
    work.shops().save(*shop);
    if (changes_projections(before, *shop, services)) queue_reprojection(work, services, caller, *shop);
    return *shop;
}

}  // namespace commis::shops
