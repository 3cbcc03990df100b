// Reads by the paths of either syntax; nothing of the writer is used here.
#include "einvoice/figures.hpp"

#include <cstdlib>
#include <numeric>
#include <pugixml.hpp>
#include <stdexcept>

namespace commis::einvoice {
namespace {

using Node = pugi::xml_node;

// Where each figure stands. UBL's paths begin at the root, as do CII's.
struct Paths {
    const char* type;
    const char* number;
    const char* currency;
    const char* line;
    const char* quantity;
    const char* price;
    const char* base_quantity;
    const char* allowance;
    const char* line_net;
    const char* line_tax;
    const char* charge;
    const char* charge_amount;
    const char* charge_tax;
    const char* tax;
    const char* tax_net;
    const char* tax_amount;
    const char* tax_category;
    const char* category;
    const char* rate;
    const char* reason;
    const char* reason_code;
    const char* totals;
    const char* lines_total;
    const char* charges_total;
    const char* net_total;
    const char* tax_total;
    const char* total;
    const char* paid;
    const char* rounding;
    const char* due;
};

constexpr Paths ubl{"cbc:InvoiceTypeCode | cbc:CreditNoteTypeCode",
                    "cbc:ID",
                    "cbc:DocumentCurrencyCode",
                    "cac:InvoiceLine | cac:CreditNoteLine",
                    "cbc:InvoicedQuantity | cbc:CreditedQuantity",
                    "cac:Price/cbc:PriceAmount",
                    "cac:Price/cbc:BaseQuantity",
                    "cac:AllowanceCharge[cbc:ChargeIndicator='false']/cbc:Amount",
                    "cbc:LineExtensionAmount",
                    "cac:Item/cac:ClassifiedTaxCategory",
                    "cac:AllowanceCharge[cbc:ChargeIndicator='true']",
                    "cbc:Amount",
                    "cac:TaxCategory",
                    "cac:TaxTotal/cac:TaxSubtotal",
                    "cbc:TaxableAmount",
                    "cbc:TaxAmount",
                    "cac:TaxCategory",
                    "cbc:ID",
                    "cbc:Percent",
                    "cac:TaxCategory/cbc:TaxExemptionReason",
                    "cac:TaxCategory/cbc:TaxExemptionReasonCode",
                    "cac:LegalMonetaryTotal",
                    "cbc:LineExtensionAmount",
                    "cbc:ChargeTotalAmount",
                    "cbc:TaxExclusiveAmount",
                    "../cac:TaxTotal/cbc:TaxAmount",
                    "cbc:TaxInclusiveAmount",
                    "cbc:PrepaidAmount",
                    "cbc:PayableRoundingAmount",
                    "cbc:PayableAmount"};

#define TRADE "rsm:SupplyChainTradeTransaction"
#define SETTLEMENT TRADE "/ram:ApplicableHeaderTradeSettlement"
#define LINE_SETTLEMENT "ram:SpecifiedLineTradeSettlement"
#define NET_PRICE "ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice"

constexpr Paths cii{"rsm:ExchangedDocument/ram:TypeCode",
                    "rsm:ExchangedDocument/ram:ID",
                    SETTLEMENT "/ram:InvoiceCurrencyCode",
                    TRADE "/ram:IncludedSupplyChainTradeLineItem",
                    "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity",
                    NET_PRICE "/ram:ChargeAmount",
                    NET_PRICE "/ram:BasisQuantity",
                    LINE_SETTLEMENT "/ram:SpecifiedTradeAllowanceCharge/ram:ActualAmount",
                    LINE_SETTLEMENT "/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount",
                    LINE_SETTLEMENT "/ram:ApplicableTradeTax",
                    SETTLEMENT "/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator='true']",
                    "ram:ActualAmount",
                    "ram:CategoryTradeTax",
                    SETTLEMENT "/ram:ApplicableTradeTax",
                    "ram:BasisAmount",
                    "ram:CalculatedAmount",
                    ".",
                    "ram:CategoryCode",
                    "ram:RateApplicablePercent",
                    "ram:ExemptionReason",
                    "ram:ExemptionReasonCode",
                    SETTLEMENT "/ram:SpecifiedTradeSettlementHeaderMonetarySummation",
                    "ram:LineTotalAmount",
                    "ram:ChargeTotalAmount",
                    "ram:TaxBasisTotalAmount",
                    "ram:TaxTotalAmount",
                    "ram:GrandTotalAmount",
                    "ram:TotalPrepaidAmount",
                    "ram:RoundingAmount",
                    "ram:DuePayableAmount"};

#undef NET_PRICE
#undef LINE_SETTLEMENT
#undef SETTLEMENT
#undef TRADE

class Reader {
public:
    explicit Reader(Node root) : root_(root), at_(root.name() == std::string{"rsm:CrossIndustryInvoice"} ? cii : ubl) {}

