// The words of our own CSV: column names, record kinds and how enumerations are spelt. Shared by reader and writer, so
// that what leaves can come back.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/ledger.hpp"
#include "domain/order.hpp"

namespace commis::transfer::commis_words {

// What a row tells: a line of the order, or something of its past.
enum class Record : std::uint8_t { line, ticket, payment, capture, reversal, chargeback, refund, parcel };

// Every column in the order in which it is written. The last ones are for readers and ignored on the way in, except
// `total`, which is compared.
inline constexpr std::array column_names = std::to_array<std::string_view>({
    "record",
    "number",
    "external_id",
    "channel",
    "placed_at",
    "currency",
    "language",
    "prices_include_tax",
    "buyer_name",
    "buyer_email",
    "buyer_phone",
    "buyer_company",
    "buyer_vat_id",
    "billing_name",
    "billing_company",
    "billing_line1",
    "billing_line2",
    "billing_postal_code",
    "billing_city",
    "billing_region",
    "billing_country",
    "shipping_name",
    "shipping_company",
    "shipping_line1",
    "shipping_line2",
    "shipping_postal_code",
    "shipping_city",
    "shipping_region",
    "shipping_country",
    "delivery_method",
    "delivery_title",
    "delivery_amount",
    "delivery_tax_rate",
    "delivery_pickup",
    "delivery_cancelled",
    "order_discount",
    "order_discount_included",
    "promo_code",
    "payment_method",
    "payment_mark",
    "in_review",
    "paid_amount",
    "paid_at",
    "state",
    "draft",
    "abandoned_at",
    "notify_on_state",
    "assignee",
    "tags",
    "note",
    "sku",
    "name",
    "kind",
    "quantity",
    "unit_price",
    "discount",
    "tax_rate",
    "cancelled",
    "refunded",
    "shipped",
    "returned",
    "attendee_name",
    "attendee_email",
    "ticket_status",
    "ticket_access",
    "ticket_code",
    "payment",
    "method",
    "provider",
    "account",
    "reference",
    "amount",
    "status",
    "source",
    "guarantee",
    "execution",
    "takes_units",
    "reopens_due",
    "undecided",
    "won",
    "chargeback_reason",
    "at",
    "recorded_at",
    "expires_at",
    "carrier",
    "tracking_number",
    "tracking_url",
    "label_printed_at",
    "handed_over_at",
    "delivered_at",
    "parts",
    "total",
    "payment_status",
    "summary",
});

// Words of an enumeration, by the enumerator's value.
template <class E>
struct WordsOf;

template <>
struct WordsOf<Record> {
    static constexpr std::array<std::string_view, 8> words{"line",     "ticket",     "payment", "capture",
                                                           "reversal", "chargeback", "refund",  "parcel"};
};
template <>
struct WordsOf<domain::LineKind> {
    static constexpr std::array<std::string_view, 5> words{"goods", "digital", "ticket", "service", "fee"};
};
template <>
struct WordsOf<domain::UnitStatus> {
    static constexpr std::array<std::string_view, 3> words{"active", "cancelled", "refunded"};
};
template <>
struct WordsOf<domain::Access> {
    static constexpr std::array<std::string_view, 4> words{"none", "granted", "revoked", "blocked"};
};
template <>
struct WordsOf<domain::AttemptStatus> {
    static constexpr std::array<std::string_view, 8> words{"initiated", "pending", "authorized", "captured",
                                                           "failed",    "voided",  "expired",    "unknown"};
};
template <>
struct WordsOf<domain::Source> {
    static constexpr std::array<std::string_view, 3> words{"gateway", "operator", "bank"};
};
template <>
struct WordsOf<domain::RefundExecution> {
    static constexpr std::array<std::string_view, 3> words{"gateway", "recorded", "initiated"};
};
template <>
struct WordsOf<domain::RefundStatus> {
    static constexpr std::array<std::string_view, 3> words{"pending", "succeeded", "failed"};
};
template <>
struct WordsOf<domain::HandMark> {
    static constexpr std::array<std::string_view, 3> words{"none", "pending", "failed"};
};

template <class E>
std::string_view word_of(E value) {
    return WordsOf<E>::words[static_cast<std::size_t>(value)];
}

template <class E>
std::optional<E> find_word(std::string_view word) {
    for (std::size_t i = 0; i < WordsOf<E>::words.size(); ++i) {
        if (WordsOf<E>::words[i] == word) return static_cast<E>(i);
    }
    return std::nullopt;
}

// Tags in one cell: separated by semicolons; a semicolon or backslash inside a tag is preceded by a backslash.
std::string join_tags(const std::vector<std::string>& tags);
std::vector<std::string> split_tags(std::string_view cell);

}  // namespace commis::transfer::commis_words
