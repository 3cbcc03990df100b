// Everything a command of the program works with: the storage that was chosen, and the adapters behind the ports.
// The only place that knows them all.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "adapters/sql/engine/engine.hpp"
#include "adapters/sql/engine/migrations.hpp"
#include "adapters/system/settings.hpp"
#include "features/services.hpp"
#include "ports/order_source.hpp"
#include "worker/jobs.hpp"

namespace commis::cli {

class World {
public:
    // Opens the storage, makes the data folder and brings the schema up to date. Throws with clear words when the
    // database can't be opened, is of a newer program, or was tampered with.
    explicit World(const system::Settings& settings);
    ~World();

    const Services& services() const { return *services_; }
    ports::Storage& storage() { return *storage_; }
    sql::Engine& engine() { return *engine_; }
    const system::Settings& settings() const { return settings_; }
    std::filesystem::path data_folder() const { return settings_.data; }
    bool is_sqlite() const { return settings_.database.empty(); }

    // Who is told of changes; until then, nobody.
    void set_notices(ports::Notices& notices);

    worker::JobTools job_tools() const;

private:
    struct Adapters;

    system::Settings settings_;
    std::unique_ptr<sql::Engine> engine_;
    std::unique_ptr<ports::Storage> storage_;
    std::unique_ptr<Adapters> adapters_;
    std::unique_ptr<Services> services_;
};

// The migrations inside the program, for this engine.
std::vector<sql::Migration> known_migrations(sql::EngineKind kind);

}  // namespace commis::cli
