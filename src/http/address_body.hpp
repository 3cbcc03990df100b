// An address in a body: what is left out stays as it was.
#pragma once

#include <optional>
#include <string>

#include "domain/order.hpp"
#include "json/describe.hpp"

namespace commis::http {

struct AddressBody {
    std::optional<std::string> name, company, line1, line2, postal_code, city, region, country;
};
BOOST_DESCRIBE_STRUCT(AddressBody, (), (name, company, line1, line2, postal_code, city, region, country))

inline void lay_over(domain::Address& address, const AddressBody& body) {
    address.name = body.name.value_or(address.name);
    address.company = body.company.value_or(address.company);
    address.line1 = body.line1.value_or(address.line1);
    address.line2 = body.line2.value_or(address.line2);
    address.postal_code = body.postal_code.value_or(address.postal_code);
    address.city = body.city.value_or(address.city);
    address.region = body.region.value_or(address.region);
    address.country = body.country.value_or(address.country);
}

}  // namespace commis::http
