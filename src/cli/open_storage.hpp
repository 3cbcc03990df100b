// The storage that the settings name, as the SQL adapters know it: for those who look at it from below the ports.
#pragma once

#include <memory>
#include <vector>

#include "adapters/sql/queue_lengths.hpp"
#include "adapters/sql/storage.hpp"
#include "adapters/system/settings.hpp"
#include "ports/storage.hpp"

namespace commis::cli {

// Opened, its schema as it was found.
std::unique_ptr<sql::Storage> open_storage(const system::ProgramSettings& settings);

// Whether the stored schema is this program's; changes nothing. Throws when the storage can't be opened.
bool is_schema_current(const system::ProgramSettings& settings);

// `storage` is one that `open_storage` made.
std::vector<sql::QueueLength> queue_lengths(ports::Storage& storage);

}  // namespace commis::cli
