#include "mail/mail_table.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "features/orders/actions.hpp"
#include "json/parse.hpp"
#include "mail/mail_people.hpp"

namespace commis::tests {

using domain::LineKind;
using domain::MailKind;
using domain::MethodKind;

void MailTable::open_shop(std::string_view profile, std::string_view language) {
    profile_ = profile;
    language_ = language;
    const ShopData& data = data_of(profile);
    shops::ShopChange wanted;
    wanted.handle = fmt::format("{}-{}", profile, language);
    wanted.sandbox = true;
    wanted.name = data.name;
    wanted.profile_id = profile;
    wanted.currency = data.currency;
    wanted.language = language;
    wanted.timezone = data.zone;
    wanted.legal_name = data.legal_name;
    wanted.legal_address = domain::Address{"",
                                           "",
                                           std::string{data.line1},
                                           "",
                                           std::string{data.postal_code},
                                           std::string{data.city},
                                           "",
                                           std::string{data.country}};
    wanted.bank_accounts = std::vector<domain::BankAccount>{{std::string{data.iban}, "", ""}};
    wanted.mail_sender_address = data.sender;
    wanted.operator_addresses = std::vector<std::string>{"desk@staff.example"};
    std::vector<MailKind> all;
    for (int kind = 0; kind < domain::mail_kind_count; ++kind) all.push_back(static_cast<MailKind>(kind));
    wanted.staff_rules = std::vector<domain::StaffRule>{{"copies@staff.example", all, {}}};
    wanted.vat_id = data.vat_id;
    wanted.registration = data.registration;
    wanted.mail_color = data.color;
    wanted.mail_phone = data.phone;
    wanted.mail_website = fmt::format("https://{}", data.sender.substr(data.sender.find('@') + 1));
    write([&](ports::UnitOfWork& work) { shop_ = shops::create(work, recorded_, caller_, wanted).value(); });
    if (profile != "event-registration") return;
    // What registrations are shown to stand at, where the organizer wants more than the two that ship.
    patch_settings(R"({"states": [
        {"id": "registered", "stage": "new", "color": "blue",
         "label": {"en": "Registered", "fr": "Inscrite", "da": "Tilmeldt", "de": "Angemeldet"}},
        {"id": "badge", "stage": "processing", "color": "amber",
         "label": {"en": "Badge printed", "fr": "Badge imprimé", "da": "Navneskilt trykt", "de": "Badge gedruckt"}},
        {"id": "sent", "stage": "shipped", "color": "violet",
         "label": {"en": "Sent", "fr": "Envoyée", "da": "Afsendt", "de": "Versendet"}},
        {"id": "cancelled", "stage": "cancelled", "color": "grey",
         "label": {"en": "Cancelled", "fr": "Annulée", "da": "Annulleret", "de": "Storniert"}}]})");
}

void MailTable::patch_settings(const std::string& settings) {
    shops::ShopChange wanted;
    wanted.settings_patch_json = settings;
    write([&](ports::UnitOfWork& work) {
        const auto shop = shops::update(work, recorded_, caller_, shop_.id, wanted);
        if (!shop) throw std::runtime_error{"settings refused: " + shop.error().fields.at(0).field};
        shop_ = *shop;
    });
}

std::string MailTable::method_of(MethodKind kind) const {
    const auto profile = recorded_.profiles.of(shop_);
    const auto fits = [&](const domain::PaymentMethod& method) { return method.on && method.kind == kind; };
    // Where there is one to be paid by a transfer, that: its mail says the most.
    for (const auto& method : profile->methods) {
        const bool is_transfer =
            method.id == "bank-transfer" || method.id == "prepayment" || (method.id == "invoice" && method.on);
        if (fits(method) && kind == MethodKind::offline && is_transfer && !method.per_customer) return method.id;
    }
    const auto at = std::ranges::find_if(profile->methods, fits);
    return at == profile->methods.end() ? std::string{} : at->id;
}

