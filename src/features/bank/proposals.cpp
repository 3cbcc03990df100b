#include "features/bank/proposals.hpp"

#include <algorithm>

#include "domain/payment_reference.hpp"
#include "domain/standing.hpp"
#include "json/time.hpp"

namespace commis::bank {
namespace {

domain::MatchCandidate candidate_of(const domain::Order& order, const domain::Profile& profile) {
    domain::MatchCandidate candidate;
    candidate.order_id = order.id;
    candidate.number = order.number;
    candidate.names = domain::names_of(order);
    candidate.currency = order.currency;
    candidate.due_minor = domain::standing_of(order, profile).figures().due();
    candidate.buyer_name = order.buyer.name;
    candidate.buyer_company = order.buyer.company;
    candidate.is_removed = order.removed.has_value();
    candidate.is_draft = order.draft;
    return candidate;
}

using Candidates = std::vector<domain::MatchCandidate>;

Candidates load(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop,
                const std::vector<std::string>& ids) {
    Candidates candidates;
    if (ids.empty()) return candidates;
    const auto profile = services.profiles.of(shop);
    for (const domain::Order& order : snapshot.orders().find_many(shop.id, ids)) {
        candidates.push_back(candidate_of(order, *profile));
    }
    return candidates;
}

bool is_one_of(const std::vector<std::string>& list, const std::string& wanted) {
    return !wanted.empty() && std::ranges::find(list, wanted) != list.end();
}

// Those of the candidates that a transfer's own digits lead to.
Candidates led_to(const Candidates& candidates, const std::vector<std::string>& digits) {
    constexpr std::size_t most = 40;
    Candidates led;
    for (const domain::MatchCandidate& candidate : candidates) {
        const bool is_meant = std::ranges::any_of(candidate.names, [&](const domain::OrderName& name) {
            return is_one_of(digits, domain::number_digits(name.number)) ||
                   is_one_of(digits, domain::number_tail(name.number));
        });
        if (is_meant && led.size() < most) led.push_back(candidate);
    }
    return led;
}

domain::MatchRules rules_of(const Services& services, const domain::Shop& shop) {
    domain::MatchRules rules;
    rules.tolerance_minor = services.profiles.of(shop)->bank_tolerance_minor;
    for (const domain::BankAccount& account : shop.bank_accounts) {
        rules.accounts.push_back(domain::compact_account(account.iban));
    }
    return rules;
}

// The sign that two tellings of one transfer share.
bool is_same_transfer(const domain::BankEntry& first, const domain::BankEntry& second) {
    const auto is_shared = [](const std::string& left, const std::string& right) {
        return !left.empty() && left == right;
    };
    return is_shared(first.end_to_end_id, second.end_to_end_id) || is_shared(first.reference, second.reference) ||
           is_shared(first.bank_reference, second.bank_reference);
}

}  // namespace

domain::BankMatch match(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop,
                        const domain::BankEntry& entry) {
    return match_all(snapshot, services, shop, {&entry}).front();
}

std::vector<domain::BankMatch> match_all(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop,
                                         const std::vector<const domain::BankEntry*>& entries) {
    std::vector<std::vector<std::string>> digits;
    std::vector<std::string> all_digits;
    for (const domain::BankEntry* entry : entries) {
        const bool asks = entry->is_credit && !entry->is_return;
        digits.push_back(asks ? domain::digits_to_look_up(*entry) : std::vector<std::string>{});
        std::ranges::copy(digits.back(), std::back_inserter(all_digits));
    }
    std::ranges::sort(all_digits);
    all_digits.erase(std::unique(all_digits.begin(), all_digits.end()), all_digits.end());
    const auto named = load(snapshot, services, shop, snapshot.bank().orders_with_digits(shop.id, all_digits));
    const domain::MatchRules rules = rules_of(services, shop);
    std::vector<domain::BankMatch> matches;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const domain::BankEntry& entry = *entries[at];
        const Candidates meant = led_to(named, digits[at]);
        domain::BankMatch found = domain::match_entry(entry, meant, {}, rules);
        // Only where no number helps does the amount speak.
        if (found.verdict == domain::MatchVerdict::none && entry.is_credit && !entry.is_return) {
            const auto due = snapshot.bank().orders_with_due(shop.id, entry.amount.amount_minor);
            found = domain::match_entry(entry, meant, load(snapshot, services, shop, due), rules);
        }
        matches.push_back(std::move(found));
    }
    return matches;
}

std::vector<ports::BankRecord> returned_transfers(ports::Snapshot& snapshot, const domain::Shop& shop,
                                                  const domain::BankEntry& entry) {
    if (!entry.is_return || entry.is_credit) return {};
    auto found = snapshot.bank().booked_of(shop.id, entry.amount.amount_minor);
    std::erase_if(found, [&](const ports::BankRecord& record) {
        const bool fits = record.entry.is_credit && record.entry.account == entry.account &&
                          record.entry.amount.currency == entry.amount.currency;
        return !fits || !is_same_transfer(record.entry, entry);
    });
    return found;
}

std::int64_t received_at_ms(const Services& services, const domain::Shop& shop, const domain::BankEntry& entry) {
    const std::int64_t now_ms = services.clock.now_ms();
    const std::string& day = entry.valued_on.empty() ? entry.booked_on : entry.valued_on;
    const auto noon_ms = json::parse_time_ms(day + "T12:00:00Z");
    if (!noon_ms) return now_ms;
    return std::min(now_ms, services.clock.start_of_day(*noon_ms, 0, shop.timezone));
}

}  // namespace commis::bank
