// Keeps root from leaving files in a folder that belongs to the service's user, who could not write them any more.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace commis::cli {

// What to do instead, in words, when root was about to work in a folder of somebody else.
std::optional<std::string> owner_problem(const std::filesystem::path& folder);

}  // namespace commis::cli
