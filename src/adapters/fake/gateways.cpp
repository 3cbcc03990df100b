#include "adapters/fake/gateways.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace commis::fake {
namespace {

// What is due, beside the orders' own facts: a question nobody has taken yet is due since it was asked.
struct Waiting {
    const domain::Order* order = nullptr;
    const domain::GatewayCall* call = nullptr;
    CallTurn* turn = nullptr;
};

std::vector<Waiting> due(Data& data, std::int64_t now_ms) {
    std::vector<Waiting> waiting;
    for (const auto& [key, stored] : data.orders) {
        for (const domain::GatewayCall& call : stored->order.ledger.calls) {
            if (!call.is_open()) continue;
            CallTurn& turn =
                data.call_turns
                    .try_emplace({key.first, call.id}, CallTurn{std::max(call.created_at_ms, call.not_before_ms), 0})
                    .first->second;
            if (turn.next_at_ms <= now_ms) waiting.push_back({&stored->order, &call, &turn});
        }
    }
    std::ranges::sort(waiting, {}, [](const Waiting& each) { return std::pair(each.turn->next_at_ms, each.call->id); });
    return waiting;
}

bool is_open(ports::NoticeStatus status) {
    return status == ports::NoticeStatus::waiting || status == ports::NoticeStatus::unproven;
}

}  // namespace

std::vector<std::int64_t> GatewayCallStore::due_shops(std::int64_t now_ms) {
    std::set<std::int64_t> shop_ids;
    for (const Waiting& each : due(data_, now_ms)) shop_ids.insert(each.order->shop_id);
    return {shop_ids.begin(), shop_ids.end()};
}

std::vector<ports::DueCall> GatewayCallStore::claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                                    std::int32_t limit) {
    std::vector<ports::DueCall> claimed;
    for (const Waiting& each : due(data_, now_ms)) {
        if (each.order->shop_id != shop_id || std::ssize(claimed) == limit) continue;
        each.turn->next_at_ms = now_ms + lease_ms;
        each.turn->attempts += 1;
        claimed.push_back({shop_id, each.order->id, each.call->id, each.turn->attempts});
    }
    return claimed;
}

void GatewayCallStore::postpone(const ports::DueCall& call, std::int64_t due_at_ms) {
    const auto turn = data_.call_turns.find({call.shop_id, call.call_id});
    if (turn != data_.call_turns.end()) turn->second.next_at_ms = due_at_ms;
}

void PaymentCheckStore::plan(std::int64_t shop_id, std::string_view order_id, std::string_view payment_id,
                             std::int64_t due_at_ms) {
    data_.checks.try_emplace({shop_id, std::string(order_id), std::string(payment_id)}, CallTurn{due_at_ms, 0});
}

void PaymentCheckStore::hurry(std::int64_t shop_id, std::string_view order_id, std::string_view payment_id,
                              std::int64_t now_ms) {
    data_.checks[{shop_id, std::string(order_id), std::string(payment_id)}] = CallTurn{now_ms, 0};
}

std::vector<std::int64_t> PaymentCheckStore::due_shops(std::int64_t now_ms) {
    std::set<std::int64_t> shop_ids;
    for (const auto& [key, turn] : data_.checks) {
        if (turn.next_at_ms <= now_ms) shop_ids.insert(std::get<0>(key));
    }
    return {shop_ids.begin(), shop_ids.end()};
}

std::vector<ports::DueCheck> PaymentCheckStore::claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                                      std::int32_t limit) {
    std::vector<ports::DueCheck> claimed;
    for (auto& [key, turn] : data_.checks) {
        if (std::get<0>(key) != shop_id || turn.next_at_ms > now_ms || std::ssize(claimed) == limit) continue;
        turn.next_at_ms = now_ms + lease_ms;
        turn.attempts += 1;
        claimed.push_back({shop_id, std::get<1>(key), std::get<2>(key), turn.attempts, turn.next_at_ms});
    }
    return claimed;
}

