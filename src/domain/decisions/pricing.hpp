// From entered prices to the stored figures of each line: discounts spread, tax computed, tickets' shares frozen.
#pragma once

#include <vector>

#include "domain/order.hpp"
#include "domain/refusal.hpp"

namespace commis::domain {

// Takes lines with quantity, unit price and their own discount, the shipping's amount and the order's discount, and
// fills in every other figure. Refuses discounts above what they are taken from and sums beyond the limit.
// `errors` get JSON pointers into the body of `POST /orders`.
void price(Order& order, TaxRounding rounding, std::vector<FieldError>& errors);

}  // namespace commis::domain
