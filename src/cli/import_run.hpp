// An import as the command line and the demo run it.
#pragma once

#include "cli/commands.hpp"
#include "cli/world.hpp"

namespace commis::cli {

// Prints the counts; answers the exit code.
int import_into(World& world, const domain::Shop& shop, const ImportOptions& options);

// What kind of file it is, by its name and first bytes; empty when it can't be told.
std::string guess_format(const std::string& path);

}  // namespace commis::cli
