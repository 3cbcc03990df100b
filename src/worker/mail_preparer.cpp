// Each mail is read in a snapshot of its own, so that rendering holds nothing open.
#include "worker/mail_preparer.hpp"

#include <algorithm>
#include <ranges>

#include "domain/email_address.hpp"
#include "domain/language.hpp"
#include "features/buyer/link.hpp"
#include "features/documents/files.hpp"
#include "features/downloads/offers.hpp"
#include "features/mails/health.hpp"
#include "features/mails/order_model.hpp"
#include "features/mails/templates.hpp"
#include "features/tickets/mail_tickets.hpp"
#include "features/tickets/ticket_paper.hpp"

namespace commis::worker {
namespace {

using ports::MailOutcome;
using ports::MailRow;
using ports::MailStatus;

constexpr std::int64_t minute_ms = 60'000;
// Long enough for the batch before and for its own; what is not begun by then may be taken anew.
constexpr std::int64_t prepare_lease_ms = 10 * minute_ms;
constexpr std::int64_t sender_check_ms = 5 * minute_ms;

// The right half of a Message-ID: the sender's domain, which is ours to name things in.
std::string message_domain(const std::string& address) {
    const bool is_ascii =
        std::ranges::all_of(address, [](char sign) { return static_cast<unsigned char>(sign) < 0x80; });
    return is_ascii ? address.substr(address.find('@') + 1) : "commis.invalid";
}

MailOutcome failed(std::string words) { return {MailStatus::failed, std::move(words), {}, 0, {}, true}; }

// Whoever holds a ticket need not be the buyer.
std::string reader_name(const MailRow& row, const domain::Order& order) {
    if (row.kind != domain::MailKind::tickets || row.recipient == order.buyer.email) return order.buyer.name;
    for (const domain::Line& line : order.lines) {
        const auto holds = [&](const domain::TicketUnit& unit) { return unit.attendee.email == row.recipient; };
        const auto unit = std::ranges::find_if(line.units, holds);
        if (unit != line.units.end()) return unit->attendee.name;
    }
    return {};
}

MailOutcome untried(std::string words, std::int64_t next_due_at_ms) {
    return {MailStatus::queued, std::move(words), {}, next_due_at_ms, {}, false};
}

}  // namespace

MailOutcome waiting_for(const std::string& domain, const MailPace::Hold& hold) {
    return untried("mail to " + domain + " waits, its server said: " + hold.words, hold.until_ms);
}

// What a mail is rendered from, read in one snapshot.
struct MailPreparer::Facts {
    domain::Order order;
    std::optional<domain::Event> event;
    std::optional<ports::MailTest> test;  // Of a test only.
    domain::MailKind kind = domain::MailKind::order_placed;