std::string MailTable::state_of(domain::Stage stage) {
    const auto profile = recorded_.profiles.of(shop_);
    for (const auto& state : profile->states) {
        if (state.stage == stage && state.published) return state.id;
    }
    return {};
}

domain::PlaceOrder MailTable::basket(std::string_view method) const {
    const auto [buyer, address, order_note, shop_note, subject, message] = buyer_of(language_);
    domain::PlaceOrder order;
    order.currency = shop_.currency.code();
    order.language = language_;
    order.buyer = buyer;
    order.billing_address = address;
    order.payment_method = method;
    order.note = order_note;
    const bool is_event = profile_ == "event-registration";
    if (is_event) {
        order.lines.push_back({"PASS-2", "Forum Nord 2027", LineKind::ticket, 3, 124900, 0, "19", {}});
        order.lines.back().attendees = {{"Ada Byron", "ada@example.org"}, {"Niels Bohr", ""}};
        order.lines.push_back({"SHIRT", "T-Shirt Forum", LineKind::goods, 2, 2450, 0, "19", {}});
    } else {
        order.lines.push_back({"AL-40", "Aurora 40 × 60", LineKind::goods, 3, 124900, 0, "20", {}});
        order.lines.push_back({"MUG-1", "Mug *Lumen*", LineKind::goods, 2, 1950, 0, "5.5", {}});
    }
    order.shipping = {"parcel", "DHL", 690, "20", false};
    order.discount_minor = 5000;
    order.promo_code = "NOEL";
    return order;
}

void MailTable::act(const domain::Order& order, std::string_view action, const std::string& body,
                    domain::EntryPoint entry) {
    const auto* command = orders::find_action_command(domain::find_action(action).value());
    auto parsed = command->parse(json::parse(body).value());
    if (!parsed) throw std::runtime_error{std::string{action} + ": " + parsed.error().front().field};
    write([&](ports::UnitOfWork& work) {
        const orders::Target target{shop_, order.id, std::nullopt, entry};
        const auto decision = orders::run(work, recorded_, target, caller_, parsed->decide);
        if (decision) return;
        std::string why = std::string{action} + " refused: " + std::string{domain::code_of(decision.error().refusal)};
        for (const auto& field : decision.error().fields) why += " " + field.field + " " + field.code;
        throw std::runtime_error{profile_ + " " + why};
    });
}

std::vector<ports::MailRow> MailTable::mails_of(const domain::Order& order) {
    std::vector<ports::MailRow> rows;
    storage_.read([&](ports::Snapshot& snapshot) {
        ports::MailFilter filter;
        filter.shop_id = shop_.id;
        filter.order_id = order.id;
        rows = snapshot.outbox().list(filter);
    });
    return rows;
}

domain::Order MailTable::stored(const domain::Order& order) {
    domain::Order now;
    storage_.read([&](ports::Snapshot& snapshot) { now = snapshot.orders().find(shop_.id, order.id).value(); });
    return now;
}

// What leaves now, to buyer and staff; copies say what the buyer was told and are left out of the table.
void MailTable::collect(const std::string& name_of_case) {
    clock_.at_ms += 60'000;
    recording_.rendered.clear();
    mailer_.sent.clear();
    recorder_.run_due({});
    ASSERT_EQ(recording_.rendered.size(), mailer_.sent.size());
    for (std::size_t at = 0; at < mailer_.sent.size(); ++at) {
        const auto& message = mailer_.sent[at];
        ports::MailRow row;
        storage_.read([&](ports::Snapshot& snapshot) {
            row = snapshot.outbox().find(shop_.id, message.message_id.substr(0, 26)).value();
        });
        if (row.is_copy) continue;
        std::string name{domain::id_of(row.kind)};
        if (!name_of_case.empty()) name += "-" + name_of_case;
        const auto bytes = mailer_.composer.compose(message, {true, true, 0});
        table_.push_back({std::move(name), row.kind, language_, recording_.rendered[at].model,
                          recording_.rendered[at].mail, bytes.value_or("")});
    }
}

