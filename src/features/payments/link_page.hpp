// The page behind a payment link: what it asks for, and the way on to the payment service.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "domain/order.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::payments {

enum class LinkState : std::uint8_t {
    open,
    paid,
    ended,
};

struct LinkView {
    domain::Shop shop;
    domain::Order order;
    domain::Payment payment;
    LinkState state = LinkState::ended;
};

// What a link leads to; nothing for one that nobody made.
std::optional<LinkView> find_link(const Services& services, std::string_view token);

// The address at the service where the buyer pays: that of a page still open, or a new one. `page_url` is the link's
// own address, where the buyer comes back to. Errors: "ended", "unavailable". Waits for the service.
std::expected<std::string, std::string> open_page(const Services& services, const LinkView& link,
                                                  const std::string& page_url);

// The buyer came back: the service is asked at once, not when it tells.
void look_at_once(const Services& services, const LinkView& link);

}  // namespace commis::payments
