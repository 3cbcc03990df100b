// What only PostgreSQL has: connections that the server cuts, a bounded pool, and the meaning of its states.
#include "adapters/postgres/database.hpp"
#include "adapters/postgres/faults.hpp"
#include "adapters/sql/engine/fault.hpp"
#include "contract/engine_fixture.hpp"

#include <fmt/core.h>
#include <barrier>
#include <thread>
#include <vector>

namespace commis::test {
namespace {

using sql::FaultKind;

class PostgresEngine : public EngineTest {};

TEST_P(PostgresEngine, CutConnectionsAreReplaced) {
    add("a", 1);
    cut_all_connections();
    add("b", 1);
    EXPECT_EQ(count(), 2);
}

TEST_P(PostgresEngine, ACommandCutHalfWayRunsAgainWhole) {
    int tries = 0;
    engine().write([&](sql::Session& session) {
        add_with(session, "a", 1);
        if (++tries == 1) cut_all_connections();
        add_with(session, "b", 1);
    });
    EXPECT_EQ(tries, 2);
    EXPECT_EQ(count(), 2);
}

TEST_P(PostgresEngine, ABreakDuringCommitIsAnUnknownOutcomeAndIsNotRunAgain) {
    int tries = 0;
    try {
        engine().write([&](sql::Session& session) {
            ++tries;
            add_with(session, "a", 1);
            cut_all_connections();
        });
        FAIL() << "the commit went through a cut connection";
    } catch (const sql::Fault& fault) {
        EXPECT_EQ(fault.kind(), FaultKind::outcome_unknown);
    }
    EXPECT_EQ(tries, 1);
}

TEST_P(PostgresEngine, CommandsThatLockEachOtherOutBothHappen) {
    add("a", 0);
    add("b", 0);
    std::barrier meeting(2);
    const auto cross = [&](const char* first, const char* second) {
        bool is_first_try = true;
        engine().write([&](sql::Session& session) {
            const sql::Statement bump{"bump", "UPDATE things SET amount = amount + 1 WHERE shop_id = $1 AND id = $2"};
            session.execute(bump, {1, first});
            if (is_first_try) {
                is_first_try = false;
                meeting.arrive_and_wait();
            }
            session.execute(bump, {1, second});
        });
    };
    {
        const std::jthread one([&] { cross("a", "b"); });
        const std::jthread two([&] { cross("b", "a"); });
    }
    engine().read(
        [](sql::Session& session) { EXPECT_EQ(single(session, "SELECT CAST(sum(amount) AS bigint) FROM things"), 4); });
}

TEST_P(PostgresEngine, ALockingSelectHoldsItsRow) {
    add("a", 0);
    const sql::Statement locked{"locked", "SELECT amount FROM things WHERE shop_id = $1 AND id = $2", true};
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&] {
            for (int round = 0; round < 3; ++round) {
                engine().write([&](sql::Session& session) {
                    sql::Rows rows = session.query(locked, {1, "a"});
                    ASSERT_TRUE(rows.next());
                    const std::int64_t next = rows.integer(0) + 1;
                    session.execute({"set", "UPDATE things SET amount = $3 WHERE shop_id = $1 AND id = $2"},
                                    {1, "a", next});
                });
            }
        });
    }
    threads.clear();
    engine().read([](sql::Session& session) { EXPECT_EQ(single(session, "SELECT amount FROM things"), 12); });
}

TEST_P(PostgresEngine, WorksWithoutPreparedStatements) {
    postgres::Database plain({.url = database->location(), .keeps_prepared = false});
    plain.write([](sql::Session& session) { add_with(session, "a", 1); });
    EXPECT_EQ(count(), 1);
}

TEST_P(PostgresEngine, MoreCommandsThanConnectionsWaitTheirTurn) {
    postgres::Database narrow({.url = database->location(), .connections_max = 2});
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 8; ++thread) {
        threads.emplace_back([&, thread] {
            narrow.write([&](sql::Session& session) { add_with(session, fmt::format("id-{}", thread), 1); });
        });
    }
    threads.clear();
    EXPECT_EQ(count(), 8);
}

TEST_P(PostgresEngine, AFailedStatementThatWasPassedOverDoesNotCommitInSilence) {
    add("a", 1);
    EXPECT_THROW(engine().write([](sql::Session& session) {
        add_with(session, "b", 1);
        try {
            add_with(session, "a", 1);
        } catch (const sql::Fault&) {
        }
    }),
                 sql::Fault);
    EXPECT_EQ(count(), 1);
}

INSTANTIATE_TEST_SUITE_P(Engines, PostgresEngine, testing::Values(sql::EngineKind::postgres), engine_name);

TEST(PostgresStates, SayWhatToDo) {
    EXPECT_EQ(postgres::kind_of(""), FaultKind::gone);
    EXPECT_EQ(postgres::kind_of("08006"), FaultKind::gone);
    EXPECT_EQ(postgres::kind_of("57P01"), FaultKind::gone);
    EXPECT_EQ(postgres::kind_of("40001"), FaultKind::transient);
    EXPECT_EQ(postgres::kind_of("40P01"), FaultKind::transient);
    EXPECT_EQ(postgres::kind_of("23505"), FaultKind::unique_violation);
    EXPECT_EQ(postgres::kind_of("23503"), FaultKind::constraint);
    EXPECT_EQ(postgres::kind_of("22021"), FaultKind::constraint);
    EXPECT_EQ(postgres::kind_of("53100"), FaultKind::full);
    EXPECT_EQ(postgres::kind_of("42P01"), FaultKind::other);
}

TEST(PostgresConnection, ASilentServerIsGone) {
    try {
        const postgres::Connection connection({.url = "postgresql://nobody@127.0.0.1:1/none"});
        FAIL() << "nobody answered";
    } catch (const sql::Fault& fault) {
        EXPECT_EQ(fault.kind(), FaultKind::gone);
    }
}

}  // namespace
}  // namespace commis::test