// From the order to the parcel and back, paid by a transfer in two parts.
void MailTable::tell_of_transfer() {
    const auto words = buyer_of(language_);
    const std::string note = in_json(words.shop_note);
    const auto order = place(basket(method_of(MethodKind::offline)));
    collect("transfer");
    act(order, "remind", "{}");
    collect("");
    act(order, "send-payment-link", "{}");
    collect("");
    act(order, "remind", "{}");
    collect("with-link");
    if (profile_ != "web-shop") {
        act(order, "mark-paid", fmt::format(R"({{"amount": 100000, "notify": true, "note": {}}})", note));
        collect("part");
    }
    act(order, "mark-paid", fmt::format(R"({{"notify": true, "note": {}}})", note));
    collect("paid");
    act(order, "change-state",
        fmt::format(R"({{"state": {}, "notify": true, "note": {}}})", in_json(state_of(domain::Stage::processing)),
                    note));
    collect("");
    act(order, "ship", R"({"notify": true,
        "tracking": {"carrier": "DHL", "number": "JD0146", "url": "https://track.example/JD0146"}})");
    collect("tracked");
    if (!stored(order).is_invoiced()) act(order, "invoice", "{}");
    collect("");
    act(order, "send-document", fmt::format(R"({{"note": {}}})", note));
    collect("invoice");
    const auto line = stored(order).lines.at(1).id;
    act(order, "refund",
        fmt::format(R"({{"lines": [{{"line": {}, "quantity": 1}}], "notify": true, "note": {}}})", in_json(line),
                    note));
    collect("line");
    act(order, "send-mail",
        fmt::format(R"({{"subject": {}, "body": {}}})", in_json(words.subject), in_json(words.message)));
    collect("");
    act(order, "resend-confirmation", "{}");
    collect("again");
}

// Paid by card when it was placed, then cancelled in part, then whole, then given back.
void MailTable::tell_of_card() {
    auto wanted = basket(method_of(MethodKind::gateway));
    wanted.payments.push_back({wanted.payment_method, "stripe", "ch_1", domain::AttemptStatus::captured, {}, {}, {}});
    const auto order = place(wanted);
    collect("card");
    const auto line = stored(order).lines.at(0).id;
    act(order, "cancel", fmt::format(R"({{"lines": [{{"line": {}, "quantity": 1}}], "notify": true}})", in_json(line)));
    collect("part");
    act(order, "cancel", fmt::format(R"({{"notify": true, "note": {}}})", in_json(buyer_of(language_).shop_note)));
    collect("whole");
    act(order, "mark-refunded", R"({"notify": true})");
    collect("whole");
}

void MailTable::tell_of_changes() {
    // Who registers on invoice has one from the start, and what is invoiced stays as it is.
    const bool is_event = profile_ == "event-registration";
    const auto order = place(basket(is_event ? "cheque" : method_of(MethodKind::offline)));
    collect(is_event ? "cheque" : "transfer");
    const auto revise = [&](std::int64_t quantity) {
        const auto lines = stored(order).lines;
        const std::string kind = lines.at(0).kind == LineKind::ticket ? "ticket" : "goods";
        act(order, "revise",
            fmt::format(R"({{"lines": [{{"id": {}, "name": {}, "sku": {}, "kind": "{}", "quantity": {},
                          "unit_price": {}, "tax_rate": "20"}}], "notify": true, "note": {}}})",
                        in_json(lines.at(0).id), in_json(lines.at(0).name), in_json(lines.at(0).sku), kind, quantity,
                        lines.at(0).unit_price_minor, in_json(buyer_of(language_).shop_note)));
    };
    // The web shop tells of payments only once they are confirmed, and registrations are marked paid or not at all.
    if (profile_ != "web-shop" && !is_event) {
        act(order, "mark-failed", R"({"notify": true})");
        collect("failed");
        act(order, "mark-pending", R"({"notify": true})");
        collect("pending");
    }
    revise(2);
    collect("to-pay");
    act(order, "mark-paid", R"({"notify": false})");
    collect("paid");
    if (!is_event) {
        revise(1);
        collect("owed-back");
    }
    patch_settings(R"({"offline_refund": "initiated"})");
    act(order, "refund", R"({"amount": 2000, "notify": true})");
    collect("");
    if (!is_event) patch_settings(R"({"offline_refund": "recorded"})");
}

