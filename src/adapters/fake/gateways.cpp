#include "adapters/fake/gateways.hpp"

#include <algorithm>
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
                data.call_turns.try_emplace({key.first, call.id}, CallTurn{call.created_at_ms, 0}).first->second;
            if (turn.next_at_ms <= now_ms) waiting.push_back({&stored->order, &call, &turn});
        }
    }
    std::ranges::sort(waiting, {}, [](const Waiting& each) { return std::pair(each.turn->next_at_ms, each.call->id); });
    return waiting;
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

std::vector<ports::SandboxMovement> SandboxBook::movements(std::int64_t shop_id, std::string_view payment_id) {
    std::vector<ports::SandboxMovement> found;
    for (const ports::SandboxMovement& movement : data_.movements) {
        if (movement.shop_id == shop_id && movement.payment_id == payment_id) found.push_back(movement);
    }
    return found;
}

}  // namespace commis::fake
