// What the forms say beside their figures: parties, references, ways to pay; XRechnung's and Peppol's own rules; and
// the order of UBL's elements, learned from the published examples.
#include <gtest/gtest.h>

#include <map>
#include <pugixml.hpp>
#include <set>

#include "einvoice/network_rules.hpp"
#include "einvoice/papers.hpp"
#include "einvoice/written.hpp"
#include "support/shared_data.hpp"

namespace commis::einvoice {
namespace {

using domain::Paper;
using ports::EInvoiceForm;
using enum ports::EInvoiceForm;

Paper sample(const std::string& name) {
    for (const SamplePaper& sample : sample_papers()) {
        if (sample.name == name) return sample.paper;
    }
    throw std::runtime_error{"no sample " + name};
}

// A file that answers paths.
class File {
public:
    File(const Paper& paper, EInvoiceForm form) {
        const auto file = writer().write(paper, form);
        if (!file) throw std::runtime_error{joined(file.error())};
        document_.load_string(file->c_str());
    }

    std::string at(const char* path) const { return document_.select_node(path).node().text().get(); }
    std::string attribute(const char* path) const { return document_.select_node(path).attribute().value(); }
    std::size_t count(const char* path) const { return document_.select_nodes(path).size(); }
    pugi::xml_node root() const { return document_.document_element(); }

private:
    pugi::xml_document document_;
};

TEST(EInvoiceForms, ubl_names_its_specification_and_its_process) {
    const File xrechnung_file{plain_paper(), xrechnung};
    EXPECT_EQ(xrechnung_file.at("//cbc:CustomizationID"),
              "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0");
    const File peppol_file{plain_paper(), peppol};
    EXPECT_EQ(peppol_file.at("//cbc:CustomizationID"),
              "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0");
    EXPECT_EQ(peppol_file.at("//cbc:ProfileID"), "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");
    const File cii_file{plain_paper(), cii};
    EXPECT_EQ(cii_file.at("//ram:GuidelineSpecifiedDocumentContextParameter/ram:ID"), "urn:cen.eu:en16931:2017");
}

TEST(EInvoiceForms, a_credit_note_has_its_own_root_and_names_its_invoice) {
    const Paper paper = sample("de-credit");
    const File file{paper, xrechnung};
    EXPECT_STREQ(file.root().name(), "CreditNote");
    EXPECT_EQ(file.at("/CreditNote/cbc:CreditNoteTypeCode"), "381");
    EXPECT_EQ(file.at("//cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID"), "R2026-0999");
    EXPECT_EQ(file.at("//cac:BillingReference/cac:InvoiceDocumentReference/cbc:IssueDate"), "2026-11-02");
    EXPECT_EQ(file.at("//cac:PaymentTerms/cbc:Note"), "Wir zahlen diesen Betrag zurück.");
    const File other{paper, cii};
    EXPECT_EQ(other.at("//rsm:ExchangedDocument/ram:TypeCode"), "381");
    EXPECT_EQ(other.at("//ram:InvoiceReferencedDocument/ram:IssuerAssignedID"), "R2026-0999");
    EXPECT_EQ(other.at("//ram:InvoiceReferencedDocument//qdt:DateTimeString"), "20261102");
}

TEST(EInvoiceForms, a_credit_of_shipping_alone_has_it_as_its_line) {
    const File file{sample("de-credit-shipping"), cii};
    EXPECT_EQ(file.count("//ram:IncludedSupplyChainTradeLineItem"), 1U);
    EXPECT_EQ(file.at("//ram:SpecifiedTradeProduct/ram:Name"), "Versand mit der Post");
    EXPECT_EQ(file.count("//ram:CategoryTradeTax"), 0U);
}

TEST(EInvoiceForms, parties_are_found_by_what_each_network_asks) {
    const auto seller = [](const char* name, EInvoiceForm form) {
        const File file{sample(name), form};
        const char* path = "//cac:AccountingSupplierParty/cac:Party/cbc:EndpointID";
        return file.attribute("//cac:AccountingSupplierParty/cac:Party/cbc:EndpointID/@schemeID") + " " + file.at(path);
    };
    EXPECT_EQ(seller("de-plain", xrechnung), "EM laden@example.org");
    EXPECT_EQ(seller("de-plain", peppol), "9930 DE123456789");
    EXPECT_EQ(seller("fr-plain", peppol), "9957 FR32123456789");
    EXPECT_EQ(seller("dk-plain", peppol), "0184 DK12345674");
    EXPECT_EQ(seller("se-plain", peppol), "0007 5560123456");
    EXPECT_EQ(seller("no-plain", peppol), "0192 974760673");
    EXPECT_EQ(seller("be-plain", peppol), "0208 0412345614");
    EXPECT_EQ(seller("it-plain", peppol), "0211 IT12345670017");
    EXPECT_EQ(seller("ch-euro", peppol), "9927 CHE123456788MWST");
}

TEST(EInvoiceForms, outside_the_tax_no_vat_number_stands_and_the_seller_is_still_named) {
    Paper paper = sample("de-outside");
    paper.seller.registration.clear();
    const File file{paper, xrechnung};
    EXPECT_EQ(file.count("//cac:PartyTaxScheme"), 0U);
    EXPECT_EQ(file.at("//cac:AccountingSupplierParty//cac:PartyIdentification/cbc:ID"), "DE123456789");
    EXPECT_EQ(file.count("//cac:ClassifiedTaxCategory/cbc:Percent"), 0U);
    EXPECT_EQ(file.at("//cac:TaxSubtotal//cbc:Percent"), "0") << "BR-DE-14";
    const File other{paper, cii};
    EXPECT_EQ(other.count("//ram:RateApplicablePercent"), 0U);
    EXPECT_EQ(other.at("//ram:SellerTradeParty/ram:ID"), "DE123456789");
}

TEST(EInvoiceForms, a_number_without_a_country_is_a_tax_number_of_its_own_country) {
    const File file{sample("jp-plain"), cii};
    EXPECT_EQ(file.at("//ram:SellerTradeParty//ram:SpecifiedTaxRegistration/ram:ID[@schemeID='FC']"), "T1234567890123");
    EXPECT_EQ(file.count("//ram:SellerTradeParty//ram:SpecifiedTaxRegistration/ram:ID[@schemeID='VA']"), 0U);
}

TEST(EInvoiceForms, why_nothing_is_taxed_is_said_in_the_language_of_the_paper) {
    const auto reason = [](const char* name) {
        const File file{sample(name), cii};
        return file.at("//ram:ExemptionReasonCode") + " " + file.at("//ram:ExemptionReason");
    };
    EXPECT_EQ(reason("de-exempt"), " Kleinunternehmer gemäß § 19 UStG");
    EXPECT_EQ(reason("de-supply"), "VATEX-EU-IC Innergemeinschaftliche Lieferung");
    EXPECT_EQ(reason("dk-reverse"), "VATEX-EU-AE Omvendt betalingspligt");
    EXPECT_EQ(reason("de-export"), "VATEX-EU-G Export outside the European Union");
    EXPECT_EQ(reason("fr-outside"), "VATEX-EU-O Non soumis à la TVA");
    EXPECT_EQ(reason("gb-zero"), " ");
}

TEST(EInvoiceForms, orders_are_named_by_the_seller_s_number_and_by_the_one_the_buyer_knows) {
    Paper paper = plain_paper();
    const File same{paper, peppol};
    EXPECT_EQ(same.at("//cac:OrderReference/cbc:ID"), paper.order_number);
    EXPECT_EQ(same.at("//cac:OrderReference/cbc:SalesOrderID"), paper.order_number);
    paper.external_id = "SHOP-1";
    const File shop{paper, peppol};
    EXPECT_EQ(shop.at("//cac:OrderReference/cbc:ID"), "SHOP-1");
    const File other{paper, cii};
    EXPECT_EQ(other.at("//ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID"), "SHOP-1");
    EXPECT_EQ(other.at("//ram:SellerOrderReferencedDocument/ram:IssuerAssignedID"), paper.order_number);
}

TEST(EInvoiceForms, ways_to_pay_have_their_codes) {
    const auto code = [](const char* name, EInvoiceForm form) {
        const File file{sample(name), form};
        return form == cii ? file.at("//ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode")
                           : file.at("//cac:PaymentMeans/cbc:PaymentMeansCode");
    };
    EXPECT_EQ(code("de-plain", cii), "58");
    EXPECT_EQ(code("ch-plain", cii), "30") << "francs are no SEPA";
    EXPECT_EQ(code("fr-plain", cii), "20");
    EXPECT_EQ(code("fr-mixed", cii), "48");
    EXPECT_EQ(code("fr-credit", xrechnung), "68") << "BR-DE-24 wants digits of the card";
    EXPECT_EQ(code("de-export", cii), "68");
    EXPECT_EQ(code("ch-twint", cii), "68");
    EXPECT_EQ(code("dk-pickup", cii), "10");
    EXPECT_EQ(code("de-free", cii), "1");
    EXPECT_EQ(code("dk-plain", peppol), "42");
    EXPECT_EQ(code("dk-card", peppol), "48");
    EXPECT_EQ(code("dk-paypal", peppol), "1") << "DK-R-005";
    EXPECT_EQ(code("nl-paypal", peppol), "") << "NL-R-008";
}

TEST(EInvoiceForms, a_danish_account_is_its_bank_and_its_number) {
    const File file{sample("dk-plain"), peppol};
    EXPECT_EQ(file.at("//cac:PayeeFinancialAccount/cbc:ID"), "0440116243");
    EXPECT_EQ(file.at("//cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID"), "0040");
    EXPECT_EQ(file.at("//cbc:PaymentID"), "RF18539007547034");
}

TEST(EInvoiceForms, prices_are_of_one_where_they_divide_and_of_all_where_they_do_not) {
    const File file{sample("de-uneven-net"), xrechnung};
    EXPECT_EQ(file.at("//cac:InvoiceLine[1]/cac:Price/cbc:PriceAmount"), "10.00");
    EXPECT_EQ(file.count("//cac:InvoiceLine[1]/cac:Price/cbc:BaseQuantity"), 0U);
    const File gross{sample("de-uneven"), xrechnung};
    EXPECT_EQ(gross.at("//cac:InvoiceLine[2]/cac:Price/cbc:PriceAmount"), "21.79");
    EXPECT_EQ(gross.at("//cac:InvoiceLine[2]/cac:Price/cbc:BaseQuantity"), "7");
    EXPECT_EQ(gross.at("//cac:InvoiceLine[2]/cbc:InvoicedQuantity"), "7");
}

TEST(EInvoiceForms, what_was_paid_and_the_coin_are_told_apart) {
    const File coin{sample("ch-coin"), cii};
    EXPECT_EQ(coin.at("//ram:TotalPrepaidAmount"), "10.03");
    EXPECT_EQ(coin.at("//ram:RoundingAmount"), "0.02");
    // Ten too much were paid: they are no part of this invoice.
    const File over{sample("de-overpaid"), cii};
    EXPECT_EQ(over.at("//ram:TotalPrepaidAmount"), over.at("//ram:GrandTotalAmount"));
    EXPECT_EQ(over.count("//ram:RoundingAmount"), 0U);
}

TEST(EInvoiceForms, every_file_keeps_the_rules_of_its_network) {
    for (const auto& [name, paper] : sample_papers()) {
        for (const EInvoiceForm form : {xrechnung, peppol}) {
            if (!writer().write(paper, form)) continue;
            EXPECT_EQ(joined(broken_network_rules(File{paper, form}.root(), form)), "") << name << " " << id_of(form);
        }
    }
}

// The rules are sharp: a file of one network asked about the other's, and files with a thing taken away.
TEST(EInvoiceForms, the_rules_of_networks_name_what_is_taken_away) {
    EXPECT_EQ(joined(broken_network_rules(File{sample("nl-paypal"), peppol}.root(), xrechnung)), "BR-DE-1 ");
    EXPECT_EQ(joined(broken_network_rules(File{plain_paper(), xrechnung}.root(), peppol)),
              "PEPPOL-EN16931-CL008 PEPPOL-EN16931-R004 ");
    const auto without = [](const char* name, const char* path, EInvoiceForm form) {
        const File file{sample(name), form};
        for (const auto& found : file.root().select_nodes(path)) {
            found.node().parent().remove_child(found.node());
        }
        return joined(broken_network_rules(file.root(), form));
    };
    EXPECT_EQ(without("de-plain", "cbc:BuyerReference", xrechnung), "BR-DE-15 ");
    EXPECT_EQ(without("de-plain", "cac:AccountingSupplierParty//cac:Contact/cbc:Telephone", xrechnung), "BR-DE-6 ");
    EXPECT_EQ(without("de-plain", "cac:AccountingCustomerParty//cbc:EndpointID", peppol), "PEPPOL-EN16931-R010 ");
    EXPECT_EQ(without("dk-plain", "//cac:PartyLegalEntity/cbc:CompanyID", peppol), "DK-R-002 ");
    EXPECT_EQ(without("nl-credit", "cac:BillingReference", peppol), "NL-R-001 ");
    EXPECT_EQ(without("it-plain", "//cac:PostalAddress/cbc:StreetName", peppol), "IT-R-002 ");
}

// Which child was seen before which, below each element.
using Order = std::map<std::string, std::set<std::pair<std::string, std::string>>>;

std::string local(const pugi::xml_node& node) {
    const std::string name = node.name();
    return name.substr(name.find(':') + 1);
}

void learn(const pugi::xml_node& node, Order& order) {
    for (pugi::xml_node child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        for (pugi::xml_node later = child.next_sibling(); later; later = later.next_sibling()) {
            if (later.type() == pugi::node_element && local(later) != local(child)) {
                order[local(node)].emplace(local(child), local(later));
            }
        }
        learn(child, order);
    }
}

Order published_order() {
    Order order;
    for (const char* folder : {"einvoice/en16931-ubl", "einvoice/peppol-bis"}) {
        for (const auto& entry : std::filesystem::directory_iterator{tests::shared_data(folder)}) {
            pugi::xml_document document;
            if (document.load_file(entry.path().c_str())) learn(document.document_element(), order);
        }
    }
    return order;
}

// The schemas of UBL are not among the test data; what they say of the order, all the examples together say too. A day
// of payment in a credit note is the one thing that none of them has.
TEST(EInvoiceForms, ubl_s_elements_stand_in_the_order_of_the_published_examples) {
    COMMIS_NEED_SHARED_DATA("einvoice/en16931-ubl");
    const Order published = published_order();
    ASSERT_GT(published.size(), 20U);
    Order ours;
    for (const auto& [name, paper] : sample_papers()) {
        for (const EInvoiceForm form : {xrechnung, peppol}) {
            if (writer().write(paper, form)) learn(File{paper, form}.root(), ours);
        }
    }
    ASSERT_GT(ours.size(), 20U);
    for (const auto& [parent, pairs] : ours) {
        const auto known = published.find(parent);
        ASSERT_NE(known, published.end()) << parent;
        for (const auto& pair : pairs) {
            EXPECT_TRUE(known->second.contains(pair)) << parent << ": " << pair.first << " before " << pair.second;
            EXPECT_FALSE(known->second.contains({pair.second, pair.first})) << parent << ": " << pair.second;
        }
    }
}

}  // namespace
}  // namespace commis::einvoice