void MailTable::tell_of_removal() {
    const bool is_event = profile_ == "event-registration";
    const auto order = place(basket(is_event ? "cheque" : method_of(MethodKind::offline)));
    collect(is_event ? "cheque" : "transfer");
    const auto line = stored(order).lines.at(0).id;
    act(order, "cancel", fmt::format(R"({{"lines": [{{"line": {}, "quantity": 1}}], "notify": true}})", in_json(line)));
    collect("unpaid-part");
    act(order, "delete", R"({"reason": "nobody paid", "notify": true})");
    collect("");
}

// What a buyer asks for, and what becomes of it: withdrawn, declined, sent back and looked at.
void MailTable::tell_of_requests() {
    const auto words = buyer_of(language_);
    const auto ask = [&](const domain::Order& order, const std::string& kind, const std::string& more) {
        act(order, "register-request",
            fmt::format(R"({{"kind": "{}", "lines": [{{"line": {}, "quantity": 2{}}}], "note": {}}})", kind,
                        in_json(stored(order).lines.at(1).id), more,
                        kind == "withdrawal" ? "\"\"" : in_json(words.order_note)));
        collect(kind);
    };
    const std::string method = profile_ == "event-registration" ? "cheque" : method_of(MethodKind::offline);
    const auto order = place(basket(method));
    collect("");
    ask(order, "cancellation", "");
    act(order, "decline-request", fmt::format(R"({{"note": {}}})", in_json(words.shop_note)));
    collect("no");
    ask(order, "withdrawal", "");
    act(order, "approve-request", "{}");
    collect("withdrawal");
    const auto sent = place(basket(method));
    act(sent, "mark-paid", R"({"notify": false})");
    act(sent, "ship", R"({"notify": false})");
    collect("");
    ask(sent, "return", R"(, "reason": "too_small", "exchange": true)");
    act(sent, "approve-request", fmt::format(R"({{"note": {}}})", in_json(words.shop_note)));
    collect("return");
    act(sent, "receive-return",
        fmt::format(R"({{"lines": [{{"line": {}, "as_new": 1, "damaged": 1, "exchange": 1}}]}})",
                    in_json(stored(sent).lines.at(1).id)));
    collect("");
}

// No name, no address, nothing sent: what every sentence must do without.
void MailTable::tell_the_least() {
    domain::PlaceOrder least;
    least.currency = shop_.currency.code();
    least.language = language_;
    least.buyer.email = "least@example.org";
    least.lines.push_back({"", "Aurora", LineKind::digital, 1, 900, 0, "0", {}});
    const std::string on_delivery = method_of(MethodKind::on_delivery);
    least.payment_method = on_delivery.empty() ? "cheque" : on_delivery;
    if (!on_delivery.empty()) least.lines.front().kind = LineKind::goods;
    const auto order = place(least);
    collect("least");
    act(order, "mark-paid", R"({"notify": true})");
    collect("least");
    act(order, "cancel", R"({"notify": true})");
    collect("least");
}

std::vector<TableMail> MailTable::drive(std::string_view profile, std::string_view language) {
    table_.clear();
    open_shop(profile, language);
    tell_of_transfer();
    tell_of_card();
    tell_of_changes();
    tell_of_removal();
    tell_of_requests();
    tell_the_least();
    tell_of_downloads();
    tell_of_tickets();
    // The same case may come up twice on the way; its first mail stands for it.
    std::vector<TableMail> once;
    for (auto& mail : table_) {
        if (std::ranges::find(once, mail.name, &TableMail::name) == once.end()) once.push_back(std::move(mail));
    }
    return once;
}

}  // namespace commis::tests
