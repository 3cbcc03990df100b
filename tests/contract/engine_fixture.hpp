// Runs one test on both engines: each gets an empty database with one small table.
#pragma once

#include "adapters/postgres/connection.hpp"
#include "support/test_engine.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace commis::test {

class EngineTest : public testing::TestWithParam<sql::EngineKind> {
protected:
    void SetUp() override {
        if (!TestEngine::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
        database = std::make_unique<TestEngine>(GetParam());
        engine().write([](sql::Session& session) {
            session.define(
                "CREATE TABLE things (shop_id bigint NOT NULL, id text NOT NULL, amount bigint, label text, "
                "PRIMARY KEY (shop_id, id), CHECK (amount <> 13))");
        });
    }
    [[nodiscard]] sql::Engine& engine() const { return **database; }

    // Writes one row as a command of its own.
    void add(const std::string& id, std::int64_t amount) const {
        engine().write([&](sql::Session& session) { add_with(session, id, amount); });
    }
    static void add_with(sql::Session& session, const std::string& id, std::int64_t amount) {
        session.execute({"add", "INSERT INTO things (shop_id, id, amount) VALUES ($1, $2, $3)"}, {1, id, amount});
    }
    static std::int64_t single(sql::Session& session, std::string_view text) {
        sql::Rows rows = session.query({"single", text});
        return rows.next() ? rows.integer(0) : -1;
    }
    [[nodiscard]] std::int64_t count() const {
        std::int64_t result = 0;
        engine().read([&](sql::Session& session) { result = single(session, "SELECT count(*) FROM things"); });
        return result;
    }

    // Ends every other connection to a database of PostgreSQL, as a restart of the server would.
    void cut_all_connections() const {
        postgres::Connection connection({.url = database->location()});
        connection.control(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid()");
    }

    std::unique_ptr<TestEngine> database;
};

inline std::string engine_name(const testing::TestParamInfo<sql::EngineKind>& info) {
    return TestEngine::name_of(info.param);
}

}  // namespace commis::test
