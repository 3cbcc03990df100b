// How an order that is paid by transfer is to be paid: to whom, on which account, how much, under which reference, and
// the text of the QR code that says all of it (C-11, C-12). From the facts of shop and order alone.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "domain/qr_payload.hpp"
#include "domain/shop.hpp"

namespace commis::domain {

enum class QrStandard : std::uint8_t { none, swiss, epc };
std::string_view id_of(QrStandard standard);

struct PaymentDetails {
    std::string holder{};
    Address address{};  // Of the shop; may be empty.
    std::string iban{};
    std::string bic{};
    std::optional<PaymentReference> structured{};  // None: the reference is words.
    std::string reference{};                       // As people read and type it.
    std::int64_t amount_minor = 0;
    Currency currency{};
    QrStandard standard = QrStandard::none;
    std::string payload{};  // Of the QR code; empty without one.
};

// Why there are none.
enum class NoDetails : std::uint8_t { nothing_due, not_by_transfer, no_account };
std::string_view id_of(NoDetails reason);

// Methods that a buyer settles by a transfer to the shop's account.
bool is_paid_by_transfer(std::string_view method_id);

std::expected<PaymentDetails, NoDetails> payment_details(const Shop& shop, const Order& order, std::int64_t due_minor);

// In groups of four, as an IBAN is printed and typed.
std::string grouped(std::string_view text);

}  // namespace commis::domain
