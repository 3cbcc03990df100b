// Asks connected payment services once a day what they paid out (C-31): each report is taken in like a file.
#pragma once

#include <cstdint>
#include <stop_token>

#include "features/services.hpp"

namespace commis::worker {

class PayoutWorker {
public:
    explicit PayoutWorker(const Services& services) : services_(services) {}

    // Every account that is due; answers how many payouts are new. From one thread at a time.
    std::int64_t run_due(const std::stop_token& stopping);

private:
    bool is_due(const domain::Shop& shop, const domain::GatewayConnection& connection) const;
    std::int64_t ask(const domain::Shop& shop, const domain::GatewayConnection& connection);

    const Services& services_;
};

}  // namespace commis::worker
