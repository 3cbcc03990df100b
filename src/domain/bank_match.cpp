// Readings of the text are weighed first; then amounts decide whether the orders they name are paid exactly.
#include "domain/bank_match.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "domain/folded_words.hpp"
#include "domain/payment_reference.hpp"

namespace commis::domain {
namespace {

using Candidates = std::vector<const MatchCandidate*>;

constexpr std::size_t proposals_max = 5;

// What the words of a transfer name: the orders beyond doubt, those that may be meant, and whether a number is shared.
struct Named {
    Candidates sure;
    Candidates unsure;
    bool is_ambiguous = false;
};

void add_once(Candidates& list, const MatchCandidate* candidate) {
    if (std::ranges::find(list, candidate) == list.end()) list.push_back(candidate);
}

// The orders that a number means: by the whole number before by its tail, by the kind the text announces before others.
Candidates meant_by(const FoundNumber& found, std::string_view text, const std::vector<MatchCandidate>& named) {
    struct Hit {
        const MatchCandidate* candidate;
        int rank;
    };
    std::vector<Hit> hits;
    for (const MatchCandidate& candidate : named) {
        for (const OrderName& name : candidate.names) {
            const bool is_whole = number_digits(name.number) == found.digits;
            const bool is_tail = number_tail(name.number) == found.digits;
            if (!is_whole && !is_tail) continue;
            int rank = is_whole ? 0 : 4;
            if (is_written_out(text, name.number)) rank -= 2;
            const bool is_document = name.kind == NumberKind::document;
            if (found.announced == Announced::document && !is_document) rank += 1;
            if (found.announced == Announced::order && is_document) rank += 1;
            hits.push_back({&candidate, rank});
        }
    }
    Candidates best;
    if (hits.empty()) return best;
    const int rank = std::ranges::min(hits, {}, &Hit::rank).rank;
    for (const Hit& hit : hits) {
        if (hit.rank == rank) add_once(best, hit.candidate);
    }
    return best;
}

// A tail or a short number counts only when it is announced or written with its zeros.
bool is_sure(const FoundNumber& found, std::string_view text, const MatchCandidate& candidate) {
    if (found.is_sure()) return true;
    return std::ranges::any_of(candidate.names, [&](const OrderName& name) {
        const bool is_padded_tail = number_tail(name.number) == found.digits && found.written >= 4;
        return is_padded_tail || is_written_out(text, name.number);
    });
}

// Four digits or more that are all of an order's number, written without zeros before them.
bool is_whole_number(const FoundNumber& found, const MatchCandidate& candidate) {
    if (found.written < 4 || found.written != found.digits.size()) return false;
    return std::ranges::any_of(candidate.names,
                               [&](const OrderName& name) { return number_digits(name.number) == found.digits; });
}

struct Reading {
    FoundNumber found;
    Candidates orders;
};

bool is_inside(const FoundNumber& inner, const FoundNumber& outer) {
    const bool is_within = outer.begin <= inner.begin && inner.end <= outer.end;
    return is_within && (inner.end - inner.begin) < (outer.end - outer.begin);
}

// A reading inside a longer one that names an order is only a piece of it; but where both name an open order of their
// own there is doubt.
Named named_by_text(const BankEntry& entry, const std::vector<MatchCandidate>& candidates) {
    std::vector<Reading> readings;
    for (FoundNumber& found : find_numbers(entry.text)) {
        Candidates orders = meant_by(found, entry.text, candidates);
        if (!orders.empty()) readings.push_back({std::move(found), std::move(orders)});
    }
    Named named;
    for (const Reading& reading : readings) {
        const auto outer =
            std::ranges::find_if(readings, [&](const Reading& other) { return is_inside(reading.found, other.found); });
        const bool is_piece = outer != readings.end();
        const MatchCandidate* const first = reading.orders.front();
        const bool counts = is_sure(reading.found, entry.text, *first);
        if (is_piece) {
            const bool is_same = std::ranges::find(outer->orders, first) != outer->orders.end();
            named.is_ambiguous |= !is_same && counts && is_whole_number(reading.found, *first) && first->due_minor > 0;
            continue;
        }
        named.is_ambiguous |= counts && reading.orders.size() > 1;
        for (const MatchCandidate* order : reading.orders) add_once(counts ? named.sure : named.unsure, order);
    }
    return named;
}

// A structured reference speaks for itself; orders come before documents with the same digits.
Named named_by_reference(const BankEntry& entry, const std::vector<MatchCandidate>& candidates) {
    Named named;
    const auto reference = read_payment_reference(entry.reference);
    if (!reference) return named;
    for (const NumberKind kind : {NumberKind::order, NumberKind::document, NumberKind::external}) {
        for (const MatchCandidate& candidate : candidates) {
            const bool holds = std::ranges::any_of(candidate.names, [&](const OrderName& name) {
                return name.kind == kind && holds_number(*reference, name.number);
            });
            if (holds) add_once(named.sure, &candidate);
        }
        if (!named.sure.empty()) break;
    }
    named.is_ambiguous = named.sure.size() > 1;
    return named;
}

bool is_open(const MatchCandidate& candidate, const BankEntry& entry) {
    return !candidate.is_removed && !candidate.is_draft && candidate.currency == entry.amount.currency &&
           candidate.due_minor > 0;
}

std::vector<MatchReason> reasons_of(const MatchCandidate& candidate, const BankEntry& entry, bool is_only) {
    std::vector<MatchReason> reasons;
    if (candidate.is_removed) reasons.push_back(MatchReason::removed_order);
    if (candidate.is_draft) reasons.push_back(MatchReason::draft_order);
    if (candidate.currency != entry.amount.currency) reasons.push_back(MatchReason::other_currency);
    if (!reasons.empty()) return reasons;
    if (candidate.due_minor == 0) {
        reasons.push_back(MatchReason::paid_already);
    } else if (is_only && entry.amount.amount_minor < candidate.due_minor) {
        reasons.push_back(MatchReason::underpaid);
    } else if (is_only && entry.amount.amount_minor > candidate.due_minor) {
        reasons.push_back(MatchReason::overpaid);
    }
    return reasons;
}

MatchedOrder matched(const MatchCandidate& candidate, std::int64_t amount_minor, std::vector<MatchReason> reasons) {
    return {candidate.order_id, candidate.number, candidate.due_minor, amount_minor, std::move(reasons)};
}

std::int64_t sum_due(const Candidates& candidates) {
    std::int64_t sum_minor = 0;
    for (const MatchCandidate* candidate : candidates) {
        sum_minor = add_checked(sum_minor, candidate->due_minor).value_or(amount_limit_minor);
    }
    return sum_minor;
}

bool is_exact(const Named& named, const BankEntry& entry, const MatchRules& rules) {
    if (named.is_ambiguous || named.sure.empty()) return false;
    const auto fits = [&](const MatchCandidate* candidate) { return is_open(*candidate, entry); };
    if (!std::ranges::all_of(named.sure, fits)) return false;
    const std::int64_t off = entry.amount.amount_minor - sum_due(named.sure);
    const std::int64_t allowed = named.sure.size() == 1 ? rules.tolerance_minor : 0;
    return (off < 0 ? -off : off) <= allowed;
}

// Several named orders: the money goes to the open ones, oldest named first, as far as it reaches.
void propose_named(BankMatch& match, const Candidates& orders, const BankEntry& entry, bool is_ambiguous) {
    match.verdict = MatchVerdict::proposed;
    if (is_ambiguous) match.reasons.push_back(MatchReason::several_orders);
    const bool is_only = orders.size() == 1;
    std::int64_t left_minor = entry.amount.amount_minor;
    for (const MatchCandidate* order : orders) {
        if (match.orders.size() >= proposals_max) break;
        const bool fits_alone = is_ambiguous && order->due_minor == entry.amount.amount_minor;
        std::int64_t share_minor = is_only ? left_minor : 0;
        if (!is_only && !is_ambiguous && is_open(*order, entry)) share_minor = std::min(left_minor, order->due_minor);
        if (fits_alone) share_minor = entry.amount.amount_minor;
        if (!is_ambiguous) left_minor -= share_minor;
        match.orders.push_back(matched(*order, share_minor, reasons_of(*order, entry, is_only)));
    }
    if (!is_only && !is_ambiguous && sum_due(orders) != entry.amount.amount_minor) {
        match.reasons.push_back(MatchReason::sum_differs);
    }
}

// No number helps: the payer's name and the amount may.
void propose_by_amount(BankMatch& match, const BankEntry& entry, const std::vector<MatchCandidate>& by_amount) {
    std::vector<MatchedOrder> with_name;
    std::vector<MatchedOrder> without;
    for (const MatchCandidate& candidate : by_amount) {
        if (!is_open(candidate, entry) || candidate.due_minor != entry.amount.amount_minor) continue;
        const std::string& payer = entry.counterparty.name;
        const bool fits = names_fit(payer, candidate.buyer_name) || names_fit(payer, candidate.buyer_company);
        const MatchReason reason = fits ? MatchReason::name_and_amount : MatchReason::amount_only;
        (fits ? with_name : without).push_back(matched(candidate, entry.amount.amount_minor, {reason}));
    }
    match.orders = with_name.empty() ? std::move(without) : std::move(with_name);
    // Many orders of one price say nothing.
    if (match.orders.size() > proposals_max) match.orders.clear();
    if (match.orders.size() > 1) match.reasons.push_back(MatchReason::several_orders);
    if (!match.orders.empty()) match.verdict = MatchVerdict::proposed;
}

}  // namespace

std::string_view id_of(NumberKind kind) {
    static constexpr std::array<std::string_view, number_kind_count> ids{"order", "document", "external"};
    return ids[static_cast<std::size_t>(kind)];
}

std::string_view id_of(MatchVerdict verdict) {
    static constexpr std::array<std::string_view, match_verdict_count> ids{"exact", "proposed", "none"};
    return ids[static_cast<std::size_t>(verdict)];
}

std::string_view id_of(MatchReason reason) {
    static constexpr std::array<std::string_view, match_reason_count> ids{
        "underpaid",       "overpaid",       "paid_already",   "removed_order", "draft_order",
        "other_account",   "other_currency", "several_orders", "sum_differs",   "number_unsure",
        "name_and_amount", "amount_only",    "returned"};
    return ids[static_cast<std::size_t>(reason)];
}

std::vector<OrderName> names_of(const Order& order) {
    std::vector<OrderName> names;
    if (!order.number.empty()) names.push_back({NumberKind::order, order.number});
    if (!order.external_id.empty()) names.push_back({NumberKind::external, order.external_id});
    for (const Document& document : order.documents) {
        const bool is_known = document.kind == DocumentKind::invoice && !document.draft && !document.number.empty();
        if (is_known) names.push_back({NumberKind::document, document.number});
    }
    return names;
}

std::vector<std::string> digits_to_look_up(const BankEntry& entry) {
    std::vector<std::string> digits;
    const auto add = [&](std::string each) {
        if (!each.empty() && std::ranges::find(digits, each) == digits.end()) digits.push_back(std::move(each));
    };
    if (const auto reference = read_payment_reference(entry.reference)) add(number_digits(held_number(*reference)));
    for (FoundNumber& found : find_numbers(entry.text)) add(std::move(found.digits));
    return digits;
}

std::vector<MatchedOrder> proposed_parts(const BankMatch& match, std::int64_t amount_minor) {
    std::vector<MatchedOrder> parts;
    std::int64_t sum_minor = 0;
    for (const MatchedOrder& order : match.orders) {
        if (order.amount_minor == 0) continue;
        parts.push_back(order);
        sum_minor = add_checked(sum_minor, order.amount_minor).value_or(amount_limit_minor);
    }
    if (sum_minor != amount_minor) parts.clear();
    return parts;
}

bool is_bookable(const BankMatch& match, std::int64_t amount_minor) {
    static constexpr std::array blocking{MatchReason::removed_order, MatchReason::draft_order,
                                         MatchReason::other_currency};
    const auto parts = proposed_parts(match, amount_minor);
    const auto is_blocked = [](const MatchedOrder& part) {
        return std::ranges::any_of(
            part.reasons, [](MatchReason reason) { return std::ranges::find(blocking, reason) != blocking.end(); });
    };
    return !parts.empty() && std::ranges::none_of(parts, is_blocked);
}

bool names_fit(std::string_view payer, std::string_view buyer) {
    const std::vector<std::string> theirs = folded_words(payer);
    const std::vector<std::string> ours = folded_words(buyer);
    const auto shared = std::ranges::count_if(
        ours, [&](const std::string& word) { return std::ranges::find(theirs, word) != theirs.end(); });
    return shared >= 2 || (shared == 1 && ours.size() == 1);
}

BankMatch match_entry(const BankEntry& entry, const std::vector<MatchCandidate>& candidates,
                      const std::vector<MatchCandidate>& by_amount, const MatchRules& rules) {
    BankMatch match;
    if (!entry.is_credit || entry.is_return) {
        if (entry.is_return) match.reasons.push_back(MatchReason::returned);
        return match;
    }
    const bool is_ours = std::ranges::find(rules.accounts, entry.account) != rules.accounts.end();
    Named named = named_by_reference(entry, candidates);
    if (named.sure.empty()) named = named_by_text(entry, candidates);
    if (is_ours && is_exact(named, entry, rules)) {
        match.verdict = MatchVerdict::exact;
        const bool is_only = named.sure.size() == 1;
        for (const MatchCandidate* order : named.sure) {
            match.orders.push_back(matched(*order, is_only ? entry.amount.amount_minor : order->due_minor, {}));
        }
        return match;
    }
    if (!named.sure.empty()) propose_named(match, named.sure, entry, named.is_ambiguous);
    if (named.sure.empty()) {
        std::erase_if(named.unsure, [&](const MatchCandidate* order) {
            return !is_open(*order, entry) || order->due_minor != entry.amount.amount_minor;
        });
        if (named.unsure.size() == 1) {
            propose_named(match, named.unsure, entry, false);
            match.reasons.push_back(MatchReason::number_unsure);
        } else {
            propose_by_amount(match, entry, by_amount);
        }
    }
    if (!is_ours) match.reasons.push_back(MatchReason::other_account);
    return match;
}

}  // namespace commis::domain
