// From bookings to entries, and what tells two entries apart.
#include "domain/bank_statement.hpp"

#include <algorithm>
#include <map>

#include "domain/payment_reference.hpp"

namespace commis::domain {
namespace {

bool is_booked(const BankBooking& booking) { return booking.status.empty() || booking.status == "BOOK"; }

// Details that name their amounts in the booking's currency and add up to it.
bool adds_up(const BankBooking& booking) {
    if (booking.details.size() < 2) return false;
    std::int64_t sum_minor = 0;
    for (const BankDetail& detail : booking.details) {
        if (!detail.amount || detail.amount->currency != booking.amount.currency) return false;
        const auto next = add_checked(sum_minor, detail.amount->amount_minor);
        if (!next) return false;
        sum_minor = *next;
    }
    return sum_minor == booking.amount.amount_minor;
}

void append_words(std::string& text, std::string_view words) {
    if (words.empty() || text.find(words) != std::string::npos) return;
    if (!text.empty()) text += ' ';
    text += words;
}

void take_words(BankEntry& entry, const BankDetail& detail) {
    for (const StructuredText& line : detail.structured) {
        const auto reference = read_payment_reference(line.reference);
        if (reference && entry.reference.empty()) entry.reference = reference->text;
    }
    // Some banks put the reference where words belong.
    for (const std::string& words : detail.texts) {
        const auto reference = read_payment_reference(words);
        if (reference && entry.reference.empty()) entry.reference = reference->text;
    }
    for (const std::string& words : detail.texts) append_words(entry.text, words);
    for (const StructuredText& line : detail.structured) {
        append_words(entry.text, line.reference);
        append_words(entry.text, line.words);
    }
    append_words(entry.text, detail.more_words);
}

// Who stands on the other side: the payer of a credit, the payee of a debit. A return is sent back by whoever got it.
BankParty counterparty_of(const BankDetail& detail, bool is_credit) {
    BankParty party = is_credit ? detail.debtor : detail.creditor;
    if (party.name.empty()) party.name = is_credit ? detail.ultimate_debtor : detail.ultimate_creditor;
    return party;
}

BankEntry start_entry(const BankStatement& statement, const BankBooking& booking) {
    BankEntry entry;
    entry.account = compact_account(statement.account);
    entry.amount = booking.amount;
    entry.is_credit = booking.is_credit;
    entry.is_return = booking.is_reversal;
    entry.booked_on = booking.booked_on;
    entry.valued_on = booking.valued_on;
    entry.bank_reference = booking.bank_reference;
    return entry;
}

void take_detail(BankEntry& entry, const BankDetail& detail) {
    if (entry.end_to_end_id.empty()) entry.end_to_end_id = detail.end_to_end_id;
    if (!detail.return_reason.empty()) {
        entry.is_return = true;
        entry.return_reason = detail.return_reason;
    }
    BankParty party = counterparty_of(detail, entry.is_credit);
    // A reversed credit still names its payer.
    if (party.name.empty() && entry.is_return) party = counterparty_of(detail, !entry.is_credit);
    if (entry.counterparty.name.empty()) entry.counterparty.name = party.name;
    if (entry.counterparty.account.empty()) entry.counterparty.account = compact_account(party.account);
    take_words(entry, detail);
}

std::string money_key(const BankEntry& entry, const Money& amount) {
    return entry.account + '|' + (entry.is_credit ? '+' : '-') + std::to_string(amount.amount_minor) +
           std::string(amount.currency.code()) + '|' + entry.booked_on;
}

// Words without blanks: a statement and a notification break lines differently.
std::string squeezed(std::string_view text) {
    std::string kept;
    std::ranges::copy_if(text, std::back_inserter(kept), [](char sign) { return sign != ' '; });
    return kept;
}

// The bank's own reference where it gives one; else everything that is said of the transfer.
std::string booking_key_of(const BankEntry& entry, const BankBooking& booking) {
    if (!booking.bank_reference.empty()) return money_key(entry, booking.amount) + "|ref|" + booking.bank_reference;
    return money_key(entry, booking.amount) + "|said|" + entry.end_to_end_id + '|' + entry.reference + '|' +
           entry.counterparty.account + '|' + squeezed(entry.text);
}

std::string part_key_of(const BankEntry& entry, const BankDetail& detail) {
    const std::string own = detail.bank_reference.empty() ? detail.transaction_id : detail.bank_reference;
    return entry.booking_key + "|part|" + money_key(entry, entry.amount) + '|' + own + '|' + entry.end_to_end_id + '|' +
           entry.reference + '|' + entry.counterparty.account + '|' + squeezed(entry.text);
}

}  // namespace

std::string compact_account(std::string_view account) {
    std::string compact;
    for (const char sign : account) {
        if (sign == ' ') continue;
        compact += sign >= 'a' && sign <= 'z' ? static_cast<char>(sign - 'a' + 'A') : sign;
    }
    return compact;
}

std::int64_t count_pending(const BankStatement& statement) {
    return std::ranges::count_if(statement.bookings, [](const BankBooking& booking) { return !is_booked(booking); });
}

std::vector<BankEntry> entries_of(const BankStatement& statement) {
    std::vector<BankEntry> entries;
    // Equal transfers of one day without references of their own are told apart by their turn.
    std::map<std::string, int> seen;
    const auto settle = [&](BankEntry entry, std::string key) {
        const int turn = ++seen[key];
        entry.identity = turn == 1 ? std::move(key) : key + "|turn|" + std::to_string(turn);
        entries.push_back(std::move(entry));
    };
    for (const BankBooking& booking : statement.bookings) {
        if (!is_booked(booking)) continue;
        BankEntry whole = start_entry(statement, booking);
        for (const BankDetail& detail : booking.details) take_detail(whole, detail);
        append_words(whole.text, booking.more_words);
        whole.booking_key = booking_key_of(whole, booking);
        if (!adds_up(booking)) {
            settle(whole, whole.booking_key);
            continue;
        }
        for (const BankDetail& detail : booking.details) {
            BankEntry part = start_entry(statement, booking);
            part.amount = *detail.amount;
            part.is_part = true;
            part.booking_key = whole.booking_key;
            if (!detail.bank_reference.empty()) part.bank_reference = detail.bank_reference;
            take_detail(part, detail);
            std::string key = part_key_of(part, detail);
            settle(std::move(part), std::move(key));
        }
    }
    return entries;
}

}  // namespace commis::domain
