// The shops that histories play in, and the orders that are placed there.
#pragma once

#include <array>
#include <string>

#include "domain/decisions/place.hpp"
#include "histories/history.hpp"

namespace commis::test {

struct ShopKind {
    const char* handle;
    const char* profile;
    const char* currency;
    const char* method;
};
inline constexpr std::array shop_kinds{ShopKind{"plain", "neutral", "EUR", "bank-transfer"},
                                       ShopKind{"event", "event-registration", "JPY", "cheque"},
                                       ShopKind{"swiss", "swiss-shop", "CHF", "prepayment"}};

// Any numbers make an order.
domain::PlaceOrder command_from(const Step& step, const ShopKind& shop);

}  // namespace commis::test
