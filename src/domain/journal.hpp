// The journal: one list of double entries that follow from issued documents and from money that moved. Debit is
// positive, credit negative, and each entry adds up to nothing. Accounts have no numbers here: see account_plan.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ledger.hpp"
#include "domain/money_move.hpp"
#include "domain/paper.hpp"

namespace commis::domain {

enum class JournalKind : std::uint8_t {
    invoice,
    credit_note,
    payment,
    fee,
    reversal,
    chargeback,
    chargeback_won,
    refund,
    refund_returned,
    payout,
    payout_returned,
};
inline constexpr int journal_kind_count = 11;
std::string_view id_of(JournalKind kind);

// What an account is for.
enum class AccountRole : std::uint8_t { receivables, money, sales, tax, fees, chargebacks };
std::string_view id_of(AccountRole role);

// Where money of a method is: at the bank at once, in the till, or with somebody who pays it out later.
enum class MoneyPlace : std::uint8_t { bank, cash, clearing };
std::string_view id_of(MoneyPlace place);

struct Posting {
    AccountRole role = AccountRole::receivables;
    std::int64_t amount_minor = 0;        // Debit above zero, credit below.
    MoneyPlace place = MoneyPlace::bank;  // Of money, with its service or method.
    std::string channel{};
    TaxCategory category = TaxCategory::standard;  // Of sales and tax.
    TaxRate rate{};
    friend bool operator==(const Posting&, const Posting&) = default;
};

struct JournalEntry {
    std::string id{};  // The same each time; entries of one moment stand in the order of their ids.
    JournalKind kind = JournalKind::invoice;
    std::int64_t booked_at_ms = 0;  // When the fact was recorded.
    std::int64_t value_at_ms = 0;   // The day it happened.
    std::string document_id{};
    std::string document_number{};
    std::string order_id{};
    std::string order_number{};
    std::string buyer{};
    std::string reference{};
    std::string channel{};  // Of money: the service, or the method where there is none.
    Currency currency{};
    // The first is what the others stand against.
    std::vector<Posting> postings{};
    friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

// An invoice or a credit note, with the ids under which it was registered. Nothing is booked of a document over
// nothing.
struct IssuedFacts {
    std::string document_id{};
    std::string order_id{};
    std::int64_t issued_at_ms = 0;
};
std::vector<JournalEntry> entries_of(const Paper& paper, const IssuedFacts& issued);

// Money, and what the service kept of it as an entry of its own. `kind`: how the method works.
std::vector<JournalEntry> entries_of(const MoneyMove& move, MethodKind kind);

// The service, or the method where there is none.
const std::string& channel_of(const MoneyMove& move);
// The side of a movement that stands where the money is.
Posting money_of(const MoneyMove& move, MethodKind kind, std::int64_t amount_minor);

}  // namespace commis::domain
