// OASIS UBL 2.1, Invoice and CreditNote: the same groups under two roots. Elements stand in the order of its schemas.
#include "adapters/einvoice/syntaxes.hpp"
#include "adapters/einvoice/xml.hpp"

namespace commis::einvoice {
namespace {

using Node = pugi::xml_node;
using ports::EInvoiceForm;

constexpr const char* unit = "C62";  // One, of whatever it is.
constexpr const char* process = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

std::string specification(EInvoiceForm form) {
    const std::string model = "urn:cen.eu:en16931:2017#compliant#";
    if (form == EInvoiceForm::xrechnung) return model + "urn:xeinkauf.de:kosit:xrechnung_3.0";
    return model + "urn:fdc:peppol.eu:2017:poacc:billing:3.0";
}

// The one place that knows the currency: every amount names it.
class UblFile {
public:
    UblFile(const Invoice& invoice, EInvoiceForm form) : invoice_(invoice), form_(form) {}

    std::string text();

private:
    void add_head();
    void add_references();
    void add_party(const char* group, const Party& party);
    void add_delivery();
    void add_means();
    void add_charge();
    void add_taxes();
    void add_totals();
    void add_line(const Line& line);

    void add_amount(Node parent, const char* name, const std::string& amount) const {
        add(parent, name, amount, "currencyID", invoice_.currency);
    }

