// Facts, member by member, as openapi/commis.yaml names them.
#include "http/order_facts_json.hpp"

#include <algorithm>

#include "domain/decisions/payment_link.hpp"
#include "domain/openings.hpp"
#include "domain/unit_actions.hpp"
#include "features/labels/accounts.hpp"
#include "http/order_words.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using json::Writer;

// What may be done with a ticket or a parcel: its answers.
template <class Answers>
void write_part_actions(Writer& writer, const OrderView& view, const Answers& answers) {
    writer.key("actions").array();
    for (const auto& answer : answers) {
        const std::string_view id = domain::id_of(answer.action);
        writer.object().member("id", id).member("label", word(view, "action", id));
        writer.member("allowed", answer.allowed);
        write_refusal(writer, view, "reason", answer.reason);
        write_refusal(writer, view, "warning", std::nullopt);
        writer.end();
    }
    writer.end();
}

// A look back offers nothing.
std::vector<domain::ParcelActionAnswer> parcel_actions(const OrderView& view, const domain::Order& order,
                                                       const domain::Shipment& shipment) {
    if (view.order.as_of != 0) return {};
    return domain::parcel_actions(labels::subject_of(view.services, view.shop, order, shipment), view.rights);
}

// Of a line that is downloaded.
void write_access(Writer& writer, const OrderView& view, const domain::Line& line) {
    writer.key("access");
    if (line.kind != domain::LineKind::digital) {
        writer.null().key("access_label").null();
    } else {
        const std::string_view access = domain::id_of(line.access);
        writer.value(access).member("access_label", word(view, "access", access));
    }
    write_time_or_null(writer, "granted_at", line.granted_at_ms);
    write_time_or_null(writer, "used_at", line.used_at_ms);
}

void write_request_part(Writer& writer, const OrderView& view, const domain::RequestPart& part) {
    const std::string_view reason = domain::id_of(part.reason);
    writer.object().member("line", part.line_id);
    write_text_or_null(writer, "unit", part.unit_id);
    writer.member("quantity", part.quantity).member("reason", reason);
    writer.member("reason_label", word(view, "return_reason", reason)).member("exchange_wanted", part.wants_exchange);
    writer.member("cancelled", part.cancelled).member("expected", part.expected()).member("as_new", part.as_new);
    writer.member("damaged", part.damaged).member("wrong", part.wrong).member("missing", part.missing);
    writer.member("exchanged", part.exchanged).end();
}

void write_parts(Writer& writer, const std::vector<domain::LinePart>& parts) {
    writer.key("lines").array();
    for (const domain::LinePart& part : parts) {
        writer.object().member("line", part.line_id).member("quantity", part.quantity).end();
    }
    writer.end();
}

void write_document_parts(Writer& writer, const std::vector<domain::DocumentPart>& parts) {
    writer.key("lines").array();
    for (const domain::DocumentPart& part : parts) {
        writer.object();
        write_text_or_null(writer, "line", part.line_id);
        writer.member("shipping", part.shipping).member("quantity", part.quantity);
        writer.member("amount", part.amount_minor).member("tax", part.tax_minor).end();
    }
    writer.end();
}

std::int64_t fees_of(const domain::Ledger& ledger, const domain::Payment& payment) {
    std::int64_t sum_minor = 0;
    for (const domain::LedgerEntry& entry : ledger.entries) {
        if (entry.payment_id == payment.id) sum_minor += entry.fee_minor;
    }
    return sum_minor;
}

