// How a server becomes a demo: sample shops when there are none, an operator with this run's password.
#pragma once

#include <string>

#include "cli/commands.hpp"
#include "cli/world.hpp"

namespace commis::cli {

void start_demo(World& world, const ServeOptions& options);
void print_demo_welcome(const std::string& url, const ServeOptions& options);

}  // namespace commis::cli
