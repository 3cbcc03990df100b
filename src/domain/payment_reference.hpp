// Structured payment references: what a transfer carries so that a machine finds the order again. QRR is the Swiss
// QR-bill's (27 digits), SCOR the creditor reference of ISO 11649 ("RF…"); both hold a number and check digits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace commis::domain {

enum class ReferenceKind : std::uint8_t { qrr, scor };
std::string_view id_of(ReferenceKind kind);  // "qrr", "scor".

struct PaymentReference {
    ReferenceKind kind = ReferenceKind::scor;
    std::string text;  // Without blanks, letters in capitals.
    friend bool operator==(const PaymentReference&, const PaymentReference&) = default;
};

// Reads a reference as people and banks write it, blanks anywhere; nothing when length, signs or check digits are
// wrong.
std::optional<PaymentReference> read_payment_reference(std::string_view text);

// The reference that holds the digits of an order's or a document's number ("INV-2026-0007" gives …20260007 and its
// check digit). Nothing for a number without a digit but 0, or with more than 26.
std::optional<PaymentReference> make_qrr(std::string_view number);

// The reference that holds the letters and digits of a number ("INV-2026-0007" gives RF..INV20260007). Nothing for a
// number with none, or with more than 21.
std::optional<PaymentReference> make_scor(std::string_view number);

// What a reference holds: the digits without leading zeros (QRR), or letters and digits (SCOR).
std::string held_number(const PaymentReference& reference);

// Whether the reference is the one made of this number.
bool holds_number(const PaymentReference& reference, std::string_view number);

// As it is printed: "21 00000 00003 13947 14300 09017", "RF18 5390 0754 7034".
std::string printed(const PaymentReference& reference);

// The digits of a number without leading zeros: "INV-2026-0007" gives "20260007". What orders are found by. Empty when
// there is no digit but 0.
std::string number_digits(std::string_view number);

// An account for QR references alone: Swiss or Liechtenstein, its institution from 30000 to 31999.
bool is_qr_iban(std::string_view iban);

}  // namespace commis::domain