void write_call(Writer& writer, const OrderView& view, const domain::GatewayCall& call) {
    const std::string_view kind = domain::id_of(call.kind);
    // What can still be undone has not left.
    const bool is_held =
        call.status == domain::CallStatus::waiting && call.not_before_ms > view.services.clock.now_ms();
    const std::string_view status = is_held ? "held" : domain::id_of(call.status);
    writer.object().member("id", call.id).member("payment", call.payment_id).member("kind", kind);
    writer.member("kind_label", word(view, "call", kind)).member("amount", call.amount_minor);
    writer.member("status", status).member("status_label", word(view, "call_status", status));
    write_text_or_null(writer, "reason", call.reason);
    write_text_or_null(writer, "reason_text", call.reason.empty() ? "" : decline_text(view, call.reason));
    writer.member("at", json::format_time_ms(call.created_at_ms));
    write_time_or_null(writer, "leaves_at", is_held ? std::optional(call.not_before_ms) : std::nullopt);
    write_time_or_null(writer, "settled_at", call.settled_at_ms);
    writer.end();
}

}  // namespace

void write_time_or_null(Writer& writer, std::string_view name, const std::optional<std::int64_t>& at_ms) {
    writer.key(name);
    at_ms ? writer.value(json::format_time_ms(*at_ms)) : writer.null();
}

void write_text_or_null(Writer& writer, std::string_view name, const std::string& text) {
    writer.key(name);
    text.empty() ? writer.null() : writer.value(text);
}

void write_unit(Writer& writer, const OrderView& view, const domain::TicketUnit& unit, const domain::Standing& standing,
                bool with_actions) {
    const std::string_view status = domain::id_of(unit.status);
    const std::string_view access = domain::id_of(unit.access);
    writer.member("id", unit.id);
    writer.key("attendee").object().member("name", unit.attendee.name).member("email", unit.attendee.email).end();
    writer.member("status", status).member("status_label", word(view, "unit_status", status));
    writer.member("access", access).member("access_label", word(view, "access", access));
    if (view.rights.has(domain::Right::work)) writer.member("code", unit.code);
    const bool is_shown = !domain::closed_by(domain::Door::ticket, domain::unit_standing(standing, unit, view.profile));
    write_text_or_null(writer, "ticket_url",
                       is_shown ? "/api/v1/shops/" + view.shop.handle + "/units/" + unit.id + "/ticket.pdf" : "");
    write_time_or_null(writer, "admitted_at", unit.admitted_at_ms);
    write_text_or_null(writer, "admitted_gate", unit.admitted_gate);
    if (with_actions) {
        write_part_actions(writer, view, domain::unit_actions(unit, standing, view.rights));
    } else {
        writer.key("actions").array().end();
    }
}

void write_lines(Writer& writer, const OrderView& view, const domain::Order& order, const domain::Standing& standing,
                 bool with_actions) {
    writer.key("lines").array();
    for (const domain::Line& line : order.lines) {
        writer.object().member("id", line.id).member("sku", line.sku).member("name", line.name);
        writer.member("kind", domain::id_of(line.kind)).member("quantity", line.quantity);
        writer.member("cancelled", line.cancelled).member("refunded", line.refunded);
        writer.member("shipped", line.shipped).member("returned", line.returned);
        writer.member("reserved", line.reserved).member("to_ship", order.draft ? 0 : line.to_ship());
        writer.member("returnable", line.returnable()).member("exchanged", line.exchanged);
        write_access(writer, view, line);
        writer.member("unit_price", line.unit_price_minor).member("discount", line.discount_minor);
        writer.member("tax_rate", line.tax_rate.to_string()).member("tax", line.tax_minor);
        writer.member("total", line.total_minor).key("units").array();
        for (const domain::TicketUnit& unit : line.units) {
            writer.object();
            write_unit(writer, view, unit, standing, with_actions);
            writer.end();
        }
        writer.end().end();
    }
    writer.end().key("shipping");
    const domain::Shipping& shipping = order.shipping;
    if (shipping.method.empty() && shipping.name.empty() && shipping.amount_minor == 0) {
        writer.null();
        return;
    }
    writer.object().member("method", shipping.method).member("name", shipping.name);
    writer.member("amount", shipping.amount_minor).member("tax_rate", shipping.tax_rate.to_string());
    writer.member("tax", shipping.tax_minor).member("total", shipping.total_minor).member("pickup", shipping.pickup);
    writer.member("cancelled", shipping.cancelled).end();
}

