#include "features/bank/proposals.hpp"

#include <algorithm>

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

std::vector<domain::MatchCandidate> load(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop,
                                         const std::vector<std::string>& ids) {
    std::vector<domain::MatchCandidate> candidates;
    if (ids.empty()) return candidates;
    const auto profile = services.profiles.of(shop);
    for (const std::string& id : ids) {
        const auto order = snapshot.orders().find(shop.id, id);
        if (order) candidates.push_back(candidate_of(*order, *profile));
    }
    return candidates;
}

domain::MatchRules rules_of(const domain::Shop& shop) {
    domain::MatchRules rules;
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
    if (!entry.is_credit || entry.is_return) return domain::match_entry(entry, {}, {}, {});
    const auto named = snapshot.bank().orders_with_digits(shop.id, domain::digits_to_look_up(entry));
    const auto by_amount = snapshot.bank().orders_with_due(shop.id, entry.amount.amount_minor);
    return domain::match_entry(entry, load(snapshot, services, shop, named), load(snapshot, services, shop, by_amount),
                               rules_of(shop));
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
