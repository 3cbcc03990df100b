// Runs a bulk job: the same command for each of its orders, some of them in a unit of work. What is done is settled in
// that very unit, so the job can be stopped anywhere and taken up again without doing anything twice (D-14, O-38).
#pragma once

#include <stop_token>

#include "features/services.hpp"

namespace commis::worker {

void run_bulk_job(const Services& services, ports::Job& job, const std::stop_token& stopping);

}  // namespace commis::worker
