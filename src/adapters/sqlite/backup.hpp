// Copies of a database while it is in use, and the check that a file is whole.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace commis::sqlite {

// Writes one consistent moment of `from` to the new file `to`, beside a running server. The copy is checked before it
// gets its name, so a file at `to` is always a whole one. An existing `to` is refused.
void back_up(const std::filesystem::path& from, const std::filesystem::path& to);

// SQLite's own words about damage and broken references; nothing when the file is whole.
std::vector<std::string> integrity_problems(const std::filesystem::path& path);

}  // namespace commis::sqlite
