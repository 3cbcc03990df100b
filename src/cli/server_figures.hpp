// Figures of the running server for its operators: queues, backups, disk, process.
#pragma once

#include "cli/workers.hpp"
#include "cli/world.hpp"
#include "http/metrics.hpp"

namespace commis::cli {

// Asked while the server runs; the world and the workers outlive that.
void add_server_figures(http::Metrics& metrics, World& world, const Workers& workers);

}  // namespace commis::cli
