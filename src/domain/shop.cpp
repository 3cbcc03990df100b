// Which account at a payment service a payment belongs to.
#include "domain/shop.hpp"

#include <algorithm>
#include <ranges>

namespace commis::domain {

const GatewayConnection* connection_of(const Shop& shop, const Payment& payment) {
    for (const GatewayConnection& connection : shop.connections | std::views::reverse) {
        const bool is_its = payment.account.empty() || connection.account == payment.account;
        if (connection.is_connected() && connection.provider == payment.provider && is_its) return &connection;
    }
    return nullptr;
}

const GatewayConnection* newest_connection(const Shop& shop) {
    const GatewayConnection* newest = nullptr;
    for (const GatewayConnection& connection : shop.connections) {
        if (!connection.is_connected()) continue;
        if (newest == nullptr || connection.connected_at_ms >= newest->connected_at_ms) newest = &connection;
    }
    return newest;
}

}  // namespace commis::domain