    const Invoice& invoice_;
    EInvoiceForm form_;
    Node root_;
};

void add_scheme(Node parent) { add(add(parent, "cac:TaxScheme"), "cbc:ID", "VAT"); }

void add_tax(Node parent, const char* name, const Tax& tax) {
    const Node node = add(parent, name);
    add(node, "cbc:ID", tax.category);
    add(node, "cbc:Percent", tax.rate);
    add_scheme(node);
}

void add_place(Node parent, const char* name, const Place& place) {
    const Node node = add(parent, name);
    add(node, "cbc:StreetName", place.line1);
    add(node, "cbc:AdditionalStreetName", place.line2);
    add(node, "cbc:CityName", place.city);
    add(node, "cbc:PostalZone", place.postal_code);
    add(node, "cbc:CountrySubentity", place.region);
    add(add(node, "cac:Country"), "cbc:IdentificationCode", place.country);
}

void UblFile::add_head() {
    add(root_, "cbc:CustomizationID", specification(form_));
    add(root_, "cbc:ProfileID", process);
    add(root_, "cbc:ID", invoice_.number);
    add(root_, "cbc:IssueDate", invoice_.issued_on);
    if (!invoice_.is_credit) add(root_, "cbc:DueDate", invoice_.due_on);
    add(root_, invoice_.is_credit ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode",
        invoice_.is_credit ? "381" : "380");
    for (const std::string& note : invoice_.notes) add(root_, "cbc:Note", note);
    add(root_, "cbc:DocumentCurrencyCode", invoice_.currency);
    add(root_, "cbc:BuyerReference", invoice_.buyer_reference);
}

void UblFile::add_references() {
    if (!invoice_.purchase_order.empty()) {
        const Node order = add(root_, "cac:OrderReference");
        add(order, "cbc:ID", invoice_.purchase_order);
        add(order, "cbc:SalesOrderID", invoice_.sales_order);
    }
    if (invoice_.refers_to_number.empty()) return;
    const Node reference = add(add(root_, "cac:BillingReference"), "cac:InvoiceDocumentReference");
    add(reference, "cbc:ID", invoice_.refers_to_number);
    add(reference, "cbc:IssueDate", invoice_.refers_to_on);
}

void UblFile::add_party(const char* group, const Party& party) {
    const Node node = add(add(root_, group), "cac:Party");
    add(node, "cbc:EndpointID", party.endpoint.value, "schemeID", party.endpoint.scheme);
    if (!party.identifier.empty()) add(add(node, "cac:PartyIdentification"), "cbc:ID", party.identifier);
    add_place(node, "cac:PostalAddress", party.place);
    const auto add_number = [&](const std::string& number, const char* scheme) {
        if (number.empty()) return;
        const Node registered = add(node, "cac:PartyTaxScheme");
        add(registered, "cbc:CompanyID", number);
        add(add(registered, "cac:TaxScheme"), "cbc:ID", scheme);
    };
    add_number(party.vat_id, "VAT");
    add_number(party.tax_number, "FC");
    const Node legal = add(node, "cac:PartyLegalEntity");
    add(legal, "cbc:RegistrationName", party.name);
    add(legal, "cbc:CompanyID", party.registration.value, "schemeID", party.registration.scheme);
    const Node contact = add(node, "cac:Contact");
    add(contact, "cbc:Name", party.contact);
    add(contact, "cbc:Telephone", party.phone);
    add(contact, "cbc:ElectronicMail", party.email);
    drop_if_empty(contact);
}

void UblFile::add_delivery() {
    const Delivery& delivery = invoice_.delivery;
    const Node node = add(root_, "cac:Delivery");
    add(node, "cbc:ActualDeliveryDate", delivery.on);
    if (delivery.place) {
        add_place(add(node, "cac:DeliveryLocation"), "cac:Address", *delivery.place);
        if (!delivery.name.empty()) {
            add(add(add(node, "cac:DeliveryParty"), "cac:PartyName"), "cbc:Name", delivery.name);
        }
    }
    drop_if_empty(node);
}

// A credit note has no day of its own by which it is due; UBL keeps it here.
void UblFile::add_means() {
    const Means& means = invoice_.means;
    if (!means.code.empty()) {
        const Node node = add(root_, "cac:PaymentMeans");
        add(node, "cbc:PaymentMeansCode", means.code, "name", means.label);
        if (invoice_.is_credit) add(node, "cbc:PaymentDueDate", invoice_.due_on);
        add(node, "cbc:PaymentID", means.reference);
        if (!means.account.empty()) {
            const Node account = add(node, "cac:PayeeFinancialAccount");
            add(account, "cbc:ID", means.account);
            add(account, "cbc:Name", means.holder);
            if (!means.branch.empty()) add(add(account, "cac:FinancialInstitutionBranch"), "cbc:ID", means.branch);
        }
    }
    if (!invoice_.terms.empty()) add(add(root_, "cac:PaymentTerms"), "cbc:Note", invoice_.terms);
}

void UblFile::add_charge() {
    if (!invoice_.charge) return;
    const Node node = add(root_, "cac:AllowanceCharge");
    add(node, "cbc:ChargeIndicator", "true");
    add(node, "cbc:AllowanceChargeReasonCode", "FC");
    add(node, "cbc:AllowanceChargeReason", invoice_.charge->reason);
    add_amount(node, "cbc:Amount", invoice_.charge->amount);
    add_tax(node, "cac:TaxCategory", invoice_.charge->tax);
}

void UblFile::add_taxes() {
    const Node node = add(root_, "cac:TaxTotal");
    add_amount(node, "cbc:TaxAmount", invoice_.totals.tax);
    for (const TaxSum& sum : invoice_.taxes) {
        const Node part = add(node, "cac:TaxSubtotal");
        add_amount(part, "cbc:TaxableAmount", sum.net);
        add_amount(part, "cbc:TaxAmount", sum.amount);
        const Node category = add(part, "cac:TaxCategory");
        add(category, "cbc:ID", sum.tax.category);
        add(category, "cbc:Percent", sum.tax.rate);
        add(category, "cbc:TaxExemptionReasonCode", sum.reason_code);
        add(category, "cbc:TaxExemptionReason", sum.reason);
        add_scheme(category);
    }
}

void UblFile::add_totals() {
    const Totals& totals = invoice_.totals;
    const Node node = add(root_, "cac:LegalMonetaryTotal");
    add_amount(node, "cbc:LineExtensionAmount", totals.lines);
    add_amount(node, "cbc:TaxExclusiveAmount", totals.net);
    add_amount(node, "cbc:TaxInclusiveAmount", totals.total);
    add_amount(node, "cbc:ChargeTotalAmount", totals.charges);
    add_amount(node, "cbc:PrepaidAmount", totals.paid);
    add_amount(node, "cbc:PayableRoundingAmount", totals.rounding);
    add_amount(node, "cbc:PayableAmount", totals.due);
}

void UblFile::add_line(const Line& line) {
    const Node node = add(root_, invoice_.is_credit ? "cac:CreditNoteLine" : "cac:InvoiceLine");
    add(node, "cbc:ID", line.id);
    add(node, invoice_.is_credit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", line.quantity, "unitCode", unit);
    add_amount(node, "cbc:LineExtensionAmount", line.net);
    if (!line.allowance.empty()) {
        const Node allowance = add(node, "cac:AllowanceCharge");
        add(allowance, "cbc:ChargeIndicator", "false");
        add(allowance, "cbc:AllowanceChargeReasonCode", "95");
        add(allowance, "cbc:AllowanceChargeReason", invoice_.allowance_reason);
        add_amount(allowance, "cbc:Amount", line.allowance);
    }
    const Node item = add(node, "cac:Item");
    add(item, "cbc:Description", line.description);
    add(item, "cbc:Name", line.name);
    if (!line.sku.empty()) add(add(item, "cac:SellersItemIdentification"), "cbc:ID", line.sku);
    add_tax(item, "cac:ClassifiedTaxCategory", line.tax);
    const Node price = add(node, "cac:Price");
    add_amount(price, "cbc:PriceAmount", line.price);
    add(price, "cbc:BaseQuantity", line.base_quantity, "unitCode", unit);
}

std::string UblFile::text() {
    pugi::xml_document document;
    const std::string name = invoice_.is_credit ? "CreditNote" : "Invoice";
    const std::string schemas = "urn:oasis:names:specification:ubl:schema:xsd:";
    root_ = add(document, name.c_str());
    root_.append_attribute("xmlns").set_value((schemas + name + "-2").c_str());
    root_.append_attribute("xmlns:cac").set_value((schemas + "CommonAggregateComponents-2").c_str());
    root_.append_attribute("xmlns:cbc").set_value((schemas + "CommonBasicComponents-2").c_str());
    add_head();
    add_references();
    add_party("cac:AccountingSupplierParty", invoice_.seller);
    add_party("cac:AccountingCustomerParty", invoice_.buyer);
    add_delivery();
    add_means();
    add_charge();
    add_taxes();
    add_totals();
    for (const Line& line : invoice_.lines) add_line(line);
    return finished(document);
}

}  // namespace

std::string write_ubl(const Invoice& invoice, EInvoiceForm form) { return UblFile{invoice, form}.text(); }

}  // namespace commis::einvoice
