// Every statement is known here: of one shop unless on the short list, and never walking through a table that grows.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <vector>

#include "adapters/postgres/database.hpp"
#include "adapters/sql/id_list.hpp"
#include "adapters/sql/job_statements.hpp"
#include "adapters/sql/mail_statements.hpp"
#include "adapters/sql/order_query.hpp"
#include "adapters/sql/order_search.hpp"
#include "adapters/sql/order_statements.hpp"
#include "adapters/sql/shop_statements.hpp"
#include "adapters/sql/timeline_statements.hpp"
#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/database.hpp"
#include "contract/statement_lists.hpp"
#include "support/test_storage.hpp"

namespace commis::test {
namespace {
using namespace sql;

std::string read_file(const std::filesystem::path& path) {
    return {std::istreambuf_iterator<char>(std::ifstream(path).rdbuf()), {}};
}

std::size_t count_of(const std::string& text, const std::string& pattern) {
    const std::regex regex(pattern);
    return static_cast<std::size_t>(
        std::distance(std::sregex_iterator(text.begin(), text.end(), regex), std::sregex_iterator()));
}

TEST(Statements, AreAllOnTheListsAbove) {
    std::size_t statements = 0;
    std::size_t inserts = 0;
    for (const auto& entry : std::filesystem::directory_iterator(COMMIS_SOURCE_DIR "/src/adapters/sql")) {
        if (entry.path().extension() != ".hpp") continue;
        const std::string text = read_file(entry.path());
        statements += count_of(text, "constexpr Statement ");
        inserts += count_of(text, "constexpr InsertFamily ");
    }
    EXPECT_EQ(statements,
              of_one_shop().size() + across_shops().size() + loads().size() + sql::search_sql::sqlite_only.size());
    EXPECT_EQ(inserts, families().size());
}

TEST(Statements, HaveNamesOfTheirOwn) {
    std::vector<std::string_view> names;
    for (const Statement& statement : together(of_one_shop(), across_shops(), loads())) names.push_back(statement.name);
    for (const InsertFamily& family : families()) names.push_back(family.name);
    std::ranges::sort(names);
    EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
}

TEST(Statements, BeginWithTheirShop) {
    const std::regex condition(
        R"(^(SELECT|UPDATE|DELETE)[^$]* WHERE (\w\.)?shop_id = \$1\b.*|^UPDATE .* WHERE shop_id = \$1\b.*)");
    const std::regex insertion(R"(^INSERT INTO \w+ \(shop_id, .*)");
    for (const Statement& statement : together(of_one_shop(), loads())) {
        const std::string text(statement.text);
        EXPECT_TRUE(std::regex_match(text, condition) || std::regex_match(text, insertion)) << statement.name;
    }
    for (const InsertFamily& family : families()) {
        EXPECT_TRUE(std::regex_match(std::string(family.head), insertion)) << family.name;
    }
    for (const std::string& text : built_lists(sql::EngineKind::sqlite)) {
        EXPECT_GE(count_of(text, R"(shop_id = \$\d)"), 1U) << text;
    }
}

TEST(Statements, AFamilyNamesAsManyColumnsAsItSays) {
    for (const InsertFamily& family : families()) {
        EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(family.head, ',')) + 1, family.columns) << family.name;
    }
}

// Tables with a row for each order, mail, job or token; the others stay small.
bool grows(const std::string& table) {
    static const std::vector<std::string> small{"shops",   "operators", "memberships", "second_factor_rules", "n", "h",
                                                "counted", "waiting",   "due"};
    return std::ranges::find(small, table) == small.end();
}

std::vector<std::string> sqlite_plan(sqlite3* handle, const std::string& text) {
    sqlite3_stmt* statement = nullptr;
    const std::string explained = "EXPLAIN QUERY PLAN " + text;
    EXPECT_EQ(sqlite3_prepare_v2(handle, explained.c_str(), -1, &statement, nullptr), SQLITE_OK)
        << sqlite3_errmsg(handle) << "\n"
        << text;
    std::vector<std::string> plan;
    while (statement != nullptr && sqlite3_step(statement) == SQLITE_ROW) {
        plan.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, 3)));
    }
    sqlite3_finalize(statement);
    return plan;
}

class SqlitePlans : public testing::Test {
protected:
    SqlitePlans() {
        const sqlite::Settings settings{.path = folder.path() / "plans.db"};
        {
            sqlite::Database database(settings);
            sql::migrate(database, source_migrations(sql::EngineKind::sqlite), 0);
        }
        connection = std::make_unique<sqlite::Connection>(settings, sqlite::Access::write);
    }
    [[nodiscard]] std::vector<std::string> plan(const std::string& text) const {
        return sqlite_plan(connection->handle(), text);
    }
    TemporaryFolder folder;
    std::unique_ptr<sqlite::Connection> connection;
};

