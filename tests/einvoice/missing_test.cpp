// What keeps a paper from a form: one paper a code, which lacks that alone, and a sentence in four languages for each.
#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "einvoice/papers.hpp"
#include "einvoice/written.hpp"

namespace commis::einvoice {
namespace {

using domain::Paper;
using domain::TaxCategory;
using domain::TaxRate;
using enum ports::EInvoiceForm;

const Paper& sample(const std::string& name) {
    static const std::vector<SamplePaper> papers = sample_papers();
    for (const SamplePaper& sample : papers) {
        if (sample.name == name) return sample.paper;
    }
    throw std::runtime_error{"no sample " + name};
}

struct Row {
    const char* code;
    const char* sample;
    ports::EInvoiceForm form;
    std::function<void(Paper&)> spoil;
};

const std::vector<Row> rows{
    {"not_a_tax_document", "de-plain", cii, [](Paper& paper) { paper.kind = domain::DocumentKind::receipt; }},
    {"not_a_tax_document", "de-plain", cii, [](Paper& paper) { paper.draft = true; }},
    {"not_a_tax_document", "de-plain", cii, [](Paper& paper) { paper.number = " "; }},
    {"not_a_tax_document", "de-plain", cii, [](Paper& paper) { paper.issued_on.clear(); }},
    {"currency_decimals", "de-plain", cii, [](Paper& paper) { paper.currency = *domain::Currency::find("KWD"); }},
    {"currency_unknown", "de-plain", cii, [](Paper& paper) { paper.currency = *domain::Currency::find("BGN"); }},
    {"no_lines", "de-free", cii,
     [](Paper& paper) {
         paper.lines.clear();
         add_up(paper);
     }},
    {"line_name", "de-plain", cii,
     [](Paper& paper) {
         paper.lines[0].name = "\t";
         paper.lines[0].sku.clear();
     }},
    {"sums", "de-plain", cii, [](Paper& paper) { ++paper.lines[0].net_minor; }},
    {"sums", "de-plain", cii, [](Paper& paper) { ++paper.total_minor; }},
    {"sums", "de-plain", cii, [](Paper& paper) { paper.lines[0].tax_rate = TaxRate::of(1); }},
    {"sums", "de-plain", cii, [](Paper& paper) { paper.taxes.push_back({.category = TaxCategory::zero}); }},
    {"tax_rounding", "de-plain", cii,
     [](Paper& paper) {
         paper.lines[0].tax_minor += 101;
         add_up(paper);
     }},
    {"tax_rounding", "jp-plain", cii,
     [](Paper& paper) {
         paper.lines[0].tax_minor += 2;
         add_up(paper);
     }},
    {"outside_mixed", "de-outside", cii,
     [](Paper& paper) {
         paper.lines.push_back(sample("de-plain").lines[0]);
         add_up(paper);
     }},
    {"exemption_reason", "de-exempt", cii, [](Paper& paper) { paper.exemption_reason = "\n "; }},
    {"seller_name", "de-plain", cii, [](Paper& paper) { paper.seller.name.clear(); }},
    {"seller_country", "de-plain", cii, [](Paper& paper) { paper.seller.address.country = "ZZ"; }},
    {"seller_vat_id", "de-plain", cii, [](Paper& paper) { paper.seller.vat_id.clear(); }},
    {"seller_vat_id", "de-export", cii, [](Paper& paper) { paper.seller.vat_id = "143/158/00015"; }},
    {"seller_vat_id", "no-plain", peppol, [](Paper& paper) { paper.seller.vat_id = "NO974760673"; }},
    {"seller_vat_id", "se-plain", peppol, [](Paper& paper) { paper.seller.vat_id = "SE5560123456"; }},
    {"buyer_name", "de-plain", cii, [](Paper& paper) { paper.buyer.name.clear(); }},
    {"buyer_country", "de-plain", cii, [](Paper& paper) { paper.buyer.address.country.clear(); }},
    {"buyer_vat_id", "de-reverse", cii, [](Paper& paper) { paper.buyer.vat_id.clear(); }},
    {"buyer_vat_id", "de-supply", xrechnung, [](Paper& paper) { paper.buyer.vat_id = "12345"; }},
    {"delivery_country", "de-uneven", cii,
     [](Paper& paper) {
         paper.ship_to = buyer_in("DE", false);
         paper.ship_to->address.country = "XX";
     }},
    {"delivery_country", "de-supply", cii,
     [](Paper& paper) {
         paper.ship_to = buyer_in("FR", false);
         paper.ship_to->address.country.clear();
     }},
    {"delivery_day", "de-supply", cii, [](Paper& paper) { paper.delivered_on.clear(); }},
    {"buyer_reference", "de-plain", xrechnung, [](Paper& paper) { paper.buyer_reference.clear(); }},
    {"buyer_reference", "de-plain", peppol, [](Paper& paper) { paper.buyer_reference.clear(); }},
    {"buyer_reference", "fr-plain", peppol,
     [](Paper& paper) {
         paper.buyer_reference.clear();
         paper.order_number.clear();
         paper.external_id.clear();
     }},
    {"seller_address", "de-plain", xrechnung, [](Paper& paper) { paper.seller.address.city.clear(); }},
    {"seller_address", "it-plain", peppol, [](Paper& paper) { paper.seller.address.line1.clear(); }},
    {"seller_phone", "de-plain", xrechnung, [](Paper& paper) { paper.seller.phone = "-"; }},
    {"seller_email", "de-plain", xrechnung, [](Paper& paper) { paper.seller.email.clear(); }},
    {"buyer_address", "de-plain", xrechnung, [](Paper& paper) { paper.buyer.address.postal_code.clear(); }},
    {"buyer_address", "nl-plain", peppol, [](Paper& paper) { paper.buyer.address.line1.clear(); }},
    {"delivery_address", "de-plain", xrechnung, [](Paper& paper) { paper.ship_to->address.city.clear(); }},
    {"buyer_email", "de-plain", xrechnung, [](Paper& paper) { paper.buyer.email.clear(); }},
    {"seller_endpoint", "be-plain", peppol, [](Paper& paper) { paper.seller.vat_id = "BE0412345615"; }},
    {"buyer_endpoint", "de-plain", peppol, [](Paper& paper) { paper.buyer.vat_id.clear(); }},
    {"seller_registration", "dk-plain", peppol,
     [](Paper& paper) {
         paper.seller.vat_id = "DE123456789";
         paper.seller.registration = "CVR";
     }},
    {"refers_to", "nl-credit", peppol, [](Paper& paper) { paper.refers_to_number.clear(); }},
    {"payment_account", "nl-paypal", peppol, [](Paper& paper) { paper.due_minor = paper.total_minor; }},
    {"country_rules", "se-plain", peppol,
     [](Paper& paper) {
         for (domain::PaperLine& line : paper.lines) line.tax_rate = TaxRate::of(250'100);
         paper.shipping->tax_rate = TaxRate::of(250'100);
         for (domain::PaperLine& line : paper.lines) line.tax_minor = tax_of(line.net_minor, line.tax_rate, false);
         add_up(paper);
     }},
    {"country_rules", "fr-plain", peppol,
     [](Paper& paper) {
         paper.seller.address.country = "GR";
         paper.seller.vat_id = "EL123456783";
     }},
};

TEST(EInvoiceMissing, each_gap_has_its_code_and_is_the_only_one) {
    for (const Row& row : rows) {
        SCOPED_TRACE(std::string{row.code} + " " + row.sample);
        Paper paper = sample(row.sample);
        const auto whole = writer().write(paper, row.form);
        ASSERT_TRUE(whole) << joined(whole.error());
        row.spoil(paper);
        const auto file = writer().write(paper, row.form);
        ASSERT_FALSE(file);
        EXPECT_EQ(joined(file.error()), std::string{row.code} + " ");
    }
}

TEST(EInvoiceMissing, every_code_has_a_sentence_and_every_sentence_a_code) {
    std::set<std::string> codes;
    for (const Row& row : rows) codes.insert("einvoice_missing." + std::string{row.code});
    for (const std::string& code : codes) EXPECT_TRUE(words().has(code)) << code;
    for (const std::string& key : words().keys("en")) {
        EXPECT_TRUE(!key.starts_with("einvoice_missing.") || codes.contains(key)) << key;
    }
}

TEST(EInvoiceMissing, an_empty_paper_is_told_everything_at_once_and_nothing_twice) {
    for (const ports::EInvoiceForm form : forms) {
        const auto file = writer().write(Paper{}, form);
        ASSERT_FALSE(file);
        const std::set<std::string> once{file.error().begin(), file.error().end()};
        EXPECT_EQ(once.size(), file.error().size()) << joined(file.error());
        for (const char* code : {"not_a_tax_document", "no_lines", "seller_name", "seller_country", "buyer_name",
                                 "buyer_country", "seller_vat_id"}) {
            EXPECT_TRUE(once.contains(code)) << code;
        }
    }
}

}  // namespace
}  // namespace commis::einvoice
