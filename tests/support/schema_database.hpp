// A database for one test that has the program's schema and not a row. The steps are taken once a program: SQLite gets
// a copy of the file that they made, PostgreSQL a database that an earlier test of the same program has left, emptied.
#pragma once

#include "adapters/sql/engine/engine.hpp"
#include "adapters/sql/engine/migrations.hpp"
#include "support/test_engine.hpp"

#include <memory>
#include <string>
#include <vector>

namespace commis::test {

// The steps of the source tree's migrations folder.
std::vector<sql::Migration> source_migrations(sql::EngineKind kind);

// A database of PostgreSQL's with the schema, and the connection that empties it.
class ReusedDatabase;

class SchemaDatabase {
public:
    explicit SchemaDatabase(sql::EngineKind kind);
    ~SchemaDatabase();
    SchemaDatabase(const SchemaDatabase&) = delete;
    SchemaDatabase& operator=(const SchemaDatabase&) = delete;

    [[nodiscard]] std::unique_ptr<sql::Engine> open() const { return open_engine(kind_, location_); }

private:
    sql::EngineKind kind_;
    TemporaryFolder folder_;
    std::string location_;
    std::unique_ptr<ReusedDatabase> reused_;
};

}  // namespace commis::test
