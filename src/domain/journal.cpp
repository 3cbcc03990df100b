#include "domain/journal.hpp"

#include <algorithm>
#include <array>

namespace commis::domain {
namespace {

JournalEntry entry_in(const MoneyMove& move, JournalKind kind) {
    JournalEntry entry;
    entry.id = move.id;
    entry.kind = kind;
    entry.booked_at_ms = move.booked_at_ms;
    entry.value_at_ms = move.value_at_ms;
    entry.order_id = move.order_id;
    entry.order_number = move.order_number;
    entry.buyer = move.buyer;
    entry.reference = move.reference;
    entry.channel = channel_of(move);
    entry.currency = move.currency;
    return entry;
}

JournalKind kind_of(MoveKind kind) {
    switch (kind) {
        case MoveKind::payment:
            return JournalKind::payment;
        case MoveKind::reversal:
            return JournalKind::reversal;
        case MoveKind::chargeback:
            return JournalKind::chargeback;
        case MoveKind::chargeback_won:
            return JournalKind::chargeback_won;
        case MoveKind::refund:
            return JournalKind::refund;
        case MoveKind::refund_returned:
            return JournalKind::refund_returned;
        case MoveKind::payout:
            return JournalKind::payout;
        case MoveKind::payout_returned:
            break;
    }
    return JournalKind::payout_returned;
}

// The other side of the account.
std::int64_t turned(bool is_turned, std::int64_t amount_minor) { return is_turned ? -amount_minor : amount_minor; }

MoneyPlace place_of(const MoneyMove& move, MethodKind kind) {
    if (!move.provider.empty()) return MoneyPlace::clearing;
    if (move.source == Source::bank) return MoneyPlace::bank;
    if (kind == MethodKind::on_delivery) return MoneyPlace::cash;
    // A card terminal, say: the payment was entered by hand, and its acquirer pays out later.
    return kind == MethodKind::gateway ? MoneyPlace::clearing : MoneyPlace::bank;
}

// The service's own account against the bank; the fees that nothing has booked yet go with it.
JournalEntry payout_entry(const MoneyMove& move) {
    JournalEntry entry = entry_in(move, kind_of(move.kind));
    const bool is_back = move.kind == MoveKind::payout_returned;
    Posting clearing{.role = AccountRole::money, .amount_minor = turned(!is_back, move.amount_minor + move.fee_minor)};
    clearing.place = MoneyPlace::clearing;
    clearing.channel = channel_of(move);
    entry.postings = {clearing};
    entry.postings.push_back({.role = AccountRole::money, .amount_minor = turned(is_back, move.amount_minor)});
    if (move.fee_minor != 0) {
        entry.postings.push_back({.role = AccountRole::fees, .amount_minor = turned(is_back, move.fee_minor)});
    }
    std::erase_if(entry.postings, [](const Posting& posting) { return posting.amount_minor == 0; });
    return entry;
}

}  // namespace

std::string_view id_of(JournalKind kind) {
    static constexpr std::array<std::string_view, journal_kind_count> ids{
        "invoice",        "credit_note", "payment",         "fee",    "reversal",       "chargeback",
        "chargeback_won", "refund",      "refund_returned", "payout", "payout_returned"};
    return ids[static_cast<std::size_t>(kind)];
}

std::string_view id_of(AccountRole role) {
    static constexpr std::array<std::string_view, 6> ids{"receivables", "money", "sales", "tax", "fees", "chargebacks"};
    return ids[static_cast<std::size_t>(role)];
}

std::string_view id_of(MoneyPlace place) {
    static constexpr std::array<std::string_view, 3> ids{"bank", "cash", "clearing"};
    return ids[static_cast<std::size_t>(place)];
}

const std::string& channel_of(const MoneyMove& move) { return move.provider.empty() ? move.method : move.provider; }

Posting money_of(const MoneyMove& move, MethodKind kind, std::int64_t amount_minor) {
    Posting posting{.role = AccountRole::money, .amount_minor = amount_minor};
    posting.place = place_of(move, kind);
    // What a bank file brought is at the bank, whatever it was to be paid with.
    if (!move.provider.empty() || move.source != Source::bank) posting.channel = channel_of(move);
    return posting;
}

std::vector<JournalEntry> entries_of(const Paper& paper, const IssuedFacts& issued) {
    const bool is_credit = paper.kind == DocumentKind::credit_note;
    if (!is_bill(paper.kind)) return {};
    JournalEntry entry;
    entry.id = issued.document_id;
    entry.kind = is_credit ? JournalKind::credit_note : JournalKind::invoice;
    entry.booked_at_ms = entry.value_at_ms = issued.issued_at_ms;
    entry.document_id = issued.document_id;
    entry.document_number = paper.number;
    entry.order_id = issued.order_id;
    entry.order_number = paper.order_number;
    entry.buyer = paper.buyer.name.empty() ? paper.buyer.email : paper.buyer.name;
    entry.currency = paper.currency;
    const auto add = [&](const Posting& posting) {
        if (posting.amount_minor != 0) entry.postings.push_back(posting);
    };
    std::int64_t total_minor = 0;
    for (const PaperTax& tax : paper.taxes) total_minor += tax.net_minor + tax.tax_minor;
    add({.role = AccountRole::receivables, .amount_minor = turned(is_credit, total_minor)});
    for (const PaperTax& tax : paper.taxes) {
        Posting posting{.role = AccountRole::sales, .amount_minor = turned(!is_credit, tax.net_minor)};
        posting.category = tax.category;
        posting.rate = tax.rate;
        add(posting);
        posting.role = AccountRole::tax;
        posting.amount_minor = turned(!is_credit, tax.tax_minor);
        add(posting);
    }
    if (entry.postings.empty()) return {};
    return {std::move(entry)};
}

std::vector<JournalEntry> entries_of(const MoneyMove& move, MethodKind kind) {
    std::vector<JournalEntry> entries;
    if (move.kind == MoveKind::payout || move.kind == MoveKind::payout_returned) {
        entries.push_back(payout_entry(move));
        if (entries.back().postings.empty()) entries.clear();
        return entries;
    }
    if (move.amount_minor != 0) {
        JournalEntry& entry = entries.emplace_back(entry_in(move, kind_of(move.kind)));
        const bool is_case = move.kind == MoveKind::chargeback || move.kind == MoveKind::chargeback_won;
        const bool is_out = !brings(move.kind);
        entry.postings = {money_of(move, kind, turned(is_out, move.amount_minor))};
        entry.postings.push_back({.role = is_case ? AccountRole::chargebacks : AccountRole::receivables,
                                  .amount_minor = turned(!is_out, move.amount_minor)});
    }
    if (move.fee_minor != 0) {
        JournalEntry& entry = entries.emplace_back(entry_in(move, JournalKind::fee));
        entry.id += ".fee";
        entry.postings = {money_of(move, kind, -move.fee_minor)};
        entry.postings.push_back({.role = AccountRole::fees, .amount_minor = move.fee_minor});
    }
    return entries;
}

}  // namespace commis::domain
