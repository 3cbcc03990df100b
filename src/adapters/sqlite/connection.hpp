// One open SQLite connection with its settings and prepared statements. It serves one thread at a time.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "adapters/sqlite/statement_cache.hpp"

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

namespace commis::sqlite {

enum class Access : std::uint8_t { write, read };

struct Settings {
    std::filesystem::path path;
    int busy_timeout_ms = 5'000;
    int writer_cache_kib = 16 * 1024;
    int reader_cache_kib = 4 * 1024;
    // Mapped pages count as memory of the program once for every connection, and made no page of orders faster.
    std::int64_t mmap_bytes = 0;
    int readers_max = 0;  // 0: chosen by the number of processors.
};

class Connection final : public sql::Session {
public:
    Connection(const Settings& settings, Access access);

    using sql::Session::execute;
    using sql::Session::query;
    sql::Rows query(const sql::Statement& statement, sql::Params params) override;
    std::int64_t execute(const sql::Statement& statement, sql::Params params) override;
    void define(std::string_view text) override;
    void within_savepoint(const std::function<void()>& part) override;
    [[nodiscard]] sql::EngineKind kind() const override { return sql::EngineKind::sqlite; }

    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
    // False once BEGIN has run, and true again when SQLite has ended the transaction, by itself after some faults.
    [[nodiscard]] bool is_idle() const { return sqlite3_get_autocommit(handle_.get()) != 0; }
    void roll_back() noexcept;
    // Before a transaction: where the pages are kept that a savepoint would bring back. In memory they are one list,
    // which is walked through at the end of every statement: right for a few pages, wrong for thousands.
    void expect_many_changes(bool are_many);

private:
    struct Close {
        void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
    };
    std::unique_ptr<sqlite3, Close> handle_;
    StatementCache statements_;
    bool expects_many_ = false;
};

}  // namespace commis::sqlite
