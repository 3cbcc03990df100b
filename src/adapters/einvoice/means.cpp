// A transfer where the paper names an account; else a code by the method; and what Peppol's rules of single countries
// leave of both.
#include "adapters/einvoice/means.hpp"

#include <algorithm>
#include <array>

#include "adapters/einvoice/identifiers.hpp"
#include "adapters/einvoice/xml.hpp"

namespace commis::einvoice {
namespace {

constexpr std::string_view not_defined = "1";
constexpr std::string_view bank_account = "42";
constexpr std::string_view online_service = "68";

// Countries and territories whose banks take part in SEPA, by the letters of their IBANs.
constexpr std::string_view sepa_countries =
    "AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT "
    "RO RS SE SI SK SM VA";

std::string_view code_of_method(std::string_view method, bool german_rules) {
    struct Row {
        std::string_view method;
        std::string_view code;
    };
    constexpr std::array<Row, 6> rows{{{"card", "48"},
                                       {"cash-on-delivery", "10"},
                                       {"cash-on-pickup", "10"},
                                       {"cheque", "20"},
                                       {"paypal", online_service},
                                       {"twint", online_service}}};
    const auto* const row = std::ranges::find(rows, method, &Row::method);
    if (row == rows.end()) return not_defined;
    // Their rules want digits of the card (BR-DE-24), which a shop never sees.
    return german_rules && row->code == "48" ? online_service : row->code;
}

bool is_one_of(std::string_view code, std::string_view codes) {
    return (" " + std::string{codes} + " ").find(" " + std::string{code} + " ") != std::string::npos;
}

// Danish accounts are paid by the number of the bank and of the account, which the IBAN holds (DK-R-005, DK-R-006).
void make_danish(Means& means, const std::string& iban) {
    constexpr std::size_t bank_digits = 4;
    constexpr std::size_t danish_iban = 18;
    if (iban.starts_with("DK") && iban.size() == danish_iban) {
        means.code = bank_account;
        means.account = iban.substr(4 + bank_digits);
        means.branch = iban.substr(4, bank_digits);
    } else if (!means.account.empty()) {
        means.code = "58";
    } else if (!is_one_of(means.code, "1 10 48")) {
        means.code = not_defined;
    }
}

}  // namespace

Means means_of(const domain::Paper& paper, ports::EInvoiceForm form) {
    Means means{.label = clean(paper.payment_method_label), .reference = clean(paper.number)};
    means.code = code_of_method(paper.payment_method, keeps_german_rules(paper, form));
    std::string iban;
    if (paper.transfer) iban = compact(paper.transfer->iban);
    if (!iban.empty()) {
        const domain::PaperTransfer& transfer = *paper.transfer;
        const bool is_sepa = paper.currency.code() == "EUR" && is_one_of(iban.substr(0, 2), sepa_countries);
        means.code = is_sepa ? "58" : "30";
        means.account = iban;
        means.branch = compact(transfer.bic);
        means.holder = clean(transfer.holder);
        const std::string reference = clean(transfer.reference);
        if (!reference.empty()) means.reference = transfer.reference_kind.empty() ? reference : compact(reference);
    }
    if (form != ports::EInvoiceForm::peppol) return means;
    const std::string& country = paper.seller.address.country;
    if (country == "DK" && paper.buyer.address.country == "DK") make_danish(means, iban);
    // Of the ways that the Netherlands allow, these are the ones that a shop has (NL-R-008).
    if (country == "NL" && !is_one_of(means.code, "30 48 58")) means.code.clear();
    return means;
}

}  // namespace commis::einvoice
