// Which orders a transfer pays (C-11, C-12, A-19). Only what leaves no doubt is exact: the right account, the right
// currency, references that name the orders, and to the cent what is due on them. Everything else is proposed with its
// reasons, for a person to decide; nothing is ever guessed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/bank_statement.hpp"
#include "domain/number_finder.hpp"
#include "domain/order.hpp"

namespace commis::domain {

enum class NumberKind : std::uint8_t { order, document, external };
inline constexpr int number_kind_count = 3;
std::string_view id_of(NumberKind kind);

// A number that an order is known by: its own, that of its invoice, the one it had outside.
struct OrderName {
    NumberKind kind = NumberKind::order;
    std::string number{};
    friend bool operator==(const OrderName&, const OrderName&) = default;
};

// Every number that the order is known by, invoices that are issued among them.
std::vector<OrderName> names_of(const Order& order);

// What matching needs of an order.
struct MatchCandidate {
    std::string order_id{};
    std::string number{};
    std::vector<OrderName> names{};
    Currency currency{};
    std::int64_t due_minor = 0;
    std::string buyer_name{};
    std::string buyer_company{};
    bool is_removed = false;
    bool is_draft = false;
    friend bool operator==(const MatchCandidate&, const MatchCandidate&) = default;
};

enum class MatchVerdict : std::uint8_t { exact, proposed, none };
inline constexpr int match_verdict_count = 3;
std::string_view id_of(MatchVerdict verdict);

// Why an entry is not booked by itself, or what speaks for an order.
enum class MatchReason : std::uint8_t {
    underpaid,      // Less came than is due.
    overpaid,       // More came than is due.
    paid_already,   // Nothing is due on it: paid twice?
    removed_order,  // It stands in the register only.
    draft_order,
    other_account,  // It came to an account that is not the shop's.
    other_currency,
    several_orders,   // The number names more than one.
    sum_differs,      // Several orders are named, and their sum is not what came.
    number_unsure,    // A short number that may be anything.
    name_and_amount,  // No number, but payer and amount fit.
    amount_only,
    returned,  // Money that went back; or a return whose transfer was not found.
};
inline constexpr int match_reason_count = 13;
std::string_view id_of(MatchReason reason);

struct MatchedOrder {
    std::string order_id{};
    std::string number{};
    std::int64_t due_minor = 0;
    std::int64_t amount_minor = 0;  // What of the transfer would be booked on it.
    std::vector<MatchReason> reasons{};
    friend bool operator==(const MatchedOrder&, const MatchedOrder&) = default;
};

struct BankMatch {
    MatchVerdict verdict = MatchVerdict::none;
    std::vector<MatchedOrder> orders{};
    std::vector<MatchReason> reasons{};  // Of the transfer as a whole.
    friend bool operator==(const BankMatch&, const BankMatch&) = default;
};

struct MatchRules {
    std::vector<std::string> accounts{};  // The shop's.
    std::int64_t tolerance_minor = 0;     // how far a single order's amount may be off.
};

// The digits to look orders up by: of the structured reference, else of every number in the text.
std::vector<std::string> digits_to_look_up(const BankEntry& entry);

// `named` are the orders found by those digits, `by_amount` those on which exactly this is due.
BankMatch match_entry(const BankEntry& entry, const std::vector<MatchCandidate>& named,
                      const std::vector<MatchCandidate>& by_amount, const MatchRules& rules);

// The parts of a proposal that together are the whole amount; none when they are not.
std::vector<MatchedOrder> proposed_parts(const BankMatch& match, std::int64_t amount_minor);
// Whether these can be booked as they stand: none of their orders is removed, a draft or in another currency.
bool is_bookable(const BankMatch& match, std::int64_t amount_minor);

// How many words of the payer's name stand in the buyer's, without case and accents.
bool names_fit(std::string_view payer, std::string_view buyer);

}  // namespace commis::domain
