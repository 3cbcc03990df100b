// Queues jobs that work through many orders: the orders first, then the jobs, in one call with its idempotency.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "http/call.hpp"
#include "ports/job_store.hpp"

namespace commis::http {

struct QueuedJob {
    ports::Job job;
    std::vector<std::string> order_ids;
};

// They are worked off in the order in which they are named. `answer` is what the caller is told inside the unit of
// work, and may do there what belongs to the jobs; a refusal queues none of them.
Response queue_jobs(Call& call, const std::vector<QueuedJob>& jobs,
                    const std::function<Response(ports::UnitOfWork&)>& answer);

}  // namespace commis::http
