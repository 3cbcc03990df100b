// What a bulk job remembers of the call that queued it: the action, its body and who asked, so that it can be taken up
// again after a crash with the same rights.
#pragma once

#include <expected>
#include <string>

#include "features/orders/bulk.hpp"
#include "json/parse.hpp"

namespace commis::orders {

// The job, still without its orders.
ports::Job make_bulk_job(const Services& services, const domain::Shop& shop, const Caller& caller,
                         domain::Action action, const json::Value& params);

struct BulkTask {
    domain::Action id{};
    json::Value params;  // The action's body, as it was sent.
    ParsedAction action;
    Caller caller;
};

// Throws std::runtime_error for a job that this program did not write.
BulkTask read_bulk_job(const ports::Job& job);

}  // namespace commis::orders