    Figures read() {
        figures_.type = text(root_, at_.type);
        figures_.number = text(root_, at_.number);
        const auto currency = domain::Currency::find(text(root_, at_.currency));
        if (!currency) throw std::runtime_error{"no currency"};
        figures_.currency = *currency;
        for (const auto& found : root_.select_nodes(at_.line)) figures_.lines.push_back(line(found.node()));
        for (const auto& found : root_.select_nodes(at_.charge)) figures_.charges.push_back(charge(found.node()));
        for (const auto& found : root_.select_nodes(at_.tax)) figures_.taxes.push_back(tax(found.node()));
        read_totals(root_.select_node(at_.totals).node());
        return figures_;
    }

private:
    static std::string text(const Node& node, const char* path) { return node.select_node(path).node().text().get(); }

    std::int64_t amount(const Node& node, const char* path) const {
        const std::string written = text(node, path);
        const auto minor = domain::parse_decimal(written, figures_.currency);
        if (!minor) throw std::runtime_error{std::string{path} + " is no amount: " + written};
        return *minor;
    }

    std::optional<std::int64_t> maybe(const Node& node, const char* path) const {
        if (!node.select_node(path)) return std::nullopt;
        return amount(node, path);
    }

    static domain::TaxRate rate(const std::string& written) {
        return domain::TaxRate::parse(written.empty() ? "0" : written).value();
    }

    FileLine line(const Node& node) const {
        const Node tax = node.select_node(at_.line_tax).node();
        const std::string base = text(node, at_.base_quantity);
        return {.quantity = std::stoll(text(node, at_.quantity)),
                .price_minor = amount(node, at_.price),
                .base_quantity = base.empty() ? 1 : std::stoll(base),
                .allowance_minor = maybe(node, at_.allowance).value_or(0),
                .net_minor = amount(node, at_.line_net),
                .category = text(tax, at_.category),
                .rate = rate(text(tax, at_.rate))};
    }

    FileCharge charge(const Node& node) const {
        const Node tax = node.select_node(at_.charge_tax).node();
        return {amount(node, at_.charge_amount), text(tax, at_.category), rate(text(tax, at_.rate))};
    }

    FileTax tax(const Node& node) const {
        const Node category = node.select_node(at_.tax_category).node();
        return {.category = text(category, at_.category),
                .rate = rate(text(category, at_.rate)),
                .net_minor = amount(node, at_.tax_net),
                .tax_minor = amount(node, at_.tax_amount),
                .reason = text(node, at_.reason),
                .reason_code = text(node, at_.reason_code)};
    }

    void read_totals(const Node& node) {
        figures_.lines_minor = amount(node, at_.lines_total);
        figures_.charges_minor = maybe(node, at_.charges_total);
        figures_.net_minor = amount(node, at_.net_total);
        figures_.tax_minor = amount(node, at_.tax_total);
        figures_.total_minor = amount(node, at_.total);
        figures_.paid_minor = maybe(node, at_.paid);
        figures_.rounding_minor = maybe(node, at_.rounding);
        figures_.due_minor = amount(node, at_.due);
    }

