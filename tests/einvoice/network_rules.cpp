// Each rule is a path that must find something, or nothing.
#include "einvoice/network_rules.hpp"

#include <algorithm>
#include <array>

namespace commis::einvoice {
namespace {

struct Rule {
    const char* id;
    const char* path;
    bool must_exist;
};

#define SELLER "cac:AccountingSupplierParty/cac:Party"
#define BUYER "cac:AccountingCustomerParty/cac:Party"

constexpr std::array<Rule, 8> common_rules{{
    {"PEPPOL-EN16931-R001", "cbc:ProfileID", true},
    {"PEPPOL-EN16931-R002", "cbc:Note[2]", false},
    {"PEPPOL-EN16931-R008", "//*[not(*) and normalize-space(.)='']", false},
    {"PEPPOL-EN16931-R010", BUYER "/cbc:EndpointID[@schemeID]", true},
    {"PEPPOL-EN16931-R020", SELLER "/cbc:EndpointID[@schemeID]", true},
    {"PEPPOL-EN16931-R042", "//cac:AllowanceCharge[cbc:BaseAmount]", false},
    {"PEPPOL-EN16931-R053", "cac:TaxTotal[2]", false},
    {"PEPPOL-EN16931-R130", "//cac:Price/cbc:BaseQuantity[not(@unitCode='C62')]", false},
}};

constexpr std::array<Rule, 16> german_rules{{
    {"BR-DE-1", "cac:PaymentMeans", true},
    {"BR-DE-3", SELLER "/cac:PostalAddress/cbc:CityName", true},
    {"BR-DE-4", SELLER "/cac:PostalAddress/cbc:PostalZone", true},
    {"BR-DE-5", SELLER "/cac:Contact/cbc:Name", true},
    {"BR-DE-6", SELLER "/cac:Contact/cbc:Telephone", true},
    {"BR-DE-7", SELLER "/cac:Contact/cbc:ElectronicMail", true},
    {"BR-DE-8", BUYER "/cac:PostalAddress/cbc:CityName", true},
    {"BR-DE-9", BUYER "/cac:PostalAddress/cbc:PostalZone", true},
    {"BR-DE-10", "cac:Delivery/cac:DeliveryLocation/cac:Address[not(cbc:CityName)]", false},
    {"BR-DE-11", "cac:Delivery/cac:DeliveryLocation/cac:Address[not(cbc:PostalZone)]", false},
    {"BR-DE-14", "cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory[not(cbc:Percent)]", false},
    {"BR-DE-15", "cbc:BuyerReference", true},
    {"BR-DE-17", "*[self::cbc:InvoiceTypeCode or self::cbc:CreditNoteTypeCode][.='380' or .='381']", true},
    {"BR-DE-23-a", "cac:PaymentMeans[cbc:PaymentMeansCode='58'][not(cac:PayeeFinancialAccount)]", false},
    {"BR-DE-23-a", "cac:PaymentMeans[cbc:PaymentMeansCode='30'][not(cac:PayeeFinancialAccount)]", false},
    {"BR-DE-24-a", "cac:PaymentMeans[cbc:PaymentMeansCode='48']", false},
}};

constexpr std::array<Rule, 4> peppol_rules{{
    {"PEPPOL-EN16931-R003", "cbc:BuyerReference | cac:OrderReference/cbc:ID", true},
    {"PEPPOL-EN16931-CL008", "//cbc:EndpointID[@schemeID='EM']", false},
    {"PEPPOL-COMMON-R042", "//*[@schemeID='0184'][not(starts-with(.,'DK') and string-length(.)=10)]", false},
    {"PEPPOL-EN16931-R004", "cbc:CustomizationID[contains(.,'poacc:billing:3.0')]", true},
}};

constexpr std::array<Rule, 2> danish_rules{{
    {"DK-R-002", SELLER "/cac:PartyLegalEntity/cbc:CompanyID", true},
    {"DK-R-014", SELLER "/cac:PartyLegalEntity/cbc:CompanyID[not(@schemeID='0184')]", false},
}};

constexpr std::array<Rule, 2> danish_home_rules{{
    {"DK-R-005", "cac:PaymentMeans/cbc:PaymentMeansCode[not(.='1' or .='10' or .='31' or .='42' or .='48' or .='58')]",
     false},
    {"DK-R-006",
     "cac:PaymentMeans[cbc:PaymentMeansCode='42'][not(cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch)]",
     false},
}};

constexpr std::array<Rule, 6> dutch_rules{{
    {"NL-R-001", "self::CreditNote[not(cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID)]", false},
    {"NL-R-002", SELLER "/cac:PostalAddress[cbc:StreetName and cbc:CityName and cbc:PostalZone]", true},
    {"NL-R-003", SELLER "/cac:PartyLegalEntity/cbc:CompanyID[not(@schemeID='0106')]", false},
    {"NL-R-004",
     BUYER "/cac:PostalAddress[cac:Country/cbc:IdentificationCode='NL'][not(cbc:StreetName and cbc:CityName)]", false},
    {"NL-R-007", "self::Invoice[cac:LegalMonetaryTotal/cbc:PayableAmount > 0][not(cac:PaymentMeans)]", false},
    {"NL-R-008", "cac:PaymentMeans/cbc:PaymentMeansCode[not(.='30' or .='48' or .='58')]", false},
}};

constexpr std::array<Rule, 3> swedish_rules{{
    {"SE-R-001",
     SELLER "/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID='VAT']/cbc:CompanyID[starts-with(.,'SE')]"
            "[not(string-length(.)=14)]",
     false},
    {"SE-R-002",
     SELLER "/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID='VAT']/cbc:CompanyID[starts-with(.,'SE')]"
            "[not(number(substring(.,3)) > 0)]",
     false},
    {"SE-R-006",
     "self::*[cac:AccountingSupplierParty//cac:PartyTaxScheme/cbc:CompanyID[starts-with(.,'SE')]]"
     "//cac:ClassifiedTaxCategory[cbc:ID='S'][not(cbc:Percent=25 or cbc:Percent=12 or cbc:Percent=6)]",
     false},
}};

constexpr std::array<Rule, 1> norwegian_rules{{
    {"NO-R-001",
     SELLER "/cac:PartyTaxScheme/cbc:CompanyID[starts-with(.,'NO')][not(string-length(.)=14 and "
            "substring(.,12)='MVA')]",
     false},
}};

constexpr std::array<Rule, 3> italian_rules{{
    {"IT-R-002", SELLER "/cac:PostalAddress/cbc:StreetName", true},
    {"IT-R-003", SELLER "/cac:PostalAddress/cbc:CityName", true},
    {"IT-R-004", SELLER "/cac:PostalAddress/cbc:PostalZone", true},
}};

std::string country_of(const pugi::xml_node& root, const char* party) {
    return root.select_node((std::string{party} + "/cac:PostalAddress/cac:Country/cbc:IdentificationCode").c_str())
        .node()
        .text()
        .get();
}

}  // namespace

std::vector<std::string> broken_network_rules(const pugi::xml_node& root, ports::EInvoiceForm form) {
    std::vector<std::string> broken;
    const auto ask = [&](const auto& rules) {
        for (const Rule& rule : rules) {
            const bool exists = static_cast<bool>(root.select_node(rule.path));
            if (exists != rule.must_exist) broken.emplace_back(rule.id);
        }
    };
    const std::string seller = country_of(root, SELLER);
    const std::string buyer = country_of(root, BUYER);
    const bool is_peppol = form == ports::EInvoiceForm::peppol;
    ask(common_rules);
    if (!is_peppol || (seller == "DE" && buyer == "DE")) ask(german_rules);
    if (!is_peppol) return broken;
    ask(peppol_rules);
    if (seller == "DK") ask(danish_rules);
    if (seller == "DK" && buyer == "DK") ask(danish_home_rules);
    if (seller == "NL") ask(dutch_rules);
    if (seller == "SE") ask(swedish_rules);
    if (seller == "NO") ask(norwegian_rules);
    if (seller == "IT") ask(italian_rules);
    return broken;
}

#undef SELLER
#undef BUYER

}  // namespace commis::einvoice
