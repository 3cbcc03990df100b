// UN/CEFACT Cross Industry Invoice. Elements stand in the order of its schema.
#include <algorithm>

#include "adapters/einvoice/syntaxes.hpp"
#include "adapters/einvoice/xml.hpp"

namespace commis::einvoice {
namespace {

using Node = pugi::xml_node;

constexpr const char* unit = "C62";  // One, of whatever it is.

void add_namespaces(Node root) {
    const auto space = [&](const char* name, const char* address) { root.append_attribute(name).set_value(address); };
    space("xmlns:rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100");
    space("xmlns:ram", "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100");
    space("xmlns:qdt", "urn:un:unece:uncefact:data:standard:QualifiedDataType:100");
    space("xmlns:udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100");
}

// "2026-11-23" as "20261123", which they call format 102.
void add_day(Node parent, const char* group, const char* name, std::string day) {
    if (day.empty()) return;
    std::erase(day, '-');
    add(add(parent, group), name, day, "format", "102");
}

void add_tax(Node parent, const char* name, const Tax& tax) {
    const Node node = add(parent, name);
    add(node, "ram:TypeCode", "VAT");
    add(node, "ram:CategoryCode", tax.category);
    add(node, "ram:RateApplicablePercent", tax.rate);
}

void add_indicator(Node parent, bool is_charge) {
    add(add(parent, "ram:ChargeIndicator"), "udt:Indicator", is_charge ? "true" : "false");
}

void add_place(Node parent, const Place& place) {
    const Node node = add(parent, "ram:PostalTradeAddress");
    add(node, "ram:PostcodeCode", place.postal_code);
    add(node, "ram:LineOne", place.line1);
    add(node, "ram:LineTwo", place.line2);
    add(node, "ram:CityName", place.city);
    add(node, "ram:CountryID", place.country);
    add(node, "ram:CountrySubDivisionName", place.region);
}

void add_contact(Node parent, const Party& party) {
    const Node node = add(parent, "ram:DefinedTradeContact");
    add(node, "ram:PersonName", party.contact);
    if (!party.phone.empty()) {
        add(add(node, "ram:TelephoneUniversalCommunication"), "ram:CompleteNumber", party.phone);
    }
    if (!party.email.empty()) add(add(node, "ram:EmailURIUniversalCommunication"), "ram:URIID", party.email);
    drop_if_empty(node);
}

void add_party(Node parent, const char* name, const Party& party) {
    const Node node = add(parent, name);
    add(node, "ram:ID", party.identifier);
    add(node, "ram:Name", party.name);
    if (!party.registration.value.empty()) {
        add(add(node, "ram:SpecifiedLegalOrganization"), "ram:ID", party.registration.value, "schemeID",
            party.registration.scheme);
    }
    add_contact(node, party);
    add_place(node, party.place);
    if (!party.endpoint.value.empty()) {
        add(add(node, "ram:URIUniversalCommunication"), "ram:URIID", party.endpoint.value, "schemeID",
            party.endpoint.scheme);
    }
    const auto add_number = [&](const std::string& number, const char* scheme) {
        if (!number.empty()) add(add(node, "ram:SpecifiedTaxRegistration"), "ram:ID", number, "schemeID", scheme);
    };
    add_number(party.vat_id, "VA");
    add_number(party.tax_number, "FC");
}

void add_line(Node parent, const Line& line, const std::string& allowance_reason) {
    const Node node = add(parent, "ram:IncludedSupplyChainTradeLineItem");
    add(add(node, "ram:AssociatedDocumentLineDocument"), "ram:LineID", line.id);
    const Node product = add(node, "ram:SpecifiedTradeProduct");
    add(product, "ram:SellerAssignedID", line.sku);
    add(product, "ram:Name", line.name);
    add(product, "ram:Description", line.description);
    const Node price = add(add(node, "ram:SpecifiedLineTradeAgreement"), "ram:NetPriceProductTradePrice");
    add(price, "ram:ChargeAmount", line.price);
    add(price, "ram:BasisQuantity", line.base_quantity, "unitCode", unit);
    add(add(node, "ram:SpecifiedLineTradeDelivery"), "ram:BilledQuantity", line.quantity, "unitCode", unit);
    const Node settlement = add(node, "ram:SpecifiedLineTradeSettlement");
    add_tax(settlement, "ram:ApplicableTradeTax", line.tax);
    if (!line.allowance.empty()) {
        const Node allowance = add(settlement, "ram:SpecifiedTradeAllowanceCharge");
        add_indicator(allowance, false);
        add(allowance, "ram:ActualAmount", line.allowance);
        add(allowance, "ram:ReasonCode", "95");
        add(allowance, "ram:Reason", allowance_reason);
    }
    add(add(settlement, "ram:SpecifiedTradeSettlementLineMonetarySummation"), "ram:LineTotalAmount", line.net);
}

void add_agreement(Node parent, const Invoice& invoice) {
    const Node node = add(parent, "ram:ApplicableHeaderTradeAgreement");
    add(node, "ram:BuyerReference", invoice.buyer_reference);
    add_party(node, "ram:SellerTradeParty", invoice.seller);
    add_party(node, "ram:BuyerTradeParty", invoice.buyer);
    const auto add_order = [&](const char* name, const std::string& number) {
        if (!number.empty()) add(add(node, name), "ram:IssuerAssignedID", number);
    };
    add_order("ram:SellerOrderReferencedDocument", invoice.sales_order);
    add_order("ram:BuyerOrderReferencedDocument", invoice.purchase_order);
}

void add_delivery(Node parent, const Delivery& delivery) {
    const Node node = add(parent, "ram:ApplicableHeaderTradeDelivery");
    if (delivery.place) {
        const Node party = add(node, "ram:ShipToTradeParty");
        add(party, "ram:Name", delivery.name);
        add_place(party, *delivery.place);
    }
    if (delivery.on.empty()) return;
    add_day(add(node, "ram:ActualDeliverySupplyChainEvent"), "ram:OccurrenceDateTime", "udt:DateTimeString",
            delivery.on);
}

void add_means(Node parent, const Means& means) {
    const Node node = add(parent, "ram:SpecifiedTradeSettlementPaymentMeans");
    add(node, "ram:TypeCode", means.code);
    add(node, "ram:Information", means.label);
    if (means.account.empty()) return;
    const Node account = add(node, "ram:PayeePartyCreditorFinancialAccount");
    add(account, "ram:IBANID", means.account);
    add(account, "ram:AccountName", means.holder);
    if (means.branch.empty()) return;
    add(add(node, "ram:PayeeSpecifiedCreditorFinancialInstitution"), "ram:BICID", means.branch);
}

void add_tax_sum(Node parent, const TaxSum& sum) {
    const Node node = add(parent, "ram:ApplicableTradeTax");
    add(node, "ram:CalculatedAmount", sum.amount);
    add(node, "ram:TypeCode", "VAT");
    add(node, "ram:ExemptionReason", sum.reason);
    add(node, "ram:BasisAmount", sum.net);
    add(node, "ram:CategoryCode", sum.tax.category);
    add(node, "ram:ExemptionReasonCode", sum.reason_code);
    add(node, "ram:RateApplicablePercent", sum.tax.rate);
}

void add_charge(Node parent, const Charge& charge) {
    const Node node = add(parent, "ram:SpecifiedTradeAllowanceCharge");
    add_indicator(node, true);
    add(node, "ram:ActualAmount", charge.amount);
    add(node, "ram:ReasonCode", "FC");
    add(node, "ram:Reason", charge.reason);
    add_tax(node, "ram:CategoryTradeTax", charge.tax);
}

void add_totals(Node parent, const Invoice& invoice) {
    const Totals& totals = invoice.totals;
    const Node node = add(parent, "ram:SpecifiedTradeSettlementHeaderMonetarySummation");
    add(node, "ram:LineTotalAmount", totals.lines);
    add(node, "ram:ChargeTotalAmount", totals.charges);
    add(node, "ram:TaxBasisTotalAmount", totals.net);
    add(node, "ram:TaxTotalAmount", totals.tax, "currencyID", invoice.currency);
    add(node, "ram:RoundingAmount", totals.rounding);
    add(node, "ram:GrandTotalAmount", totals.total);
    add(node, "ram:TotalPrepaidAmount", totals.paid);
    add(node, "ram:DuePayableAmount", totals.due);
}

void add_settlement(Node parent, const Invoice& invoice) {
    const Node node = add(parent, "ram:ApplicableHeaderTradeSettlement");
    add(node, "ram:PaymentReference", invoice.means.reference);
    add(node, "ram:InvoiceCurrencyCode", invoice.currency);
    add_means(node, invoice.means);
    for (const TaxSum& sum : invoice.taxes) add_tax_sum(node, sum);
    if (invoice.charge) add_charge(node, *invoice.charge);
    const Node terms = add(node, "ram:SpecifiedTradePaymentTerms");
    add(terms, "ram:Description", invoice.terms);
    add_day(terms, "ram:DueDateDateTime", "udt:DateTimeString", invoice.due_on);
    drop_if_empty(terms);
    add_totals(node, invoice);
    if (invoice.refers_to_number.empty()) return;
    const Node reference = add(node, "ram:InvoiceReferencedDocument");
    add(reference, "ram:IssuerAssignedID", invoice.refers_to_number);
    add_day(reference, "ram:FormattedIssueDateTime", "qdt:DateTimeString", invoice.refers_to_on);
}

}  // namespace

std::string write_cii(const Invoice& invoice) {
    pugi::xml_document document;
    const Node root = add(document, "rsm:CrossIndustryInvoice");
    add_namespaces(root);
    const Node context = add(root, "rsm:ExchangedDocumentContext");
    add(add(context, "ram:GuidelineSpecifiedDocumentContextParameter"), "ram:ID", "urn:cen.eu:en16931:2017");
    const Node head = add(root, "rsm:ExchangedDocument");
    add(head, "ram:ID", invoice.number);
    add(head, "ram:TypeCode", invoice.is_credit ? "381" : "380");
    add_day(head, "ram:IssueDateTime", "udt:DateTimeString", invoice.issued_on);
    for (const std::string& note : invoice.notes) add(add(head, "ram:IncludedNote"), "ram:Content", note);
    const Node transaction = add(root, "rsm:SupplyChainTradeTransaction");
    for (const Line& line : invoice.lines) add_line(transaction, line, invoice.allowance_reason);
    add_agreement(transaction, invoice);
    add_delivery(transaction, invoice.delivery);
    add_settlement(transaction, invoice);
    return finished(document);
}

}  // namespace commis::einvoice