    Node root_;
    const Paths& at_;
    Figures figures_;
};

// Two decimals, as the rules reckon, whatever the currency has.
std::int64_t hundredths(std::int64_t minor, const domain::Currency& currency) {
    for (int i = currency.exponent(); i < 2; ++i) minor *= 10;
    return minor;
}

template <typename Parts, typename Amount>
std::int64_t sum_of(const Parts& parts, Amount amount) {
    std::int64_t sum = 0;
    for (const auto& part : parts) sum += amount(part);
    return sum;
}

void check_tax(const Figures& figures, const FileTax& tax, std::vector<std::string>& broken) {
    const auto fits = [&](const auto& part) { return part.category == tax.category && part.rate == tax.rate; };
    const std::int64_t net =
        sum_of(figures.lines, [&](const FileLine& line) { return fits(line) ? line.net_minor : 0; }) +
        sum_of(figures.charges, [&](const FileCharge& charge) { return fits(charge) ? charge.amount_minor : 0; });
    const std::string id = "BR-" + (tax.category == "K" ? std::string{"IC"} : tax.category);
    if (net != tax.net_minor) broken.push_back(id + "-08");
    const bool needs_reason = tax.category != "S" && tax.category != "Z";
    if (needs_reason == (tax.reason.empty() && tax.reason_code.empty())) broken.push_back(id + "-10");
    const std::int64_t base = std::abs(hundredths(tax.net_minor, figures.currency));
    const std::int64_t paid = std::abs(hundredths(tax.tax_minor, figures.currency));
    if (tax.category != "S") {
        if (paid != 0 || tax.rate.percent_e4() != 0) broken.push_back(id + "-09");
        return;
    }
    const std::int64_t share = (base * tax.rate.percent_e4() + 500'000) / 1'000'000;
    if (std::abs(paid - share) >= 100) broken.push_back("BR-S-09");
    const bool rounds_to_nothing = tax.rate.percent_e4() < 5'000;
    if (rounds_to_nothing && paid >= 50) broken.push_back("BR-CO-17");
}

}  // namespace

Figures read_figures(const std::string& file) {
    pugi::xml_document document;
    if (!document.load_buffer(file.data(), file.size())) throw std::runtime_error{"no XML"};
    return Reader{document.document_element()}.read();
}

std::vector<std::string> broken_rules(const Figures& figures) {
    std::vector<std::string> broken;
    const auto want = [&](bool is_kept, const char* rule) {
        if (!is_kept) broken.emplace_back(rule);
    };
    want(!figures.lines.empty(), "BR-16");
    want(!figures.taxes.empty(), "BR-CO-18");
    want(figures.lines_minor == sum_of(figures.lines, [](const FileLine& line) { return line.net_minor; }), "BR-CO-10");
    const std::int64_t charges = sum_of(figures.charges, [](const FileCharge& charge) { return charge.amount_minor; });
    want(figures.charges_minor.has_value() == !figures.charges.empty(), "BR-CO-12");
    want(figures.charges_minor.value_or(0) == charges, "BR-CO-12");
    want(figures.net_minor == figures.lines_minor + charges, "BR-CO-13");
    want(figures.tax_minor == sum_of(figures.taxes, [](const FileTax& tax) { return tax.tax_minor; }), "BR-CO-14");
    want(figures.total_minor == figures.net_minor + figures.tax_minor, "BR-CO-15");
    const std::int64_t due = figures.total_minor - figures.paid_minor.value_or(0) + figures.rounding_minor.value_or(0);
    want(figures.due_minor == due, "BR-CO-16");
    for (const FileLine& line : figures.lines) {
        want(line.price_minor >= 0, "BR-27");
        want(line.base_quantity > 0, "PEPPOL-EN16931-R121");
        // Exactly, though Peppol would allow two cents.
        const std::int64_t before = line.net_minor + line.allowance_minor;
        want(line.quantity * line.price_minor == before * line.base_quantity, "PEPPOL-EN16931-R120");
    }
    for (const FileTax& tax : figures.taxes) check_tax(figures, tax, broken);
    const bool is_outside = std::ranges::any_of(figures.taxes, [](const FileTax& tax) { return tax.category == "O"; });
    want(!is_outside || figures.taxes.size() == 1, "BR-O-11");
    return broken;
}

}  // namespace commis::einvoice
