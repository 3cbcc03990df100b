// Erasing a customer: what it would do, said beforehand in numbers, and the record's own end. The orders' people go one
// by one, each by its own command (domain/decisions/erase.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/refusal.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"

namespace commis::personal_data {

struct ErasurePlan {
    struct OpenOrder {
        std::string order_id;
        std::string number;
        domain::Refusal reason{};
    };
    std::vector<std::string> order_ids;  // Done, and with people: to be erased.
    std::int64_t erased_before = 0;
    std::int64_t documents_kept = 0;  // Invoices and credit notes of them all: they stay as they were issued.
    std::vector<OpenOrder> open;      // While there is one, nobody is erased.
};

// Looks at every order under the customer's addresses, a page at a time.
ErasurePlan plan_erasure(const Services& services, const domain::Shop& shop, const ports::Customer& customer);

// The record goes, with those merged into it and the blocks of its addresses. Expects it locked. Refuses `forbidden`.
domain::Result<void> forget_customer(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                     const ports::Customer& customer);

}  // namespace commis::personal_data
