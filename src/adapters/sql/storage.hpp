// The storage port on a database engine: units of work and snapshots made of the stores in this folder.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/sql/engine/engine.hpp"
#include "adapters/sql/engine/fault.hpp"
#include "adapters/sql/engine/migrations.hpp"
#include "ports/storage.hpp"
#include "ports/storage_fault.hpp"

namespace commis::sql {

// The steps that the program holds as files: "migrations/0001_orders.sql" and, for one engine, ".sqlite.sql" or
// ".postgres.sql" beside it. Files come as (path, text) in any order.
std::vector<Migration> migrations_from(const std::vector<std::pair<std::string_view, std::string_view>>& files,
                                       EngineKind kind);

// What an engine's fault means to those who know no engine.
ports::StorageTrouble trouble_of(const Fault& fault);

class Storage final : public ports::Storage {
public:
    // The engine's database has the schema of `migrations`: see `migrate`.
    Storage(std::unique_ptr<Engine> engine, std::vector<Migration> migrations);

    // Both throw ports::StorageFault.
    void write(ports::Priority priority, const std::function<void(ports::UnitOfWork&)>& work) override;
    void read(const std::function<void(ports::Snapshot&)>& work) override;
    bool is_ready() override;

    // How far the database is from this program's schema; changes nothing that is stored.
    SchemaState schema_state();
    // Brings the database to this program's schema and answers the steps that were taken now.
    std::vector<std::int64_t> migrate(std::int64_t now_ms, const StepWatch& watch = {});

    [[nodiscard]] Engine& engine() { return *engine_; }

private:
    std::unique_ptr<Engine> engine_;
    std::vector<Migration> migrations_;
};

}  // namespace commis::sql
