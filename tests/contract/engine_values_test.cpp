// What goes in comes out again, on both engines: values, texts, batches of rows, and the words for what went wrong.
#include "adapters/sql/engine/fault.hpp"
#include "adapters/sql/engine/insert_family.hpp"
#include "contract/engine_fixture.hpp"

#include <fmt/core.h>
#include <limits>
#include <vector>

namespace commis::test {
namespace {

using sql::FaultKind;

class EngineValues : public EngineTest {};

FaultKind kind_of_fault(const std::function<void()>& call) {
    try {
        call();
    } catch (const sql::Fault& fault) {
        return fault.kind();
    }
    ADD_FAILURE() << "nothing was thrown";
    return FaultKind::other;
}

TEST_P(EngineValues, IntegersAndTextsComeBackAsTheyWere) {
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const std::string text = "Zoé Lefèvre ☕ 𝒳 日本 'quoted' \"and\" \\back\n\ttab; -- $1 ? :name";
    engine().write([&](sql::Session& session) {
        const sql::Statement add{"add", "INSERT INTO things (shop_id, id, amount, label) VALUES ($1, $2, $3, $4)"};
        session.execute(add, {1, "least", least, text});
        session.execute(add, {1, "most", most, ""});
        session.execute(add, {1, "none", nullptr, nullptr});
    });
    engine().read([&](sql::Session& session) {
        sql::Rows rows =
            session.query({"all", "SELECT id, amount, label FROM things WHERE shop_id = $1 ORDER BY id"}, {1});
        ASSERT_TRUE(rows.next());
        EXPECT_EQ(rows.integer(1), least);
        EXPECT_EQ(rows.view(2), text);
        ASSERT_TRUE(rows.next());
        EXPECT_EQ(rows.integer(1), most);
        EXPECT_FALSE(rows.is_null(2));
        EXPECT_EQ(rows.optional_text(2), "");
        ASSERT_TRUE(rows.next());
        EXPECT_EQ(rows.optional_integer(1), std::nullopt);
        EXPECT_EQ(rows.optional_text(2), std::nullopt);
        EXPECT_FALSE(rows.next());
    });
}

TEST_P(EngineValues, ParametersAreBoundByNumberAndMayRepeat) {
    engine().write([&](sql::Session& session) {
        sql::Rows rows =
            session.query({"numbers", "SELECT CAST($2 AS bigint), CAST($1 AS bigint), CAST($2 AS bigint)"}, {7, 9});
        ASSERT_TRUE(rows.next());
        EXPECT_EQ(rows.integer(0), 9);
        EXPECT_EQ(rows.integer(1), 7);
        EXPECT_EQ(rows.integer(2), 9);
    });
}

TEST_P(EngineValues, ChangedRowsAreCounted) {
    add("a", 1);
    add("b", 2);
    engine().write([](sql::Session& session) {
        EXPECT_EQ(session.execute({"all", "UPDATE things SET amount = amount + 1 WHERE shop_id = $1"}, {1}), 2);
        EXPECT_EQ(session.execute({"no", "UPDATE things SET amount = 1 WHERE shop_id = $1 AND id = $2"}, {1, "x"}), 0);
        const sql::Statement once{
            "once", "INSERT INTO things (shop_id, id) VALUES ($1, $2) ON CONFLICT (shop_id, id) DO NOTHING"};
        EXPECT_EQ(session.execute(once, {1, "a"}), 0);
        EXPECT_EQ(session.execute(once, {1, "c"}), 1);
    });
}

TEST_P(EngineValues, ReturningTakesEffectWhetherOrNotItsRowsAreRead) {
    const sql::Statement add{"add", "INSERT INTO things (shop_id, id) VALUES ($1, $2) RETURNING id"};
    engine().write([&](sql::Session& session) { session.query(add, {1, "unread"}); });
    engine().write([&](sql::Session& session) {
        sql::Rows rows = session.query(add, {1, "read"});
        ASSERT_TRUE(rows.next());
        EXPECT_EQ(rows.view(0), "read");
    });
    EXPECT_EQ(count(), 2);
}

TEST_P(EngineValues, OneStatementMayBeReadInsideItself) {
    for (const char* id : {"a", "b", "c"}) add(id, 1);
    const sql::Statement list{"list", "SELECT id FROM things WHERE shop_id = $1 ORDER BY id"};
    std::string seen;
    engine().read([&](sql::Session& session) {
        sql::Rows outer = session.query(list, {1});
        while (outer.next()) {
            seen += outer.text(0);
            sql::Rows inner = session.query(list, {1});
            while (inner.next()) seen += inner.text(0);
        }
    });
    EXPECT_EQ(seen, "aabcbabccabc");
}

TEST_P(EngineValues, ManyRowsGoOutInFewStatements) {
    const sql::InsertFamily family{"things", "INSERT INTO things (shop_id, id, amount)", 3};
    std::vector<std::string> ids;
    for (int index = 0; index < 1000; ++index) ids.push_back(fmt::format("id-{:04}", index));
    std::vector<sql::Param> values;
    for (std::size_t index = 0; index < ids.size(); ++index) {
        values.insert(values.end(), {sql::Param(1), sql::Param(ids[index]), sql::Param(index * 2)});
    }
    engine().write([&](sql::Session& session) { EXPECT_EQ(sql::insert_rows(session, family, values), 1000); });
    EXPECT_EQ(count(), 1000);
    engine().read([&](sql::Session& session) {
        EXPECT_EQ(single(session, "SELECT CAST(sum(amount) AS bigint) FROM things"), 999 * 1000);
    });
    EXPECT_EQ(sql::insert_statement(family, 2).text,
              "INSERT INTO things (shop_id, id, amount) VALUES ($1, $2, $3), ($4, $5, $6)");
}

TEST_P(EngineValues, AUniqueViolationNamesTableAndColumns) {
    add("a", 1);
    try {
        add("a", 2);
        FAIL() << "the second row was taken";
    } catch (const sql::Fault& fault) {
        EXPECT_EQ(fault.kind(), FaultKind::unique_violation);
        EXPECT_EQ(fault.table(), "things");
        EXPECT_EQ(fault.columns(), "shop_id,id");
    }
}

TEST_P(EngineValues, FaultsHaveTheSameKindOnBothEngines) {
    const auto write = [&](std::string_view text, std::initializer_list<sql::Param> params) {
        return kind_of_fault(
            [&] { engine().write([&](sql::Session& session) { session.execute({"x", text}, params); }); });
    };
    EXPECT_EQ(write("INSERT INTO things (shop_id, id, amount) VALUES ($1, $2, $3)", {1, "a", 13}),
              FaultKind::constraint);
    EXPECT_EQ(write("INSERT INTO things (shop_id, id) VALUES ($1, $2)", {1, nullptr}), FaultKind::constraint);
    EXPECT_EQ(write("INSERT INTO nowhere (shop_id) VALUES ($1)", {1}), FaultKind::other);
    using namespace std::string_view_literals;
    EXPECT_EQ(write("INSERT INTO things (shop_id, id) VALUES ($1, $2)", {1, "zero\0byte"sv}), FaultKind::constraint);
    EXPECT_EQ(count(), 0);
}

TEST_P(EngineValues, ACallRunsExactlyOneStatement) {
    EXPECT_ANY_THROW(engine().write([](sql::Session& session) {
        session.execute({"two", "DELETE FROM things WHERE shop_id = $1; DROP TABLE things"}, {1});
    }));
    EXPECT_EQ(count(), 0);
}

INSTANTIATE_TEST_SUITE_P(Engines, EngineValues, testing::Values(sql::EngineKind::sqlite, sql::EngineKind::postgres),
                         engine_name);

}  // namespace
}  // namespace commis::test
