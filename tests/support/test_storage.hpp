// A fresh storage for one test: in memory, on SQLite, or on PostgreSQL when COMMIS_TEST_POSTGRES is set.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "adapters/sql/engine/migrations.hpp"
#include "ports/storage.hpp"
#include "support/test_engine.hpp"

namespace commis::sql {
class Storage;
}

namespace commis::test {

enum class StorageKind : std::uint8_t { fake, sqlite, postgres };
inline constexpr const char* storage_names[] = {"fake", "sqlite", "postgres"};

// The steps of the source tree's migrations folder.
std::vector<sql::Migration> source_migrations(sql::EngineKind kind);

class TestStorage {
public:
    explicit TestStorage(StorageKind kind);
    ~TestStorage();
    TestStorage(const TestStorage&) = delete;
    TestStorage& operator=(const TestStorage&) = delete;

    static bool is_available(StorageKind kind);

    ports::Storage& operator*() const { return *storage_; }
    ports::Storage* operator->() const { return storage_.get(); }
    // The engine below, or null in memory.
    [[nodiscard]] sql::Engine* engine() const;

private:
    std::unique_ptr<TestEngine> database_;
    std::unique_ptr<ports::Storage> storage_;
    sql::Storage* on_engine_ = nullptr;
};

}  // namespace commis::test
