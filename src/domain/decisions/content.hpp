// From what a storefront, a clerk or a file asks for to lines and shipping; prices follow in pricing.hpp.
#pragma once

#include "domain/decisions/place.hpp"

namespace commis::domain {

// The asked fields must have been checked.
Line line_from(const PlaceLine& asked, const Context& context);
Shipping shipping_from(const PlaceShipping& asked);

}  // namespace commis::domain
