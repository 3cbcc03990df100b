#include "features/personal_data/export_order.hpp"

#include "features/people_json.hpp"
#include "json/time.hpp"
#include "json/utf8.hpp"

namespace commis::personal_data {
namespace {

constexpr std::int32_t page_size = 200;
constexpr std::int32_t downloads_max = 1'000;

using json::Writer;

void write_time(Writer& writer, std::string_view name, const std::optional<std::int64_t>& at_ms) {
    writer.key(name);
    at_ms ? writer.value(json::format_time_ms(*at_ms)) : writer.null();
}

void write_people(Writer& writer, const domain::Order& order) {
    writer.key("buyer");
    write_buyer(writer, order.buyer);
    writer.key("billing_address");
    write_address(writer, order.billing_address);
    writer.key("shipping_address");
    write_address(writer, order.shipping_address);
    writer.member("note", order.note);
}

void write_lines(Writer& writer, const domain::Order& order) {
    writer.key("lines").array();
    for (const domain::Line& line : order.lines) {
        writer.object().member("sku", line.sku).member("name", line.name).member("quantity", line.quantity);
        writer.member("cancelled", line.cancelled).member("refunded", line.refunded);
        writer.member("total", line.total_minor).key("attendees").array();
        for (const domain::TicketUnit& unit : line.units) {
            writer.object().member("name", unit.attendee.name).member("email", unit.attendee.email);
            writer.member("code", unit.code);
            write_time(writer, "admitted_at", unit.admitted_at_ms);
            writer.end();
        }
        writer.end().end();
    }
    writer.end();
}

void write_money(Writer& writer, const domain::Order& order) {
    writer.key("payments").array();
    for (const domain::Payment& payment : order.ledger.payments) {
        writer.object().member("method", payment.method).member("provider", payment.provider);
        writer.member("reference", payment.reference).member("amount", payment.amount_minor);
        writer.member("status", domain::id_of(payment.status));
        writer.member("at", json::format_time_ms(payment.created_at_ms)).end();
    }
    writer.end().key("refunds").array();
    for (const domain::Refund& refund : order.ledger.refunds) {
        writer.object().member("amount", refund.amount_minor).member("status", domain::id_of(refund.status));
        writer.member("at", json::format_time_ms(refund.created_at_ms)).end();
    }
    writer.end();
}

// Where each paper is fetched: the file itself is no part of the document.
void write_papers(Writer& writer, const domain::Shop& shop, const domain::Order& order) {
    writer.key("documents").array();
    for (const domain::Document& document : order.documents) {
        if (document.draft) continue;
        writer.object().member("kind", domain::id_of(document.kind)).member("number", document.number);
        writer.member("issued_at", json::format_time_ms(document.issued_at_ms));
        writer.member("amount", document.amount_minor);
        writer.member("file", "/api/v1/shops/" + shop.handle + "/documents/" + document.id + ".pdf").end();
    }
    writer.end().key("shipments").array();
    for (const domain::Shipment& shipment : order.shipments) {
        writer.object().member("at", json::format_time_ms(shipment.created_at_ms));
        writer.member("carrier", shipment.tracking.carrier).member("number", shipment.tracking.number).end();
    }
    writer.end();
}

void write_mails(Writer& writer, ports::Snapshot& snapshot, const domain::Order& order) {
    writer.key("mails").array();
    ports::MailFilter filter{order.shop_id, order.id, {}, "", page_size};
    for (auto mails = snapshot.outbox().list(filter); !mails.empty(); mails = snapshot.outbox().list(filter)) {
        for (const ports::MailRow& mail : mails) {
            writer.object().member("to", mail.recipient).member("subject", mail.subject);
            writer.member("event", domain::id_of(mail.kind)).member("status", ports::id_of(mail.status));
            write_time(writer, "sent_at", mail.sent_at_ms);
            // As it left; what a mail server was given in another form than text stays where it is.
            const auto bytes = snapshot.outbox().find_bytes(order.shop_id, mail.id);
            writer.key("message");
            bytes&& json::is_valid_utf8(*bytes) ? writer.value(*bytes) : writer.null();
            writer.end();
        }
        filter.after_id = mails.back().id;
    }
    writer.end();
}

void write_events(Writer& writer, ports::Snapshot& snapshot, const domain::Order& order) {
    writer.key("events").array();
    std::optional<std::int64_t> before;
    for (bool more = true; more;) {
        const auto entries = snapshot.orders().timeline(order.shop_id, order.id, before, page_size);
        for (const ports::TimelineEntry& entry : entries) {
            const domain::Event& event = entry.event;
            writer.object().member("at", json::format_time_ms(event.at_ms));
            writer.member("type", domain::id_of(event.type)).member("by", domain::id_of(event.actor.kind));
            writer.member("note", event.note).member("reason", event.reason).end();
            before = event.sequence;
        }
        more = static_cast<std::int32_t>(entries.size()) == page_size;
    }
    writer.end();
}

void write_downloads(Writer& writer, ports::Snapshot& snapshot, const domain::Order& order) {
    writer.key("downloads").array();
    for (const ports::Download& download : snapshot.openings().downloads(order.shop_id, order.id, downloads_max)) {
        writer.object().member("file", download.file_name).member("address", download.address);
        writer.member("agent", download.agent).member("at", json::format_time_ms(download.begun_at_ms)).end();
    }
    writer.end();
}

}  // namespace

void write_order(Writer& writer, ports::Snapshot& snapshot, const domain::Shop& shop, const domain::Order& order) {
    writer.object().member("id", order.id).member("number", order.number).member("channel", order.channel);
    writer.member("external_id", order.external_id).member("placed_at", json::format_time_ms(order.placed_at_ms));
    writer.member("language", order.language).member("currency", order.currency.code());
    writer.member("total", domain::content_totals(order).total_minor);
    write_people(writer, order);
    write_lines(writer, order);
    write_money(writer, order);
    write_papers(writer, shop, order);
    write_mails(writer, snapshot, order);
    write_events(writer, snapshot, order);
    write_downloads(writer, snapshot, order);
    writer.end();
}

}  // namespace commis::personal_data
