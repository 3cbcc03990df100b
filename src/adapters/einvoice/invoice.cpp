// From a paper to the terms of EN 16931. Every amount is one of the paper's; only the price of one is reckoned, and
// only where it divides exactly.
#include "adapters/einvoice/invoice.hpp"

#include <algorithm>

#include "adapters/einvoice/identifiers.hpp"
#include "adapters/einvoice/means.hpp"
#include "adapters/einvoice/xml.hpp"
#include "domain/rounding.hpp"

namespace commis::einvoice {
namespace {

using domain::Paper;
using domain::PaperLine;
using domain::PaperParty;
using domain::TaxCategory;
using ports::EInvoiceForm;

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) {
        const std::string cleaned = clean(part);
        if (cleaned.empty()) continue;
        if (!text.empty()) text += between;
        text += cleaned;
    }
    return text;
}

Place place_of(const domain::Address& address) {
    return {.line1 = clean(address.line1),
            .line2 = clean(address.line2),
            .city = clean(address.city),
            .postal_code = clean(address.postal_code),
            .region = clean(address.region),
            .country = address.country};
}

Tax tax_of(TaxCategory category, domain::TaxRate rate) {
    Tax tax{.category = std::string{untdid_5305(category)}};
    if (category != TaxCategory::outside) tax.rate = rate.to_string();
    return tax;
}

// The buyer and what both parties have.
Party party_of(const PaperParty& party, EInvoiceForm form, bool outside) {
    Party made{.name = clean(party.name),
               .contact = clean(party.contact),
               .phone = clean(party.phone),
               .email = clean(party.email),
               .place = place_of(party.address)};
    const std::string vat_id = compact(party.vat_id);
    if (is_vat_id(vat_id) && !outside) made.vat_id = vat_id;
    if (form == EInvoiceForm::peppol) {
        made.endpoint = peppol_endpoint(vat_id);
    } else if (!made.email.empty()) {
        made.endpoint = {made.email, "EM"};
    }
    return made;
}

// Outside the tax no VAT number may stand (BR-O-02); it then still says who the seller is.
Party seller_of(const Paper& paper, EInvoiceForm form) {
    Party seller = party_of(paper.seller, form, has_category(paper, TaxCategory::outside));
    seller.registration = registration_of(paper.seller, form);
    seller.registration.value = clean(seller.registration.value);
    const std::string number = compact(paper.seller.vat_id);
    if (!is_vat_id(number)) seller.tax_number = clean(paper.seller.vat_id);
    if (seller.vat_id.empty() && seller.registration.value.empty()) seller.identifier = number;
    if (seller.contact.empty()) seller.contact = seller.name;
    if (form == EInvoiceForm::peppol && paper.seller.address.country == "IS") {
        seller.endpoint = seller.registration;
    }
    return seller;
}

Line line_of(const Paper& paper, const PaperLine& line, std::size_t at) {
    const auto decimal = [&](std::int64_t minor) { return domain::to_decimal({minor, paper.currency}); };
    Line made{.id = std::to_string(at + 1),
              .sku = clean(line.sku),
              .name = clean(line.name),
              .description = joined(line.details, "\n"),
              .net = decimal(line.net_minor),
              .tax = tax_of(line.category, line.tax_rate)};
    if (made.name.empty()) made.name = made.sku;
    // What would raise the price is part of it.
    const std::int64_t allowance = std::max<std::int64_t>(line.discount_net_minor, 0);
    const std::int64_t before = line.net_minor + allowance;
    const std::int64_t count = std::max(line.quantity, 1);
    // A price is never below nothing (BR-27): what is taken back counts below nothing instead.
    const std::int64_t whole = before < 0 ? -before : before;
    const std::int64_t one = domain::scale_half_away(whole, 1, count);
    made.quantity = std::to_string(before < 0 ? -count : count);
    made.price = decimal(one * count == whole ? one : whole);
    if (one * count != whole) made.base_quantity = std::to_string(count);
    if (allowance > 0) made.allowance = decimal(allowance);
    return made;
}

std::string_view reason_code(TaxCategory category) {
    if (category == TaxCategory::reverse_charge) return "VATEX-EU-AE";
    if (category == TaxCategory::intra_community) return "VATEX-EU-IC";
    if (category == TaxCategory::exported) return "VATEX-EU-G";
    if (category == TaxCategory::outside) return "VATEX-EU-O";
    return {};
}

TaxSum tax_sum_of(const Paper& paper, const domain::PaperTax& sum, EInvoiceForm form, const ports::Words& words) {
    TaxSum made{.tax = tax_of(sum.category, sum.rate),
                .net = domain::to_decimal({sum.net_minor, paper.currency}),
                .amount = domain::to_decimal({sum.tax_minor, paper.currency}),
                .reason_code = std::string{reason_code(sum.category)}};
    // XRechnung wants a rate in every sum (BR-DE-14), also where the lines may have none.
    if (made.tax.rate.empty() && keeps_german_rules(paper, form)) made.tax.rate = "0";
    if (sum.category == TaxCategory::exempt) made.reason = clean(paper.exemption_reason);
    if (!made.reason_code.empty()) {
        made.reason = words.text(paper.language, "einvoice." + std::string{id_of(sum.category)});
    }
    return made;
}

