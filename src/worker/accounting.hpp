// Hands documents to the accounting system when they are due, again and later where it did not take them (C-09, C-33).
#pragma once

#include <cstdint>
#include <stop_token>

#include "features/services.hpp"
#include "ports/accounting_link.hpp"

namespace commis::worker {

class AccountingWorker {
public:
    AccountingWorker(const Services& services, ports::AccountingLink& link) : services_(services), link_(link) {}

    // Everything that is due; answers how many documents were taken. From one thread at a time.
    std::int64_t run_due(const std::stop_token& stopping);

private:
    const Services& services_;
    ports::AccountingLink& link_;
};

}  // namespace commis::worker
