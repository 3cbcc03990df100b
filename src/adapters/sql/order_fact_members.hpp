// The members of each kind of fact, listed once for reading and writing them as JSON. People are not among them.
// `on` is called with each member's name and the member.
#pragma once

#include <concepts>
#include <type_traits>

#include "domain/order.hpp"

namespace commis::sql {

// True for the facts of one kind, whether they are read or written.
template <class T, class Fact>
concept Of = std::same_as<std::remove_const_t<T>, Fact>;

template <Of<domain::TicketUnit> T>
void visit(const auto& on, T& unit) {
    on("id", unit.id);
    on("status", unit.status);
    on("access", unit.access);
    on("code", unit.code);
    on("admitted_at_ms", unit.admitted_at_ms);
    on("admitted_gate", unit.admitted_gate);
    on("value_minor", unit.value_minor);
    on("tax_minor", unit.tax_minor);
}

template <Of<domain::Line> T>
void visit(const auto& on, T& line) {
    on("id", line.id);
    on("sku", line.sku);
    on("name", line.name);
    on("kind", line.kind);
    on("quantity", line.quantity);
    on("unit_price_minor", line.unit_price_minor);
    on("discount_minor", line.discount_minor);
    on("tax_rate_e4", line.tax_rate);
    on("tax_minor", line.tax_minor);
    on("total_minor", line.total_minor);
    on("cancelled", line.cancelled);
    on("refunded", line.refunded);
    on("shipped", line.shipped);
    on("returned", line.returned);
    on("gone_shipped", line.gone_shipped);
    on("exchanged", line.exchanged);
    on("access", line.access);
    on("granted_at_ms", line.granted_at_ms);
    on("used_at_ms", line.used_at_ms);
    on("reserved", line.reserved);
    on("left_minor", line.left_minor);
    on("cancelled_minor", line.cancelled_minor);
    on("units", line.units);
}

template <Of<domain::Shipping> T>
void visit(const auto& on, T& shipping) {
    on("method", shipping.method);
    on("name", shipping.name);
    on("amount_minor", shipping.amount_minor);
    on("tax_rate_e4", shipping.tax_rate);
    on("tax_minor", shipping.tax_minor);
    on("total_minor", shipping.total_minor);
    on("pickup", shipping.pickup);
    on("cancelled", shipping.cancelled);
}

template <Of<domain::Payment> T>
void visit(const auto& on, T& payment) {
    on("id", payment.id);
    on("method", payment.method);
    on("provider", payment.provider);
    on("account", payment.account);
    on("reference", payment.reference);
    on("amount_minor", payment.amount_minor);
    on("status", payment.status);
    on("source", payment.source);
    on("guarantee", payment.guarantee);
    on("expires_at_ms", payment.expires_at_ms);
    on("created_at_ms", payment.created_at_ms);
    on("link_token", payment.link_token);
    on("page_url", payment.page_url);
}

template <Of<domain::LedgerEntry> T>
void visit(const auto& on, T& entry) {
    on("id", entry.id);
    on("payment_id", entry.payment_id);
    on("kind", entry.kind);
    on("amount_minor", entry.amount_minor);
    on("source", entry.source);
    on("reference", entry.reference);
    on("received_at_ms", entry.received_at_ms);
    on("recorded_at_ms", entry.recorded_at_ms);
    on("undecided", entry.undecided);
    on("fee_minor", entry.fee_minor);
    on("answer_by_ms", entry.answer_by_ms);
    on("reason", entry.reason);
    on("won", entry.won);
}

template <Of<domain::Refund> T>
void visit(const auto& on, T& refund) {
    on("id", refund.id);
    on("payment_id", refund.payment_id);
    on("amount_minor", refund.amount_minor);
    on("execution", refund.execution);
    on("status", refund.status);
    on("takes_units", refund.takes_units);
    on("reopens_due", refund.reopens_due);
    on("settles", refund.settles);
    on("reference", refund.reference);
    on("created_at_ms", refund.created_at_ms);
}

template <Of<domain::GatewayCall> T>
void visit(const auto& on, T& call) {
    on("id", call.id);
    on("payment_id", call.payment_id);
    on("kind", call.kind);
    on("amount_minor", call.amount_minor);
    on("refund_id", call.refund_id);
    on("status", call.status);
    on("reference", call.reference);
    on("reason", call.reason);
    on("telling", call.telling);
    on("event_sequence", call.event_sequence);
    on("created_at_ms", call.created_at_ms);
    on("settled_at_ms", call.settled_at_ms);
    on("not_before_ms", call.not_before_ms);
}

template <Of<domain::LinePart> T>
void visit(const auto& on, T& part) {
    on("line", part.line_id);
    on("quantity", part.quantity);
}

template <Of<domain::Shipment> T>
void visit(const auto& on, T& shipment) {
    on("id", shipment.id);
    on("created_at_ms", shipment.created_at_ms);
    on("carrier", shipment.tracking.carrier);
    on("tracking_number", shipment.tracking.number);
    on("tracking_url", shipment.tracking.url);
    on("label_printed_at_ms", shipment.label_printed_at_ms);
    on("label_bought_at_ms", shipment.label_bought_at_ms);
    on("handed_over_at_ms", shipment.handed_over_at_ms);
    on("delivered_at_ms", shipment.delivered_at_ms);
    on("parts", shipment.parts);
}

template <Of<domain::DocumentPart> T>
void visit(const auto& on, T& part) {
    on("line", part.line_id);
    on("shipping", part.shipping);
    on("quantity", part.quantity);
    on("tax_rate_e4", part.tax_rate);
    on("amount_minor", part.amount_minor);
    on("tax_minor", part.tax_minor);
}

template <Of<domain::Document> T>
void visit(const auto& on, T& document) {
    on("id", document.id);
    on("kind", document.kind);
    on("number", document.number);
    on("draft", document.draft);
    on("issued_at_ms", document.issued_at_ms);
    on("amount_minor", document.amount_minor);
    on("tax_minor", document.tax_minor);
    on("refers_to", document.refers_to);
    on("parts", document.parts);
    on("return_slip", document.return_slip);
    on("made_for", document.made_for);
}

template <Of<domain::RequestPart> T>
void visit(const auto& on, T& part) {
    on("line", part.line_id);
    on("unit", part.unit_id);
    on("quantity", part.quantity);
    on("reason", part.reason);
    on("wants_exchange", part.wants_exchange);
    on("cancelled", part.cancelled);
    on("as_new", part.as_new);
    on("damaged", part.damaged);
    on("wrong", part.wrong);
    on("missing", part.missing);
    on("exchanged", part.exchanged);
}

template <Of<domain::BuyerRequest> T>
void visit(const auto& on, T& request) {
    on("id", request.id);
    on("kind", request.kind);
    on("status", request.status);
    on("asked_at_ms", request.asked_at_ms);
    on("answered_at_ms", request.answered_at_ms);
    on("received_at_ms", request.received_at_ms);
    on("slip", request.slip);
    on("parts", request.parts);
}

template <Of<domain::UndoableMove> T>
void visit(const auto& on, T& move) {
    on("sequence", move.sequence);
    on("until_ms", move.until_ms);
    on("from_state", move.from_state);
    on("shipment", move.shipment_id);
}

template <Of<domain::Removal> T>
void visit(const auto& on, T& removal) {
    on("at_ms", removal.at_ms);
    on("by", removal.by);
    on("reason", removal.reason);
}

// What an order is apart from its work and its money.
void visit_frame(const auto& on, auto& order) {
    on("shop_id", order.shop_id);
    on("id", order.id);
    on("number", order.number);
    on("external_id", order.external_id);
    on("channel", order.channel);
    on("version", order.version);
    on("revision", order.revision);
    on("draft", order.draft);
    on("imported", order.imported);
    on("placed_by", order.placed_by);
    on("currency", order.currency);
    on("language", order.language);
    on("prices_include_tax", order.prices_include_tax);
    on("placed_at_ms", order.placed_at_ms);
    on("created_at_ms", order.created_at_ms);
    on("updated_at_ms", order.updated_at_ms);
    on("event_count", order.event_count);
    on("tags", order.tags);
    on("assignee", order.assignee);
    on("removed", order.removed);
}

template <Of<domain::Order> T>
void visit(const auto& on, T& order) {
    visit_frame(on, order);
    on("abandoned_at_ms", order.abandoned_at_ms);
    on("lines", order.lines);
    on("shipping", order.shipping);
    on("discount_minor", order.discount_minor);
    on("promo_code", order.promo_code);
    on("payment_method", order.payment_method);
    on("state", order.state);
    on("notify_on_state", order.notify_on_state);
    on("payments", order.ledger.payments);
    on("entries", order.ledger.entries);
    on("refunds", order.ledger.refunds);
    on("calls", order.ledger.calls);
    on("mark", order.ledger.mark);
    on("flagged_for_review", order.ledger.flagged_for_review);
    on("shipments", order.shipments);
    on("documents", order.documents);
    on("requests", order.requests);
    on("link_generation", order.link_generation);
    on("undoable", order.undoable);
    on("dunning_done", order.dunning_done);
    on("task", order.task);
    on("invoice_due_at_ms", order.invoice_due_at_ms);
}

}  // namespace commis::sql