// What is due is what the total leaves after what was paid, to a coin. Where it is more than a coin, a payment stands
// against it that the paper counts elsewhere (too much was paid, a credit was set off), and the paid amount says so.
Totals totals_of(const Paper& paper, const Charge* charge, std::int64_t charge_minor) {
    const auto decimal = [&](std::int64_t minor) { return domain::to_decimal({minor, paper.currency}); };
    std::int64_t coin = 5;
    for (int i = 0; i < paper.currency.exponent(); ++i) coin *= 10;
    std::int64_t paid = paper.paid_minor;
    std::int64_t rounding = paper.due_minor - (paper.total_minor - paid);
    if (rounding > coin || rounding < -coin) {
        paid = paper.total_minor - paper.due_minor;
        rounding = 0;
    }
    Totals totals{.lines = decimal(paper.net_minor - charge_minor),
                  .net = decimal(paper.net_minor),
                  .tax = decimal(paper.tax_minor),
                  .total = decimal(paper.total_minor),
                  .due = decimal(paper.due_minor)};
    if (charge != nullptr) totals.charges = charge->amount;
    if (paid != 0) totals.paid = decimal(paid);
    if (rounding != 0) totals.rounding = decimal(rounding);
    return totals;
}

Delivery delivery_of(const Paper& paper) {
    Delivery delivery{.on = paper.delivered_on};
    if (paper.ship_to) {
        delivery.name = clean(paper.ship_to->name);
        delivery.place = place_of(paper.ship_to->address);
    } else if (has_category(paper, TaxCategory::intra_community)) {
        delivery.place = place_of(paper.buyer.address);
    }
    // A place without its country is none (BR-57).
    if (delivery.place && delivery.place->country.empty()) delivery.place.reset();
    return delivery;
}

// Three signs between two # are read as a code (BR-CL-08): a blank more keeps them words.
void keep_words(std::string& note) {
    const auto first = note.find('#');
    const auto second = first == std::string::npos ? first : note.find('#', first + 1);
    if (second == std::string::npos) return;
    const auto is_first_byte = [](char sign) { return (static_cast<unsigned char>(sign) & 0xC0) != 0x80; };
    const std::string between = note.substr(first + 1, second - first - 1);
    if (std::ranges::count_if(between, is_first_byte) == 3) note.insert(second, " ");
}

// One note in the forms that allow no more (PEPPOL-EN16931-R002).
std::vector<std::string> notes_of(const Paper& paper, EInvoiceForm form) {
    std::vector<std::string> notes;
    for (const std::string& note : paper.notes) {
        if (std::string cleaned = clean(note); !cleaned.empty()) notes.push_back(std::move(cleaned));
    }
    if (form == EInvoiceForm::cii || notes.empty()) return notes;
    std::string note = joined(notes, "\n");
    keep_words(note);
    return {note};
}

// The seller's number of the order is its sales order (BT-14). What the buyer knows the order by stands in for a
// purchase order (BT-13), which UBL wants beside it: the number that the shop front showed, else the same number.
void name_orders(Invoice& invoice, const Paper& paper, EInvoiceForm form) {
    invoice.sales_order = clean(paper.order_number);
    invoice.purchase_order = clean(paper.external_id);
    if (form != EInvoiceForm::cii && invoice.purchase_order.empty()) invoice.purchase_order = invoice.sales_order;
}

void take_positions(Invoice& invoice, const Paper& paper) {
    std::vector<PaperLine> lines = paper.lines;
    std::int64_t charge_minor = 0;
    if (paper.shipping && lines.empty()) {
        lines.push_back(*paper.shipping);  // An invoice has a line (BR-16).
    } else if (paper.shipping) {
        charge_minor = paper.shipping->net_minor;
        invoice.charge = Charge{.amount = domain::to_decimal({charge_minor, paper.currency}),
                                .reason = clean(paper.shipping->name),
                                .tax = tax_of(paper.shipping->category, paper.shipping->tax_rate)};
    }
    for (const PaperLine& line : lines) invoice.lines.push_back(line_of(paper, line, invoice.lines.size()));
    invoice.totals = totals_of(paper, invoice.charge ? &*invoice.charge : nullptr, charge_minor);
}

}  // namespace

bool has_category(const Paper& paper, TaxCategory category) {
    return std::ranges::find(paper.taxes, category, &domain::PaperTax::category) != paper.taxes.end();
}

bool keeps_german_rules(const Paper& paper, EInvoiceForm form) {
    if (form == EInvoiceForm::xrechnung) return true;
    return form == EInvoiceForm::peppol && paper.seller.address.country == "DE" && paper.buyer.address.country == "DE";
}

Invoice make_invoice(const Paper& paper, EInvoiceForm form, const ports::Words& words) {
    Invoice invoice{.is_credit = paper.kind == domain::DocumentKind::credit_note,
                    .number = clean(paper.number),
                    .issued_on = paper.issued_on,
                    .due_on = paper.due_on,
                    .currency = std::string{paper.currency.code()},
                    .buyer_reference = clean(paper.buyer_reference),
                    .refers_to_number = clean(paper.refers_to_number),
                    .refers_to_on = paper.refers_to_on,
                    .notes = notes_of(paper, form),
                    .seller = seller_of(paper, form),
                    .buyer = party_of(paper.buyer, form, has_category(paper, TaxCategory::outside)),
                    .delivery = delivery_of(paper),
                    .means = means_of(paper, form),
                    .allowance_reason = words.text(paper.language, "paper.discount")};
    name_orders(invoice, paper, form);
    take_positions(invoice, paper);
    for (const domain::PaperTax& sum : paper.taxes) {
        invoice.taxes.push_back(tax_sum_of(paper, sum, form, words));
    }
    // What is due needs its day or terms in words (BR-CO-25).
    if (paper.due_minor > 0 && paper.due_on.empty()) {
        invoice.terms = words.text(paper.language, invoice.is_credit ? "einvoice.credit_due" : "einvoice.due_now");
    }
    return invoice;
}

}  // namespace commis::einvoice
