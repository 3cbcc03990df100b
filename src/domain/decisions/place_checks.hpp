// The checks of `place`: every bad field is named, all at once.
#pragma once

#include <vector>

#include "domain/decisions/place.hpp"

namespace commis::domain {

std::vector<FieldError> check(const PlaceOrder& command, const PlaceRules& rules, const Context& context);

// Shared with `revise`: lines and shipping as entered.
void check_lines(std::vector<FieldError>& errors, const std::vector<PlaceLine>& lines);
void check_shipping(std::vector<FieldError>& errors, const PlaceShipping& shipping);
void check_discount(std::vector<FieldError>& errors, std::int64_t discount_minor);

// Shared with `edit`: the buyer and addresses of an order.
void check_buyer(std::vector<FieldError>& errors, const Buyer& buyer, bool email_required);
void check_address(std::vector<FieldError>& errors, const std::string& field, const Address& address);
void check_tags(std::vector<FieldError>& errors, const std::vector<std::string>& tags);

}  // namespace commis::domain
