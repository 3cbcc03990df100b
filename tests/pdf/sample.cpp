#include "pdf/sample.hpp"

#include <utility>

#include "adapters/system/format.hpp"
#include "adapters/system/words.hpp"
#include "domain/qr_payload.hpp"

namespace commis::tests {

using domain::DocumentKind;
using domain::Paper;
using domain::PaperLine;

void price(PaperLine& line, bool prices_include_tax) {
    const std::int64_t amount = line.unit_price_minor * line.quantity - line.discount_minor;
    line.tax_minor = domain::tax_of(amount, line.tax_rate, prices_include_tax);
    line.net_minor = prices_include_tax ? amount - line.tax_minor : amount;
}

PaperLine sample_line(std::string name, std::int32_t quantity, std::int64_t unit_price_minor, std::int64_t percent_e4) {
    PaperLine line{.name = std::move(name), .quantity = quantity, .unit_price_minor = unit_price_minor};
    line.tax_rate = domain::TaxRate::of(percent_e4);
    price(line, true);
    return line;
}

void total_up(Paper& paper) {
    domain::add_up(paper);
    paper.due_minor = paper.total_minor - paper.paid_minor;
}

namespace {

domain::PaperParty seller() {
    return {.name = "Maison Nordlys SARL",
            .address = {"", "", "12 rue des Tanneurs", "", "67000", "Strasbourg", "", "FR"},
            .vat_id = "FR40303265045",
            .registration = "RCS Strasbourg 303 265 045",
            .email = "bonjour@nordlys.example",
            .phone = "+33 3 88 00 00 00",
            .website = "www.nordlys.example"};
}

domain::PaperParty buyer() {
    return {.name = "Bühler & Söhne GmbH",
            .contact = "Frau Anneliese Bühler",
            .address = {"", "", "Lange Straße 118", "Hinterhaus", "76530", "Baden-Baden", "", "DE"},
            .vat_id = "DE123456789",
            .email = "a.buehler@buehler.example"};
}

void add_lines(Paper& paper) {
    PaperLine lamp = sample_line("Table lamp “Aurora”, brushed brass, with linen shade", 2, 8'900, 200'000);
    lamp.sku = "NL-LAMP-01";
    lamp.discount_minor = 1'780;
    PaperLine candles = sample_line("Beeswax candles, box of twelve", 10, 1'450, 200'000);
    candles.sku = "NL-CAND-12";
    PaperLine book =
        sample_line("Book: The Light of the North (hardback, 240 pages, with 80 plates in colour)", 1, 3'200, 55'000);
    book.sku = "NL-BOOK-7";
    book.details = {"Signed copy for Anneliese", "Delivered with the lamp"};
    paper.lines = {lamp, candles, book};
    for (PaperLine& line : paper.lines) price(line, paper.prices_include_tax);
    PaperLine shipping = sample_line("Parcel to Germany", 1, 990, 200'000);
    price(shipping, paper.prices_include_tax);
    paper.shipping = shipping;
}

}  // namespace

Paper sample_paper(DocumentKind kind, std::string_view language) {
    Paper paper{.kind = kind, .number = "INV-2026-0007", .language = std::string(language)};
    paper.currency = *domain::Currency::find("EUR");
    paper.issued_at_ms = 1'795'417'200'000;
    paper.issued_on = "2026-11-23";
    paper.delivered_on = "2026-11-20";
    paper.order_number = "2026-10412";
    paper.order_placed_on = "2026-11-18";
    paper.buyer_reference = "PO 4500017";
    paper.seller = seller();
    paper.buyer = buyer();
    paper.payment_method = "invoice";
    paper.payment_method_label = "Invoice";
    paper.notes = {"Thank you for your order."};
    paper.look = {.color = "#0f766e", .footer = {"Nordlys · Light from the north since 1987", "Tribunal: Strasbourg"}};
    add_lines(paper);
    total_up(paper);
    if (kind == DocumentKind::order_form) paper.number = "";
    if (kind == DocumentKind::invoice) paper.due_on = "2026-12-23";
    if (kind == DocumentKind::credit_note) {
        paper.number = "CN-2026-0002";
        paper.refers_to_number = "INV-2026-0001";
        paper.refers_to_on = "2026-11-02";
        paper.due_minor = 0;
    }
    if (kind == DocumentKind::receipt) {
        paper.number = "R-2026-0031";
        paper.payments = {{"Card", "2026-11-18", 20'000}, {"Bank transfer", "2026-11-21", paper.total_minor - 20'000}};
        paper.paid_minor = paper.total_minor;
        paper.due_minor = 0;
    }
    if (kind == DocumentKind::delivery_note) {
        paper.number = "DN-2026-0009";
        paper.ship_to = domain::PaperParty{.name = "Atelier Bühler",
                                           .address = {"", "", "Am Hang 3", "", "77815", "Bühl", "", "DE"}};
        paper.tracking = "00340434292135100148";
    }
    return paper;
}

Paper long_paper(std::size_t lines) {
    Paper paper = sample_paper(DocumentKind::invoice);
    paper.lines.clear();
    for (std::size_t at = 0; at < lines; ++at) {
        const auto price_minor = static_cast<std::int64_t>(1 + at * 37 % 99) * 100;
        paper.lines.push_back(sample_line("Article number " + std::to_string(at + 1), 1, price_minor, 200'000));
        paper.lines.back().sku = "A-" + std::to_string(1'000 + at);
    }
    total_up(paper);
    return paper;
}

domain::PaperTransfer swiss_transfer() {
    domain::PaperTransfer transfer{.holder = "Robert Schneider AG", .iban = "CH4431999123000889012"};
    transfer.address = {"", "", "Rue du Lac 1268", "", "2501", "Biel", "", "CH"};
    transfer.reference = "21 00000 00003 13947 14300 09017";
    transfer.reference_kind = "qrr";
    transfer.amount_minor = 394'975;
    transfer.standard = domain::QrStandard::swiss;
    domain::SwissBill bill{.iban = transfer.iban,
                           .creditor = {"Robert Schneider AG", "Rue du Lac", "1268", "2501", "Biel", "CH"},
                           .amount_minor = transfer.amount_minor,
                           .currency = "CHF",
                           .debtor = domain::QrParty{"Pia-Maria Rutschmann-Schnyder", "Grosse Marktgasse", "28", "9400",
                                                     "Rorschach", "CH"},
                           .reference = domain::read_payment_reference(transfer.reference),
                           .message = "Order 2026-10412"};
    transfer.payload = domain::swiss_qr_payload(bill).value();
    return transfer;
}

domain::PaperTransfer euro_transfer() {
    domain::PaperTransfer transfer{.holder = "Maison Nordlys SARL", .iban = "FR7630006000011234567890189"};
    transfer.bic = "AGRIFRPP";
    transfer.reference = "RF18 5390 0754 7034";
    transfer.reference_kind = "scor";
    transfer.amount_minor = 21'590;
    transfer.standard = domain::QrStandard::epc;
    transfer.payload = domain::epc_qr_payload({.name = transfer.holder,
                                               .iban = transfer.iban,
                                               .bic = transfer.bic,
                                               .amount_minor = transfer.amount_minor,
                                               .reference = domain::read_payment_reference(transfer.reference)})
                           .value();
    return transfer;
}

ports::ListSheet sample_list() {
    ports::ListSheet sheet{.title = "Pick list", .subtitle = "23 November 2026, 3 orders", .language = "en"};
    sheet.made_at_ms = 1'795'417'200'000;
    sheet.columns = {{.title = "Article", .share = 3},
                     {.title = "Description", .share = 9},
                     {.title = "Quantity", .is_number = true, .share = 2}};
    sheet.groups = {{.title = "Shelf A",
                     .rows = {{{"NL-LAMP-01", "Table lamp “Aurora”", "2"}, "2026-10412"},
                              {{"NL-CAND-12", "Beeswax candles, box of twelve", "10"}, "2026-10413"}}},
                    {.title = "Shelf B", .rows = {{{"NL-BOOK-7", "Book: The Light of the North", "1"}, ""}}}};
    sheet.look.color = "#0f766e";
    return sheet;
}

const pdf::PdfDrawer& drawer() {
    static const system::WordCatalogue words;
    static const system::LanguageFormatter format;
    static const pdf::PdfDrawer made(words, format);
    return made;
}

std::string no_picture(std::string_view /*digest*/) { return ""; }

}  // namespace commis::tests
