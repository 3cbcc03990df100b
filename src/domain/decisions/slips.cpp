// What a slip is about, and whether there is one like it.
#include "domain/decisions/slips.hpp"

#include <algorithm>
#include <array>

#include "domain/decisions/documents.hpp"
#include "domain/document_parts.hpp"

namespace commis::domain {
namespace {

// FNV-1a: tells one address from another, and is no proof of anything.
std::string digest_of(const Address& address) {
    std::uint64_t hash = 14'695'981'039'346'656'037U;
    const auto add = [&hash](const std::string& text) {
        for (const char sign : text) hash = (hash ^ static_cast<unsigned char>(sign)) * 1'099'511'628'211U;
        hash = (hash ^ 0xFFU) * 1'099'511'628'211U;
    };
    for (const std::string* text : {&address.name, &address.company, &address.line1, &address.line2,
                                    &address.postal_code, &address.city, &address.region, &address.country}) {
        add(*text);
    }
    std::string digits;
    for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[(hash >> shift) & 0xFU];
    return digits;
}

std::vector<DocumentPart> goods_in(const Order& order, const Shipment* parcel) {
    std::vector<DocumentPart> parts;
    for (const Line& line : order.lines) {
        std::int32_t quantity = line.to_ship();
        if (parcel != nullptr) {
            const auto packed = std::ranges::find(parcel->parts, line.id, &LinePart::line_id);
            quantity = packed == parcel->parts.end() ? 0 : packed->quantity;
        }
        if (quantity > 0) parts.push_back({.line_id = line.id, .quantity = quantity, .tax_rate = line.tax_rate});
    }
    return parts;
}

bool says_the_same(const Document& made, const Document& wanted) {
    return made.parts == wanted.parts && made.amount_minor == wanted.amount_minor &&
           made.return_slip == wanted.return_slip && made.made_for == wanted.made_for;
}

// The latest of its parcel answers if it says the same; then the order stays as it is, and nothing is saved.
Decision issue_once(const Order& order, const Context& context, Document wanted) {
    const auto is_of_it = [&](const Document& made) {
        return made.kind == wanted.kind && made.refers_to == wanted.refers_to;
    };
    const auto latest = std::ranges::find_if(order.documents.rbegin(), order.documents.rend(), is_of_it);
    if (latest != order.documents.rend() && says_the_same(*latest, wanted)) {
        return Decision{.order = order, .document_id = latest->id};
    }
    Decision decision = begin(order, context);
    issue(decision, context, std::move(wanted));
    decision.document_id = decision.order.documents.back().id;
    return decision;
}

}  // namespace

Result<Decision> delivery_note(const Order& order, const DeliveryNote& command, const Context& context) {
    if (const auto error = refused(Action::delivery_note, order, context)) return std::unexpected(*error);
    const Shipment* parcel = nullptr;
    if (!command.shipment_id.empty()) {
        const auto at = std::ranges::find(order.shipments, command.shipment_id, &Shipment::id);
        if (at == order.shipments.end()) {
            return refuse_fields({{"/shipment", "unknown_shipment", "the order has no such parcel"}});
        }
        parcel = &*at;
    } else if (unit_counts(order).to_ship == 0 && !order.shipments.empty()) {
        parcel = &order.shipments.back();
    }
    Document note{.kind = DocumentKind::delivery_note};
    note.refers_to = parcel != nullptr ? parcel->id : "";
    note.parts = goods_in(order, parcel);
    if (note.parts.empty()) return refuse(Refusal::nothing_to_ship);
    note.return_slip = command.return_slip.value_or(context.return_slips);
    note.made_for = digest_of(order.shipping_address.value_or(order.billing_address));
    return issue_once(order, context, std::move(note));
}

Result<Decision> receipt(const Order& order, const Context& context) {
    if (const auto error = refused(Action::view_receipt, order, context)) return std::unexpected(*error);
    const Figures figures = standing_of(order, context.profile).figures();
    Document paper{.kind = DocumentKind::receipt};
    paper.parts = parts_to_invoice(order);
    paper.amount_minor = figures.held();
    paper.tax_minor = tax_of(paper.parts);
    paper.made_for = std::to_string(figures.captured_minor);
    return issue_once(order, context, std::move(paper));
}

}  // namespace commis::domain
