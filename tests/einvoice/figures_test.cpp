// What a file says is what the paper says, to the cent, and keeps the arithmetic of EN 16931: for sixty samples, and
// for thousands of papers that nobody thought of.
#include "einvoice/figures.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "einvoice/network_rules.hpp"
#include "einvoice/papers.hpp"
#include "einvoice/written.hpp"

namespace commis::einvoice {
namespace {

using domain::LineKind;
using domain::Paper;
using domain::TaxRate;
using ports::EInvoiceForm;

// Where the files go that the rules themselves are asked about (rules.test.mjs).
std::optional<std::filesystem::path> folder_of_files() {
    const char* folder = std::getenv("COMMIS_EINVOICE_FOLDER");
    if (folder == nullptr) return std::nullopt;
    std::filesystem::create_directories(folder);
    return folder;
}

void keep(const std::filesystem::path& folder, const std::string& name, EInvoiceForm form, const std::string& file) {
    std::ofstream{folder / (name + "." + std::string{id_of(form)} + ".xml"), std::ios::binary} << file;
}

void expect_same(const Figures& figures, const Paper& paper) {
    EXPECT_EQ(figures.type, paper.kind == domain::DocumentKind::credit_note ? "381" : "380");
    EXPECT_EQ(figures.number, paper.number);
    EXPECT_EQ(figures.currency, paper.currency);
    EXPECT_EQ(figures.net_minor, paper.net_minor);
    EXPECT_EQ(figures.tax_minor, paper.tax_minor);
    EXPECT_EQ(figures.total_minor, paper.total_minor);
    EXPECT_EQ(figures.due_minor, paper.due_minor);
    ASSERT_EQ(figures.taxes.size(), paper.taxes.size());
    for (std::size_t i = 0; i < paper.taxes.size(); ++i) {
        EXPECT_EQ(figures.taxes[i].category, untdid_5305(paper.taxes[i].category));
        EXPECT_EQ(figures.taxes[i].rate, paper.taxes[i].rate);
        EXPECT_EQ(figures.taxes[i].net_minor, paper.taxes[i].net_minor);
        EXPECT_EQ(figures.taxes[i].tax_minor, paper.taxes[i].tax_minor);
    }
    // A paper of shipping alone has it as its line.
    if (paper.lines.empty()) return;
    ASSERT_EQ(figures.lines.size(), paper.lines.size());
    for (std::size_t i = 0; i < paper.lines.size(); ++i) {
        EXPECT_EQ(figures.lines[i].net_minor, paper.lines[i].net_minor);
        EXPECT_EQ(std::abs(figures.lines[i].quantity), std::max(paper.lines[i].quantity, 1));
        EXPECT_EQ(figures.lines[i].rate, paper.lines[i].tax_rate);
    }
    if (paper.shipping) {
        ASSERT_EQ(figures.charges.size(), 1U);
        EXPECT_EQ(figures.charges[0].amount_minor, paper.shipping->net_minor);
    }
}

TEST(EInvoice, sixty_papers_say_their_figures_in_every_form_that_takes_them) {
    std::map<EInvoiceForm, int> written;
    std::map<std::string, int> categories;
    const auto folder = folder_of_files();
    const auto papers = sample_papers();
    ASSERT_EQ(papers.size(), 60U);
    for (const auto& [name, paper] : papers) {
        for (const EInvoiceForm form : forms) {
            SCOPED_TRACE(name + " " + std::string{id_of(form)});
            const auto file = writer().write(paper, form);
            if (!file) {
                EXPECT_NE(form, EInvoiceForm::cii) << joined(file.error());
                continue;
            }
            ++written[form];
            if (folder) keep(*folder, name, form, *file);
            const Figures figures = read_figures(*file);
            expect_same(figures, paper);
            EXPECT_EQ(joined(broken_rules(figures)), "");
            for (const FileTax& tax : figures.taxes) ++categories[tax.category];
        }
    }
    EXPECT_EQ(written[EInvoiceForm::cii], 60);
    EXPECT_GE(written[EInvoiceForm::xrechnung], 40);
    EXPECT_GE(written[EInvoiceForm::peppol], 30);
    for (const char* category : {"S", "Z", "E", "AE", "K", "G", "O"}) EXPECT_GT(categories[category], 0) << category;
}

// The other half of the proof: the rules named here see a cent.
TEST(EInvoice, a_cent_more_breaks_the_rule_of_each_sum) {
    const auto file = writer().write(sample_papers()[3].paper, EInvoiceForm::xrechnung);
    ASSERT_TRUE(file) << joined(file.error());
    const auto broken_by = [&](const auto& change) {
        Figures figures = read_figures(*file);
        change(figures);
        return joined(broken_rules(figures));
    };
    EXPECT_EQ(broken_by([](Figures&) {}), "");
    EXPECT_EQ(broken_by([](Figures& figures) { ++figures.due_minor; }), "BR-CO-16 ");
    EXPECT_EQ(broken_by([](Figures& figures) { ++figures.lines_minor; }), "BR-CO-10 BR-CO-13 ");
    EXPECT_EQ(broken_by([](Figures& figures) { ++figures.charges[0].amount_minor; }), "BR-CO-12 BR-CO-13 BR-S-08 ");
    EXPECT_EQ(broken_by([](Figures& figures) { ++figures.tax_minor; }), "BR-CO-14 BR-CO-15 ");
    EXPECT_EQ(broken_by([](Figures& figures) { ++figures.lines[0].price_minor; }), "PEPPOL-EN16931-R120 ");
    EXPECT_EQ(broken_by([](Figures& figures) { figures.taxes[0].tax_minor += 100; }), "BR-CO-14 BR-S-09 ");
}

std::string gen_country() {
    return *rc::gen::element<std::string>("AT", "BE", "CH", "DE", "DK", "ES", "FR", "IT", "JP", "NL", "NO", "SE", "US");
}

std::int64_t gen_amount(std::int64_t most) { return *rc::gen::inRange<std::int64_t>(0, most + 1); }

// Where nothing is taxed, one kind of thing is sold: what is outside the tax stands alone.
Item gen_item(std::optional<LineKind> untaxed) {
    const auto rate = *rc::gen::element<std::int64_t>(0, 1, 4'999, 5'000, 26'000, 55'000, 77'000, 190'000, 250'000,
                                                      999'999, 1'000'000);
    Item item{.name = *rc::gen::element<std::string>("Tasse", "<b>&amp;", "é\x01\n\xEF\xBF\xBF", "日本", "\"'"),
              .kind = untaxed.value_or(*rc::gen::element(LineKind::goods, LineKind::service, LineKind::fee)),
              .quantity = *rc::gen::inRange(0, 12),
              .unit_price_minor = gen_amount(*rc::gen::element<std::int64_t>(3, 500, 99'999, 1'000'000'000)),
              .rate = TaxRate::of(untaxed ? 0 : rate)};
    const std::int64_t whole = item.unit_price_minor * item.quantity;
    if (*rc::gen::inRange(0, 3) == 0) item.discount_minor = gen_amount(whole);
    if (*rc::gen::inRange(0, 15) == 0) item.unit_price_minor = -item.unit_price_minor;
    if (item.unit_price_minor < 0) item.discount_minor = 0;
    return item;
}

// Nearly all of it can be missing: then the answer is codes, and no file.
Paper gen_paper() {
    const auto maybe = [](std::string text) { return *rc::gen::inRange(0, 40) == 0 ? std::string{} : text; };
    Paper paper{.kind = *rc::gen::element(domain::DocumentKind::invoice, domain::DocumentKind::credit_note),
                .number = maybe("R-1"),
                .language = *rc::gen::element<std::string>("en", "fr", "da", "de"),
                .currency = *domain::Currency::find(
                    *rc::gen::element<std::string>("EUR", "EUR", "CHF", "DKK", "JPY", "HUF", "KWD")),
                .prices_include_tax = *rc::gen::arbitrary<bool>(),
                .issued_on = maybe("2026-11-23"),
                .delivered_on = maybe("2026-11-20"),
                .due_on = maybe("2026-12-23"),
                .order_number = "A-1",
                .external_id = maybe("#1#23#"),
                .buyer_reference = maybe(" ref\t"),
                .refers_to_number = maybe("R-0"),
                .refers_to_on = "2026-11-01",
                .seller = seller_in(gen_country()),
                .buyer = buyer_in(gen_country(), *rc::gen::arbitrary<bool>()),
                .payment_method = *rc::gen::element<std::string>("card", "invoice", "paypal", "cheque", "new"),
                .payment_method_label = maybe("Karte"),
                .exemption_reason = *rc::gen::arbitrary<bool>() ? "§ 19 UStG" : "",
                .notes = {"#AAA#", " ", "\x02", maybe("Danke")}};
    paper.seller.vat_id = maybe(paper.seller.vat_id);
    paper.buyer.address.city = maybe(paper.buyer.address.city);
    paper.buyer.address.country = maybe(paper.buyer.address.country);
    if (*rc::gen::arbitrary<bool>()) paper.ship_to = buyer_in(gen_country(), false);
    std::vector<Item> items;
    const int count = *rc::gen::inRange(0, 7);
    std::optional<LineKind> untaxed;
    if (*rc::gen::arbitrary<bool>()) untaxed = *rc::gen::element(LineKind::goods, LineKind::service);
    for (int i = 0; i < count; ++i) items.push_back(gen_item(untaxed));
    const Item shipping = gen_item(untaxed);
    take_items(paper, items, *rc::gen::arbitrary<bool>() ? &shipping : nullptr);
    paper.paid_minor = *rc::gen::element<std::int64_t>(0, 0, 100, 5'000, paper.total_minor);
    paper.due_minor = paper.total_minor - paper.paid_minor + *rc::gen::element<std::int64_t>(0, 0, 2, -25, 777'777);
    if (*rc::gen::arbitrary<bool>()) paper.transfer = domain::PaperTransfer{.iban = "DE89 3704 0044 0532 0130 00"};
    return paper;
}

std::string broken_in_network(const std::string& file, EInvoiceForm form) {
    if (form == EInvoiceForm::cii) return {};
    pugi::xml_document document;
    document.load_buffer(file.data(), file.size());
    return joined(broken_network_rules(document.document_element(), form));
}

TEST(EInvoice, any_paper_is_refused_by_codes_or_keeps_the_rules) {
    int written = 0;
    int refused = 0;
    const auto folder = folder_of_files();
    const bool is_true = rc::check("any paper", [&] {
        const Paper paper = gen_paper();
        for (const EInvoiceForm form : forms) {
            const auto file = writer().write(paper, form);
            if (!file) {
                ++refused;
                RC_ASSERT(!file.error().empty());
                continue;
            }
            ++written;
            if (folder && written <= 150) keep(*folder, "generated-" + std::to_string(written), form, *file);
            const Figures figures = read_figures(*file);
            RC_ASSERT(joined(broken_rules(figures)) == "");
            RC_ASSERT(broken_in_network(*file, form) == "");
            RC_ASSERT(figures.total_minor == paper.total_minor);
            RC_ASSERT(figures.due_minor == paper.due_minor);
        }
    });
    EXPECT_TRUE(is_true);
    EXPECT_GT(written, 5);
    EXPECT_GT(refused, 5);
}

}  // namespace
}  // namespace commis::einvoice
