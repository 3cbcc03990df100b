// What happens when a program meets a database of an older one: a copy first, then step by step, each told in the log.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "adapters/sql/storage.hpp"
#include "adapters/system/settings.hpp"

namespace commis::cli {

// Brings the schema up to date. A data folder that an older program filled is copied before, and the copy checked,
// unless `upgrade_backup` is 0; nobody else may serve it meanwhile. A new database, or one of this program's schema,
// asks for nothing. Throws sql::MigrationRefused: as `migrate` does, and with server_running or upgrade_copy_failed.
void bring_up_to_date(sql::Storage& storage, const system::ProgramSettings& settings, std::int64_t now_ms);

// Where copies of before are made: in the folder of backups, or in the data folder itself.
std::filesystem::path upgrade_copies_folder(const system::ProgramSettings& settings);
// Those that are there, oldest first.
std::vector<std::filesystem::path> list_upgrade_copies(const system::ProgramSettings& settings);

// An upgrade that began and did not come to its end.
struct UpgradeNote {
    std::string copy;       // Where the data of before lies.
    std::int64_t from = 0;  // The newest step it had.
};
std::optional<UpgradeNote> unfinished_upgrade(const system::ProgramSettings& settings);

}  // namespace commis::cli
