// Brings a database to the schema of this program: forward only, each step once, under the lock of one row. A step
// whose text changed after it was applied is refused, and so is a database that a newer program has touched.
#pragma once

#include "adapters/sql/engine/engine.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
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

// How far a database is.
struct SchemaState {
    std::int64_t version = 0;  // The newest step that was taken; 0: the database is new.
    std::size_t missing = 0;   // Steps of this program that were not.
};

// Refuses what `migrate` refuses; nothing that is stored changes.
SchemaState schema_state(Engine& engine, std::span<const Migration> known);

// Told of each step after its commit, and how long it took.
using StepWatch = std::function<void(const Migration& step, std::chrono::milliseconds took)>;

// Applies what is missing and answers the versions that were applied now. Several processes may call it at once.
std::vector<std::int64_t> migrate(Engine& engine, std::span<const Migration> known, std::int64_t now_ms,
                                  const StepWatch& watch = {});

// True when nothing is missing and nothing is refused: what /readyz asks.
bool is_migrated(Engine& engine, std::span<const Migration> known);

// A statement ends with a semicolon at the end of its line; a comment stands on lines of its own. A text between
// quotes never ends a line with a semicolon.
std::vector<std::string> split_statements(std::string_view text);

}  // namespace commis::sql