TEST_F(SqlitePlans, NoStatementWalksThroughATableThatGrows) {
    const std::regex scan(R"(^SCAN (\w+)( USING .*)?$)");
    for (const std::string& text : all_texts(sql::EngineKind::sqlite)) {
        for (const std::string& step : plan(text)) {
            std::smatch match;
            const bool walks = std::regex_match(step, match, scan) && grows(match[1]);
            EXPECT_FALSE(walks) << step << "\n" << text;
        }
    }
    for (const auto& each : sql::search_sql::sqlite_only) static_cast<void>(plan(std::string(each.text)));
    for (const auto& each : families()) static_cast<void>(plan(std::string(sql::insert_statement(each, 3).text)));
}

TEST_F(SqlitePlans, APageByTimeIsNeverSorted) {
    ports::OrderFilter filter;
    filter.shop_ids = {1};
    filter.states = {"a", "b"};
    filter.payment_methods = {"c"};
    filter.total_min_minor = 5;
    filter.seen = false;
    filter.channels = {"web", "phone"};
    const sql::OrderQuery query{sql::EngineKind::sqlite,
                                &filter,
                                ports::OrderSort::placed_at,
                                true,
                                50,
                                ports::OrderCursor{"", 1, 1, "id"},
                                "o.order_id"};
    for (int lead = 0; lead <= static_cast<int>(sql::Lead::unseen); ++lead) {
        const std::string text(sql::build_list(query, {1, static_cast<sql::Lead>(lead), "x"}).text());
        for (const std::string& step : plan(text)) {
            EXPECT_EQ(step.find("TEMP B-TREE"), std::string::npos) << step << "\n" << text;
        }
    }
}

TEST_F(SqlitePlans, EachLeadAndEachSortHasItsIndex) {
    ports::OrderFilter filter;
    filter.shop_ids = {1};
    sql::OrderQuery query{
        sql::EngineKind::sqlite, &filter, ports::OrderSort::placed_at, true, 50, std::nullopt, "o.order_id"};
    const auto first_step = [&](sql::Lead lead) {
        return plan(std::string(sql::build_list(query, {1, lead, "x"}).text())).at(0);
    };
    const std::vector<std::pair<sql::Lead, std::string>> leads{{sql::Lead::none, "orders_by_time"},
                                                               {sql::Lead::customer, "orders_by_email"},
                                                               {sql::Lead::promo_code, "orders_by_promo"},
                                                               {sql::Lead::sku, "order_lines_by_sku"},
                                                               {sql::Lead::item, "order_lines_by_name"},
                                                               {sql::Lead::token, "orders_by_token"},
                                                               {sql::Lead::assignee, "orders_by_assignee"},
                                                               {sql::Lead::tag, "order_tags_by_tag"},
                                                               {sql::Lead::task, "orders_by_task"},
                                                               {sql::Lead::queue, "orders_by_queue"},
                                                               {sql::Lead::state, "orders_by_state"},
                                                               {sql::Lead::summary, "orders_by_summary"},
                                                               {sql::Lead::payment_status, "orders_by_payment"},
                                                               {sql::Lead::payment_method, "orders_by_method"},
                                                               {sql::Lead::channel, "orders_by_channel"},
                                                               {sql::Lead::stage, "orders_by_stage"},
                                                               {sql::Lead::unseen, "orders_unseen"}};
    for (const auto& [lead, index] : leads) {
        EXPECT_NE(first_step(lead).find(index + " "), std::string::npos) << index << ": " << first_step(lead);
    }
    const std::vector<std::pair<ports::OrderSort, std::string>> sorts{
        {ports::OrderSort::number, "orders_by_number"},
        {ports::OrderSort::buyer, "orders_by_buyer"},
        {ports::OrderSort::total, "orders_by_total"},
        {ports::OrderSort::updated_at, "orders_by_change"}};
    for (const auto& [sort, index] : sorts) {
        query.sort = sort;
        EXPECT_NE(first_step(sql::Lead::none).find(index + " "), std::string::npos) << first_step(sql::Lead::none);
    }
    query.sort = ports::OrderSort::hold_until;
    EXPECT_NE(first_step(sql::Lead::hold).find("orders_by_hold "), std::string::npos) << first_step(sql::Lead::hold);
}

