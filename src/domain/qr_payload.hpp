// The texts inside the QR codes that banking programs read: the Swiss QR-bill (SPC 0200) and the European credit
// transfer (EPC069-12, version 002). What their rules forbid is replaced or cut here, so that every text made is one
// that banks take (C-12).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/payment_reference.hpp"

namespace commis::domain {

// Who is paid, or who pays. `combined` is the address in two lines of older bills: read, and never made for an order.
struct QrParty {
    std::string name{};
    std::string street{};    // Combined: the first line.
    std::string building{};  // Combined: the second line.
    std::string postal_code{};
    std::string town{};
    std::string country{};
    bool combined = false;
};

struct SwissBill {
    std::string iban{};
    QrParty creditor{};
    std::optional<std::int64_t> amount_minor{};  // None: the payer decides.
    std::string currency{};                      // CHF or EUR.
    std::optional<QrParty> debtor{};
    std::optional<PaymentReference> reference{};
    std::string message{};
};

// Nothing where the rules leave no valid text: another currency, an amount of nothing or over 999,999,999.99, a
// creditor without name, town, postal code or country.
std::optional<std::string> swiss_qr_payload(const SwissBill& bill);

struct CreditTransfer {
    std::string name{};
    std::string iban{};
    std::string bic{};
    std::int64_t amount_minor = 0;                // Of euros.
    std::optional<PaymentReference> reference{};  // SCOR; with one there is no message.
    std::string message{};
};

// Nothing without a name, or with an amount that no transfer can have.
std::optional<std::string> epc_qr_payload(const CreditTransfer& transfer);

}  // namespace commis::domain
