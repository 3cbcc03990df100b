// Which account at a payment service a payment belongs to, and at which carrier a label is bought.
#include "domain/shop.hpp"

#include <algorithm>

namespace commis::domain {
namespace {

constexpr std::array<std::string_view, 3> window_ids{"by_country", "left", "right"};

}  // namespace

std::string_view id_of(EnvelopeWindow window) { return window_ids[static_cast<std::size_t>(window)]; }

std::optional<EnvelopeWindow> find_envelope_window(std::string_view id) {
    const auto at = std::ranges::find(window_ids, id);
    if (at == window_ids.end()) return std::nullopt;
    return static_cast<EnvelopeWindow>(at - window_ids.begin());
}

const GatewayConnection* connection_of(const Shop& shop, const Payment& payment) {
    if (payment.provider.empty()) return nullptr;
    if (payment.account.empty()) return newest_connection(shop, payment.provider);
    const auto found = std::ranges::find_if(shop.connections, [&](const GatewayConnection& each) {
        return each.is_connected() && each.provider == payment.provider && each.account == payment.account;
    });
    return found == shop.connections.end() ? nullptr : &*found;
}

const GatewayConnection* newest_connection(const Shop& shop, std::string_view provider) {
    const GatewayConnection* newest = nullptr;
    for (const GatewayConnection& connection : shop.connections) {
        const bool is_meant = provider.empty() || connection.provider == provider;
        if (!connection.is_connected() || !is_meant) continue;
        if (newest == nullptr || connection.connected_at_ms >= newest->connected_at_ms) newest = &connection;
    }
    return newest;
}

const LabelAccount* label_account_for(const Shop& shop, std::string_view carrier_id) {
    if (shop.label_accounts.empty()) return nullptr;
    const auto named = std::ranges::find(shop.label_accounts, carrier_id, &LabelAccount::carrier);
    return named == shop.label_accounts.end() ? &shop.label_accounts.front() : &*named;
}

}  // namespace commis::domain
