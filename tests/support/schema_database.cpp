#include "support/schema_database.hpp"

#include "adapters/postgres/connection.hpp"
#include "adapters/sql/storage.hpp"

#include <gtest/gtest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <stdexcept>
#include <utility>

namespace commis::test {
namespace {

constexpr std::int64_t made_at_ms = 1'700'000'000'000;

void take_steps(sql::EngineKind kind, const std::string& location) {
    const auto engine = open_engine(kind, location);
    sql::migrate(*engine, source_migrations(kind), made_at_ms);
}

// A file with the schema, made when it is first asked for.
class SchemaFile {
public:
    SchemaFile() : path_((folder_.path() / "schema.db").string()) {
        take_steps(sql::EngineKind::sqlite, path_);
        // A copy of the file alone would lack what still stands in the log beside it.
        if (std::filesystem::exists(path_ + "-wal")) throw std::runtime_error("the schema's file was not closed");
    }
    void copy_to(const std::string& path) const { std::filesystem::copy_file(path_, path); }

private:
    TemporaryFolder folder_;
    std::string path_;
};

// Whatever a test has left to its connections ends first. A table that points to another came after it, so the rows
// go from the youngest table to the oldest; what says which steps were taken stays.
constexpr const char* end_others =
    "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
constexpr const char* delete_rows = R"(
DO $$
DECLARE
    each record;
BEGIN
    FOR each IN
        SELECT oid::regclass AS name FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0
            AND relname NOT IN ('schema_lock', 'schema_migrations')
        ORDER BY oid DESC
    LOOP
        EXECUTE 'DELETE FROM ' || each.name;
    END LOOP;
END
$$)";

}  // namespace

class ReusedDatabase {
public:
    ReusedDatabase() {
        take_steps(sql::EngineKind::postgres, database_.location());
        connection_ = std::make_unique<postgres::Connection>(postgres::Settings{.url = database_.location()});
    }
    [[nodiscard]] const std::string& location() const { return database_.location(); }
    void empty() {
        connection_->control(end_others);
        connection_->control(delete_rows);
    }

private:
    PostgresDatabase database_;
    std::unique_ptr<postgres::Connection> connection_;
};

namespace {

// What no test uses just now. The databases go when the program has run its tests, while libpq still works.
class Spares : public testing::Environment {
public:
    void TearDown() override { databases_.clear(); }
    std::unique_ptr<ReusedDatabase> take() {
        {
            const std::lock_guard lock(mutex_);
            if (!databases_.empty()) {
                auto database = std::move(databases_.back());
                databases_.pop_back();
                return database;
            }
        }
        return std::make_unique<ReusedDatabase>();
    }
    void give_back(std::unique_ptr<ReusedDatabase> database) {
        const std::lock_guard lock(mutex_);
        databases_.push_back(std::move(database));
    }

private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<ReusedDatabase>> databases_;
};

// Owned by GoogleTest.
auto* const spares = static_cast<Spares*>(testing::AddGlobalTestEnvironment(new Spares));

}  // namespace

std::vector<sql::Migration> source_migrations(sql::EngineKind kind) {
    std::vector<std::pair<std::string, std::string>> read;
    for (const auto& entry : std::filesystem::directory_iterator(COMMIS_SOURCE_DIR "/migrations")) {
        std::ifstream file(entry.path());
        read.emplace_back(entry.path().string(), std::string(std::istreambuf_iterator<char>(file), {}));
    }
    std::vector<std::pair<std::string_view, std::string_view>> files(read.begin(), read.end());
    return sql::migrations_from(files, kind);
}

SchemaDatabase::SchemaDatabase(sql::EngineKind kind) : kind_(kind) {
    if (kind == sql::EngineKind::sqlite) {
        static const SchemaFile schema;
        location_ = (folder_.path() / "commis.db").string();
        schema.copy_to(location_);
    } else {
        reused_ = spares->take();
        location_ = reused_->location();
    }
}

SchemaDatabase::~SchemaDatabase() {
    if (!reused_) return;
    try {
        reused_->empty();
        spares->give_back(std::move(reused_));
    } catch (const std::exception& fault) {
        // It goes with this object, and the next test gets a new one.
        ADD_FAILURE() << "a database could not be emptied: " << fault.what();
    }
}

}  // namespace commis::test
