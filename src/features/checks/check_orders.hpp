// `commis check`: reads every order and proves that what is stored follows from the facts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "features/services.hpp"

namespace commis::checks {

struct Finding {
    std::string shop;
    std::string order;  // Its number; empty when it concerns the shop.
    std::string code;   // Stable: "totals", "ledger", "books", "events", "projection", "units", "stock", "number",
                        // "statistics".
    std::string detail;
};

struct Report {
    std::int64_t shops = 0;
    std::int64_t orders = 0;
    std::int64_t events = 0;
    std::vector<Finding> findings;  // At most 1,000.
};

Report check_orders(const Services& services);

}  // namespace commis::checks
