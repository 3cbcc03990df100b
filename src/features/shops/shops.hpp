// Making and changing shops.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/refusal.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"

namespace commis::shops {

// Only what is set changes; `create` needs handle, name, profile, currency, language and timezone.
struct ShopChange {
    std::optional<std::string> handle;
    std::optional<std::string> name;
    std::optional<std::string> profile_id;
    std::optional<std::string> currency;
    std::optional<std::string> language;
    std::optional<std::string> timezone;
    std::optional<bool> sandbox;
    std::optional<std::string> legal_name;
    std::optional<domain::Address> legal_address;
    std::optional<std::string> vat_id;
    std::optional<std::string> registration;
    std::optional<std::vector<domain::BankAccount>> bank_accounts;
    std::optional<std::string> mail_sender_name;
    std::optional<std::string> mail_sender_address;
    std::optional<std::int64_t> mails_per_minute;
    std::optional<std::vector<std::string>> operator_addresses;
    std::optional<std::vector<domain::StaffRule>> staff_rules;
    std::optional<std::string> mail_color;
    std::optional<std::string> mail_logo_url;
    std::optional<std::string> mail_phone;
    std::optional<std::string> mail_website;
    std::optional<bool> skips_returned;
    std::optional<std::string> paper_color;
    std::optional<domain::EnvelopeWindow> paper_window;
    std::optional<std::vector<std::string>> paper_footer;
    std::optional<std::string> exemption_reason;
    std::optional<std::int64_t> payment_days;
    std::optional<bool> return_slips;
    std::optional<std::int64_t> keep_documents_years;
    std::optional<std::int64_t> erase_after_months;
    std::optional<std::int64_t> archive_after_months;
    std::optional<std::string> paper_logo;           // Digest of a picture that is kept.
    std::optional<std::string> settings_patch_json;  // RFC 7396, over what the shop has changed so far.
    std::function<bool(std::int64_t)> allows;        // Whether the caller knew this version; none allows any.
    bool dry_run = false;                            // Answers the shop as it would be, and changes nothing.
};

// Both inside a unit of work. Only an administrator makes a shop; `settings` is the right to change one. Another
// profile, other settings or another time zone change no fact; a job then computes the stored projections anew.
domain::Result<domain::Shop> create(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                    const ShopChange& wanted);
domain::Result<domain::Shop> update(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                    std::int64_t shop_id, const ShopChange& wanted);

// One range each for orders, invoices, credit notes, delivery notes and receipts (D-15, D-16): a shop is made with all.
void create_ranges(ports::UnitOfWork& work, std::int64_t shop_id, std::string_view order_prefix,
                   std::int64_t order_next);

}  // namespace commis::shops
