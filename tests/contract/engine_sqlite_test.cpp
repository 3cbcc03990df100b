// What only SQLite has: backups beside a running server, checks of the file, one commit for many commands, the log.
#include "adapters/sql/engine/fault.hpp"
#include "adapters/sqlite/backup.hpp"
#include "adapters/sqlite/database.hpp"
#include "contract/engine_fixture.hpp"

#include <fmt/core.h>
#include <atomic>
#include <fstream>
#include <thread>
#include <vector>

namespace commis::test {
namespace {

class SqliteEngine : public EngineTest {
protected:
    [[nodiscard]] std::filesystem::path file() const { return database->location(); }
};

std::int64_t count_in(const std::filesystem::path& path) {
    sqlite::Database copy({.path = path});
    std::int64_t rows_count = 0;
    copy.read([&](sql::Session& session) {
        sql::Rows rows = session.query({"count", "SELECT count(*) FROM things"});
        rows.next();
        rows_count = rows.integer(0);
    });
    return rows_count;
}

TEST_P(SqliteEngine, ABackupBesideARunningServerIsOneWholeMoment) {
    std::atomic<bool> is_over = false;
    std::atomic<int> written = 0;
    std::jthread writer([&] {
        // Rows come in pairs, so a copy with an odd number would be a torn one.
        while (!is_over) {
            engine().write([&](sql::Session& session) {
                add_with(session, fmt::format("a-{}", written.load()), 1);
                add_with(session, fmt::format("b-{}", written.load()), 1);
            });
            ++written;
        }
    });
    while (written < 20) std::this_thread::yield();
    const auto target = file().parent_path() / "copy.db";
    const int before = written;
    sqlite::back_up(file(), target);
    is_over = true;
    writer.join();
    const std::int64_t rows = count_in(target);
    EXPECT_GE(rows, 2 * before);
    EXPECT_EQ(rows % 2, 0);
    EXPECT_TRUE(sqlite::integrity_problems(target).empty());
    EXPECT_THROW(sqlite::back_up(file(), target), std::system_error) << "an existing file was written over";
}

TEST_P(SqliteEngine, DamageIsFound) {
    for (int index = 0; index < 500; ++index) add(fmt::format("id-{}", index), 1);
    const auto target = file().parent_path() / "damaged.db";
    sqlite::back_up(file(), target);
    EXPECT_TRUE(sqlite::integrity_problems(target).empty());
    {
        std::fstream bytes(target, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(4096 + 2048);
        for (int index = 0; index < 4096; ++index) bytes.put('\x5a');
    }
    EXPECT_FALSE(sqlite::integrity_problems(target).empty());
}

TEST_P(SqliteEngine, AFileThatIsNoDatabaseIsCorrupt) {
    const auto path = file().parent_path() / "letter.txt";
    std::ofstream(path) << std::string(8192, 'x');
    try {
        const sqlite::Database letter({.path = path});
        FAIL() << "a letter was opened as a database";
    } catch (const sql::Fault& fault) {
        EXPECT_EQ(fault.kind(), sql::FaultKind::corrupt);
    }
}

TEST_P(SqliteEngine, TheLogDoesNotGrowForEver) {
    const std::string filling(2000, 'x');
    for (int round = 0; round < 300; ++round) {
        engine().write([&](sql::Session& session) {
            for (int row = 0; row < 200; ++row) {
                session.execute({"fill", "INSERT INTO things (shop_id, id, label) VALUES ($1, $2, $3)"},
                                {1, fmt::format("{}-{}", round, row), filling});
            }
        });
    }
    // 120 MB were written; the log is cut when it has been moved into the file.
    EXPECT_LT(std::filesystem::file_size(file().string() + "-wal"), 100'000'000U);
    EXPECT_EQ(count(), 60'000);
}

TEST_P(SqliteEngine, ACommandInsideACommandIsAMistakeAndNoDeadlock) {
    EXPECT_THROW(engine().write([&](sql::Session&) { add("inner", 1); }), std::logic_error);
}

TEST_P(SqliteEngine, TheWrongNumberOfValuesIsAMistake) {
    EXPECT_THROW(engine().read([&](sql::Session& session) {
        session.query({"few", "SELECT id FROM things WHERE shop_id = $1 AND id = $2"}, {1});
    }),
                 std::logic_error);
}

INSTANTIATE_TEST_SUITE_P(Engines, SqliteEngine, testing::Values(sql::EngineKind::sqlite), engine_name);

}  // namespace
}  // namespace commis::test
