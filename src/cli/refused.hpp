// How commands say no: one line with the stable code on standard error, and exit code 1.
#pragma once

#include <optional>
#include <string>

#include "cli/world.hpp"
#include "domain/refusal.hpp"
#include "domain/shop.hpp"

namespace commis::cli {

int fail(const std::string& code, const std::string& words);
int fail(const domain::Error& error);

std::optional<domain::Shop> find_shop(World& world, const std::string& handle);

// The one database of a data folder.
std::filesystem::path database_file(const system::ProgramSettings& settings);
// Where uploads and rejects lie: the data folder, or a folder of its own beside PostgreSQL.
std::string files_folder(const system::ProgramSettings& settings);

}  // namespace commis::cli
