// The order that a preview shows: a real one wherever there is one.
#include <algorithm>

#include "domain/decisions/place.hpp"
#include "features/buyer/link.hpp"
#include "features/downloads/offers.hpp"
#include "features/mails/order_model.hpp"
#include "features/mails/templates.hpp"
#include "features/orders/run.hpp"
#include "features/tickets/mail_tickets.hpp"

namespace commis::mails {
namespace {

using domain::MailKind;
using domain::Order;

// Looked through for an order that had such a mail.
constexpr std::int32_t mails_looked_at = 100;

std::string newest_order(ports::Snapshot& snapshot, const ports::OrderFilter& filter) {
    ports::OrderPageRequest request;
    request.filter = filter;
    request.limit = 1;
    const auto page = snapshot.orders().list(request);
    return page.rows.empty() ? std::string() : page.rows.front().id;
}

std::string find_named(ports::Snapshot& snapshot, std::int64_t shop_id, const std::string& named) {
    if (snapshot.orders().find(shop_id, named)) return named;
    ports::OrderPageRequest request;
    request.filter.shop_ids = {shop_id};
    request.filter.q = named;
    const auto page = snapshot.orders().list(request);
    const auto at = std::ranges::find(page.rows, named, &ports::OrderRow::number);
    return at == page.rows.end() ? std::string() : at->id;
}

// The newest mail of that kind: of one order, or of the whole shop when the id is empty.
std::optional<ports::MailRow> newest_mail(ports::Snapshot& snapshot, std::int64_t shop_id, const std::string& order_id,
                                          MailKind kind) {
    ports::MailFilter filter;
    filter.shop_id = shop_id;
    filter.order_id = order_id;
    filter.limit = mails_looked_at;
    auto mails = snapshot.outbox().list(filter);
    const auto at = std::ranges::find(mails, kind, &ports::MailRow::kind);
    if (at == mails.end()) return std::nullopt;
    return std::move(*at);
}

// Names and goods of nobody, in the shop's money: what a preview shows before the first order.
domain::PlaceOrder sample_command(const domain::Shop& shop, const domain::Profile& profile) {
    domain::PlaceOrder command;
    command.currency = shop.currency.code();
    command.buyer = {"Alex Martin", "alex.martin@example.org", "+33 1 23 45 67 89", "", ""};
    command.billing_address = {"", "", "12 rue des Lilas", "", "75011", "Paris", "", "FR"};
    command.lines.push_back({"MUG-1", "Mug", domain::LineKind::goods, 2, 1'900, 0, "20", {}});
    command.lines.push_back({"LAMP-1", "Lamp", domain::LineKind::goods, 1, 12'900, 0, "20", {}});
    command.shipping = {"parcel", "Colissimo", 690, "20", false};
    const auto offline = std::ranges::find_if(profile.methods, [](const domain::PaymentMethod& method) {
        return method.on && method.kind == domain::MethodKind::offline;
    });
    command.payment_method = offline == profile.methods.end() ? "bank-transfer" : offline->id;
    return command;
}

// What the sample's buyer asks for, and the event that the mail tells of.
void add_sample_request(PreviewOrder& shown, MailKind kind) {
    const bool is_withdrawal = kind == MailKind::withdrawal_received;
    const bool is_answer = kind == MailKind::request_answered;
    const bool is_back = kind == MailKind::return_received;
    const bool is_asked = is_withdrawal || kind == MailKind::request_received || kind == MailKind::request_operator;
    if (!is_asked && !is_answer && !is_back) return;
    domain::Order& order = shown.order;
    domain::BuyerRequest request{.id = "sample", .asked_at_ms = order.placed_at_ms};
    if (is_withdrawal) request.kind = domain::RequestKind::withdrawal;
    domain::RequestPart part{.line_id = order.lines.front().id, .quantity = order.lines.front().quantity};
    if (!is_withdrawal) part.reason = domain::ReturnReason::too_small;
    if (is_back) part.as_new = part.quantity;
    if (!is_asked) request.answered_at_ms = order.placed_at_ms;
    if (is_answer) request.status = domain::RequestStatus::approved;
    if (is_answer) request.slip = "R0123456789AB";
    if (is_back) request.status = domain::RequestStatus::received;
    request.parts.push_back(part);
    order.requests.push_back(request);
    domain::Event& event = shown.event.emplace();
    event.type = is_back     ? domain::EventType::return_received
                 : is_answer ? domain::EventType::request_answered
                             : domain::EventType::request_registered;
    event.data = {{"request", request.id}};
    if (is_answer) event.data.emplace_back("answer", "approved");
}

PreviewOrder sample(const Services& services, const domain::Shop& shop, MailKind kind) {
    const auto profile = services.profiles.of(shop);
    const auto context = orders::context_for(services, shop, *profile, Caller::system("sample"));
    const domain::PlaceRules rules{shop.language, [](std::string_view) { return false; }, true};
    auto decision = domain::place(sample_command(shop, *profile), shop.id, rules, context);
    PreviewOrder shown;
    shown.is_sample = true;
    if (!decision) return shown;
    shown.order = std::move(decision->order);
    shown.order.number = "10001";
    add_sample_request(shown, kind);
    if (kind == MailKind::order_sent) {
        domain::Shipment shipment;
        shipment.tracking = {"Colissimo", "6A01234567890", ""};
        for (const domain::Line& line : shown.order.lines) shipment.parts.push_back({line.id, line.quantity});
        shown.order.shipments.push_back(std::move(shipment));
    }
    return shown;
}

// The order's own; else what an article might come with, so that the mail says something.
std::vector<downloads::Offer> preview_downloads(const Services& services, const domain::Shop& shop,
                                                const PreviewOrder& shown) {
    auto offers = shown.downloads;
    std::erase_if(offers, [](const downloads::Offer& offer) { return offer.reason.has_value(); });
    if (!offers.empty()) return offers;
    const auto profile = services.profiles.of(shop);
    downloads::Offer sample;
    sample.name = "aurora.pdf";
    sample.size_bytes = 4'800'000;
    if (profile->download_limit > 0) sample.left = profile->download_limit;
    if (profile->download_days > 0) {
        sample.until_ms = services.clock.now_ms() + std::int64_t{profile->download_days} * 86'400'000;
    }
    sample.url = services.public_url + "/d/sample";
    return {sample};
}

}  // namespace

domain::Result<PreviewOrder> find_preview_order(ports::Snapshot& snapshot, const Services& services,
                                                const domain::Shop& shop, MailKind kind, const std::string& named) {
    std::string order_id;
    std::optional<ports::MailRow> mail;
    if (!named.empty()) {
        order_id = find_named(snapshot, shop.id, named);
        if (order_id.empty()) return domain::refuse(domain::Refusal::not_found);
        mail = newest_mail(snapshot, shop.id, order_id, kind);
    } else {
        mail = newest_mail(snapshot, shop.id, "", kind);
        ports::OrderFilter filter;
        filter.shop_ids = {shop.id};
        order_id = mail && !mail->order_id.empty() ? mail->order_id : newest_order(snapshot, filter);
    }
    std::optional<Order> order;
    if (!order_id.empty()) order = snapshot.orders().find(shop.id, order_id);
    if (!order) return sample(services, shop, kind);
    PreviewOrder shown{std::move(*order), std::nullopt, false};
    if (mail) shown.event = snapshot.orders().find_event(shop.id, shown.order.id, mail->event_sequence);
    if (kind == MailKind::downloads) {
        shown.downloads = downloads::offers(services, snapshot, shop, shown.order, downloads::mail_link_ms);
    }
    return shown;
}

ports::MailModel preview_model(const Services& services, const domain::Shop& shop, const PreviewOrder& shown,
                               MailKind kind, const std::string& language) {
    const auto profile = services.profiles.of(shop);
    MailFacts facts{shop,
                    *profile,
                    shown.order,
                    shown.event ? &*shown.event : nullptr,
                    kind,
                    language,
                    services.public_url,
                    buyer::url_of(services, shown.order),
                    &services.codes,
                    services.carriers};
    if (kind == MailKind::downloads) facts.downloads = preview_downloads(services, shop, shown);
    auto model = order_model(facts, services.words, services.formatter);
    if (kind == MailKind::tickets) {
        tickets::show_tickets(model, services, shop, shown.order, shown.event ? &*shown.event : nullptr);
    }
    // A message has no words until somebody writes one.
    if (kind == MailKind::free_message && model.notes["message"].empty()) {
        model.texts["subject"] = services.words.text(language, "mail.free_message");
        model.notes["message"] = services.words.text(language, "template_sample.message");
    }
    return model;
}

}  // namespace commis::mails