    // That go with this mail. A copy or a test shows whatever there is.
    tickets::Tickets tickets(const MailRow& row) const {
        if (kind != domain::MailKind::tickets || !event) return {};
        return row.is_copy || row.is_test ? tickets::tickets_of(order, *event)
                                          : tickets::tickets_for(order, *event, row.recipient);
    }
};

void MailPreparer::begin(const std::vector<std::int64_t>& shop_ids) {
    turns_.assign(shop_ids.begin(), shop_ids.end());
    turns_known_at_ms_ = services_.clock.now_ms();
}

// A shop whose mail came due meanwhile does not wait for the end of another's long queue.
void MailPreparer::let_others_in() {
    const auto now_ms = services_.clock.now_ms();
    if (turns_.empty() || now_ms < turns_known_at_ms_ + 1'000) return;
    turns_known_at_ms_ = now_ms;
    std::vector<std::int64_t> shop_ids;
    services_.storage.read([&](ports::Snapshot& snapshot) { shop_ids = snapshot.outbox().due_shops(now_ms); });
    for (const auto shop_id : shop_ids) {
        if (std::ranges::find(turns_, shop_id) == turns_.end()) turns_.push_back(shop_id);
    }
}

MailBatch MailPreparer::next(std::int64_t limit, const ports::MailServerFeatures& features) {
    let_others_in();
    while (!turns_.empty()) {
        const auto shop_id = turns_.front();
        turns_.pop_front();
        const auto shop = find_shop(shop_id);
        const auto now_ms = services_.clock.now_ms();
        const auto wanted = shop ? pace_.reserve(shop_id, shop->mails_per_minute, limit, now_ms) : limit;
        if (wanted == 0) continue;  // Its minute is full.
        auto batch = take(shop_id, wanted);
        batch.reserved = shop && shop->mails_per_minute > 0 ? wanted : 0;
        if (batch.is_full) turns_.push_back(shop_id);
        if (batch.mails.empty()) {
            pace_.settle(shop_id, batch.reserved, 0, now_ms);
            continue;
        }
        for (PreparedMail& mail : batch.mails) {
            if (mail.fate) continue;
            if (shop) {
                prepare(mail, *shop, features);
            } else {
                mail.fate = failed("the order or its shop is gone");
            }
        }
        return batch;
    }
    return {};
}

MailBatch MailPreparer::take(std::int64_t shop_id, std::int64_t limit) {
    keys_of_batch_.reset();
    words_of_batch_.clear();
    const auto now_ms = services_.clock.now_ms();
    MailBatch batch;
    batch.shop_id = shop_id;
    batch.leased_until_ms = now_ms + prepare_lease_ms;
    std::vector<MailRow> rows;
    services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        rows = work.outbox().claim(shop_id, now_ms, prepare_lease_ms, static_cast<std::int32_t>(limit));
    });
    batch.is_full = std::ssize(rows) == limit;
    for (MailRow& row : rows) {
        PreparedMail& mail = batch.mails.emplace_back();
        if (row.status == MailStatus::sending) {
            mail.fate =
                MailOutcome{MailStatus::unknown, "the program ended while this mail was being sent", {}, 0, {}, true};
        }
        mail.row = std::move(row);
    }
    return batch;
}

std::optional<domain::Shop> MailPreparer::find_shop(std::int64_t shop_id) {
    std::optional<domain::Shop> shop;
    services_.storage.read([&](ports::Snapshot& snapshot) { shop = snapshot.shops().find(shop_id); });
    return shop;
}

std::optional<MailOutcome> MailPreparer::decided(const MailRow& row, const domain::Shop& shop) {
    const auto now_ms = services_.clock.now_ms();
    if (sender_of(shop).empty()) return untried("no sender configured", now_ms + sender_check_ms);
    const auto domain = mail_domain(row.recipient);
    if (const auto hold = pace_.hold_of(domain, now_ms)) return waiting_for(domain, *hold);
    return std::nullopt;
}

void MailPreparer::prepare(PreparedMail& mail, const domain::Shop& shop, const ports::MailServerFeatures& features) {
    mail.fate = decided(mail.row, shop);
    if (mail.fate) return;
    if (!mail.row.repeats.empty()) {
        repeat(mail, shop);
        return;
    }
    const auto facts = read_facts(mail.row);
    if (!facts) {
        mail.fate = failed("the order or its shop is gone");
        return;
    }
    mail.order_version = facts->order.version;
    const auto tickets = facts->tickets(mail.row);
    if (facts->kind == domain::MailKind::tickets && tickets.empty() && !mail.row.is_test) {
        mail.fate = failed("none of its tickets is open any more");
        return;
    }
    const auto rendered = render(mail.row, shop, *facts);
    if (!rendered) {
        mail.fate = failed("template: " + rendered.error().code + " " + rendered.error().detail);
        return;
    }
    mail.subject = rendered->subject;
    auto message = write_message(mail.row, shop, facts->order, *rendered);
    if (const auto refused = attach(message, shop, *facts, mail.row)) {
        mail.fate = failed(*refused);
        return;
    }
    mail.envelope = {message.from.address, message.to.address};
    auto bytes = mailer_.compose(message, features);
    if (bytes) {
        mail.bytes = std::move(*bytes);
    } else {
        mail.refused = std::move(bytes.error());
    }
}

