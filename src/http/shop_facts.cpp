#include "http/shop_facts.hpp"

#include "json/time.hpp"

namespace commis::http {
namespace {

void write_accounts(json::Writer& writer, const domain::Shop& shop) {
    writer.key("payment_services").object();
    for (const domain::GatewayConnection& connection : shop.connections) {
        writer.key(connection.provider + " " + connection.account).object().member("name", connection.name);
        writer.member("live", connection.is_live).member("connected", connection.is_connected()).end();
    }
    writer.end().key("label_services").object();
    for (const domain::LabelAccount& account : shop.label_accounts) {
        writer.key(account.carrier).object().member("client_id", account.client_id);
        writer.member("licence", account.licence).member("product", account.product);
        writer.member("size", account.size).end();
    }
    writer.end();
}

void write_ranges(json::Writer& writer, ports::Snapshot& snapshot, std::int64_t shop_id) {
    writer.key("number_ranges").object();
    for (const domain::NumberRange& range : snapshot.shops().number_ranges(shop_id)) {
        writer.key(range.series).object().member("prefix", range.prefix).member("next_number", range.next_number);
        writer.member("width", range.width).member("restarts_yearly", range.restarts_yearly).end();
    }
    writer.end();
}

void write_people(json::Writer& writer, ports::Snapshot& snapshot, std::int64_t shop_id) {
    writer.key("team").object();
    for (const ports::Member& member : snapshot.access().list_members(shop_id)) {
        writer.member(member.email, domain::id_of(member.role));
    }
    writer.end().key("invited").object();
    for (const ports::Invitation& invitation : snapshot.access().list_invitations(shop_id)) {
        writer.member(invitation.email, domain::id_of(invitation.role));
    }
    writer.end().key("programs").object();
    for (const ports::Token& token : snapshot.access().list_tokens(shop_id)) {
        writer.key(token.id).object().member("name", token.name).member("role", domain::id_of(token.role));
        writer.key("expires_at");
        token.expires_at_ms ? writer.value(json::format_time_ms(*token.expires_at_ms)) : writer.null();
        writer.end();
    }
    writer.end();
}

}  // namespace

void write_legal_and_mail(json::Writer& writer, const domain::Shop& shop) {
    const domain::Address& address = shop.legal_address;
    writer.key("legal").object().member("name", shop.legal_name).key("address").object();
    writer.member("name", address.name).member("company", address.company).member("line1", address.line1);
    writer.member("line2", address.line2).member("postal_code", address.postal_code).member("city", address.city);
    writer.member("region", address.region).member("country", address.country).end();
    writer.member("vat_id", shop.vat_id).member("registration", shop.registration).end();
    writer.key("bank_accounts").array();
    for (const domain::BankAccount& account : shop.bank_accounts) {
        writer.object().member("iban", account.iban).member("bic", account.bic).member("name", account.name).end();
    }
    writer.end().key("mail").object().member("sender_name", shop.mail_sender_name);
    writer.member("sender_address", shop.mail_sender_address).member("per_minute", shop.mails_per_minute);
    writer.key("operators").array();
    for (const std::string& address_of_operator : shop.operator_addresses) writer.value(address_of_operator);
    writer.end().key("rules").array();
    for (const domain::StaffRule& rule : shop.staff_rules) {
        writer.object().member("to", rule.to).key("events").array();
        for (const domain::MailKind kind : rule.events) writer.value(domain::id_of(kind));
        writer.end().key("articles").array();
        for (const std::string& sku : rule.articles) writer.value(sku);
        writer.end().end();
    }
    const domain::MailLook& look = shop.mail_look;
    writer.end().member("color", look.color).member("logo_url", look.logo_url).member("phone", look.phone);
    writer.member("website", look.website).member("skips_returned", shop.skips_returned).end();
}

void write_papers(json::Writer& writer, const domain::PaperSettings& papers) {
    writer.key("papers").object().member("color", papers.color).member("window", domain::id_of(papers.window));
    writer.key("footer").array();
    for (const std::string& line : papers.footer) writer.value(line);
    writer.end().member("exemption_reason", papers.exemption_reason).member("payment_days", papers.payment_days);
    writer.member("return_slips", papers.return_slips).key("logo");
    papers.logo.empty() ? writer.null() : writer.value(papers.logo);
    writer.end();
}

void write_retention(json::Writer& writer, const domain::RetentionSettings& retention) {
    writer.key("personal_data").object().member("keep_documents_years", retention.keep_documents_years);
    writer.member("erase_after_months", retention.erase_after_months);
    writer.member("archive_after_months", retention.archive_after_months).end();
}

std::string shop_facts(const Services& services, ports::Snapshot& snapshot, const domain::Shop& shop) {
    std::string text;
    json::Writer writer(text);
    writer.object().member("name", shop.name).member("profile", shop.profile_id).member("language", shop.language);
    writer.member("timezone", shop.timezone);
    write_legal_and_mail(writer, shop);
    write_papers(writer, shop.papers);
    write_retention(writer, shop.retention);
    writer.key("accounting").raw(shop.books_json.empty() ? "{}" : shop.books_json);
    writer.key("settings").raw(services.profiles.settings_json(shop));
    write_accounts(writer, shop);
    write_ranges(writer, snapshot, shop.id);
    write_people(writer, snapshot, shop.id);
    writer.end();
    return text;
}

}  // namespace commis::http
