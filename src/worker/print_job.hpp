// Prints documents of many orders into one file, in the order in which they were named (O-38).
#pragma once

#include <stop_token>
#include <string>

#include "features/services.hpp"

namespace commis::worker {

// Begun anew where it was stopped: only a finished file is there, and papers that were issued on the way stay issued.
void run_print_job(const Services& services, ports::Job& job, const std::string& data_folder,
                   const std::stop_token& stopping);

}  // namespace commis::worker
