#include "support/test_storage.hpp"

#include <stdexcept>

#include "adapters/fake/storage.hpp"
#include "adapters/sql/storage.hpp"

namespace commis::test {

TestStorage::TestStorage(StorageKind kind) {
    if (kind == StorageKind::fake) {
        storage_ = std::make_unique<fake::Storage>();
        return;
    }
    const auto engine = kind == StorageKind::sqlite ? sql::EngineKind::sqlite : sql::EngineKind::postgres;
    database_ = std::make_unique<SchemaDatabase>(engine);
    auto storage = std::make_unique<sql::Storage>(database_->open(), source_migrations(engine));
    // Nothing is left to do: it makes sure that the database is the one that the program asks for.
    if (!storage->migrate(1'700'000'000'000).empty()) throw std::runtime_error("the schema was not made");
    on_engine_ = storage.get();
    storage_ = std::move(storage);
}

TestStorage::~TestStorage() { storage_.reset(); }

bool TestStorage::is_available(StorageKind kind) {
    return kind != StorageKind::postgres || TestEngine::is_available(sql::EngineKind::postgres);
}

sql::Engine* TestStorage::engine() const { return on_engine_ == nullptr ? nullptr : &on_engine_->engine(); }

}  // namespace commis::test
