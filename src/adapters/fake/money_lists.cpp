#include "adapters/fake/money_lists.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace commis::fake {
namespace {

using ports::ChargebackState;
using ports::ListedEntry;

constexpr std::int64_t no_deadline = 253'402'300'799'999;

auto place_of(const ListedEntry& entry) { return std::tie(entry.key, entry.order_id, entry.entry_id); }

std::vector<ListedEntry> page_of(std::vector<ListedEntry> all, bool descending, const std::optional<ListedEntry>& after,
                                 std::int32_t limit) {
    const auto is_before = [&](const ListedEntry& one, const ListedEntry& other) {
        return descending ? place_of(other) < place_of(one) : place_of(one) < place_of(other);
    };
    std::ranges::sort(all, is_before);
    if (after) std::erase_if(all, [&](const ListedEntry& each) { return !is_before(*after, each); });
    if (std::ssize(all) > limit) all.resize(static_cast<std::size_t>(limit));
    return all;
}

ChargebackState state_of(const domain::LedgerEntry& entry) {
    if (entry.undecided) return ChargebackState::open;
    return entry.won ? ChargebackState::won : ChargebackState::lost;
}

void for_each_chargeback(const Data& data, std::int64_t shop_id, ChargebackState state, const auto& on) {
    for (const auto& [key, stored] : data.orders) {
        if (stored->order.shop_id != shop_id) continue;
        for (const domain::LedgerEntry& entry : stored->order.ledger.entries) {
            if (entry.kind != domain::EntryKind::chargeback || state_of(entry) != state) continue;
            on(stored->order, entry);
        }
    }
}

}  // namespace

std::vector<ListedEntry> MoneyListReader::chargebacks(std::int64_t shop_id, ChargebackState state,
                                                      const std::optional<ListedEntry>& after, std::int32_t limit) {
    const bool is_open = state == ChargebackState::open;
    std::vector<ListedEntry> all;
    for_each_chargeback(data_, shop_id, state, [&](const domain::Order& order, const domain::LedgerEntry& entry) {
        all.push_back({is_open ? entry.answer_by_ms.value_or(no_deadline) : entry.recorded_at_ms, order.id, entry.id});
    });
    return page_of(std::move(all), !is_open, after, limit);
}

std::vector<ports::EntrySum> MoneyListReader::chargebacks_at_risk(std::int64_t shop_id) {
    std::map<std::string, ports::EntrySum> sums;
    const auto add = [&](const domain::Order& order, const domain::LedgerEntry& entry) {
        ports::EntrySum& sum = sums[std::string(order.currency.code())];
        sum.currency = order.currency.code();
        sum.count += 1;
        sum.amount_minor += entry.amount_minor;
    };
    for_each_chargeback(data_, shop_id, ChargebackState::open, add);
    std::vector<ports::EntrySum> all;
    for (auto& [currency, sum] : sums) all.push_back(std::move(sum));
    return all;
}

std::vector<ListedEntry> MoneyListReader::refunds_to_make(std::int64_t shop_id, const std::optional<ListedEntry>& after,
                                                          std::int32_t limit) {
    std::vector<ListedEntry> all;
    for (const auto& [key, stored] : data_.orders) {
        if (stored->order.shop_id != shop_id) continue;
        for (const domain::Refund& refund : stored->order.ledger.refunds) {
            if (!domain::is_to_make(stored->order.ledger, refund)) continue;
            all.push_back({refund.created_at_ms, stored->order.id, refund.id});
        }
    }
    return page_of(std::move(all), false, after, limit);
}

}  // namespace commis::fake
