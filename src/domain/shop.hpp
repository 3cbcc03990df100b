// A shop: the tenant every fact belongs to, and what it set for itself over its profile.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/money.hpp"
#include "domain/order.hpp"
#include "domain/staff_rule.hpp"

namespace commis::domain {

struct BankAccount {
    std::string iban;
    std::string bic;
    std::string name;
    friend bool operator==(const BankAccount&, const BankAccount&) = default;
};

// How the shop's mails look, beside their words; each part may be empty.
struct MailLook {
    std::string color;     // "#rrggbb".
    std::string logo_url;  // Of a picture, https; readers' programs fetch it from there.
    std::string phone;     // Told at the end of each mail, like the website.
    std::string website;   // https or http.
    friend bool operator==(const MailLook&, const MailLook&) = default;
};

// An account at a payment service, while it is connected and afterwards: a refund needs the account that took the
// money (W-40), and whoever looks for it shall read its name.
struct GatewayConnection {
    std::string provider;  // "stripe", "paypal".
    std::string account;   // As the provider calls it.
    std::string name;
    bool is_live = false;  // False: its test mode, no money moves.
    std::string sealed;    // Its credentials; empty once it is disconnected.
    std::int64_t connected_at_ms = 0;
    std::optional<std::int64_t> disconnected_at_ms;
    bool is_connected() const { return !disconnected_at_ms; }
    friend bool operator==(const GatewayConnection&, const GatewayConnection&) = default;
};

// What the shop has agreed with a carrier, so that labels can be bought there.
struct LabelAccount {
    std::string carrier;  // Its id in carriers/carriers.json: "swiss-post".
    std::string client_id;
    std::string licence;  // Under which its parcels are franked.
    std::string product;  // How parcels travel, as the carrier calls it: "PRI".
    std::string size;     // Of the paper: "A6".
    std::string sealed;   // The client's secret.
    std::int64_t connected_at_ms = 0;
    friend bool operator==(const LabelAccount&, const LabelAccount&) = default;
};

// Where the window of the shop's envelopes is: by its country, left (DIN 5008) or right (SN 010130).
enum class EnvelopeWindow : std::uint8_t { by_country, left, right };
std::string_view id_of(EnvelopeWindow window);
std::optional<EnvelopeWindow> find_envelope_window(std::string_view id);

// How the shop's papers look and what they say (domain/paper.hpp).
struct PaperSettings {
    std::string color{};  // "#rrggbb"; empty: that of its mails.
    std::string logo{};   // Digest of a PNG that the shop has; empty: its name.
    EnvelopeWindow window = EnvelopeWindow::by_country;
    std::vector<std::string> footer{};  // At most four lines.
    std::string exemption_reason{};     // Why the shop charges no tax, in its own words.
    std::int32_t payment_days = 14;     // An invoice that is not paid yet is due so many days after its own.
    bool return_slips = false;          // Delivery notes have a slip to send goods back (C-35).
    friend bool operator==(const PaperSettings&, const PaperSettings&) = default;
};

// How long the shop keeps what it knows of people.
struct RetentionSettings {
    // Invoices and credit notes keep the names on them for so many years, whoever is erased.
    std::int64_t keep_documents_years = 10;
    // The people of orders that are done are erased by themselves so many months after the last change; 0: never.
    std::int64_t erase_after_months = 0;
    // The timelines of orders that are done move to the archive so many months after the last change; 0: never.
    std::int64_t archive_after_months = 0;
    friend bool operator==(const RetentionSettings&, const RetentionSettings&) = default;
};
// No law of the countries that profiles are made for asks for less.
inline constexpr std::int64_t keep_documents_years_min = 5;
inline constexpr std::int64_t keep_documents_years_max = 30;
inline constexpr std::int64_t retention_months_max = 240;

struct Shop {
    std::int64_t id = 0;
    std::string handle;  // "maison": the id that the API and links use.
    std::string name;
    std::string profile_id;
    Currency currency;
    std::string language;
    std::string timezone;
    bool sandbox = false;
    std::string legal_name;
    Address legal_address;
    std::string vat_id;
    std::string registration;
    std::vector<BankAccount> bank_accounts;
    std::string mail_sender_name;
    std::string mail_sender_address;
    std::int64_t mails_per_minute = 0;            // At most so many leave in any minute; 0: as many as can.
    std::vector<std::string> operator_addresses;  // They hear of every new order.
    std::vector<StaffRule> staff_rules;           // What else somebody wants to hear of.
    std::vector<GatewayConnection> connections;   // Oldest first.
    std::vector<LabelAccount> label_accounts;     // One a carrier.
    MailLook mail_look;
    PaperSettings papers;
    RetentionSettings retention;
    std::string books_json{};          // How its books are kept, as features/accounting writes it; empty: by default.
    bool skips_returned = false;       // Buyers are not written to at an address whose mail came back.
    std::string settings_json = "{}";  // What the shop changed of its profile, as a JSON merge patch.
    std::int64_t version = 1;
    std::int64_t created_at_ms = 0;
    std::int64_t updated_at_ms = 0;
};

// The connected account that a payment was made in; of a payment that names none, the one connected last. Null when it
// is not connected now.
const GatewayConnection* connection_of(const Shop& shop, const Payment& payment);
// The account connected last, of one service or of all: where a payment link asks for money. Null when there is none.
const GatewayConnection* newest_connection(const Shop& shop, std::string_view provider = {});

// The account at the carrier that a parcel names; at the first one when it names none that the shop has an account at.
// Null when there is none at all.
const LabelAccount* label_account_for(const Shop& shop, std::string_view carrier_id);

// Everybody of the shop who hears of orders: the addresses that hear of each new one, and the rules.
std::vector<StaffRule> staff_of(const Shop& shop);

// An article: what the shop sells. Orders copy what they need of it.
struct Article {
    std::int64_t shop_id = 0;
    std::string id;
    std::string sku;
    std::string name;
    LineKind kind = LineKind::goods;
    std::int64_t price_minor = 0;
    std::string tax_rate = "0";
    std::string supplier;
    std::optional<std::int64_t> stock;  // None: nobody counts.
    bool active = true;
    std::optional<std::int64_t> starts_at_ms{};  // Of tickets: when and where what they admit to takes place.
    std::string venue{};
    std::int64_t version = 1;
    std::int64_t created_at_ms = 0;
    std::int64_t updated_at_ms = 0;
};

}  // namespace commis::domain
