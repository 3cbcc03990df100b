#include "features/payouts/payouts.hpp"

#include <algorithm>

#include "domain/number_finder.hpp"
#include "domain/payment_reference.hpp"
#include "domain/payout_match.hpp"
#include "features/accounting/book_money.hpp"
#include "features/bank/payout_arrival.hpp"
#include "features/bank/proposals.hpp"

namespace commis::payouts {
namespace {

using domain::PayoutItem;
using domain::PayoutReport;
using domain::Refusal;
using ports::PayoutLine;
using ports::PayoutRecord;

void keep_once(std::vector<std::string>& texts) {
    std::ranges::sort(texts);
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    std::erase_if(texts, [](const std::string& text) { return text.empty(); });
}

// The orders that the names in a report lead to.
std::vector<domain::Order> orders_of(ports::UnitOfWork& work, const domain::Shop& shop, const PayoutReport& report) {
    std::vector<std::string> references;
    std::vector<std::string> digits;
    for (const PayoutItem& item : report.items) {
        if (!domain::is_of_an_order(item)) continue;
        references.push_back(item.reference);
        references.push_back(item.payment_reference);
        digits.push_back(domain::number_digits(item.text));
        for (domain::FoundNumber& found : domain::find_numbers(item.text)) digits.push_back(std::move(found.digits));
    }
    keep_once(references);
    keep_once(digits);
    std::vector<std::string> ids;
    for (ports::PaymentAt& at : work.notices().find_payments(shop.id, report.provider, references)) {
        ids.push_back(std::move(at.order_id));
    }
    if (!digits.empty()) {
        auto numbered = work.reads().bank().orders_with_digits(shop.id, digits);
        std::ranges::move(numbered, std::back_inserter(ids));
    }
    keep_once(ids);
    if (ids.empty()) return {};
    return work.reads().orders().find_many(shop.id, ids);
}

std::vector<PayoutLine> lines_of(ports::UnitOfWork& work, const domain::Shop& shop, const PayoutReport& report) {
    const auto parts = domain::match_items(report, orders_of(work, shop, report));
    std::vector<PayoutLine> lines;
    for (std::size_t at = 0; at < report.items.size(); ++at) {
        const domain::PayoutPart& part = parts[at];
        lines.push_back({report.items[at], part.order_id, part.order_number, part.payment_id, part.entry_id});
    }
    return lines;
}

void sum_up(PayoutRecord& record, const std::vector<PayoutLine>& lines) {
    record.items = static_cast<std::int64_t>(lines.size());
    record.unmatched = std::ranges::count_if(
        lines, [](const PayoutLine& line) { return domain::is_of_an_order(line.item) && line.order_id.empty(); });
    record.gross_minor = record.fee_minor = record.net_minor = 0;
    const auto add = [](std::int64_t& sum_minor, std::int64_t amount_minor) {
        sum_minor = domain::add_checked(sum_minor, amount_minor).value_or(domain::amount_limit_minor);
    };
    for (const PayoutLine& line : lines) {
        add(record.gross_minor, line.item.gross_minor);
        add(record.fee_minor, line.item.fee_minor);
        add(record.net_minor, line.item.net_minor);
    }
}

// Where the money has come before its report.
void find_in_bank(const bank::Desk& desk, const PayoutRecord& record) {
    for (ports::BankRecord& entry : desk.work.reads().bank().open_of(desk.shop.id, record.report.amount_minor)) {
        auto locked = desk.work.bank().lock(desk.shop.id, entry.id);
        if (!locked || locked->status != ports::BankStatus::open) continue;
        const auto found = bank::match(desk.work.reads(), desk.services, desk.shop, locked->entry);
        if (bank::arrive_alone(desk, *locked, found)) return;
    }
}

// What is known is told anew; items stay where the report has none now.
void tell_again(ports::UnitOfWork& work, const domain::Shop& shop, PayoutRecord record, const PayoutReport& report) {
    const bool has_more = static_cast<std::int64_t>(report.items.size()) > record.items;
    const bool is_open = record.unmatched > 0 && static_cast<std::int64_t>(report.items.size()) == record.items;
    const bool is_changed = record.report.status != report.status || record.report.fault != report.fault;
    if (!has_more && !is_open && !is_changed) return;
    if (is_changed && report.status == domain::PayoutStatus::failed) {
        // The money never came: its captures are missing again (C-32).
        work.payouts().mark_paid_out(shop.id, "", work.reads().payouts().lines(shop.id, record.id));
    }
    record.report.status = report.status;
    record.report.fault = report.fault;
    if (!record.settled_at_ms) record.report.arrives_at_ms = report.arrives_at_ms;
    if (has_more || is_open) {
        const auto lines = lines_of(work, shop, report);
        sum_up(record, lines);
        work.payouts().replace_lines(shop.id, record.id, lines);
        if (report.status != domain::PayoutStatus::failed) work.payouts().mark_paid_out(shop.id, record.id, lines);
    }
    work.payouts().save(record);
}

TakenPayout take_one(const bank::Desk& desk, const PayoutReport& report) {
    ports::UnitOfWork& work = desk.work;
    if (auto known = work.reads().payouts().find_report(desk.shop.id, report)) {
        const std::string id = known->id;
        tell_again(work, desk.shop, std::move(*known), report);
        return {id, true};
    }
    PayoutRecord record;
    record.shop_id = desk.shop.id;
    record.id = desk.services.ids.next();
    record.report = report;
    record.report.items.clear();
    record.told_by = desk.caller.actor.name;
    record.created_at_ms = desk.services.clock.now_ms();
    const auto lines = lines_of(work, desk.shop, report);
    sum_up(record, lines);
    if (!work.payouts().insert(record)) return {record.id, true};
    work.payouts().replace_lines(desk.shop.id, record.id, lines);
    // What failed was never paid out: its captures stay among those that are missing.
    if (report.status != domain::PayoutStatus::failed) {
        work.payouts().mark_paid_out(desk.shop.id, record.id, lines);
        find_in_bank(desk, record);
    }
    return {record.id, false};
}

}  // namespace

std::vector<TakenPayout> take_in(const Services& services, const domain::Shop& shop, const Caller& caller,
                                 const std::vector<PayoutReport>& reports) {
    std::vector<TakenPayout> taken;
    for (const PayoutReport& report : reports) {
        TakenPayout one;
        services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            one = take_one({work, services, shop, caller}, report);
        });
        taken.push_back(std::move(one));
    }
    return taken;
}

