#include "features/bank/payout_arrival.hpp"

#include <algorithm>

#include "domain/payment_reference.hpp"
#include "domain/payout_match.hpp"
#include "features/accounting/book_money.hpp"

namespace commis::bank {
namespace {

using domain::Refusal;
using ports::BankRecord;
using ports::BankStatus;
using ports::PayoutRecord;

bool is_ours(const domain::Shop& shop, const domain::BankEntry& entry) {
    return std::ranges::any_of(shop.bank_accounts, [&](const domain::BankAccount& account) {
        return domain::compact_account(account.iban) == entry.account;
    });
}

void settle_both(const Desk& desk, BankRecord& record, PayoutRecord& payout) {
    record.status = BankStatus::booked;
    record.payout_id = payout.id;
    record.settled_at_ms = desk.services.clock.now_ms();
    record.settled_by = desk.caller.actor.name;
    desk.work.bank().save(record);
    payout.bank_entry_id = record.id;
    payout.settled_at_ms = record.settled_at_ms;
    payout.settled_by = record.settled_by;
    desk.work.payouts().save(payout);
    accounting::book_payout(desk.work, payout);
}

}  // namespace

Arrival arrival_of(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop,
                   const BankRecord& record, const domain::BankMatch& match) {
    Arrival arrival;
    const domain::BankEntry& entry = record.entry;
    if (!entry.is_credit || entry.is_return) return arrival;
    const auto profile = services.profiles.of(shop);
    arrival.payouts = snapshot.payouts().awaited_of(shop.id, entry.amount.amount_minor);
    std::erase_if(arrival.payouts, [&](const PayoutRecord& payout) {
        return !domain::may_be_payout(entry, payout.report, profile->bank_days);
    });
    if (arrival.payouts.size() != 1 || !is_ours(shop, entry)) return arrival;
    const domain::PayoutReport& report = arrival.payouts.front().report;
    const auto others = snapshot.bank().open_of(shop.id, entry.amount.amount_minor);
    const bool is_only = std::ranges::none_of(others, [&](const BankRecord& other) {
        return other.id != record.id && domain::may_be_payout(other.entry, report, profile->bank_days);
    });
    arrival.is_exact = is_only && (match.orders.empty() || domain::names_payout(entry, report));
    return arrival;
}

domain::Result<Settled> book_payout(const Desk& desk, const std::string& entry_id, const std::string& payout_id) {
    auto record = desk.work.bank().lock(desk.shop.id, entry_id);
    auto payout = desk.work.payouts().lock(desk.shop.id, payout_id);
    if (!record || !payout) return domain::refuse(Refusal::not_found);
    if (record->status == BankStatus::outgoing) return domain::refuse(Refusal::bank_entry_not_incoming);
    if (record->status != BankStatus::open) return domain::refuse(Refusal::bank_entry_settled);
    if (payout->settled_at_ms) return domain::refuse(Refusal::payout_arrived);
    const auto profile = desk.services.profiles.of(desk.shop);
    if (!domain::may_be_payout(record->entry, payout->report, profile->bank_days)) {
        return domain::refuse(Refusal::payout_differs);
    }
    settle_both(desk, *record, *payout);
    return Settled{std::move(*record), {}};
}

bool arrive_alone(const Desk& desk, BankRecord& record, const domain::BankMatch& found) {
    const Arrival arrival = arrival_of(desk.work.reads(), desk.services, desk.shop, record, found);
    if (!arrival.is_exact) return false;
    auto payout = desk.work.payouts().lock(desk.shop.id, arrival.payouts.front().id);
    if (!payout || payout->settled_at_ms) return false;
    record.is_automatic = true;
    settle_both(desk, record, *payout);
    return true;
}

void await_again(const Desk& desk, const BankRecord& record) {
    if (record.payout_id.empty()) return;
    auto payout = desk.work.payouts().lock(desk.shop.id, record.payout_id);
    if (!payout) return;
    accounting::take_back_payout(desk.work, *payout, desk.services.clock.now_ms());
    payout->bank_entry_id.clear();
    payout->settled_at_ms.reset();
    payout->settled_by.clear();
    desk.work.payouts().save(*payout);
}

}  // namespace commis::bank
