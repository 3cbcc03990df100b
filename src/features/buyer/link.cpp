#include "features/buyer/link.hpp"

#include <cstdint>

#include "features/base36.hpp"

namespace commis::buyer {
namespace {

constexpr std::string_view purpose = "buyer-page";

std::string proven_text(std::int64_t shop_id, std::string_view order_id, std::int32_t generation) {
    return std::to_string(shop_id) + '.' + std::string(order_id) + '.' + std::to_string(generation);
}

struct Parts {
    std::int64_t shop_id = 0;
    std::string_view order_id;
    std::string_view mac;
};

std::optional<Parts> parts_of(std::string_view token) {
    const std::size_t first = token.find('.');
    const std::size_t last = token.rfind('.');
    if (first == std::string_view::npos || first == last) return std::nullopt;
    const auto shop_id = from_36(token.substr(0, first));
    if (!shop_id) return std::nullopt;
    return Parts{*shop_id, token.substr(first + 1, last - first - 1), token.substr(last + 1)};
}

}  // namespace

std::string token_of(const Services& services, const domain::Order& order) {
    return in_36(order.shop_id) + '.' + order.id + '.' +
           services.secrets.mac(purpose, proven_text(order.shop_id, order.id, order.link_generation));
}

std::string url_of(const Services& services, const domain::Order& order) {
    return services.public_url + "/o/" + token_of(services, order);
}

std::optional<Found> find(const Services& services, std::string_view token) {
    const auto parts = parts_of(token);
    if (!parts) return std::nullopt;
    std::optional<Found> found;
    services.storage.read([&](ports::Snapshot& snapshot) {
        found.reset();
        auto order = snapshot.orders().find(parts->shop_id, parts->order_id);
        if (!order || order->removed || order->draft || order->people_erased_at_ms) return;
        const std::string text = proven_text(order->shop_id, order->id, order->link_generation);
        if (!services.secrets.is_mac(purpose, text, parts->mac)) return;
        auto shop = snapshot.shops().find(parts->shop_id);
        if (shop) found = Found{std::move(*shop), std::move(*order)};
    });
    return found;
}

std::string pickup_code(const Services& services, const domain::Order& order) {
    const std::string mac = services.secrets.mac("pickup", proven_text(order.shop_id, order.id, 0));
    std::uint64_t number = 0;
    for (const char sign : mac) number = number * 67 + static_cast<unsigned char>(sign);
    std::string digits = std::to_string(number % 1'000'000);
    return std::string(6 - digits.size(), '0') + digits;
}

}  // namespace commis::buyer
