// Brings a database to the schema of this program: forward only, each step once, under the lock of one row. A step
// whose text changed after it was applied is refused, and so is a database that a newer program has touched.
#pragma once

#include "adapters/sql/engine/engine.hpp"

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace commis::sql {

// One file NNNN_name.sql and what stands beside it for this engine, NNNN_name.sqlite.sql or .postgres.sql.
struct Migration {
    std::int64_t version = 0;
    std::string name;
    std::string text;
    std::string engine_text;
};

class MigrationRefused : public std::runtime_error {
public:
    MigrationRefused(std::string code, const std::string& message)
        : std::runtime_error(message), code_(std::move(code)) {}
    // migration_changed, migration_unknown, database_newer, migration_order.
    [[nodiscard]] const std::string& code() const { return code_; }

private:
    std::string code_;
};

// Applies what is missing and answers the versions that were applied now. Several processes may call it at once.
std::vector<std::int64_t> migrate(Engine& engine, std::span<const Migration> known, std::int64_t now_ms);

// True when nothing is missing and nothing is refused: what /readyz asks.
bool is_migrated(Engine& engine, std::span<const Migration> known);

// A statement ends with a semicolon at the end of its line; a comment stands on lines of its own. A text between
// quotes never ends a line with a semicolon.
std::vector<std::string> split_statements(std::string_view text);

}  // namespace commis::sql
