// The slip that travels back with goods: to be cut off, with the order's barcode, lines to tick and a reason for each;
// or, of a return that was agreed on, alone, with its own barcode and what was agreed.
#pragma once

#include <vector>

#include "adapters/pdf/sheet.hpp"

namespace commis::pdf {

std::vector<Strip> return_slip(const Sheet& sheet);

}  // namespace commis::pdf
