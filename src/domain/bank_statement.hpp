// What a bank tells of an account, in one form whatever the file was: a statement holds bookings, and a booking of many
// transfers falls into one entry a transfer. Entries are what is matched to orders (C-11, C-12, C-17).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/money.hpp"

namespace commis::domain {

struct BankParty {
    std::string name{};
    std::string account{};  // IBAN without blanks, or whatever the bank calls it.
    friend bool operator==(const BankParty&, const BankParty&) = default;
};

// A structured line of the remittance information: a reference, and words beside it.
struct StructuredText {
    std::string reference{};
    std::string words{};
    friend bool operator==(const StructuredText&, const StructuredText&) = default;
};

// One transfer inside a booking.
struct BankDetail {
    std::optional<Money> amount{};  // Where the bank names it.
    std::string end_to_end_id{};    // Empty also where the bank says NOTPROVIDED.
    std::string bank_reference{};
    std::string transaction_id{};
    std::string batch_id{};
    std::vector<std::string> texts{};
    std::vector<StructuredText> structured{};
    BankParty debtor{};
    BankParty creditor{};
    std::string ultimate_debtor{};
    std::string ultimate_creditor{};
    std::string return_reason{};  // "AC04": the transfer came back, and why.
    std::string more_words{};
    friend bool operator==(const BankDetail&, const BankDetail&) = default;
};

// One line of the statement. The amount is positive; `is_credit` gives the direction.
struct BankBooking {
    Money amount{};
    bool is_credit = false;
    bool is_reversal = false;  // Takes an earlier booking back.
    std::string status{};      // BOOK, PDNG, INFO.
    std::string booked_on{};   // "2026-11-22" as the bank wrote it; may be empty.
    std::string valued_on{};
    std::string bank_reference{};
    std::string entry_reference{};
    std::string batch_id{};
    std::string more_words{};
    std::vector<BankDetail> details{};
    friend bool operator==(const BankBooking&, const BankBooking&) = default;
};

struct BankStatement {
    std::string id{};
    std::string account{};
    std::vector<BankBooking> bookings{};
    friend bool operator==(const BankStatement&, const BankStatement&) = default;
};

// One transfer as it is kept and matched.
struct BankEntry {
    std::string account{};
    Money amount{};
    bool is_credit = true;
    bool is_return = false;  // A transfer that came back.
    std::string return_reason{};
    std::string booked_on{};
    std::string valued_on{};
    std::string bank_reference{};
    std::string end_to_end_id{};
    std::string reference{};  // The structured one, where check digits prove it; without blanks.
    std::string text{};       // Everything that was written, for people and for finding numbers.
    BankParty counterparty{};
    // Tells one transfer from another: what has the same identity is the same money. `booking_key` is that of the whole
    // line, which a notification splits and a statement may not.
    std::string identity{};
    std::string booking_key{};
    bool is_part = false;
    friend bool operator==(const BankEntry&, const BankEntry&) = default;
};

// The entries of a statement, in its order. Only what is booked counts; a booking falls into its details when they name
// their amounts and add up to it, else it stays whole with all their words.
std::vector<BankEntry> entries_of(const BankStatement& statement);

// How many lines are not booked yet.
std::int64_t count_pending(const BankStatement& statement);

// "CH28 0123 …" as the accounts of entries are written.
std::string compact_account(std::string_view account);

}  // namespace commis::domain
