// Units of work on both engines: all or nothing, each alone, durable once answered, whoever else writes.
#include "adapters/sql/engine/fault.hpp"
#include "adapters/sql/engine/retry.hpp"
#include "contract/engine_fixture.hpp"

#include <fmt/core.h>
#include <atomic>
#include <barrier>
#include <chrono>
#include <thread>
#include <vector>

namespace commis::test {
namespace {

using sql::Priority;
using sql::Session;

class EngineWork : public EngineTest {};

TEST_P(EngineWork, AnExceptionLeavesNoTraceAndComesBack) {
    EXPECT_THROW(engine().write([](Session& session) {
        add_with(session, "a", 1);
        throw std::runtime_error("changed my mind");
    }),
                 std::runtime_error);
    EXPECT_EQ(count(), 0);
    add("b", 1);
    EXPECT_EQ(count(), 1);
}

TEST_P(EngineWork, ASavepointFailsAlone) {
    engine().write([](Session& session) {
        add_with(session, "before", 1);
        EXPECT_THROW(session.within_savepoint([&] {
            add_with(session, "inside", 1);
            add_with(session, "before", 2);
        }),
                     sql::Fault);
        session.within_savepoint([&] { add_with(session, "after", 1); });
    });
    EXPECT_EQ(count(), 2);
}

TEST_P(EngineWork, ConcurrentCommandsAllHappenAndTheFailingOnesFailAlone) {
    constexpr int threads = 8;
    constexpr int commands = 50;
    std::atomic<int> kept = 0;
    std::atomic<int> failed = 0;
    std::vector<std::jthread> writers;
    for (int thread = 0; thread < threads; ++thread) {
        writers.emplace_back([&, thread] {
            for (int command = 0; command < commands; ++command) {
                try {
                    // Every fifth one breaks the CHECK after it has written a row.
                    engine().write([&](Session& session) {
                        add_with(session, fmt::format("{}-{}", thread, command), 1);
                        if (command % 5 == 0) add_with(session, fmt::format("{}-{}-bad", thread, command), 13);
                    });
                    ++kept;
                } catch (const sql::Fault& fault) {
                    EXPECT_EQ(fault.kind(), sql::FaultKind::constraint);
                    ++failed;
                }
            }
        });
    }
    writers.clear();
    EXPECT_EQ(failed, threads * commands / 5);
    EXPECT_EQ(kept, threads * commands - failed);
    EXPECT_EQ(count(), kept);
}

TEST_P(EngineWork, ACounterRowGivesEachNumberOnce) {
    add("counter", 0);
    constexpr int threads = 6;
    constexpr int commands = 25;
    std::vector<std::atomic<int>> taken(threads * commands + 1);
    std::vector<std::jthread> writers;
    for (int thread = 0; thread < threads; ++thread) {
        writers.emplace_back([&] {
            for (int command = 0; command < commands; ++command) {
                std::int64_t number = 0;
                engine().write([&](Session& session) {
                    sql::Rows rows = session.query(
                        {"next",
                         "UPDATE things SET amount = amount + 1 + (CASE WHEN amount = 12 THEN 1 ELSE 0 END) "
                         "WHERE shop_id = $1 AND id = $2 RETURNING amount"},
                        {1, "counter"});
                    ASSERT_TRUE(rows.next());
                    number = rows.integer(0);
                });
                ++taken[static_cast<std::size_t>(number > 13 ? number - 1 : number)];
            }
        });
    }
    writers.clear();
    for (std::size_t number = 1; number < taken.size(); ++number) EXPECT_EQ(taken[number], 1) << number;
}

TEST_P(EngineWork, WhatWasAnsweredIsThereForEveryoneElse) {
    const auto other = database->open_again();
    for (int index = 0; index < 20; ++index) {
        add(fmt::format("id-{}", index), 1);
        std::int64_t seen = 0;
        other->read([&](Session& session) { seen = single(session, "SELECT count(*) FROM things"); });
        ASSERT_EQ(seen, index + 1);
    }
}

TEST_P(EngineWork, TwoProcessesWriteSideBySide) {
    const auto other = database->open_again();
    std::jthread writer([&] {
        for (int index = 0; index < 60; ++index) {
            other->write([&](Session& session) { add_with(session, fmt::format("other-{}", index), 1); });
        }
    });
    for (int index = 0; index < 60; ++index) add(fmt::format("own-{}", index), 1);
    writer.join();
    EXPECT_EQ(count(), 120);
}

TEST_P(EngineWork, ATransientFaultRunsTheWholeCommandAgain) {
    int tries = 0;
    engine().write([&](Session& session) {
        add_with(session, "a", 1);
        if (++tries < 3) throw sql::Fault(sql::FaultKind::transient, "40001", "somebody else was faster");
    });
    EXPECT_EQ(tries, 3);
    EXPECT_EQ(count(), 1);

    tries = 0;
    EXPECT_THROW(engine().write([&](Session&) {
        ++tries;
        throw sql::Fault(sql::FaultKind::transient, "40001", "always");
    }),
                 sql::Fault);
    EXPECT_EQ(tries, sql::tries_max);
}

TEST_P(EngineWork, AReaderSeesOneMoment) {
    add("a", 1);
    engine().read([&](Session& session) {
        EXPECT_EQ(single(session, "SELECT count(*) FROM things"), 1);
        add("b", 1);
        EXPECT_EQ(single(session, "SELECT count(*) FROM things"), 1);
    });
    EXPECT_EQ(count(), 2);
}

TEST_P(EngineWork, AReaderCannotWrite) {
    EXPECT_THROW(engine().read([](Session& session) { add_with(session, "a", 1); }), sql::Fault);
    EXPECT_EQ(count(), 0);
}

TEST_P(EngineWork, SomebodyAtAScreenIsServedWhileBulkWorkRuns) {
    std::atomic<bool> is_over = false;
    std::atomic<int> bulk_done = 0;
    std::vector<std::jthread> bulk;
    for (int thread = 0; thread < 4; ++thread) {
        bulk.emplace_back([&, thread] {
            for (int index = 0; !is_over; ++index) {
                engine().write(Priority::bulk, [&](Session& session) {
                    for (int row = 0; row < 20; ++row) {
                        add_with(session, fmt::format("bulk-{}-{}-{}", thread, index, row), 1);
                    }
                });
                ++bulk_done;
            }
        });
    }
    auto longest = std::chrono::steady_clock::duration::zero();
    for (int index = 0; index < 40; ++index) {
        const auto began = std::chrono::steady_clock::now();
        add(fmt::format("screen-{}", index), 1);
        longest = std::max(longest, std::chrono::steady_clock::now() - began);
    }
    is_over = true;
    bulk.clear();
    EXPECT_GT(bulk_done, 0);
    // A generous bound for a shared machine; without priorities the queue alone would be longer.
    EXPECT_LT(longest, std::chrono::seconds(2));
}

TEST_P(EngineWork, BulkWorkIsNotStarvedByScreens) {
    std::atomic<bool> is_over = false;
    std::vector<std::jthread> screens;
    for (int thread = 0; thread < 4; ++thread) {
        screens.emplace_back([&, thread] {
            for (int index = 0; !is_over; ++index) add(fmt::format("screen-{}-{}", thread, index), 1);
        });
    }
    for (int index = 0; index < 3; ++index) {
        engine().write(Priority::bulk, [&](Session& session) { add_with(session, fmt::format("bulk-{}", index), 1); });
    }
    is_over = true;
    screens.clear();
    engine().read(
        [](Session& session) { EXPECT_EQ(single(session, "SELECT count(*) FROM things WHERE id LIKE 'bulk-%'"), 3); });
}

INSTANTIATE_TEST_SUITE_P(Engines, EngineWork, testing::Values(sql::EngineKind::sqlite, sql::EngineKind::postgres),
                         engine_name);

}  // namespace
}  // namespace commis::test
