// Parties, positions, sums, money: one after the other.
#include "features/documents/make_paper.hpp"

#include <algorithm>

#include "domain/bank_days.hpp"
#include "domain/document_parts.hpp"
#include "domain/first_told.hpp"
#include "domain/language.hpp"
#include "domain/standing.hpp"

namespace commis::documents {
namespace {

using domain::Document;
using domain::DocumentKind;
using domain::DocumentPart;
using domain::LineKind;
using domain::Order;
using domain::Paper;
using domain::PaperLine;
using domain::PaperParty;

PaperParty seller_of(const domain::Shop& shop) {
    PaperParty seller;
    seller.name = domain::first_told({shop.legal_name, shop.name});
    seller.address = shop.legal_address;
    seller.vat_id = shop.vat_id;
    seller.registration = shop.registration;
    seller.email = shop.mail_sender_address;
    seller.phone = shop.mail_look.phone;
    seller.website = shop.mail_look.website;
    return seller;
}

// A company is addressed, and the person is whom to ask for there.
PaperParty party_at(const domain::Address& address, const domain::Buyer& buyer, bool is_buyer) {
    PaperParty party;
    const std::string person = domain::first_told({address.name, buyer.name});
    const std::string company = domain::first_told({address.company, is_buyer ? buyer.company : ""});
    party.name = domain::first_told({company, person, buyer.email});
    if (!company.empty()) party.contact = person;
    party.address = address;
    party.address.name.clear();
    party.address.company.clear();
    return party;
}

void add_parties(Paper& paper, const PaperFacts& facts) {
    const Order& order = facts.order;
    paper.seller = seller_of(facts.shop);
    paper.buyer = party_at(order.billing_address, order.buyer, true);
    paper.buyer.vat_id = order.buyer.vat_id;
    paper.buyer.email = order.buyer.email;
    paper.buyer.phone = order.buyer.phone;
    if (order.shipping_address) paper.ship_to = party_at(*order.shipping_address, order.buyer, false);
}

domain::TaxPlace place_of(const PaperFacts& facts) {
    const Order& order = facts.order;
    domain::TaxPlace place;
    place.seller_country = facts.shop.legal_address.country;
    place.buyer_country = order.billing_address.country;
    place.delivery_country = order.shipping_address ? order.shipping_address->country : place.buyer_country;
    // What is fetched at the counter never leaves the country.
    if (order.shipping.pickup) place.delivery_country = place.seller_country;
    place.buyer_is_business = !order.buyer.vat_id.empty();
    place.has_exemption_reason = !facts.shop.papers.exemption_reason.empty();
    return place;
}

// What a position is worth in the words of the order's prices, and without tax.
void price(PaperLine& line, const DocumentPart& part, bool prices_include_tax) {
    line.tax_rate = part.tax_rate;
    line.net_minor = part.amount_minor - part.tax_minor;
    line.tax_minor = part.tax_minor;
    const std::int64_t worth_minor = prices_include_tax ? part.amount_minor : line.net_minor;
    const std::int64_t list_minor = domain::multiply_checked(line.unit_price_minor, line.quantity).value();
    line.discount_minor = std::max<std::int64_t>(0, list_minor - worth_minor);
    line.discount_net_minor = line.discount_minor;
    if (!prices_include_tax) return;
    line.discount_net_minor -= domain::tax_of(line.discount_minor, part.tax_rate, true);
}

std::vector<std::string> attendees_of(const domain::Line& line) {
    std::vector<std::string> names;
    for (const domain::TicketUnit& unit : line.units) {
        if (unit.status == domain::UnitStatus::active && !unit.attendee.name.empty()) {
            names.push_back(unit.attendee.name);
        }
    }
    return names;
}

PaperLine line_of(const PaperFacts& facts, const Document& document, const DocumentPart& part) {
    PaperLine line;
    const domain::Line* ordered = facts.order.find_line(part.line_id);
    line.quantity = std::max(1, part.quantity);
    if (ordered != nullptr) {
        line.sku = ordered->sku;
        line.name = ordered->name;
        line.kind = ordered->kind;
        line.unit_price_minor = ordered->unit_price_minor;
        if (document.kind != DocumentKind::credit_note) line.details = attendees_of(*ordered);
    } else {
        // An amount by itself: its kind only tells which tax it falls under.
        line.name = facts.services.words.text(domain::nearest_language(facts.order.language), "paper.price_reduction");
        const auto is_like = [&](const domain::Line& each) { return each.tax_rate == part.tax_rate; };
        const auto at = std::ranges::find_if(facts.order.lines, is_like);
        line.kind = at == facts.order.lines.end() ? LineKind::service : at->kind;
        line.unit_price_minor = part.amount_minor - (facts.order.prices_include_tax ? 0 : part.tax_minor);
    }
    if (document.kind == DocumentKind::delivery_note) {
        line.unit_price_minor = 0;
        line.tax_rate = part.tax_rate;
        return line;
    }
    price(line, part, facts.order.prices_include_tax);
    return line;
}

// What travels with goods is taxed as they are: shipping, and fees such as that for gift wrapping.
LineKind taxed_as(const Order& order, LineKind kind) {
    if (kind != LineKind::fee) return kind;
    const bool has_goods = std::ranges::find(order.lines, LineKind::goods, &domain::Line::kind) != order.lines.end();
    return has_goods ? LineKind::goods : LineKind::service;
}

PaperLine shipping_of(const PaperFacts& facts, const DocumentPart& part) {
    const Order& order = facts.order;
    PaperLine line;
    line.kind = taxed_as(order, LineKind::fee);
    line.name = domain::first_told(
        {order.shipping.name, facts.services.words.text(domain::nearest_language(order.language), "paper.shipping")});
    line.unit_price_minor = part.amount_minor - (order.prices_include_tax ? 0 : part.tax_minor);
    price(line, part, order.prices_include_tax);
    return line;
}

void add_positions(Paper& paper, const PaperFacts& facts, const Document& document) {
    const domain::TaxPlace place = place_of(facts);
    for (const DocumentPart& part : document.parts) {
        PaperLine line = part.shipping ? shipping_of(facts, part) : line_of(facts, document, part);
        line.category = domain::tax_category(taxed_as(facts.order, line.kind), line.tax_rate, place);
        if (part.shipping) {
            paper.shipping = std::move(line);
        } else {
            paper.lines.push_back(std::move(line));
        }
    }
    domain::add_up(paper);
    const auto is_exempt = [](const domain::PaperTax& tax) { return tax.category == domain::TaxCategory::exempt; };
    if (std::ranges::any_of(paper.taxes, is_exempt)) paper.exemption_reason = facts.shop.papers.exemption_reason;
}

std::string method_label(const PaperFacts& facts, const std::string& method_id) {
    const domain::PaymentMethod* method = facts.profile.find_method(method_id);
    return method == nullptr ? method_id : method->label.in(facts.order.language);
}

void add_payments(Paper& paper, const PaperFacts& facts) {
    const auto method_of = [&](const std::string& payment_id) {
        const auto& payments = facts.order.ledger.payments;
        const auto at = std::ranges::find(payments, payment_id, &domain::Payment::id);
        return at == payments.end() ? std::string() : method_label(facts, at->method);
    };
    for (const domain::LedgerEntry& entry : facts.order.ledger.entries) {
        if (entry.won) continue;
        const bool came = entry.kind == domain::EntryKind::capture;
        paper.payments.push_back({method_of(entry.payment_id),
                                  day_text(facts.services, facts.shop, entry.received_at_ms),
                                  came ? entry.amount_minor : -entry.amount_minor});
    }
    for (const domain::Refund& refund : facts.order.ledger.refunds) {
        const bool moved =
            refund.status == domain::RefundStatus::succeeded && refund.execution != domain::RefundExecution::initiated;
        if (!moved) continue;
        paper.payments.push_back({method_of(refund.payment_id),
                                  day_text(facts.services, facts.shop, refund.created_at_ms), -refund.amount_minor});
    }
}

void add_transfer(Paper& paper, const PaperFacts& facts) {
    const auto details = domain::payment_details(facts.shop, facts.order, paper.due_minor);
    if (!details) return;
    domain::PaperTransfer& transfer = paper.transfer.emplace();
    transfer.holder = details->holder;
    transfer.address = details->address;
    transfer.iban = details->iban;
    transfer.bic = details->bic;
    transfer.reference = details->reference;
    if (details->structured) transfer.reference_kind = domain::id_of(details->structured->kind);
    transfer.amount_minor = details->amount_minor;
    transfer.standard = details->standard;
    transfer.payload = details->payload;
}

void add_money(Paper& paper, const PaperFacts& facts) {
    const domain::Figures figures = domain::standing_of(facts.order, facts.profile).figures();
    paper.payment_method = facts.order.payment_method;
    paper.payment_method_label = method_label(facts, facts.order.payment_method);
    if (paper.kind == DocumentKind::delivery_note) return;
    const bool is_credit = paper.kind == DocumentKind::credit_note;
    // What is owed still, so that nobody is asked for what the shop gave up before it invoiced.
    paper.due_minor = is_credit ? paper.total_minor : std::clamp<std::int64_t>(figures.due(), 0, paper.total_minor);
    paper.paid_minor = paper.total_minor - paper.due_minor;
    if (paper.kind == DocumentKind::receipt) {
        paper.paid_minor = std::clamp<std::int64_t>(figures.held(), 0, paper.total_minor);
        return add_payments(paper, facts);
    }
    if (is_credit || paper.due_minor == 0) return;
    if (paper.kind == DocumentKind::invoice) {
        paper.due_on = day_text(facts.services, facts.shop, paper.issued_at_ms, facts.shop.papers.payment_days);
    }
    add_transfer(paper, facts);
}

// The day of the latest parcel, or of the paper where nothing is left to send; a supply within the EU names one always
// (EN 16931 BR-IC-11).
void add_delivery(Paper& paper, const PaperFacts& facts) {
    if (paper.kind != DocumentKind::invoice && paper.kind != DocumentKind::credit_note) return;
    std::int64_t delivered_at_ms = 0;
    for (const domain::Shipment& parcel : facts.order.shipments) {
        delivered_at_ms = std::max(delivered_at_ms, parcel.handed_over_at_ms.value_or(0));
    }
    const bool is_within_eu = std::ranges::any_of(
        paper.taxes, [](const domain::PaperTax& tax) { return tax.category == domain::TaxCategory::intra_community; });
    const bool is_done = domain::unit_counts(facts.order).to_ship == 0;
    if (delivered_at_ms == 0 && (is_within_eu || is_done)) delivered_at_ms = paper.issued_at_ms;
    if (delivered_at_ms > 0) paper.delivered_on = day_text(facts.services, facts.shop, delivered_at_ms);
}

// A credit note's own; of a delivery note the one that stands, when it is issued already (C-23).
const Document* invoice_behind(const Order& order, const Document& document) {
    const Document* found = nullptr;
    for (const Document& each : order.documents) {
        const bool is_issued = each.kind == DocumentKind::invoice && !each.draft;
        if (document.kind == DocumentKind::credit_note && each.id == document.refers_to) return &each;
        if (document.kind == DocumentKind::delivery_note && is_issued) found = &each;
    }
    return found;
}

void add_references(Paper& paper, const PaperFacts& facts, const Document& document) {
    const Order& order = facts.order;
    paper.order_number = order.number;
    paper.order_placed_on = day_text(facts.services, facts.shop, order.placed_at_ms);
    paper.external_id = order.external_id;
    paper.buyer_reference = order.buyer.reference;
    if (const Document* invoice = invoice_behind(order, document)) {
        paper.refers_to_number = invoice->number;
        paper.refers_to_on = day_text(facts.services, facts.shop, invoice->issued_at_ms);
    }
    if (document.kind == DocumentKind::delivery_note) {
        const auto parcel = std::ranges::find(order.shipments, document.refers_to, &domain::Shipment::id);
        if (parcel != order.shipments.end()) paper.tracking = parcel->tracking.number;
    }
    const bool shows_note = document.kind == DocumentKind::delivery_note || document.kind == DocumentKind::order_form;
    if (shows_note && !order.note.empty()) paper.notes.push_back(order.note);
}

}  // namespace

domain::PaperLook look_of(const domain::Shop& shop) {
    const domain::PaperSettings& papers = shop.papers;
    const std::string& country = shop.legal_address.country;
    domain::PaperLook look;
    look.color = domain::first_told({papers.color, shop.mail_look.color});
    look.logo = papers.logo;
    look.window_right = papers.window == domain::EnvelopeWindow::right ||
                        (papers.window == domain::EnvelopeWindow::by_country && (country == "CH" || country == "LI"));
    look.footer = papers.footer;
    return look;
}

std::string day_text(const Services& services, const domain::Shop& shop, std::int64_t at_ms, std::int32_t days) {
    return domain::day_text(services.clock.day_of(at_ms, shop.timezone) + days);
}

std::int64_t year_of(const Services& services, const domain::Shop& shop, std::int64_t at_ms) {
    return year_of_day(services.clock.day_of(at_ms, shop.timezone));
}

std::int64_t year_of_day(std::int32_t day) { return std::stoll(domain::day_text(day).substr(0, 4)); }

Paper make_paper(const PaperFacts& facts, const Document& document) {
    Paper paper;
    paper.kind = document.kind;
    paper.draft = document.draft;
    paper.number = document.number;
    paper.language = domain::nearest_language(facts.order.language);
    paper.currency = facts.order.currency;
    paper.prices_include_tax = facts.order.prices_include_tax;
    paper.issued_at_ms = document.issued_at_ms;
    paper.issued_on = day_text(facts.services, facts.shop, document.issued_at_ms);
    paper.return_slip = document.return_slip;
    paper.look = look_of(facts.shop);
    add_references(paper, facts, document);
    add_parties(paper, facts);
    add_positions(paper, facts, document);
    add_money(paper, facts);
    add_delivery(paper, facts);
    return paper;
}

Paper order_form(const PaperFacts& facts, std::int64_t now_ms) {
    Document form{.kind = DocumentKind::order_form, .issued_at_ms = now_ms};
    form.parts = domain::parts_to_invoice(facts.order);
    return make_paper(facts, form);
}

}  // namespace commis::documents
