// Statements that are sent and asked nothing: they happen in their order, and whoever asks next hears of their faults.
#include "adapters/sql/engine/fault.hpp"
#include "contract/engine_fixture.hpp"

#include <fmt/core.h>

namespace commis::test {
namespace {

using sql::FaultKind;
using sql::Session;

class EngineSend : public EngineTest {
protected:
    static void send_row(Session& session, const std::string& id, std::int64_t amount) {
        session.send({"send", "INSERT INTO things (shop_id, id, amount) VALUES ($1, $2, $3)"}, {1, id, amount});
    }
    FaultKind kind_of_fault(const std::function<void(Session&)>& work) const {
        try {
            engine().write(work);
        } catch (const sql::Fault& fault) {
            return fault.kind();
        }
        ADD_FAILURE() << "nothing failed";
        return FaultKind::other;
    }
};

TEST_P(EngineSend, WhatWasSentIsSeenByTheNextQuestionAndKept) {
    engine().write([](Session& session) {
        send_row(session, "a", 1);
        send_row(session, "b", 2);
        EXPECT_EQ(single(session, "SELECT sum(amount) FROM things"), 3);
        send_row(session, "c", 4);
        const auto changed = session.execute({"raise", "UPDATE things SET amount = amount + $1"}, {10});
        EXPECT_EQ(changed, 3);
        send_row(session, "d", 5);
    });
    EXPECT_EQ(count(), 4);
}

TEST_P(EngineSend, MoreThanFitInOneLineAndManyTexts) {
    engine().write([](Session& session) {
        for (int each = 0; each < 300; ++each) {
            // A text that was never prepared comes between those that were.
            const std::string text =
                fmt::format("INSERT INTO things (shop_id, id, amount) VALUES ($1, $2, {})", each / 3 + 20);
            session.send({"send_text", text}, {1, fmt::format("text-{}", each)});
            send_row(session, fmt::format("row-{}", each), 1);
        }
    });
    EXPECT_EQ(count(), 600);
}

TEST_P(EngineSend, AFaultTakesTheWholeCommandBack) {
    const auto by_commit = [](Session& session) {
        send_row(session, "a", 1);
        send_row(session, "b", 13);
        send_row(session, "c", 1);
    };
    EXPECT_EQ(kind_of_fault(by_commit), FaultKind::constraint);
    const auto by_question = [](Session& session) {
        send_row(session, "a", 13);
        single(session, "SELECT count(*) FROM things");
    };
    EXPECT_EQ(kind_of_fault(by_question), FaultKind::constraint);
    EXPECT_EQ(count(), 0);
    add("after", 1);
    EXPECT_EQ(count(), 1);
}

TEST_P(EngineSend, AnExceptionForgetsWhatWasSent) {
    EXPECT_THROW(engine().write([](Session& session) {
        send_row(session, "a", 1);
        send_row(session, "b", 1);
        throw std::runtime_error("changed my mind");
    }),
                 std::runtime_error);
    EXPECT_EQ(count(), 0);
    add("after", 1);
    EXPECT_EQ(count(), 1);
}

TEST_P(EngineSend, ASavepointHearsOfItsOwnFaults) {
    engine().write([](Session& session) {
        send_row(session, "before", 1);
        EXPECT_THROW(session.within_savepoint([&] {
            send_row(session, "inside", 1);
            send_row(session, "wrong", 13);
        }),
                     sql::Fault);
        EXPECT_THROW(session.within_savepoint([&] {
            send_row(session, "inside", 1);
            throw std::runtime_error("changed my mind");
        }),
                     std::runtime_error);
        session.within_savepoint([&] { send_row(session, "after", 1); });
    });
    EXPECT_EQ(count(), 2);
}

TEST_P(EngineSend, ADoubleThatNobodyAskedForIsNoRefusal) {
    if (GetParam() != sql::EngineKind::postgres) GTEST_SKIP() << "SQLite says it at once";
    add("a", 1);
    const auto unasked = [](Session& session) {
        send_row(session, "a", 2);
        add_with(session, "b", 1);
    };
    EXPECT_EQ(kind_of_fault(unasked), FaultKind::other);
    const auto asked = [](Session& session) {
        send_row(session, "b", 1);
        add_with(session, "a", 2);
    };
    EXPECT_EQ(kind_of_fault(asked), FaultKind::unique_violation);
    EXPECT_EQ(count(), 1);
}

TEST_P(EngineSend, ACutConnectionRunsItAgainAndACutCommitIsUnknown) {
    if (GetParam() != sql::EngineKind::postgres) GTEST_SKIP() << "SQLite has no connection to cut";
    int tries = 0;
    engine().write([&](Session& session) {
        send_row(session, "a", 1);
        if (++tries == 1) cut_all_connections();
        add_with(session, "b", 1);
    });
    EXPECT_EQ(tries, 2);
    const auto cut_at_commit = [&](Session& session) {
        send_row(session, "c", 1);
        cut_all_connections();
    };
    EXPECT_EQ(kind_of_fault(cut_at_commit), FaultKind::outcome_unknown);
    EXPECT_EQ(count(), 2);
}

INSTANTIATE_TEST_SUITE_P(Engines, EngineSend, testing::Values(sql::EngineKind::sqlite, sql::EngineKind::postgres),
                         engine_name);

}  // namespace
}  // namespace commis::test