void write_refund(Writer& writer, const OrderView& view, const domain::Ledger& ledger, const domain::Refund& refund) {
    const std::string_view execution = domain::id_of(refund.execution);
    const std::string_view status = domain::id_of(refund.status);
    writer.object().member("id", refund.id);
    write_text_or_null(writer, "payment", refund.payment_id);
    writer.member("amount", refund.amount_minor).member("execution", execution);
    writer.member("execution_label", word(view, "refund_execution", execution));
    writer.member("status", status).member("status_label", word(view, "refund_status", status));
    // What it was for: units and what was owed back, or nothing but kindness.
    writer.member("purpose", refund.takes_units ? "units" : "goodwill").member("reopens_due", refund.reopens_due);
    write_text_or_null(writer, "settles", refund.settles);
    writer.member("open", domain::open_part(ledger, refund)).member("reference", refund.reference);
    writer.member("at", json::format_time_ms(refund.created_at_ms)).end();
}

void write_chargeback(Writer& writer, const OrderView& view, const domain::Ledger& ledger,
                      const domain::LedgerEntry& entry) {
    const auto payment = std::ranges::find(ledger.payments, entry.payment_id, &domain::Payment::id);
    const std::string_view status = entry.undecided ? "open" : entry.won ? "won" : "lost";
    const std::string_view source = domain::id_of(entry.source);
    writer.object().member("id", entry.id).member("payment", entry.payment_id);
    writer.member("payment_method_label",
                  payment == ledger.payments.end() ? std::string() : method_label(view, payment->method));
    writer.member("amount", entry.amount_minor).member("status", status);
    writer.member("status_label", word(view, "chargeback_status", status)).member("reference", entry.reference);
    write_text_or_null(writer, "reason", entry.reason);
    write_text_or_null(writer, "reason_text", entry.reason.empty() ? "" : chargeback_text(view, entry.reason));
    writer.member("source", source).member("source_label", word(view, "source", source));
    write_time_or_null(writer, "answer_by", entry.answer_by_ms);
    writer.member("at", json::format_time_ms(entry.received_at_ms)).end();
}

void write_ledger(Writer& writer, const OrderView& view, const domain::Ledger& ledger) {
    writer.key("payments").array();
    for (const domain::Payment& payment : ledger.payments) {
        const std::string_view status = domain::id_of(payment.status);
        const std::string_view source = domain::id_of(payment.source);
        writer.object().member("id", payment.id).member("method", payment.method);
        writer.member("method_label", method_label(view, payment.method)).member("provider", payment.provider);
        writer.member("reference", payment.reference).member("status", status);
        writer.member("status_label", word(view, "attempt_status", status)).member("amount", payment.amount_minor);
        writer.member("captured", domain::captured_of(ledger, payment.id));
        writer.member("reserved", domain::reserved_of(ledger, payment)).member("fee", fees_of(ledger, payment));
        write_text_or_null(writer, "account", payment.account);
        write_text_or_null(writer, "link", domain::is_open_link(payment) ? "/pay/" + payment.link_token : "");
        write_text_or_null(writer, "guarantee", payment.guarantee);
        writer.member("refundable", domain::refundable_of(ledger, payment.id)).member("source", source);
        writer.member("source_label", word(view, "source", source));
        writer.member("at", json::format_time_ms(payment.created_at_ms));
        write_time_or_null(writer, "expires_at", payment.expires_at_ms);
        writer.end();
    }
    writer.end().key("refunds").array();
    for (const domain::Refund& refund : ledger.refunds) write_refund(writer, view, ledger, refund);
    writer.end().key("chargebacks").array();
    for (const domain::LedgerEntry& entry : ledger.entries) {
        if (entry.kind == domain::EntryKind::chargeback) write_chargeback(writer, view, ledger, entry);
    }
    writer.end().key("provider_calls").array();
    for (const domain::GatewayCall& call : ledger.calls) write_call(writer, view, call);
    writer.end();
}