// With the downloads goes the invoice, where one stands (O-26).
void MailPreparer::attach_invoice(ports::MailMessage& message, const domain::Order& order) const {
    const auto documents = order.documents | std::views::reverse;
    const auto invoice = std::ranges::find_if(documents, [](const domain::Document& document) {
        return document.kind == domain::DocumentKind::invoice && !document.draft;
    });
    if (invoice == documents.end() || services_.drawer == nullptr) return;
    auto pdf = documents::pdf_of(services_, order.shop_id, invoice->id);
    if (pdf) message.attachments.push_back({std::move(pdf->name), "application/pdf", std::move(pdf->bytes)});
}

// The document that the mail's event names, or the reader's tickets; or why they can't go along.
std::optional<std::string> MailPreparer::attach(ports::MailMessage& message, const domain::Shop& shop,
                                                const Facts& facts, const MailRow& row) const {
    for (const domain::TicketUnit* ticket : facts.tickets(row)) {
        if (services_.drawer == nullptr) return "nothing here draws tickets";
        auto pdf = tickets::ticket_pdf(services_, shop, facts.order, ticket->id);
        if (!pdf) return "a ticket can't be drawn: " + std::string(domain::code_of(pdf.error().refusal));
        message.attachments.push_back({std::move(pdf->name), "application/pdf", std::move(pdf->bytes)});
    }
    if (facts.kind == domain::MailKind::downloads) attach_invoice(message, facts.order);
    if (!facts.event || facts.kind != domain::MailKind::document_sent) return std::nullopt;
    for (const auto& [name, id] : facts.event->data) {
        if (name != "document") continue;
        if (services_.drawer == nullptr) return "nothing here draws documents";
        auto pdf = documents::pdf_of(services_, facts.order.shop_id, id);
        if (!pdf) return "the document is not there any more";
        message.attachments.push_back({std::move(pdf->name), "application/pdf", std::move(pdf->bytes)});
    }
    return std::nullopt;
}

// With the bytes of the mail it repeats, whatever became of the order, the shop or its words since.
void MailPreparer::repeat(PreparedMail& mail, const domain::Shop& shop) {
    services_.storage.read([&](ports::Snapshot& snapshot) {
        const auto first = snapshot.outbox().find(mail.row.shop_id, mail.row.repeats);
        auto bytes = snapshot.outbox().find_bytes(mail.row.shop_id, mail.row.repeats);
        const auto order = snapshot.orders().find(mail.row.shop_id, mail.row.order_id);
        if (!first || !bytes || !order) {
            mail.fate = failed("what was sent is not kept any more");
            return;
        }
        mail.order_version = order->version;
        mail.subject = first->subject;
        mail.bytes = std::move(*bytes);
    });
    mail.envelope = {sender_of(shop), mail.row.recipient};
}

std::optional<MailPreparer::Facts> MailPreparer::read_facts(const MailRow& row) {
    std::optional<Facts> facts;
    services_.storage.read([&](ports::Snapshot& snapshot) {
        auto order = snapshot.orders().find(row.shop_id, row.order_id);
        if (!order) return;
        auto test = row.is_test ? snapshot.outbox().find_test(row.shop_id, row.id) : std::nullopt;
        const auto sequence = test ? test->event_sequence : row.event_sequence;
        facts = Facts{std::move(*order), snapshot.orders().find_event(row.shop_id, row.order_id, sequence),
                      std::move(test), row.kind};
    });
    return facts;
}

MailPreparer::Rendered MailPreparer::render(const MailRow& row, const domain::Shop& shop, const Facts& facts) {
    if (facts.test) return render_test(row, shop, facts);
    const auto profile = services_.profiles.of(shop);
    const auto language = mails::language_of(row.kind, facts.order, shop);
    mails::MailFacts mail_facts{shop,
                                *profile,
                                facts.order,
                                facts.event ? &*facts.event : nullptr,
                                row.kind,
                                language,
                                options_.public_url,
                                buyer::url_of(services_, facts.order),
                                &services_.codes,
                                services_.carriers};
    if (row.kind == domain::MailKind::downloads) {
        mail_facts.downloads = downloads::offers(services_, shop, facts.order, downloads::mail_link_ms);
    }
    auto model = mails::order_model(mail_facts, services_.words, services_.formatter);
    if (row.kind == domain::MailKind::tickets) {
        tickets::tell_tickets(model, services_, shop, facts.order, facts.tickets(row), row.recipient);
    }
    const std::string event{domain::id_of(row.kind)};
    const auto own = own_words({row.shop_id, event, std::string(domain::nearest_language(language)), ""}, facts.order);
    return own ? services_.renderer.render_source(own->source(), language, model)
               : services_.renderer.render(event, language, model);
}

