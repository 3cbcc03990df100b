// What follows the positions of a priced paper: the sums, why it is taxed so, how to pay, what was paid, and what the
// shop and the buyer said.
#pragma once

#include <vector>

#include "adapters/pdf/sheet.hpp"

namespace commis::pdf {

void add_sums(std::vector<Strip>& strips, const Sheet& sheet);
void add_tax_notes(std::vector<Strip>& strips, const Sheet& sheet);
void add_payments(std::vector<Strip>& strips, const Sheet& sheet);
void add_terms(std::vector<Strip>& strips, const Sheet& sheet);
void add_transfer(std::vector<Strip>& strips, const Sheet& sheet);
void add_notes(std::vector<Strip>& strips, const Sheet& sheet);

}  // namespace commis::pdf