TEST_F(SqlitePlans, NamedOrdersAreFoundByTheirIdsWhateverTheSort) {
    ports::OrderFilter filter;
    filter.shop_ids = {1};
    filter.order_ids = {"a", "b"};
    filter.placed_from_ms = 5;
    for (const auto sort : {ports::OrderSort::placed_at, ports::OrderSort::number, ports::OrderSort::total}) {
        const sql::OrderQuery query{sql::EngineKind::sqlite, &filter, sort, true, 50, std::nullopt, "o.order_id"};
        const std::string step = plan(std::string(sql::build_list(query, {1, sql::Lead::ids, ""}).text())).at(0);
        EXPECT_NE(step.find("(shop_id=? AND order_id=?)"), std::string::npos) << step;
    }
}

TEST_F(SqlitePlans, QueuesAreCountedInTheirIndexes) {
    const auto steps = plan(std::string(sql::order_sql::count_queues.text));
    const auto count_with = [&](std::string_view part) {
        return std::ranges::count_if(steps, [&](const auto& step) { return step.find(part) != std::string::npos; });
    };
    EXPECT_EQ(count_with("COVERING INDEX orders_by_queue"), domain::queue_count - 1);
    EXPECT_TRUE(count_with("COVERING INDEX orders_by_hold") == 2 && count_with("INDEX orders_unseen") == 1);
}

TEST_F(SqlitePlans, TimersRegisterAndReservationsAreAnsweredByTheirIndex) {
    const auto only_step = [&](std::string_view text) {
        const auto steps = plan(std::string(text));
        EXPECT_EQ(steps.size(), 1U) << text;
        return steps.at(0);
    };
    using namespace sql::shop_sql;
    const auto reserved = sql::with_list(reserved_of, of_reserved_skus, 2, by_sku);
    EXPECT_NE(only_step(sql::order_sql::list_due.text).find("COVERING INDEX orders_by_timer "), std::string::npos);
    EXPECT_NE(only_step(sql::order_sql::list_removed.text).find("INDEX orders_removed "), std::string::npos);
    EXPECT_NE(only_step(reserved.text).find("COVERING INDEX order_lines_reserved "), std::string::npos);
    EXPECT_NE(only_step(sql::mail_sql::count_open.text).find("(shop_id=? AND order_id=?)"), std::string::npos);
}

TEST_F(SqlitePlans, ACountStaysInItsIndex) {
    ports::OrderFilter filter;
    filter.shop_ids = {1};
    filter.placed_from_ms = 5;
    filter.placed_to_ms = 9;
    const auto first_step = [&](sql::Lead lead, sql::Removed removed) {
        const auto text = sql::build_count(sql::EngineKind::sqlite, filter, {1, lead, "x"}, 10, removed);
        const auto steps = plan(std::string(text.text()));
        const auto step =
            std::ranges::find_if(steps, [](const std::string& each) { return each.starts_with("SEARCH"); });
        return step == steps.end() ? std::string() : *step;
    };
    for (const auto lead : {sql::Lead::none, sql::Lead::customer, sql::Lead::queue, sql::Lead::state,
                            sql::Lead::summary, sql::Lead::payment_status, sql::Lead::payment_method}) {
        const std::string step = first_step(lead, sql::Removed::along);
        EXPECT_NE(step.find("COVERING INDEX orders_by_"), std::string::npos) << step;
    }
    const std::string step = first_step(sql::Lead::none, sql::Removed::alone);
    EXPECT_NE(step.find("INDEX orders_removed "), std::string::npos) << step;
}

TEST(PostgresPlans, EveryStatementHasAnIndexToUse) {
    if (!TestEngine::is_available(sql::EngineKind::postgres)) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
    const TestEngine database(sql::EngineKind::postgres);
    sql::migrate(*database, source_migrations(sql::EngineKind::postgres), 0);
    postgres::Connection connection({.url = database.location(), .keeps_prepared = false});
    connection.control("SET plan_cache_mode = force_generic_plan");
    // A plan that walks through a table although that costs everything has no other way.
    connection.control("SET enable_seqscan = off");
    const std::regex scan(R"(Seq Scan on (\w+))");
    for (const std::string& text : all_texts(sql::EngineKind::postgres)) {
        std::string nulls;
        for (std::size_t number = 1; text.find("$" + std::to_string(number)) != std::string::npos; ++number) {
            nulls += number == 1 ? "NULL" : ", NULL";
        }
        connection.control(("PREPARE explained AS " + text).c_str());
        const std::string explain = "EXPLAIN EXECUTE explained" + (nulls.empty() ? "" : "(" + nulls + ")");
        for (sql::Rows rows = connection.query({"explain", explain}); rows.next();) {
            const std::string step = rows.text(0);
            std::smatch match;
            const bool walks = std::regex_search(step, match, scan) && grows(match[1]);
            EXPECT_FALSE(walks) << step << "\n" << text;
        }
        connection.control("DEALLOCATE explained");
    }
}

}  // namespace
}  // namespace commis::test
