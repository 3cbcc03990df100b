// camt.053 (statements) and camt.054 (notifications) of ISO 20022, versions 2 to 8, in the neutral form.
#pragma once

#include <string_view>

#include "ports/bank_file.hpp"

namespace commis::bank {

ports::BankFile read_camt(std::string_view bytes);

}  // namespace commis::bank
