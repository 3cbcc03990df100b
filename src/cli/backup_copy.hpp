// A copy of a data folder beside the running server, and what it is worth: brought back elsewhere and checked.
#pragma once

#include <filesystem>

#include "adapters/system/settings.hpp"
#include "worker/backups.hpp"

namespace commis::cli {

// Copies the database, the keys and the files of a data folder into the new folder `to`, which has its name only when
// it is whole. Files that never change and are in `previous` as well (may be empty) lie on the disk once. Throws.
void copy_data(const system::ProgramSettings& settings, const std::filesystem::path& to,
               const std::filesystem::path& previous = {});

// Copies what lies beside the database.
void copy_beside(const std::filesystem::path& from, const std::filesystem::path& to,
                 const std::filesystem::path& previous = {});

// Brings a backup back into a passing folder beside it and checks what is there. Throws when it can't be brought back.
worker::BackupProof prove_backup(const system::ProgramSettings& settings, const std::filesystem::path& backup);

}  // namespace commis::cli
