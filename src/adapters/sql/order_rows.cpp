#include "adapters/sql/order_rows.hpp"

#include <algorithm>

#include "adapters/sql/codes.hpp"
#include "adapters/sql/json_text.hpp"
#include "adapters/sql/order_facts.hpp"
#include "adapters/sql/text_keys.hpp"

namespace commis::sql {
namespace {

void add_shipping(Values& values, const domain::Shipping& shipping) {
    values.add(shipping.method, shipping.name, shipping.amount_minor, shipping.tax_rate.percent_e4(),
               shipping.tax_minor, shipping.total_minor, shipping.pickup, shipping.cancelled);
}

// True for the first line of its kind, so that a filter meets each order once.
bool is_first(const domain::Order& order, std::size_t position, std::string domain::Line::* member) {
    const auto end = order.lines.begin() + static_cast<std::ptrdiff_t>(position);
    const std::string& wanted = order.lines[position].*member;
    return std::none_of(order.lines.begin(), end, [&](const domain::Line& line) { return line.*member == wanted; });
}

}  // namespace

std::int64_t parts_of(const domain::Order& order) {
    const bool units = std::ranges::any_of(order.lines, [](const domain::Line& line) { return !line.units.empty(); });
    return (units ? has_units : 0) | (order.ledger.refunds.empty() ? 0 : has_refunds) |
           (order.shipments.empty() ? 0 : has_shipments) | (order.documents.empty() ? 0 : has_documents) |
           (order.ledger.payments.empty() ? 0 : has_payments) | (order.ledger.entries.empty() ? 0 : has_entries) |
           (order.ledger.calls.empty() ? 0 : has_calls) | (order.requests.empty() ? 0 : has_requests);
}

void add_removal(Values& values, const std::optional<domain::Removal>& removed) {
    if (removed) {
        values.add(removed->at_ms, removed->by, removed->reason);
    } else {
        values.add(nullptr, "", "");
    }
}

const domain::Address& listed_address(const domain::Order& order) {
    const bool is_billing = !order.billing_address.city.empty() || !order.shipping_address;
    return is_billing ? order.billing_address : *order.shipping_address;
}

void add_order(Values& values, const domain::Order& order, const domain::Projection& projection) {
    values.add(order.shop_id, order.id, order.number, order.version, order.placed_at_ms, order.updated_at_ms,
               order.state, order.currency.code(), order.buyer.name, order.buyer.email, order.buyer.company,
               order.payment_method, order.promo_code, order.channel, order.external_id, order.seen, order.imported);
    values.keep(to_json(order.tags));
    values.add(order.assignee, order.revision, order.draft, order.placed_by, order.language, order.prices_include_tax,
               order.created_at_ms, order.abandoned_at_ms, order.buyer.phone, order.buyer.vat_id,
               order.buyer.reference);
    values.keep(to_json(order.billing_address));
    if (order.shipping_address) {
        values.keep(to_json(*order.shipping_address));
    } else {
        values.add(nullptr);
    }
    add_shipping(values, order.shipping);
    values.add(order.discount_minor, order.note, order.notify_on_state, code_of(order.ledger.mark),
               order.ledger.flagged_for_review, order.event_count, parts_of(order), order.link_generation);
    values.keep(to_json(order.undoable));
    values.add(order.dunning_done, code_of(order.task), order.invoice_due_at_ms);
    add_removal(values, order.removed);
    values.add(order.people_erased_at_ms);
    values.add(code_of(projection.stage), code_of(projection.summary), code_of(projection.payment_status),
               code_of(projection.worded_status), code_of(projection.step), code_of(projection.queue),
               projection.step_amount_minor, projection.step_until_ms, projection.quantity, projection.active,
               projection.total_minor, projection.owed_minor, projection.due_minor, projection.timer_at_ms,
               projection.refunded_minor, projection.owed_back_minor, projection.hold_minor, projection.hold_until_ms);
    values.add(listed_address(order).city, listed_address(order).country, !order.note.empty());
    values.keep(number_key(order.number)).keep(sort_key(order.buyer.name)).keep(case_key(order.buyer.email));
}

void add_line(Values& values, const domain::Order& order, std::size_t position) {
    const domain::Line& line = order.lines[position];
    values.add(order.shop_id, position, order.id, line.id, line.sku, line.name, code_of(line.kind), line.quantity,
               line.unit_price_minor, line.discount_minor, line.tax_rate.percent_e4(), line.tax_minor, line.total_minor,
               line.cancelled, line.refunded, line.shipped, line.returned, line.left_minor, line.reserved,
               line.gone_shipped, line.cancelled_minor, line.exchanged, code_of(line.access), line.granted_at_ms,
               line.used_at_ms, order.placed_at_ms);
    values.keep(sort_key(line.name));
    values.add(is_first(order, position, &domain::Line::sku) && !line.sku.empty(),
               is_first(order, position, &domain::Line::name));
}

void add_unit(Values& values, const domain::Order& order, const domain::Line& line, std::size_t position) {
    const domain::TicketUnit& unit = line.units[position];
    values.add(order.shop_id, position, order.id, unit.id, line.id, unit.attendee.name, unit.attendee.email,
               code_of(unit.status), code_of(unit.access), unit.code, unit.value_minor, unit.tax_minor,
               unit.admitted_at_ms, unit.admitted_gate);
}

void add_request(Values& values, const domain::Order& order, std::size_t position) {
    const domain::BuyerRequest& request = order.requests[position];
    values.add(order.shop_id, position, order.id, request.id, code_of(request.kind), code_of(request.status),
               request.asked_at_ms, request.answered_at_ms, request.received_at_ms, request.slip);
    values.keep(to_json(request.parts));
}

void add_payment(Values& values, const domain::Order& order, std::size_t position) {
    const domain::Payment& payment = order.ledger.payments[position];
    values.add(order.shop_id, position, order.id, payment.id, payment.method, payment.provider, payment.account,
               payment.reference, payment.amount_minor, code_of(payment.status), code_of(payment.source),
               payment.guarantee, payment.expires_at_ms, payment.created_at_ms, payment.link_token, payment.page_url);
}

void add_entry(Values& values, const domain::Order& order, std::size_t position) {
    const domain::LedgerEntry& entry = order.ledger.entries[position];
    values.add(order.shop_id, position, order.id, entry.id, entry.payment_id, code_of(entry.kind), entry.amount_minor,
               code_of(entry.source), entry.reference, entry.received_at_ms, entry.recorded_at_ms, entry.undecided,
               entry.fee_minor, entry.answer_by_ms, entry.reason, entry.won);
}

void add_refund(Values& values, const domain::Order& order, std::size_t position) {
    const domain::Refund& refund = order.ledger.refunds[position];
    values.add(order.shop_id, position, order.id, refund.id, refund.payment_id, refund.amount_minor,
               code_of(refund.execution), code_of(refund.status), refund.takes_units, refund.reopens_due,
               refund.created_at_ms, refund.settles, refund.reference);
}

void add_call(Values& values, const domain::Order& order, std::size_t position) {
    const domain::GatewayCall& call = order.ledger.calls[position];
    values.add(order.shop_id, position, order.id, call.id, call.payment_id, code_of(call.kind), call.amount_minor,
               call.refund_id, code_of(call.status), call.reference, call.reason, code_of(call.telling),
               call.event_sequence, call.created_at_ms, call.settled_at_ms, call.not_before_ms, call.is_open(),
               std::max(call.created_at_ms, call.not_before_ms));
}

void add_shipment(Values& values, const domain::Order& order, std::size_t position) {
    const domain::Shipment& shipment = order.shipments[position];
    values.add(order.shop_id, position, order.id, shipment.id, shipment.created_at_ms, shipment.tracking.carrier,
               shipment.tracking.number, shipment.tracking.url, shipment.label_printed_at_ms,
               shipment.label_bought_at_ms, shipment.handed_over_at_ms, shipment.delivered_at_ms);
    values.keep(to_json(shipment.parts));
}

void add_document(Values& values, const domain::Order& order, std::size_t position) {
    const domain::Document& document = order.documents[position];
    values.add(order.shop_id, position, order.id, document.id, code_of(document.kind), document.number,
               document.issued_at_ms, document.draft, document.amount_minor, document.tax_minor, document.refers_to);
    values.keep(to_json(document.parts)).add(document.return_slip, document.made_for);
}

void add_event(Values& values, const domain::Order& order, const domain::Event& event, std::string_view before) {
    values.add(order.shop_id, order.id, event.sequence, event.id, event.at_ms, code_of(event.type),
               code_of(event.actor.kind), event.actor.id, event.actor.name, event.note_is_internal);
    values.keep(to_json(event.data)).add(before);
}

void add_mail(Values& values, const domain::Order& order, const domain::MailIntent& mail, std::string mail_id,
              std::int64_t created_at_ms) {
    const bool waits = mail.suppressed == domain::Suppression::none;
    const auto status = waits ? ports::MailStatus::queued : ports::MailStatus::suppressed;
    values.add(order.shop_id);
    values.keep(std::move(mail_id));
    values.add(order.id, order.number, mail.event_sequence, code_of(mail.kind), mail.recipient, order.language, "",
               code_of(status), code_of(mail.suppressed), mail.due_at_ms, 0, "", created_at_ms, nullptr, waits,
               mail.due_at_ms, mail.is_copy, mail.repeats);
}

}  // namespace commis::sql
