// Chooses the engine, and gives it the migrations that the program holds.
#include "cli/open_storage.hpp"

#include "adapters/postgres/database.hpp"
#include "adapters/sqlite/database.hpp"
#include "adapters/system/assets.hpp"
#include "cli/refused.hpp"

namespace commis::cli {
namespace {

std::unique_ptr<sql::Engine> open_engine(const system::ProgramSettings& settings) {
    if (!settings.database.empty()) {
        postgres::Settings postgres;
        postgres.url = settings.database;
        return std::make_unique<postgres::Database>(std::move(postgres));
    }
    sqlite::Settings sqlite;
    sqlite.path = database_file(settings);
    return std::make_unique<sqlite::Database>(sqlite);
}

std::vector<sql::Migration> known_migrations(sql::EngineKind kind) {
    std::vector<std::pair<std::string_view, std::string_view>> files;
    for (const assets::Asset& asset : assets::list("migrations/")) files.emplace_back(asset.path, asset.raw);
    return sql::migrations_from(files, kind);
}

}  // namespace

std::unique_ptr<sql::Storage> open_storage(const system::ProgramSettings& settings) {
    auto engine = open_engine(settings);
    const sql::EngineKind kind = engine->kind();
    return std::make_unique<sql::Storage>(std::move(engine), known_migrations(kind));
}

bool is_schema_current(const system::ProgramSettings& settings) {
    const auto engine = open_engine(settings);
    const auto known = known_migrations(engine->kind());
    return sql::is_migrated(*engine, known);
}

std::vector<sql::QueueLength> queue_lengths(ports::Storage& storage) {
    std::vector<std::int64_t> shop_ids;
    storage.read([&](ports::Snapshot& snapshot) {
        for (const domain::Shop& shop : snapshot.shops().list()) shop_ids.push_back(shop.id);
    });
    return sql::read_queue_lengths(dynamic_cast<sql::Storage&>(storage).engine(), shop_ids);
}

}  // namespace commis::cli