void write_shipment(Writer& writer, const OrderView& view, const domain::Order& order,
                    const domain::Shipment& shipment) {
    writer.member("id", shipment.id).member("at", json::format_time_ms(shipment.created_at_ms));
    writer.key("tracking").object().member("carrier", shipment.tracking.carrier);
    writer.member("number", shipment.tracking.number)
        .member("url", domain::tracking_url(shipment.tracking, view.services.carriers));
    writer.end();
    write_time_or_null(writer, "label_printed_at", shipment.label_printed_at_ms);
    write_time_or_null(writer, "label_bought_at", shipment.label_bought_at_ms);
    write_time_or_null(writer, "handed_over_at", shipment.handed_over_at_ms);
    write_time_or_null(writer, "delivered_at", shipment.delivered_at_ms);
    write_parts(writer, shipment.parts);
    write_part_actions(writer, view, parcel_actions(view, order, shipment));
}

void write_shipments(Writer& writer, const OrderView& view, const domain::Order& order) {
    writer.key("shipments").array();
    for (const domain::Shipment& shipment : order.shipments) {
        writer.object();
        write_shipment(writer, view, order, shipment);
        writer.end();
    }
    writer.end();
}

// Whether the accounting system has the document, and where it is there (C-09).
void write_transfer(Writer& writer, const OrderView& view, const domain::Document& document) {
    const auto& transfers = view.order.transfers;
    const auto transfer = std::ranges::find(transfers, document.id, &ports::AccountingTransfer::document_id);
    writer.key("accounting");
    if (transfer == transfers.end()) {
        writer.null();
        return;
    }
    writer.object().member("status", ports::id_of(transfer->status));
    write_text_or_null(writer, "link", transfer->link);
    write_text_or_null(writer, "fault", transfer->fault);
    write_time_or_null(writer, "at", transfer->done_at_ms);
    writer.end();
}

void write_document(Writer& writer, const OrderView& view, const domain::Document& document) {
    const std::string_view kind = domain::id_of(document.kind);
    writer.member("id", document.id).member("kind", kind).member("kind_label", word(view, "document_kind", kind));
    write_text_or_null(writer, "number", document.number);
    writer.member("draft", document.draft).member("issued_at", json::format_time_ms(document.issued_at_ms));
    writer.member("amount", document.amount_minor).member("tax", document.tax_minor);
    write_text_or_null(writer, "refers_to", document.refers_to);
    writer.member("return_slip", document.return_slip);
    write_transfer(writer, view, document);
    write_document_parts(writer, document.parts);
}

void write_documents(Writer& writer, const OrderView& view, const domain::Order& order) {
    writer.key("documents").array();
    for (const domain::Document& document : order.documents) {
        writer.object();
        write_document(writer, view, document);
        writer.end();
    }
    writer.end();
}

void write_requests(Writer& writer, const OrderView& view, const domain::Order& order) {
    writer.key("requests").array();
    for (const domain::BuyerRequest& request : order.requests) {
        const std::string_view kind = domain::id_of(request.kind);
        const std::string_view status = domain::id_of(request.status);
        writer.object().member("id", request.id).member("kind", kind);
        writer.member("kind_label", word(view, "request_kind", kind)).member("status", status);
        writer.member("status_label", word(view, "request_status", status));
        write_text_or_null(writer, "slip", request.slip);
        writer.member("asked_at", json::format_time_ms(request.asked_at_ms));
        write_time_or_null(writer, "answered_at", request.answered_at_ms);
        write_time_or_null(writer, "received_at", request.received_at_ms);
        writer.key("lines").array();
        for (const domain::RequestPart& part : request.parts) write_request_part(writer, view, part);
        writer.end().end();
    }
    writer.end();
}

}  // namespace commis::http
