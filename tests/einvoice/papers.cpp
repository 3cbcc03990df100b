// A table of sixty rows, and how a row becomes a paper.
#include "einvoice/papers.hpp"

#include <map>
#include <stdexcept>

#include "domain/rounding.hpp"

namespace commis::einvoice {
namespace {

using domain::LineKind;
using domain::Paper;
using domain::PaperLine;
using domain::TaxRate;

struct Country {
    std::int64_t standard_e4;
    std::int64_t reduced_e4;
    const char* vat_id;
    const char* registration;
    const char* iban;
    const char* postal_code;
    const char* city;
};

const std::map<std::string, Country> countries{
    {"AT", {200'000, 100'000, "ATU12345675", "FN 123456a", "AT611904300234573201", "1010", "Wien"}},
    {"BE", {210'000, 60'000, "BE0412345614", "0412.345.614", "BE68539007547034", "1000", "Bruxelles"}},
    {"CH", {81'000, 26'000, "CHE-123.456.788 MWST", "CHE-123.456.788", "CH9300762011623852957", "3011", "Bern"}},
    {"DE", {190'000, 70'000, "DE123456789", "HRB 12345", "DE89370400440532013000", "10115", "Berlin"}},
    {"DK", {250'000, 250'000, "DK12345674", "12345674", "DK5000400440116243", "2100", "København Ø"}},
    {"ES", {210'000, 100'000, "ESB12345674", "B12345674", "ES9121000418450200051332", "28001", "Madrid"}},
    {"FI", {255'000, 140'000, "FI12345671", "1234567-1", "FI2112345600000785", "00100", "Helsinki"}},
    {"FR", {200'000, 55'000, "FR32123456789", "123 456 789", "FR1420041010050500013M02606", "75002", "Paris"}},
    {"IE", {230'000, 135'000, "IE1234567T", "123456", "IE29AIBK93115212345678", "D02", "Dublin"}},
    {"IT", {220'000, 100'000, "IT12345670017", "MI-1234567", "IT60X0542811101000000123456", "20121", "Milano"}},
    {"NL", {210'000, 90'000, "NL123456782B01", "12345678", "NL91ABNA0417164300", "1012", "Amsterdam"}},
    {"NO", {250'000, 150'000, "NO 974 760 673 MVA", "974760673", "NO9386011117947", "0150", "Oslo"}},
    {"PL", {230'000, 50'000, "PL1234563218", "0000123456", "PL61109010140000071219812874", "00-001", "Warszawa"}},
    {"SE", {250'000, 120'000, "SE556012345601", "556012-3456", "SE4550000000058398257466", "111 20", "Stockholm"}},
    {"JP", {100'000, 80'000, "T1234567890123", "", "", "100-0001", "Tokyo"}},
    {"US", {0, 0, "", "", "", "10001", "New York"}},
    {"GB", {200'000, 0, "GB123456789", "01234567", "GB29NWBK60161331926819", "SW1A 1AA", "London"}},
};

enum class Basket { simple, uneven, discounted, mixed, many, zero_goods, zero_service, free, amount, shipping_only };
enum class Paid { nothing, part, all, over };

struct Row {
    const char* name;
    const char* language;
    const char* currency;
    const char* seller;
    const char* buyer;
    bool is_business;
    bool prices_include_tax;
    Basket basket;
    std::int64_t shipping_minor;
    Paid paid;
    const char* method;
    bool is_credit;
};

using enum Basket;
using enum Paid;

const std::vector<Row> rows{
    {"de-plain", "de", "EUR", "DE", "DE", true, true, simple, 490, nothing, "invoice", false},
    {"de-uneven", "de", "EUR", "DE", "DE", true, true, uneven, 490, nothing, "prepayment", false},
    {"de-uneven-net", "de", "EUR", "DE", "DE", true, false, uneven, 0, nothing, "invoice", false},
    {"de-discounted", "de", "EUR", "DE", "DE", true, true, discounted, 690, part, "bank-transfer", false},
    {"de-card", "de", "EUR", "DE", "AT", false, true, mixed, 0, all, "card", false},
    {"de-many", "de", "EUR", "DE", "DE", true, true, many, 990, nothing, "invoice", false},
    {"de-many-net", "en", "EUR", "DE", "NL", true, false, many, 990, part, "invoice", false},
    {"de-exempt", "de", "EUR", "DE", "DE", false, true, zero_goods, 350, nothing, "prepayment", false},
    {"de-supply", "de", "EUR", "DE", "FR", true, false, zero_goods, 1'200, nothing, "invoice", false},
    {"de-reverse", "en", "EUR", "DE", "BE", true, false, zero_service, 0, nothing, "invoice", false},
    {"de-export", "en", "EUR", "DE", "US", false, false, zero_goods, 2'500, all, "paypal", false},
    {"de-outside", "en", "EUR", "DE", "US", true, false, zero_service, 0, nothing, "bank-transfer", false},
    {"de-free", "de", "EUR", "DE", "DE", true, true, Basket::free, 0, nothing, "free", false},
    {"de-overpaid", "de", "EUR", "DE", "DE", true, true, simple, 490, over, "bank-transfer", false},
    {"de-credit", "de", "EUR", "DE", "DE", true, true, uneven, 0, nothing, "invoice", true},
    {"de-credit-amount", "de", "EUR", "DE", "DE", true, true, amount, 0, all, "invoice", true},
    {"de-credit-shipping", "de", "EUR", "DE", "DE", true, true, shipping_only, 490, all, "card", true},
    {"fr-plain", "fr", "EUR", "FR", "FR", true, true, simple, 590, nothing, "cheque", false},
    {"fr-mixed", "fr", "EUR", "FR", "FR", false, true, mixed, 590, all, "card", false},
    {"fr-discounted", "fr", "EUR", "FR", "BE", true, true, discounted, 0, part, "bank-transfer", false},
    {"fr-exempt", "fr", "EUR", "FR", "FR", true, false, zero_service, 0, nothing, "bank-transfer", false},
    {"fr-supply", "fr", "EUR", "FR", "IT", true, false, zero_goods, 0, nothing, "invoice", false},
    {"fr-export-swiss", "fr", "CHF", "FR", "CH", false, false, zero_goods, 1'900, all, "card", false},
    {"fr-outside", "fr", "EUR", "FR", "CH", true, false, zero_service, 0, nothing, "bank-transfer", false},
    {"fr-credit", "fr", "EUR", "FR", "FR", true, true, discounted, 590, all, "card", true},
    {"ch-plain", "de", "CHF", "CH", "CH", false, true, simple, 700, nothing, "invoice", false},
    {"ch-coin", "fr", "CHF", "CH", "CH", true, true, uneven, 795, part, "invoice", false},
    {"ch-twint", "de", "CHF", "CH", "CH", false, true, mixed, 795, all, "twint", false},
    {"ch-euro", "de", "EUR", "CH", "DE", true, false, discounted, 1'500, nothing, "bank-transfer", false},
    {"ch-credit", "de", "CHF", "CH", "CH", true, true, amount, 0, nothing, "invoice", true},
    {"dk-plain", "da", "DKK", "DK", "DK", true, true, simple, 4'900, nothing, "invoice", false},
    {"dk-coin", "da", "DKK", "DK", "DK", true, true, uneven, 4'950, part, "bank-transfer", false},
    {"dk-card", "da", "DKK", "DK", "DK", true, true, discounted, 0, all, "card", false},
    {"dk-pickup", "da", "DKK", "DK", "DK", true, true, mixed, 0, nothing, "cash-on-pickup", false},
    {"dk-paypal", "da", "DKK", "DK", "DK", true, false, many, 0, all, "paypal", false},
    {"dk-supply", "da", "EUR", "DK", "SE", true, false, zero_goods, 9'900, nothing, "invoice", false},
    {"dk-reverse", "da", "EUR", "DK", "DE", true, false, zero_service, 0, nothing, "invoice", false},
    {"dk-credit", "da", "DKK", "DK", "DK", true, true, simple, 4'900, all, "card", true},
    {"nl-plain", "en", "EUR", "NL", "NL", true, true, simple, 450, nothing, "bank-transfer", false},
    {"nl-paypal", "en", "EUR", "NL", "BE", true, true, mixed, 0, all, "paypal", false},
    {"nl-credit", "en", "EUR", "NL", "NL", true, true, uneven, 450, all, "card", true},
    {"be-plain", "fr", "EUR", "BE", "BE", true, true, mixed, 650, nothing, "bank-transfer", false},
    {"be-reverse", "fr", "EUR", "BE", "NL", true, false, zero_service, 0, nothing, "invoice", false},
    {"be-credit", "fr", "EUR", "BE", "FR", true, false, zero_goods, 0, all, "invoice", true},
    {"at-plain", "de", "EUR", "AT", "AT", true, true, many, 590, part, "prepayment", false},
    {"at-zero", "de", "EUR", "AT", "AT", false, true, zero_goods, 0, nothing, "cash-on-delivery", false},
    {"se-plain", "en", "SEK", "SE", "SE", true, true, uneven, 5'900, nothing, "invoice", false},
    {"se-export", "en", "SEK", "SE", "NO", true, false, zero_goods, 12'000, nothing, "invoice", false},
    {"no-plain", "en", "NOK", "NO", "SE", true, true, discounted, 9'900, all, "card", false},
    {"fi-plain", "en", "EUR", "FI", "FI", true, true, mixed, 690, part, "invoice", false},
    {"it-plain", "en", "EUR", "IT", "IT", true, true, discounted, 850, nothing, "bank-transfer", false},
    {"it-supply", "en", "EUR", "IT", "PL", true, false, zero_goods, 1'850, nothing, "bank-transfer", false},
    {"es-plain", "en", "EUR", "ES", "ES", true, true, many, 0, all, "card", false},
    {"pl-plain", "en", "PLN", "PL", "PL", true, true, uneven, 1'599, nothing, "bank-transfer", false},
    {"ie-plain", "en", "EUR", "IE", "IE", true, true, mixed, 750, all, "card", false},
    {"gb-zero", "en", "GBP", "GB", "GB", true, true, zero_goods, 0, nothing, "bank-transfer", false},
    {"jp-plain", "en", "JPY", "JP", "JP", true, true, uneven, 800, nothing, "invoice", false},
    {"jp-card", "en", "JPY", "JP", "US", false, false, many, 0, all, "card", false},
    {"de-yen", "de", "JPY", "DE", "JP", true, false, zero_goods, 3'000, all, "paypal", false},
    {"jp-credit", "en", "JPY", "JP", "JP", true, true, amount, 0, all, "card", true},
};

std::vector<Item> items_of(const Row& row) {
    const Country& at = countries.at(row.seller);
    const TaxRate standard = TaxRate::of(at.standard_e4);
    const TaxRate reduced = TaxRate::of(at.reduced_e4);
    switch (row.basket) {
        case simple:
            return {{"Teekanne <rund> & Sieb", LineKind::goods, 1, 4'990, 0, standard}};
        case uneven:
            return {{"Carnet à spirale", LineKind::goods, 3, 1'000, 0, standard},
                    {"Smørrebrød", LineKind::goods, 7, 333, 0, reduced}};
        case discounted:
            return {{"Jacke", LineKind::goods, 1, 12'900, 1'290, standard},
                    {"Socken", LineKind::goods, 3, 799, 100, standard},
                    {"Buch", LineKind::goods, 2, 1'550, 311, reduced}};
        case mixed:
            return {{"Jacke", LineKind::goods, 2, 7'995, 0, standard},
                    {"Buch", LineKind::goods, 1, 2'499, 0, reduced},
                    {"Konzertkarte", LineKind::ticket, 4, 3'050, 500, reduced}};
        case many: {
            std::vector<Item> items;
            for (std::int32_t i = 1; i <= 25; ++i) {
                const std::string name = "Position " + std::to_string(i);
                items.push_back({name, LineKind::goods, i % 7 + 1, 199 + 37 * i, i % 3 == 0 ? 13 * i : 0,
                                 i % 2 == 0 ? standard : reduced});
            }
            return items;
        }
        case zero_goods:
            return {{"Maschine", LineKind::goods, 1, 129'900, 9'900, {}}, {"Teil", LineKind::goods, 7, 1'333, 0, {}}};
        case zero_service:
            return {{"Beratung", LineKind::service, 3, 10'000, 1, {}}};
        case Basket::free:
            return {{"Probe", LineKind::goods, 1, 500, 500, standard}};
        case amount:
            return {{"Nachlass", LineKind::goods, 1, 1'000, 0, standard}};
        case shipping_only:
            return {};
    }
    throw std::logic_error{"no such basket"};
}

// A shop without a reason taxes at nothing; these have one.
bool has_reason(const Row& row) { return std::string_view{row.name}.ends_with("-exempt"); }

void add_payment(Paper& paper, const Row& row) {
    const Country& at = countries.at(row.seller);
    if (row.paid == all) paper.paid_minor = paper.total_minor;
    if (row.paid == over) paper.paid_minor = paper.total_minor + 1'000;
    if (row.paid == part) paper.paid_minor = 1'003;
    paper.due_minor = row.paid == all || row.paid == over ? 0 : paper.total_minor - paper.paid_minor;
    const std::string currency = row.currency;
    if (currency == "CHF") paper.due_minor = domain::round_to_coin(paper.due_minor, 5);
    if (currency == "DKK") paper.due_minor = domain::round_to_coin(paper.due_minor, 50);
    const std::string method = row.method;
    const bool is_transfer = method == "invoice" || method == "prepayment" || method == "bank-transfer";
    if (!is_transfer || paper.due_minor == 0 || row.is_credit || *at.iban == '\0') return;
    paper.due_on = "2026-12-23";
    paper.transfer = domain::PaperTransfer{.holder = "Laden & Söhne",
                                           .iban = at.iban,
                                           .bic = "COBADEFFXXX",
                                           .reference = "RF18 5390 0754 7034",
                                           .reference_kind = "scor",
                                           .amount_minor = paper.due_minor};
}

Paper paper_of(const Row& row, int at) {
    Paper paper{.kind = row.is_credit ? domain::DocumentKind::credit_note : domain::DocumentKind::invoice,
                .number = "R2026-" + std::to_string(1'000 + at),
                .language = row.language,
                .currency = *domain::Currency::find(row.currency),
                .prices_include_tax = row.prices_include_tax,
                .issued_on = "2026-11-23",
                .delivered_on = "2026-11-20",
                .order_number = "A-" + std::to_string(70'000 + at),
                .external_id = at % 2 == 0 ? "" : "SHOP-" + std::to_string(at),
                .buyer_reference = at % 7 == 5 ? "" : "04011000-12345-03",
                .seller = seller_in(row.seller),
                .buyer = buyer_in(row.buyer, row.is_business),
                .payment_method = row.method,
                .payment_method_label = row.method,
                .notes = {"Vielen Dank für Ihren Einkauf!", "#ABC# ist kein Code."}};
    if (has_reason(row)) paper.exemption_reason = "Kleinunternehmer gemäß § 19 UStG";
    if (row.is_credit) {
        paper.refers_to_number = "R2026-0999";
        paper.refers_to_on = "2026-11-02";
    }
    if (at % 3 == 0) paper.ship_to = buyer_in(row.buyer, false);
    const std::vector<Item> items = items_of(row);
    TaxRate rate = TaxRate::of(countries.at(row.seller).standard_e4);
    if (!items.empty()) rate = items.front().rate;
    const Item shipping{"Versand mit der Post", LineKind::goods, 1, row.shipping_minor, 0, rate};
    take_items(paper, items, row.shipping_minor > 0 ? &shipping : nullptr);
    add_payment(paper, row);
    return paper;
}

PaperLine line_of(const Paper& paper, const Item& item, std::int64_t tax_minor) {
    const std::int64_t amount_minor = item.unit_price_minor * item.quantity - item.discount_minor;
    PaperLine line{.name = item.name,
                   .kind = item.kind,
                   .quantity = item.quantity,
                   .unit_price_minor = item.unit_price_minor,
                   .discount_minor = item.discount_minor,
                   .tax_rate = item.rate,
                   .tax_minor = tax_minor};
    const domain::TaxPlace place{.seller_country = paper.seller.address.country,
                                 .buyer_country = paper.buyer.address.country,
                                 .delivery_country = paper.buyer.address.country,
                                 .buyer_is_business = !paper.buyer.vat_id.empty(),
                                 .has_exemption_reason = !paper.exemption_reason.empty()};
    line.category = tax_category(item.kind, item.rate, place);
    line.net_minor = paper.prices_include_tax ? amount_minor - tax_minor : amount_minor;
    const std::int64_t discount_tax = domain::tax_of(item.discount_minor, item.rate, true);
    line.discount_net_minor = paper.prices_include_tax ? item.discount_minor - discount_tax : item.discount_minor;
    return line;
}

}  // namespace

void take_items(Paper& paper, const std::vector<Item>& items, const Item* shipping) {
    std::vector<domain::Taxable> amounts;
    const auto add = [&](const Item& item) {
        amounts.push_back({item.unit_price_minor * item.quantity - item.discount_minor, item.rate});
    };
    for (const Item& item : items) add(item);
    if (shipping != nullptr) add(*shipping);
    const auto taxes = domain::taxes_of(amounts, paper.prices_include_tax, domain::TaxRounding::document);
    for (std::size_t i = 0; i < items.size(); ++i) {
        paper.lines.push_back(line_of(paper, items[i], taxes[i]));
        paper.lines.back().sku = "ART-" + std::to_string(i + 1);
        if (i == 0) paper.lines.back().details = {"Farbe: blau", "Größe: M"};
    }
    if (shipping != nullptr) paper.shipping = line_of(paper, *shipping, taxes.back());
    add_up(paper);
    paper.due_minor = paper.total_minor - paper.paid_minor;
}

namespace {

domain::Address address_in(const std::string& country, const char* street) {
    const Country& at = countries.at(country);
    domain::Address address;
    address.line1 = street;
    address.postal_code = at.postal_code;
    address.city = at.city;
    address.country = country;
    return address;
}

}  // namespace

domain::PaperParty seller_in(const std::string& country) {
    const Country& at = countries.at(country);
    domain::PaperParty seller{.name = "Laden & Söhne",
                              .address = address_in(country, "Hauptstraße 1"),
                              .vat_id = at.vat_id,
                              .registration = at.registration,
                              .email = "laden@example.org",
                              .phone = "+49 30 123456"};
    seller.address.line2 = "Hof 2";
    return seller;
}

domain::PaperParty buyer_in(const std::string& country, bool is_business) {
    domain::PaperParty buyer{.name = is_business ? "Käufer GmbH" : "Kim Käufer",
                             .contact = is_business ? "Kim Käufer" : "",
                             .address = address_in(country, "Nebenweg 7"),
                             .email = "kim@example.com"};
    buyer.address.region = "Mitte";
    if (is_business) buyer.vat_id = countries.at(country).vat_id;
    return buyer;
}

std::vector<SamplePaper> sample_papers() {
    std::vector<SamplePaper> papers;
    for (const Row& row : rows) papers.push_back({row.name, paper_of(row, static_cast<int>(papers.size()))});
    return papers;
}

Paper plain_paper() { return paper_of(rows.front(), 0); }

}  // namespace commis::einvoice
