// The rules in the order of their names: what every form asks for, then XRechnung's and Germany's (BR-DE), then
// Peppol's with those of single countries.
#include "adapters/einvoice/missing.hpp"

#include <algorithm>
#include <array>

#include "adapters/einvoice/identifiers.hpp"

namespace commis::einvoice {
namespace {

using domain::Paper;
using domain::TaxCategory;
using ports::EInvoiceForm;

struct Asked {
    const Paper& paper;
    const Invoice& invoice;
    ports::EInvoiceMissing& missing;

    void want(bool is_there, std::string_view code) const {
        if (!is_there && std::ranges::find(missing, code) == missing.end()) missing.emplace_back(code);
    }
    bool has(TaxCategory category) const { return has_category(paper, category); }
};

bool is_tax_document(const Paper& paper) {
    const bool is_kind = paper.kind == domain::DocumentKind::invoice || paper.kind == domain::DocumentKind::credit_note;
    return is_kind && !paper.draft && !paper.issued_on.empty();
}

// Two decimals (BR-DEC), and a code that their list knows (BR-CL-04): these are of yesterday, or came too late for it.
bool is_known_currency(const domain::Currency& currency) {
    constexpr std::array<std::string_view, 3> unknown{"ANG", "BGN", "STN"};
    return std::ranges::find(unknown, currency.code()) == unknown.end();
}

void ask_document(const Asked& asked) {
    const Paper& paper = asked.paper;
    const Invoice& invoice = asked.invoice;
    asked.want(is_tax_document(paper) && !invoice.number.empty(), "not_a_tax_document");
    asked.want(paper.currency.exponent() <= 2, "currency_decimals");
    asked.want(is_known_currency(paper.currency), "currency_unknown");
    asked.want(!invoice.lines.empty(), "no_lines");
    asked.want(std::ranges::none_of(invoice.lines, [](const Line& line) { return line.name.empty(); }), "line_name");
    asked.want(sums_agree(paper), "sums");
    asked.want(taxes_agree(paper), "tax_rounding");
    asked.want(!asked.has(TaxCategory::outside) || paper.taxes.size() == 1, "outside_mixed");
    const auto lacks_reason = [](const TaxSum& sum) { return sum.tax.category == "E" && sum.reason.empty(); };
    asked.want(std::ranges::none_of(invoice.taxes, lacks_reason), "exemption_reason");
}

void ask_parties(const Asked& asked) {
    const Party& seller = asked.invoice.seller;
    const Party& buyer = asked.invoice.buyer;
    asked.want(!seller.name.empty(), "seller_name");
    asked.want(is_country(seller.place.country), "seller_country");
    asked.want(!buyer.name.empty(), "buyer_name");
    asked.want(is_country(buyer.place.country), "buyer_country");
    const bool is_identified =
        !seller.vat_id.empty() || !seller.registration.value.empty() || !seller.identifier.empty();
    const bool is_taxed = !asked.has(TaxCategory::outside);
    const bool needs_vat_id = asked.has(TaxCategory::intra_community) || asked.has(TaxCategory::exported);
    asked.want(is_identified, "seller_vat_id");
    asked.want(!is_taxed || !seller.vat_id.empty() || !seller.tax_number.empty(), "seller_vat_id");
    asked.want(!needs_vat_id || !seller.vat_id.empty(), "seller_vat_id");
    const bool buyer_owes = asked.has(TaxCategory::reverse_charge) || asked.has(TaxCategory::intra_community);
    asked.want(!buyer_owes || !buyer.vat_id.empty(), "buyer_vat_id");
}

void ask_delivery(const Asked& asked) {
    const Delivery& delivery = asked.invoice.delivery;
    asked.want(!delivery.place || is_country(delivery.place->country), "delivery_country");
    if (!asked.has(TaxCategory::intra_community)) return;
    asked.want(delivery.place.has_value(), "delivery_country");
    asked.want(!delivery.on.empty(), "delivery_day");
}

bool has_town(const Place& place) { return !place.city.empty() && !place.postal_code.empty(); }
bool has_street(const Place& place) { return has_town(place) && !place.line1.empty(); }

// BR-DE-1 to BR-DE-28 as far as they want data.
void ask_germany(const Asked& asked) {
    const Invoice& invoice = asked.invoice;
    constexpr std::size_t fewest_digits = 3;
    asked.want(!invoice.buyer_reference.empty(), "buyer_reference");
    asked.want(has_town(invoice.seller.place), "seller_address");
    asked.want(digits_of(invoice.seller.phone).size() >= fewest_digits, "seller_phone");
    asked.want(!invoice.seller.email.empty(), "seller_email");
    asked.want(has_town(invoice.buyer.place), "buyer_address");
    asked.want(!invoice.delivery.place || has_town(*invoice.delivery.place), "delivery_address");
}

void ask_denmark(const Asked& asked) {
    asked.want(!asked.invoice.seller.registration.value.empty(), "seller_registration");
}

void ask_netherlands(const Asked& asked) {
    const Invoice& invoice = asked.invoice;
    const bool both = invoice.buyer.place.country == "NL";
    asked.want(!invoice.is_credit || !invoice.refers_to_number.empty(), "refers_to");
    asked.want(has_street(invoice.seller.place), "seller_address");
    asked.want(!both || has_street(invoice.buyer.place), "buyer_address");
    const bool buyer_pays = !invoice.is_credit && asked.paper.due_minor > 0;
    asked.want(!buyer_pays || !invoice.means.code.empty(), "payment_account");
}

void ask_sweden(const Asked& asked) {
    const std::string& vat_id = asked.invoice.seller.vat_id;
    if (!vat_id.starts_with("SE")) return;
    asked.want(vat_id.size() == 14 && digits_of(vat_id).size() == 12, "seller_vat_id");
    const auto is_swedish = [](const domain::PaperTax& sum) {
        constexpr std::array<std::int64_t, 3> rates{60'000, 120'000, 250'000};
        return sum.category != TaxCategory::standard || std::ranges::find(rates, sum.rate.percent_e4()) != rates.end();
    };
    asked.want(std::ranges::all_of(asked.paper.taxes, is_swedish), "country_rules");
}

// Rules that Peppol keeps for shops of single countries. Of Greece it wants numbers of a register of invoices, and of
// Iceland's buyers a number that no order holds.
void ask_countries(const Asked& asked) {
    const Party& seller = asked.invoice.seller;
    const std::string& country = seller.place.country;
    const std::string letters = seller.vat_id.substr(0, 2);
    if (country == "DK") ask_denmark(asked);
    if (country == "NL") ask_netherlands(asked);
    if (country == "SE") ask_sweden(asked);
    if (letters == "NO") asked.want(is_norwegian_vat_id(seller.vat_id), "seller_vat_id");
    if (letters == "IT" || country == "IT") asked.want(has_street(seller.place), "seller_address");
    if (country == "IS") {
        asked.want(!seller.registration.value.empty(), "seller_registration");
        asked.want(has_street(seller.place), "seller_address");
        asked.want(asked.invoice.buyer.place.country != "IS", "country_rules");
    }
    asked.want(country != "GR" && letters != "EL" && letters != "GR", "country_rules");
}

void ask_peppol(const Asked& asked) {
    const Invoice& invoice = asked.invoice;
    asked.want(!invoice.seller.endpoint.value.empty(), "seller_endpoint");
    asked.want(!invoice.buyer.endpoint.value.empty(), "buyer_endpoint");
    asked.want(!invoice.buyer_reference.empty() || !invoice.purchase_order.empty(), "buyer_reference");
    ask_countries(asked);
}

}  // namespace

ports::EInvoiceMissing missing_of(const Paper& paper, const Invoice& invoice, EInvoiceForm form) {
    ports::EInvoiceMissing missing;
    const Asked asked{paper, invoice, missing};
    ask_document(asked);
    ask_parties(asked);
    ask_delivery(asked);
    if (keeps_german_rules(paper, form)) ask_germany(asked);
    if (form == EInvoiceForm::xrechnung) {
        asked.want(!invoice.buyer.endpoint.value.empty(), "buyer_email");
    }
    if (form == EInvoiceForm::peppol) ask_peppol(asked);
    return missing;
}

}  // namespace commis::einvoice
