// Described structs that mirror the contract's ShopCreate and ShopPatch.
#include "http/shop_body.hpp"

#include "http/address_body.hpp"
#include "http/json_body.hpp"

namespace commis::http {
namespace {

using Text = std::optional<std::string>;

// The mails a rule may name, in the order of domain::MailKind.
enum class MailWord : std::uint8_t {
    order_placed,
    order_placed_operator,
    payment_changed,
    state_changed,
    order_sent,
    order_cancelled,
    free_message,
    refund_made,
    refund_promised,
    payment_reminder,
    order_removed,
    order_revised,
    payment_link,
    document_sent,
    tickets,
    downloads,
    withdrawal_received,
    request_received,
    request_operator,
    request_answered,
    return_received
};
BOOST_DESCRIBE_ENUM(MailWord, order_placed, order_placed_operator, payment_changed, state_changed, order_sent,
                    order_cancelled, free_message, refund_made, refund_promised, payment_reminder, order_removed,
                    order_revised, payment_link, document_sent, tickets, downloads, withdrawal_received,
                    request_received, request_operator, request_answered, return_received)
static_assert(static_cast<int>(MailWord::return_received) + 1 == domain::mail_kind_count);

struct LegalBody {
    Text name;
    std::optional<AddressBody> address;
    Text vat_id, registration;
};
BOOST_DESCRIBE_STRUCT(LegalBody, (), (name, address, vat_id, registration))

struct BankAccountBody {
    std::string iban;
    Text bic, name;
};
BOOST_DESCRIBE_STRUCT(BankAccountBody, (), (iban, bic, name))

struct StaffRuleBody {
    std::string to;
    std::vector<MailWord> events;
    std::optional<std::vector<std::string>> articles;
};
BOOST_DESCRIBE_STRUCT(StaffRuleBody, (), (to, events, articles))

struct MailBody {
    Text sender_name, sender_address;
    std::optional<std::int64_t> per_minute;
    std::optional<std::vector<std::string>> operators;
    std::optional<std::vector<StaffRuleBody>> rules;
    Text color, logo_url, phone, website;
    std::optional<bool> skips_returned;
};
BOOST_DESCRIBE_STRUCT(MailBody, (),
                      (sender_name, sender_address, per_minute, operators, rules, color, logo_url, phone, website,
                       skips_returned))

enum class WindowWord : std::uint8_t { by_country, left, right };
BOOST_DESCRIBE_ENUM(WindowWord, by_country, left, right)

struct PapersBody {
    Text color;
    std::optional<WindowWord> window;
    std::optional<std::vector<std::string>> footer;
    Text exemption_reason;
    std::optional<std::int64_t> payment_days;
    std::optional<bool> return_slips;
};
BOOST_DESCRIBE_STRUCT(PapersBody, (), (color, window, footer, exemption_reason, payment_days, return_slips))

struct RetentionBody {
    std::optional<std::int64_t> keep_documents_years, erase_after_months, archive_after_months;
};
BOOST_DESCRIBE_STRUCT(RetentionBody, (), (keep_documents_years, erase_after_months, archive_after_months))

// What both bodies may hold.
struct DetailsBody {
    std::optional<LegalBody> legal;
    std::optional<std::vector<BankAccountBody>> bank_accounts;
    std::optional<MailBody> mail;
    std::optional<PapersBody> papers;
    std::optional<RetentionBody> personal_data;
    std::optional<boost::json::object> settings;
};
BOOST_DESCRIBE_STRUCT(DetailsBody, (), (legal, bank_accounts, mail, papers, personal_data, settings))

struct CreateBody : DetailsBody {
    std::string id, name, profile, currency, language, timezone;
    std::optional<bool> sandbox;
};
BOOST_DESCRIBE_STRUCT(CreateBody, (DetailsBody), (id, name, profile, currency, language, timezone, sandbox))

struct PatchBody : DetailsBody {
    Text name, profile, language, timezone;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(PatchBody, (DetailsBody), (name, profile, language, timezone, dry_run))

domain::StaffRule rule_from(const StaffRuleBody& body) {
    domain::StaffRule rule{.to = body.to, .events = {}, .articles = body.articles.value_or(std::vector<std::string>{})};
    for (const MailWord word : body.events) rule.events.push_back(static_cast<domain::MailKind>(word));
    return rule;
}

void take_papers(shops::ShopChange& change, const PapersBody& body) {
    change.paper_color = body.color;
    if (body.window) change.paper_window = static_cast<domain::EnvelopeWindow>(*body.window);
    change.paper_footer = body.footer;
    change.exemption_reason = body.exemption_reason;
    change.payment_days = body.payment_days;
    change.return_slips = body.return_slips;
}

void take_details(shops::ShopChange& change, const DetailsBody& body) {
    if (body.papers) take_papers(change, *body.papers);
    if (body.personal_data) {
        change.keep_documents_years = body.personal_data->keep_documents_years;
        change.erase_after_months = body.personal_data->erase_after_months;
        change.archive_after_months = body.personal_data->archive_after_months;
    }
    if (body.legal) {
        change.legal_name = body.legal->name;
        change.vat_id = body.legal->vat_id;
        change.registration = body.legal->registration;
        if (body.legal->address) lay_over(change.legal_address.emplace(), *body.legal->address);
    }
    if (body.bank_accounts) {
        auto& accounts = change.bank_accounts.emplace();
        for (const BankAccountBody& account : *body.bank_accounts) {
            accounts.push_back({account.iban, account.bic.value_or(""), account.name.value_or("")});
        }
    }
    if (body.mail) {
        change.mail_sender_name = body.mail->sender_name;
        change.mail_sender_address = body.mail->sender_address;
        change.mails_per_minute = body.mail->per_minute;
        change.operator_addresses = body.mail->operators;
        change.mail_color = body.mail->color;
        change.mail_logo_url = body.mail->logo_url;
        change.mail_phone = body.mail->phone;
        change.mail_website = body.mail->website;
        change.skips_returned = body.mail->skips_returned;
        if (body.mail->rules) {
            auto& rules = change.staff_rules.emplace();
            for (const StaffRuleBody& rule : *body.mail->rules) rules.push_back(rule_from(rule));
        }
    }
    if (body.settings) change.settings_patch_json = boost::json::serialize(*body.settings);
}

}  // namespace

std::expected<shops::ShopChange, Response> read_shop_create(const Request& request) {
    auto body = json_body<CreateBody>(request);
    if (!body) return std::unexpected(std::move(body.error()));
    shops::ShopChange change;
    change.handle = body->id;
    change.name = body->name;
    change.profile_id = body->profile;
    change.currency = body->currency;
    change.language = body->language;
    change.timezone = body->timezone;
    change.sandbox = body->sandbox;
    take_details(change, *body);
    return change;
}

std::expected<shops::ShopChange, Response> read_shop_patch(const Request& request) {
    const auto match = if_match(request);
    if (!match) return std::unexpected(match.error());
    auto body = json_body<PatchBody>(request);
    if (!body) return std::unexpected(std::move(body.error()));
    shops::ShopChange change;
    change.name = body->name;
    change.profile_id = body->profile;
    change.language = body->language;
    change.timezone = body->timezone;
    change.dry_run = body->dry_run.value_or(false);
    change.allows = [match = *match](std::int64_t version) { return match.allows(version); };
    take_details(change, *body);
    return change;
}

}  // namespace commis::http
