// The JSON of lines and shipping, as clerks and storefronts send them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/decisions/place.hpp"
#include "json/describe.hpp"

namespace commis::orders {

enum class KindWord : std::uint8_t { goods, digital, ticket, service, fee };
BOOST_DESCRIBE_ENUM(KindWord, goods, digital, ticket, service, fee)

struct AttendeeBody {
    std::optional<std::string> name, email;
};
BOOST_DESCRIBE_STRUCT(AttendeeBody, (), (name, email))

struct ShippingBody {
    std::optional<std::string> method, name;
    std::optional<std::int64_t> amount;
    std::optional<std::string> tax_rate;
    std::optional<bool> pickup;
};
BOOST_DESCRIBE_STRUCT(ShippingBody, (), (method, name, amount, tax_rate, pickup))

inline domain::PlaceShipping shipping_from(const ShippingBody& body) {
    return {body.method.value_or(""), body.name.value_or(""), body.amount.value_or(0), body.tax_rate.value_or("0"),
            body.pickup.value_or(false)};
}

// Any described line body with these members.
template <class Body>
domain::PlaceLine line_from(const Body& body) {
    domain::PlaceLine line;
    line.sku = body.sku.value_or("");
    line.name = body.name;
    line.kind = static_cast<domain::LineKind>(body.kind.value_or(KindWord::goods));
    line.quantity = body.quantity;
    line.unit_price_minor = body.unit_price;
    line.discount_minor = body.discount.value_or(0);
    line.tax_rate = body.tax_rate.value_or("0");
    for (const AttendeeBody& attendee : body.attendees.value_or(std::vector<AttendeeBody>{})) {
        line.attendees.push_back({attendee.name.value_or(""), attendee.email.value_or("")});
    }
    return line;
}

}  // namespace commis::orders
