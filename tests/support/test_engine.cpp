#include "support/test_engine.hpp"

#include "adapters/postgres/database.hpp"
#include "adapters/sqlite/database.hpp"

#include <fmt/core.h>
#include <libpq-fe.h>
#include <unistd.h>
#include <atomic>
#include <cstdlib>
#include <stdexcept>

namespace commis::test {
namespace {

std::string server_url() {
    const char* url = std::getenv("COMMIS_TEST_POSTGRES");
    return url == nullptr ? "" : url;
}

// The same server with another database, in libpq's key=value form.
std::string with_database(const std::string& url, const std::string& database) {
    char* error = nullptr;
    PQconninfoOption* options = PQconninfoParse(url.c_str(), &error);
    if (options == nullptr) throw std::runtime_error(fmt::format("COMMIS_TEST_POSTGRES: {}", error));
    std::string text = fmt::format("dbname='{}'", database);
    for (const PQconninfoOption* option = options; option->keyword != nullptr; ++option) {
        if (option->val == nullptr || std::string(option->keyword) == "dbname") continue;
        text += fmt::format(" {}='{}'", option->keyword, option->val);
    }
    PQconninfoFree(options);
    return text;
}

void run_on_server(const std::string& text) {
    postgres::Connection connection({.url = server_url()});
    connection.control(text.c_str());
}

}  // namespace

std::unique_ptr<sql::Engine> open_engine(sql::EngineKind kind, const std::string& location) {
    if (kind == sql::EngineKind::sqlite) return std::make_unique<sqlite::Database>(sqlite::Settings{.path = location});
    return std::make_unique<postgres::Database>(postgres::Settings{.url = location});
}

PostgresDatabase::PostgresDatabase() {
    static std::atomic<int> count = 0;
    name_ = fmt::format("commis_test_{}_{}", getpid(), ++count);
    run_on_server(
        fmt::format("CREATE DATABASE {} ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8' TEMPLATE template0", name_));
    location_ = with_database(server_url(), name_);
}

PostgresDatabase::~PostgresDatabase() { run_on_server(fmt::format("DROP DATABASE {} WITH (FORCE)", name_)); }

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "commis-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder can be made");
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

TestEngine::TestEngine(sql::EngineKind kind) : kind_(kind) {
    if (kind == sql::EngineKind::sqlite) {
        location_ = (folder_.path() / "commis.db").string();
    } else {
        database_ = std::make_unique<PostgresDatabase>();
        location_ = database_->location();
    }
    engine_ = open_again();
}

TestEngine::~TestEngine() { engine_.reset(); }

bool TestEngine::is_available(sql::EngineKind kind) { return kind == sql::EngineKind::sqlite || !server_url().empty(); }

const char* TestEngine::name_of(sql::EngineKind kind) {
    return kind == sql::EngineKind::sqlite ? "sqlite" : "postgres";
}

std::unique_ptr<sql::Engine> TestEngine::open_again() const { return open_engine(kind_, location_); }

}  // namespace commis::test