void PaymentCheckStore::finish(const ports::DueCheck& check, std::optional<std::int64_t> next_at_ms) {
    const auto planned = data_.checks.find({check.shop_id, check.order_id, check.payment_id});
    if (planned == data_.checks.end() || planned->second.next_at_ms != check.leased_until_ms) return;
    if (next_at_ms)
        planned->second.next_at_ms = *next_at_ms;
    else
        data_.checks.erase(planned);
}

bool NoticeStore::add(const ports::StoredNotice& notice) {
    return data_.notices.try_emplace({notice.shop_id, notice.provider, notice.event_id}, notice).second;
}

std::vector<ports::PaymentAt> NoticeStore::find_payments(std::int64_t shop_id, std::string_view provider,
                                                         const std::vector<std::string>& references) {
    std::vector<ports::PaymentAt> found;
    const auto is_named = [&](const std::string& reference) {
        return !reference.empty() && std::ranges::find(references, reference) != references.end();
    };
    for (const auto& [key, stored] : data_.orders) {
        if (key.first != shop_id) continue;
        const domain::Ledger& ledger = stored->order.ledger;
        for (const domain::Payment& payment : ledger.payments) {
            const bool moved = std::ranges::any_of(ledger.entries, [&](const domain::LedgerEntry& entry) {
                return entry.payment_id == payment.id && is_named(entry.reference);
            });
            if (moved || (payment.provider == provider && is_named(payment.reference))) {
                found.push_back({stored->order.id, payment.id});
            }
        }
    }
    return found;
}

std::vector<std::int64_t> NoticeStore::due_shops(std::int64_t now_ms) {
    std::set<std::int64_t> shop_ids;
    for (const auto& [key, notice] : data_.notices) {
        if (is_open(notice.status) && notice.due_at_ms <= now_ms) shop_ids.insert(notice.shop_id);
    }
    return {shop_ids.begin(), shop_ids.end()};
}

std::vector<ports::StoredNotice> NoticeStore::claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                                    std::int32_t limit) {
    std::vector<ports::StoredNotice> claimed;
    for (auto& [key, notice] : data_.notices) {
        const bool is_due = is_open(notice.status) && notice.due_at_ms <= now_ms;
        if (notice.shop_id != shop_id || !is_due || std::ssize(claimed) == limit) continue;
        notice.due_at_ms = now_ms + lease_ms;
        notice.attempts += 1;
        claimed.push_back(notice);
    }
    return claimed;
}

void NoticeStore::settle(const ports::StoredNotice& notice, ports::NoticeStatus status, std::int64_t next_at_ms) {
    const auto stored = data_.notices.find({notice.shop_id, notice.provider, notice.event_id});
    if (stored == data_.notices.end()) return;
    stored->second.status = status;
    stored->second.due_at_ms = next_at_ms;
    if (status != ports::NoticeStatus::unproven) stored->second.headers.clear();
    if (!is_open(status)) stored->second.body.clear();
}

std::vector<ports::StoredNotice> NoticeStore::list(std::int64_t shop_id, std::string_view provider,
                                                   std::int32_t limit) {
    std::vector<ports::StoredNotice> notices;
    for (const auto& [key, notice] : data_.notices) {
        if (notice.shop_id == shop_id && notice.provider == provider) notices.push_back(notice);
    }
    std::ranges::sort(notices, std::greater{},
                      [](const ports::StoredNotice& each) { return std::pair(each.received_at_ms, each.event_id); });
    if (std::ssize(notices) > limit) notices.resize(static_cast<std::size_t>(limit));
    for (ports::StoredNotice& notice : notices) notice.body.clear();
    return notices;
}

std::vector<ports::SandboxMovement> SandboxBook::movements(std::int64_t shop_id, std::string_view payment_id) {
    std::vector<ports::SandboxMovement> found;
    for (const ports::SandboxMovement& movement : data_.movements) {
        if (movement.shop_id == shop_id && movement.payment_id == payment_id) found.push_back(movement);
    }
    return found;
}

}  // namespace commis::fake
