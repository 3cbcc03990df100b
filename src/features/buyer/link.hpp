// The address of the buyer's page. Nothing of it is stored: a token names the order and proves that this program wrote
// it, so that every order has one, guessing leads nowhere, and a database that is read by strangers opens no page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/order.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::buyer {

// "1y3k….01K….mac": URL-safe. Another one once the link was renewed (`renew-link`).
std::string token_of(const Services& services, const domain::Order& order);

// With the public address in front.
std::string url_of(const Services& services, const domain::Order& order);

struct Found {
    domain::Shop shop;
    domain::Order order;
};
// What a token leads to; nothing for one that nobody made, that was renewed, or whose order was removed.
std::optional<Found> find(const Services& services, std::string_view token);

// Six digits that the buyer shows at the counter (click and collect).
std::string pickup_code(const Services& services, const domain::Order& order);

}  // namespace commis::buyer
