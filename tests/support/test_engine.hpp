// A fresh, empty database for one test, on SQLite always and on PostgreSQL when COMMIS_TEST_POSTGRES names a server
// on which databases may be made.
#pragma once

#include "adapters/sql/engine/engine.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace commis::test {

// A folder of its own that disappears with the object.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// The engine on a file of SQLite or an address of PostgreSQL.
std::unique_ptr<sql::Engine> open_engine(sql::EngineKind kind, const std::string& location);

// An empty database of PostgreSQL's, gone with the object.
class PostgresDatabase {
public:
    PostgresDatabase();
    ~PostgresDatabase();
    PostgresDatabase(const PostgresDatabase&) = delete;
    PostgresDatabase& operator=(const PostgresDatabase&) = delete;
    [[nodiscard]] const std::string& location() const { return location_; }

private:
    std::string name_;
    std::string location_;
};

class TestEngine {
public:
    explicit TestEngine(sql::EngineKind kind);
    ~TestEngine();
    TestEngine(const TestEngine&) = delete;
    TestEngine& operator=(const TestEngine&) = delete;

    static bool is_available(sql::EngineKind kind);
    static const char* name_of(sql::EngineKind kind);

    sql::Engine& operator*() const { return *engine_; }
    sql::Engine* operator->() const { return engine_.get(); }
    // Another engine on the same database, as a second process would have.
    [[nodiscard]] std::unique_ptr<sql::Engine> open_again() const;
    // The file of SQLite, or the address of PostgreSQL.
    [[nodiscard]] const std::string& location() const { return location_; }

private:
    sql::EngineKind kind_;
    TemporaryFolder folder_;
    std::string location_;
    std::unique_ptr<PostgresDatabase> database_;
    std::unique_ptr<sql::Engine> engine_;
};

}  // namespace commis::test
