// What stands on each kind of paper, in each language, read back from the pages.
#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "adapters/system/format.hpp"
#include "adapters/system/words.hpp"
#include "pdf/sample.hpp"

namespace commis::tests {
namespace {

using domain::DocumentKind;
using domain::Paper;
using domain::TaxCategory;

const system::WordCatalogue& catalogue() {
    static const system::WordCatalogue words;
    return words;
}

// Blanks of figures are plain ones on paper.
std::string shown(std::string text) {
    for (const std::string blank : {"\u202F", "\u00A0"}) {
        for (auto at = text.find(blank); at != std::string::npos; at = text.find(blank)) {
            text.replace(at, blank.size(), " ");
        }
    }
    return text;
}

std::string money(std::int64_t amount_minor, const Paper& paper) {
    return shown(system::LanguageFormatter().money({amount_minor, paper.currency}, paper.language));
}

std::string drawn_text(const Paper& paper) { return text_of(drawer().draw(paper, no_picture)); }

void expect_all(const std::string& text, const std::vector<std::string>& wanted) {
    for (const std::string& words : wanted) EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
}

class EachPaper : public testing::TestWithParam<std::tuple<DocumentKind, std::string>> {};

TEST_P(EachPaper, says_what_it_is_who_to_whom_and_every_line) {
    const auto& [kind, language] = GetParam();
    const Paper paper = sample_paper(kind, language);
    const std::string text = drawn_text(paper);
    expect_all(text, {catalogue().text(language, "document_kind." + std::string(id_of(kind))), paper.order_number,
                      paper.number, paper.seller.name, "12 rue des Tanneurs", paper.seller.vat_id,
                      paper.seller.registration, "Bühler & Söhne GmbH", "76530 Baden-Baden", paper.buyer_reference,
                      "Light from the north", "Thank you for your order.", "Signed copy for Anneliese"});
    expect_all(text, {catalogue().text(language, "paper.page", {{"page", "1"}, {"pages", "1"}})});
    for (const auto& line : paper.lines) expect_all(text, {line.sku, line.name.substr(0, 24)});
}

TEST_P(EachPaper, shows_every_amount_or_none_at_all) {
    const auto& [kind, language] = GetParam();
    const Paper paper = sample_paper(kind, language);
    const std::string text = drawn_text(paper);
    std::vector<std::string> amounts{money(paper.net_minor, paper), money(paper.total_minor, paper)};
    for (const auto& line : paper.lines) amounts.push_back(money(line.total_minor(), paper));
    for (const auto& tax : paper.taxes) {
        amounts.push_back(money(tax.tax_minor, paper));
        amounts.push_back(money(tax.net_minor, paper));
    }
    amounts.push_back("–" + money(1'780, paper));
    for (const std::string& amount : amounts) {
        EXPECT_EQ(text.find(amount) != std::string::npos, kind != DocumentKind::delivery_note) << amount << "\n"
                                                                                               << text;
    }
}

INSTANTIATE_TEST_SUITE_P(All, EachPaper,
                         testing::Combine(testing::Values(DocumentKind::order_form, DocumentKind::invoice,
                                                          DocumentKind::receipt, DocumentKind::credit_note,
                                                          DocumentKind::delivery_note),
                                          testing::Values("en", "fr", "da", "de")));

TEST(Invoice, tells_its_days_and_what_is_left_to_pay_by_when) {
    Paper paper = sample_paper(DocumentKind::invoice);
    paper.paid_minor = 5'000;
    total_up(paper);
    paper.transfer = euro_transfer();
    const std::string text = drawn_text(paper);
    expect_all(text, {"Invoice INV-2026-0007", "Date 23 November 2026", "Due date 23 December 2026",
                      "Delivery date 20 November 2026", "Order 2026-10412", "Order date 18 November 2026",
                      "Your reference PO 4500017", "Your VAT number DE123456789", "Payment Invoice",
                      "All prices include VAT.", "Total €347.10", "Already paid –€50.00", "Amount due €297.10",
                      "Please pay €297.10 by 23 December 2026."});
    expect_all(text, {"FR76 3000 6000 0112 3456 7890 189", "AGRIFRPP", "RF18 5390 0754 7034", "Scan to pay"});
    paper.paid_minor = paper.total_minor;
    total_up(paper);
    paper.transfer.reset();
    expect_all(drawn_text(paper), {"Amount due €0.00", "Paid in full"});
}

TEST(Invoice, names_the_place_of_delivery_only_where_it_is_another) {
    Paper paper = sample_paper(DocumentKind::invoice, "fr");
    paper.ship_to = paper.buyer;
    paper.ship_to->vat_id.clear();
    paper.ship_to->email.clear();
    EXPECT_EQ(drawn_text(paper).find("Livré à"), std::string::npos);
    paper.ship_to->address.line1 = "Am Hang 3";
    expect_all(drawn_text(paper), {"Livré à : Bühler & Söhne GmbH, Frau Anneliese Bühler, Am Hang 3, Hinterhaus"});
}

TEST(Invoice, has_a_column_of_discounts_only_where_there_is_one) {
    Paper paper = sample_paper(DocumentKind::invoice);
    EXPECT_NE(drawn_text(paper).find("Discount"), std::string::npos);
    paper.lines[0].discount_minor = 0;
    EXPECT_EQ(drawn_text(paper).find("Discount"), std::string::npos);
}

TEST(Invoice, without_tax_in_its_prices_lists_net_amounts) {
    Paper paper = sample_paper(DocumentKind::invoice);
    paper.prices_include_tax = false;
    for (auto& line : paper.lines) price(line, false);
    total_up(paper);
    const std::string text = drawn_text(paper);
    EXPECT_EQ(text.find("All prices include VAT."), std::string::npos);
    expect_all(text, {"€160.20", money(paper.total_minor, paper)});
}

TEST(Invoice, that_is_a_draft_says_so_and_bears_no_number) {
    Paper paper = sample_paper(DocumentKind::invoice, "fr");
    paper.draft = true;
    const std::string text = drawn_text(paper);
    expect_all(text, {"Facture PRO FORMA", "ne vaut pas facture"});
    EXPECT_EQ(text.find(paper.number), std::string::npos);
    paper.kind = DocumentKind::credit_note;
    paper.language = "de";
    expect_all(drawn_text(paper), {"Gutschrift ENTWURF"});
}

TEST(Invoice, of_a_swiss_shop_writes_figures_the_swiss_way) {
    Paper paper = sample_paper(DocumentKind::invoice, "de");
    paper.seller.address.country = "CH";
    paper.currency = *domain::Currency::find("CHF");
    paper.lines[0].unit_price_minor = 123'456;
    expect_all(drawn_text(paper), {"CHF 1’234.56"});
}

TEST(Invoice, words_why_nothing_is_taxed) {
    const std::vector<std::tuple<TaxCategory, std::string, std::string>> wordings{
        {TaxCategory::reverse_charge, "de", "Steuerschuldnerschaft des Leistungsempfängers"},
        {TaxCategory::reverse_charge, "fr", "Autoliquidation"},
        {TaxCategory::reverse_charge, "da", "Omvendt betalingspligt"},
        {TaxCategory::reverse_charge, "en", "Reverse charge"},
        {TaxCategory::intra_community, "en", "Art. 138 of Directive 2006/112/EC"},
        {TaxCategory::intra_community, "de", "innergemeinschaftliche Lieferung"},
        {TaxCategory::exported, "fr", "art. 146 de la directive 2006/112/CE"},
        {TaxCategory::outside, "da", "Ikke momspligtig"},
        {TaxCategory::exempt, "de", "Kleinunternehmer nach § 19 UStG"},
    };
    for (const auto& [category, language, words] : wordings) {
        Paper paper = sample_paper(DocumentKind::invoice, language);
        paper.exemption_reason = "Kleinunternehmer nach § 19 UStG";
        paper.shipping.reset();
        for (auto& line : paper.lines) {
            line.category = category;
            line.tax_rate = {};
            price(line, true);
        }
        total_up(paper);
        const std::string text = drawn_text(paper);
        expect_all(text, {words});
        const bool gives_reason = category == TaxCategory::exempt || category == TaxCategory::outside;
        EXPECT_EQ(text.find("Kleinunternehmer") != std::string::npos, gives_reason) << text;
    }
}

TEST(CreditNote, names_its_invoice) {
    expect_all(drawn_text(sample_paper(DocumentKind::credit_note)),
               {"Invoice INV-2026-0001", "Invoice date 2 November 2026", "Total credited €347.10"});
}

TEST(Receipt, lists_the_payments_and_their_sum) {
    expect_all(drawn_text(sample_paper(DocumentKind::receipt)),
               {"18 November 2026 Card €200.00", "21 November 2026 Bank transfer €147.10", "Total paid €347.10"});
}

TEST(DeliveryNote, goes_to_the_recipient_and_carries_a_return_slip_when_asked) {
    Paper paper = sample_paper(DocumentKind::delivery_note);
    std::string text = drawn_text(paper);
    expect_all(text, {"Atelier Bühler", "77815 Bühl", "Ordered by: Bühler & Söhne GmbH", "00340434292135100148"});
    EXPECT_EQ(text.find("Return slip"), std::string::npos);
    paper.return_slip = true;
    const std::string pdf = drawer().draw(paper, no_picture);
    text = text_of(pdf);
    EXPECT_EQ(page_count(pdf), 1);
    expect_all(text, {"Return slip", "Return to", "of 10", "3 = damaged or faulty", "6 = no longer wanted"});
    paper.language = "da";
    expect_all(drawn_text(paper), {"6 = ønskes ikke længere"});
    paper.language = "en";
    for (int line = 0; line < 12; ++line) paper.lines.push_back(paper.lines[1]);
    EXPECT_EQ(page_count(drawer().draw(paper, no_picture)), 2) << "a slip is not torn in two";
    for (int line = 0; line < 60; ++line) paper.lines.push_back(paper.lines[1]);
    const std::string many = drawer().draw(paper, no_picture);
    expect_all(text_of(many, page_count(many)), {"6 = no longer wanted"});
}

TEST(ListSheet, has_groups_columns_and_their_cells) {
    expect_all(text_of(drawer().draw(sample_list(), no_picture)),
               {"Pick list", "23 November 2026, 3 orders", "Article Description Quantity", "Shelf A", "Shelf B",
                "NL-CAND-12 Beeswax candles, box of twelve 10", "NL-BOOK-7 Book: The Light of the North 1"});
}

TEST(ListSheet, keeps_numbers_of_articles_on_one_line) {
    ports::ListSheet sheet = sample_list();
    for (int row = 0; row < 6; ++row) {
        const std::string sku = "NL-LAMP-" + std::string(static_cast<std::size_t>(row), 'W');
        sheet.groups[0].rows[0].cells[0] = sku;
        EXPECT_NE(text_of(drawer().draw(sheet, no_picture)).find(sku + " Table"), std::string::npos) << sku;
    }
}

TEST(ListSheet, repeats_its_head_on_every_page) {
    ports::ListSheet sheet = sample_list();
    for (int row = 0; row < 100; ++row) sheet.groups[1].rows.push_back({{"X", "Row " + std::to_string(row), "1"}, ""});
    const std::string pdf = drawer().draw(sheet, no_picture);
    const int pages = page_count(pdf);
    ASSERT_GE(pages, 3);
    for (int page = 1; page <= pages; ++page) expect_all(text_of(pdf, page), {"Pick list", "Article Description"});
    expect_all(text_of(pdf, pages), {"Row 99"});
}

}  // namespace
}  // namespace commis::tests
