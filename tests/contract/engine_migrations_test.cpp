// Migrations on both engines: fresh, repeated, by several processes at once, changed, unknown, and failing half-way.
#include "adapters/sql/engine/fault.hpp"
#include "adapters/sql/engine/migrations.hpp"
#include "contract/engine_fixture.hpp"

#include <thread>
#include <vector>

namespace commis::test {
namespace {

using sql::Migration;

class EngineMigrations : public EngineTest {
protected:
    std::vector<std::int64_t> migrate(const std::vector<Migration>& known) const {
        return sql::migrate(engine(), known, 1'700'000'000'000);
    }
    std::string refusal_of(const std::vector<Migration>& known) const {
        try {
            migrate(known);
        } catch (const sql::MigrationRefused& refused) {
            return refused.code();
        }
        return "none";
    }
};

std::vector<Migration> two_steps() {
    return {{1, "shops", "-- Shops.\nCREATE TABLE shops (\n    shop_id bigint NOT NULL PRIMARY KEY\n);\n", ""},
            {2, "names", "ALTER TABLE shops ADD COLUMN name text;\nCREATE INDEX shops_name ON shops (name);\n",
             "CREATE TABLE only_here (shop_id bigint NOT NULL PRIMARY KEY);\n"}};
}

TEST_P(EngineMigrations, EachStepRunsOnce) {
    EXPECT_EQ(migrate(two_steps()), (std::vector<std::int64_t>{1, 2}));
    EXPECT_TRUE(sql::is_migrated(engine(), two_steps()));
    EXPECT_TRUE(migrate(two_steps()).empty());
    engine().write([](sql::Session& session) {
        session.execute({"add", "INSERT INTO shops (shop_id, name) VALUES ($1, $2)"}, {1, "Maison"});
        session.execute({"add", "INSERT INTO only_here (shop_id) VALUES ($1)"}, {1});
    });
}

TEST_P(EngineMigrations, LaterStepsAreAddedToADatabaseInUse) {
    auto steps = two_steps();
    const Migration second = steps.back();
    steps.pop_back();
    EXPECT_EQ(migrate(steps), std::vector<std::int64_t>{1});
    engine().write(
        [](sql::Session& session) { session.execute({"add", "INSERT INTO shops (shop_id) VALUES ($1)"}, {1}); });
    steps.push_back(second);
    EXPECT_FALSE(sql::is_migrated(engine(), steps));
    EXPECT_EQ(migrate(steps), std::vector<std::int64_t>{2});
}

TEST_P(EngineMigrations, TheStateSaysHowFarADatabaseIsAndChangesNothing) {
    const auto state = [&](const std::vector<Migration>& known) { return sql::schema_state(engine(), known); };
    auto steps = two_steps();
    EXPECT_EQ(state(steps).version, 0);
    EXPECT_EQ(state(steps).missing, 2U);
    migrate({steps[0]});
    EXPECT_EQ(state(steps).version, 1);
    EXPECT_EQ(state(steps).missing, 1U);
    EXPECT_FALSE(sql::is_migrated(engine(), steps));
    migrate(steps);
    EXPECT_EQ(state(steps).missing, 0U);
    EXPECT_THROW(state({steps[0]}), sql::MigrationRefused);
}

TEST_P(EngineMigrations, EachStepIsToldOnceItIsThere) {
    std::vector<std::string> told;
    const auto watch = [&](const Migration& step, std::chrono::milliseconds took) {
        EXPECT_GE(took.count(), 0);
        EXPECT_EQ(sql::schema_state(engine(), two_steps()).version, step.version);
        told.push_back(step.name);
    };
    sql::migrate(engine(), two_steps(), 0, watch);
    EXPECT_EQ(told, (std::vector<std::string>{"shops", "names"}));
    sql::migrate(engine(), two_steps(), 0, watch);
    EXPECT_EQ(told.size(), 2U);
}

TEST_P(EngineMigrations, SeveralProcessesMayStartAtOnce) {
    std::vector<std::unique_ptr<sql::Engine>> others;
    for (int index = 0; index < 3; ++index) others.push_back(database->open_again());
    std::atomic<std::size_t> applied = 0;
    {
        std::vector<std::jthread> starts;
        for (const auto& other : others) {
            starts.emplace_back([&] { applied += sql::migrate(*other, two_steps(), 0).size(); });
        }
    }
    EXPECT_EQ(applied, 2U);
}

TEST_P(EngineMigrations, AChangedStepIsRefused) {
    migrate(two_steps());
    auto changed = two_steps();
    changed[0].text += "-- A late thought.\n";
    EXPECT_EQ(refusal_of(changed), "migration_changed");
    changed = two_steps();
    changed[1].engine_text.clear();
    EXPECT_EQ(refusal_of(changed), "migration_changed");
}

TEST_P(EngineMigrations, ANewerDatabaseIsRefused) {
    migrate(two_steps());
    auto older = two_steps();
    older.pop_back();
    EXPECT_EQ(refusal_of(older), "database_newer");
    EXPECT_EQ(refusal_of({}), "database_newer");
}

TEST_P(EngineMigrations, AnotherHistoryIsRefused) {
    migrate(two_steps());
    auto other = two_steps();
    other.insert(other.begin() + 1, {{.version = 1, .name = "twice", .text = "", .engine_text = ""}});
    EXPECT_EQ(refusal_of(other), "migration_order");
    other = two_steps();
    other[0].version = 0;
    EXPECT_EQ(refusal_of(other), "migration_unknown");
}

TEST_P(EngineMigrations, AFailingStepLeavesNothingBehind) {
    auto broken = two_steps();
    broken[1].engine_text = "CREATE TABLE only_here (shop_id bigint NOT NULL PRIMARY KEY);\nCREATE NONSENSE;\n";
    try {
        migrate(broken);
        FAIL() << "the nonsense was taken";
    } catch (const sql::Fault& fault) {
        EXPECT_NE(std::string(fault.what()).find("step 2 names, at \"CREATE NONSENSE\""), std::string::npos)
            << fault.what();
    }
    EXPECT_EQ(migrate(two_steps()), std::vector<std::int64_t>{2});
}

INSTANTIATE_TEST_SUITE_P(Engines, EngineMigrations, testing::Values(sql::EngineKind::sqlite, sql::EngineKind::postgres),
                         engine_name);

TEST(SplitStatements, AStatementEndsWithASemicolonAtTheEndOfItsLine) {
    const auto statements = sql::split_statements(
        "-- A comment; with a semicolon;\nCREATE TABLE a (\n    x text DEFAULT ';' NOT NULL\n);\n\n  \nCREATE INDEX b "
        "ON a (x)\n");
    EXPECT_EQ(statements, (std::vector<std::string>{"CREATE TABLE a (\n    x text DEFAULT ';' NOT NULL\n)",
                                                    "CREATE INDEX b ON a (x)\n"}));
    EXPECT_TRUE(sql::split_statements("-- nothing\n").empty());
}

}  // namespace
}  // namespace commis::test
