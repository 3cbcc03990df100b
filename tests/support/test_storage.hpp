// A fresh storage for one test: in memory, on SQLite, or on PostgreSQL when COMMIS_TEST_POSTGRES is set.
#pragma once

#include <memory>

#include "ports/storage.hpp"
#include "support/schema_database.hpp"

namespace commis::sql {
class Storage;
}

namespace commis::test {

enum class StorageKind : std::uint8_t { fake, sqlite, postgres };
inline constexpr const char* storage_names[] = {"fake", "sqlite", "postgres"};

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
    std::unique_ptr<SchemaDatabase> database_;
    std::unique_ptr<ports::Storage> storage_;
    sql::Storage* on_engine_ = nullptr;
};

}  // namespace commis::test
