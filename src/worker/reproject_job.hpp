// Computes the stored projections of a shop's orders anew, batch by batch: after a switch of profile or settings the
// lists sort and filter by the new rules. No fact changes (X-18, profiles.md).
#pragma once

#include <stop_token>

#include "features/services.hpp"

namespace commis::worker {

void run_reproject_job(const Services& services, ports::Job& job, const std::stop_token& stopping);

}  // namespace commis::worker