// As its preview shows it, with the words it was asked with.
MailPreparer::Rendered MailPreparer::render_test(const MailRow& row, const domain::Shop& shop, const Facts& facts) {
    mails::PreviewOrder shown{facts.order, facts.event, false};
    if (row.kind == domain::MailKind::downloads) {
        shown.downloads = downloads::offers(services_, shop, facts.order, downloads::mail_link_ms);
    }
    const auto model = mails::preview_model(services_, shop, shown, row.kind, row.language);
    const ports::TemplateText words{facts.test->subject, facts.test->body};
    auto rendered = services_.renderer.render_source(words.source(), row.language, model);
    if (rendered) rendered->subject = mails::test_subject(services_, row.language, rendered->subject);
    return rendered;
}

std::optional<ports::TemplateText> MailPreparer::own_words(ports::TemplateKey key, const domain::Order& order) {
    if (!keys_of_batch_) {
        services_.storage.read(
            [&](ports::Snapshot& snapshot) { keys_of_batch_ = snapshot.templates().list(key.shop_id); });
    }
    key = mails::key_for(*keys_of_batch_, std::move(key), order);
    const auto [at, is_new] = words_of_batch_.try_emplace({key.event, key.language, key.ticket_type});
    if (is_new) {
        services_.storage.read([&](ports::Snapshot& snapshot) {
            if (const auto stored = snapshot.templates().find(key)) {
                at->second = ports::TemplateText{stored->subject, stored->body};
            }
        });
    }
    return at->second;
}

// Where one of the staff says that a copy or a notice is not wanted any more: among the settings, which list who hears
// of what; or by mail to the shop, when the desk has no address that others reach. What a buyer is told belongs to an
// order of theirs, so there is nothing to object to.
std::string MailPreparer::way_out(const domain::Shop& shop, const std::string& sender) const {
    constexpr std::string_view plain{"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_@"};
    if (options_.public_url.starts_with("https://")) {
        return options_.public_url + "/shops/" + shop.handle + "/settings/shop";
    }
    return sender.find_first_not_of(plain) == std::string::npos ? "mailto:" + sender + "?subject=unsubscribe" : "";
}

std::string MailPreparer::sender_of(const domain::Shop& shop) const {
    return mails::sender_address(shop, options_.mail_from);
}

ports::MailMessage MailPreparer::write_message(const MailRow& row, const domain::Shop& shop, const domain::Order& order,
                                               const ports::RenderedMail& rendered) const {
    const bool to_operator = domain::is_to_operator(row.kind) || row.is_copy || row.is_test;
    ports::MailMessage message;
    message.from = {shop.mail_sender_name.empty() ? shop.name : shop.mail_sender_name, sender_of(shop)};
    message.to = {to_operator ? std::string{} : reader_name(row, order), row.recipient};
    // An answer to the notice of an order goes to its buyer, an answer to the shop's mail to somebody who reads it.
    const auto& answers = to_operator                       ? order.buyer.email
                          : shop.operator_addresses.empty() ? message.from.address
                                                            : shop.operator_addresses.front();
    if (answers != message.from.address && domain::is_email_address(answers)) {
        message.reply_to = ports::Mailbox{to_operator ? order.buyer.name : std::string{}, answers};
    }
    message.subject = rendered.subject;
    message.text = rendered.text;
    message.html = rendered.html;
    message.pictures = rendered.pictures;
    message.message_id = row.id + "@" + message_domain(message.from.address);
    message.date_ms = services_.clock.now_ms();
    message.language = row.is_test ? row.language : mails::language_of(row.kind, order, shop);
    message.is_automatic = row.kind != domain::MailKind::free_message;
    if (to_operator && !row.is_test) message.unsubscribe_url = way_out(shop, message.from.address);
    return message;
}

}  // namespace commis::worker