Offer offer_of(const PayoutRecord& payout) {
    const bool is_settled = payout.settled_at_ms.has_value();
    return {.arrive = !is_settled && payout.report.status != domain::PayoutStatus::failed,
            .await = is_settled && payout.bank_entry_id.empty()};
}

domain::Result<PayoutRecord> arrived(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                     const domain::Shop& shop, const std::string& payout_id) {
    auto payout = work.payouts().lock(shop.id, payout_id);
    if (!payout) return domain::refuse(Refusal::not_found);
    if (!offer_of(*payout).arrive) {
        return domain::refuse(payout->settled_at_ms ? Refusal::payout_arrived : Refusal::payout_failed);
    }
    payout->settled_at_ms = services.clock.now_ms();
    payout->settled_by = caller.actor.name;
    work.payouts().save(*payout);
    accounting::book_payout(work, *payout);
    return std::move(*payout);
}

domain::Result<PayoutRecord> awaited(ports::UnitOfWork& work, const Services& services, const domain::Shop& shop,
                                     const std::string& payout_id) {
    auto payout = work.payouts().lock(shop.id, payout_id);
    if (!payout) return domain::refuse(Refusal::not_found);
    if (!offer_of(*payout).await) {
        return domain::refuse(payout->settled_at_ms ? Refusal::payout_arrived : Refusal::payout_not_arrived);
    }
    accounting::take_back_payout(work, *payout, services.clock.now_ms());
    payout->settled_at_ms.reset();
    payout->settled_by.clear();
    work.payouts().save(*payout);
    return std::move(*payout);
}

std::vector<ports::BankRecord> entries_for(ports::Snapshot& snapshot, const Services& services,
                                           const domain::Shop& shop, const PayoutRecord& payout) {
    if (payout.settled_at_ms) return {};
    const auto profile = services.profiles.of(shop);
    auto found = snapshot.bank().open_of(shop.id, payout.report.amount_minor);
    std::erase_if(found, [&](const ports::BankRecord& record) {
        return !domain::may_be_payout(record.entry, payout.report, profile->bank_days);
    });
    return found;
}

}  // namespace commis::payouts
