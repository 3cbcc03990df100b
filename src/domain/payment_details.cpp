// Which account, which reference, which code.
#include "domain/payment_details.hpp"

#include <algorithm>
#include <array>

#include "domain/first_told.hpp"

namespace commis::domain {
namespace {

std::string compact(std::string_view text) {
    std::string bare;
    std::ranges::copy_if(text, std::back_inserter(bare), [](char sign) { return sign != ' '; });
    return bare;
}

bool is_swiss(std::string_view iban) { return iban.starts_with("CH") || iban.starts_with("LI"); }

// Francs go to a Swiss account, euros rather to one elsewhere; one for QR references finds its order by itself. The
// first that fits as well as any.
const BankAccount& account_for(const std::vector<BankAccount>& accounts, const Currency& currency) {
    const auto fitness = [&](const BankAccount& account) {
        const bool is_of_place = is_swiss(account.iban) == (currency.code() == "CHF");
        return (is_of_place ? 2 : 0) + (is_qr_iban(account.iban) ? 1 : 0);
    };
    return *std::ranges::max_element(accounts, {}, fitness);
}

// "Rue du Lac 12a" is a street and a number; where the number stands elsewhere, it stays in the street, as the rules
// allow.
std::pair<std::string, std::string> street_and_number(const std::string& line) {
    const auto space = line.rfind(' ');
    if (space == std::string::npos || space + 1 == line.size()) return {line, ""};
    const std::string last = line.substr(space + 1);
    const bool is_number = last.front() >= '0' && last.front() <= '9' && last.size() <= 16;
    return is_number ? std::pair(line.substr(0, space), last) : std::pair(line, std::string());
}

QrParty party_of(std::string name, const Address& address) {
    auto [street, number] = street_and_number(address.line1);
    return {std::move(name), std::move(street), std::move(number), address.postal_code, address.city, address.country};
}

// A company pays in its own name.
QrParty payer_of(const Order& order) {
    const Address& address = order.billing_address;
    return party_of(first_told({address.company, order.buyer.company, address.name, order.buyer.name}), address);
}

void add_code(PaymentDetails& details, const Shop& shop, const Order& order) {
    const std::string_view currency = details.currency.code();
    const std::string message = shop.name + " " + order.number;
    if (is_swiss(details.iban)) {
        const SwissBill bill{details.iban,
                             party_of(details.holder, details.address),
                             details.amount_minor,
                             std::string(currency),
                             payer_of(order),
                             details.structured,
                             message};
        details.payload = swiss_qr_payload(bill).value_or("");
        if (!details.payload.empty()) details.standard = QrStandard::swiss;
        return;
    }
    if (currency != "EUR") return;
    const CreditTransfer transfer{details.holder,       details.iban,       details.bic,
                                  details.amount_minor, details.structured, order.number};
    details.payload = epc_qr_payload(transfer).value_or("");
    if (!details.payload.empty()) details.standard = QrStandard::epc;
}

// An account for QR references takes no other; structured ones elsewhere are understood in francs and euros only.
std::optional<PaymentReference> structured_for(const PaymentDetails& details, const std::string& number) {
    if (is_qr_iban(details.iban)) return make_qrr(number);
    const bool is_understood = details.currency.code() == "EUR" || is_swiss(details.iban);
    return is_understood ? make_scor(number) : std::nullopt;
}

}  // namespace

std::string_view id_of(QrStandard standard) {
    constexpr std::array<std::string_view, 3> ids{"none", "swiss", "epc"};
    return ids[static_cast<std::size_t>(standard)];
}

std::string_view id_of(NoDetails reason) {
    constexpr std::array<std::string_view, 3> ids{"nothing_due", "not_by_transfer", "no_account"};
    return ids[static_cast<std::size_t>(reason)];
}

bool is_paid_by_transfer(std::string_view method_id) {
    constexpr std::array<std::string_view, 3> methods{"bank-transfer", "prepayment", "invoice"};
    return std::ranges::find(methods, method_id) != methods.end();
}

std::string grouped(std::string_view text) {
    std::string shown;
    for (const char sign : compact(text)) {
        if (shown.size() % 5 == 4) shown += ' ';
        shown += sign;
    }
    return shown;
}

std::expected<PaymentDetails, NoDetails> payment_details(const Shop& shop, const Order& order, std::int64_t due_minor) {
    if (due_minor <= 0) return std::unexpected(NoDetails::nothing_due);
    if (!is_paid_by_transfer(order.payment_method)) return std::unexpected(NoDetails::not_by_transfer);
    if (shop.bank_accounts.empty()) return std::unexpected(NoDetails::no_account);
    const BankAccount& account = account_for(shop.bank_accounts, order.currency);
    PaymentDetails details;
    details.holder = first_told({account.name, shop.legal_name, shop.name});
    details.address = shop.legal_address;
    details.iban = compact(account.iban);
    details.bic = account.bic;
    details.amount_minor = due_minor;
    details.currency = order.currency;
    details.structured = structured_for(details, order.number);
    details.reference = details.structured ? printed(*details.structured) : order.number;
    add_code(details, shop, order);
    return details;
}

}  // namespace commis::domain
