// When and where the things take place that an order's tickets admit to, as its articles tell, in the order's language.
#pragma once

#include <map>
#include <string>

#include "domain/order.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::tickets {

// The language of an order's tickets: the buyer's, or the shop's.
std::string language_of(const domain::Order& order, const domain::Shop& shop);

class EventWords {
public:
    EventWords(const Services& services, const domain::Shop& shop, const domain::Order& order);

    // Both are empty where nobody said.
    struct Place {
        std::string when{};  // In the shop's zone.
        std::string venue{};
    };
    const Place& of(const std::string& sku);

private:
    const Services& services_;
    const domain::Shop& shop_;
    std::string locale_;
    std::map<std::string, Place> places_;
};

}  // namespace commis::tickets
