#include "adapters/sqlite/connection.hpp"

#include "adapters/sqlite/faults.hpp"

#include <fmt/core.h>
#include <mutex>
#include <string>

namespace commis::sqlite {
namespace {

constexpr sql::Statement savepoint_begin{"savepoint_begin", "SAVEPOINT part"};
constexpr sql::Statement savepoint_keep{"savepoint_keep", "RELEASE part"};
constexpr sql::Statement savepoint_back{"savepoint_back", "ROLLBACK TO part"};
constexpr sql::Statement transaction_back{"transaction_back", "ROLLBACK"};

// SQLite's memory statistics take one lock for every allocation of every connection, and nobody reads them.
void prepare_library() {
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

sqlite3* open_handle(const Settings& settings, Access access) {
    prepare_library();
    sqlite3* handle = nullptr;
    // A reader opens for writing too, because only such a connection may rebuild the shared memory after a crash.
    const int create = access == Access::write ? SQLITE_OPEN_CREATE : 0;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | create;
    if (sqlite3_open_v2(settings.path.c_str(), &handle, flags, nullptr) != SQLITE_OK) {
        sql::Fault fault = last_fault(handle, "open " + settings.path.string());
        sqlite3_close_v2(handle);
        throw fault;
    }
    return handle;
}

void run_pragma(sqlite3* handle, const std::string& text) {
    if (sqlite3_exec(handle, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) throw_last_fault(handle, text);
}

void configure(sqlite3* handle, const Settings& settings, Access access) {
    sqlite3_busy_timeout(handle, settings.busy_timeout_ms);
    const int cache_kib = access == Access::write ? settings.writer_cache_kib : settings.reader_cache_kib;
    if (access == Access::write) {
        run_pragma(handle, "PRAGMA journal_mode = WAL");
        run_pragma(handle, "PRAGMA journal_size_limit = 67108864");
    }
    run_pragma(handle, "PRAGMA synchronous = FULL");
    run_pragma(handle, "PRAGMA foreign_keys = ON");
    // Checkpoints are the checkpointer's work; inside a commit they would stall everybody who waits for it.
    run_pragma(handle, "PRAGMA wal_autocheckpoint = 0");
    run_pragma(handle, "PRAGMA temp_store = MEMORY");
    run_pragma(handle, "PRAGMA trusted_schema = OFF");
    run_pragma(handle, fmt::format("PRAGMA cache_size = -{}", cache_kib));
    run_pragma(handle, fmt::format("PRAGMA mmap_size = {}", settings.mmap_bytes));
    if (access == Access::read) run_pragma(handle, "PRAGMA query_only = ON");
}

}  // namespace

Connection::Connection(const Settings& settings, Access access)
    : handle_(open_handle(settings, access)), statements_(handle_.get()) {
    configure(handle_.get(), settings, access);
}

sql::Rows Connection::query(const sql::Statement& statement, sql::Params params) {
    PreparedStatement& prepared = statements_.take(statement);
    prepared.start(params, true);
    return sql::Rows(&prepared);
}

std::int64_t Connection::execute(const sql::Statement& statement, sql::Params params) {
    PreparedStatement& prepared = statements_.take(statement);
    prepared.start(params, false);
    prepared.run_to_end();
    return sqlite3_changes64(handle_.get());
}

void Connection::define(std::string_view text) {
    PreparedStatement prepared(handle_.get(), "migration", text, true);
    prepared.start({}, false);
    prepared.run_to_end();
}

void Connection::within_savepoint(const std::function<void()>& part) {
    execute(savepoint_begin, sql::Params());
    try {
        part();
    } catch (...) {
        // After a full disk or the like SQLite has already ended the whole transaction, savepoints included.
        if (!is_idle()) {
            execute(savepoint_back, sql::Params());
            execute(savepoint_keep, sql::Params());
        }
        throw;
    }
    execute(savepoint_keep, sql::Params());
}

void Connection::expect_many_changes(bool are_many) {
    if (are_many == expects_many_) return;
    run_pragma(handle_.get(), are_many ? "PRAGMA temp_store = FILE" : "PRAGMA temp_store = MEMORY");
    expects_many_ = are_many;
}

void Connection::roll_back() noexcept {
    if (is_idle()) return;
    try {
        execute(transaction_back, sql::Params());
    } catch (const sql::Fault&) {
        // Nothing was committed, and the next BEGIN reports what is wrong with the connection.
    }
}

}  // namespace commis::sqlite
