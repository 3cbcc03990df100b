// The prepared statements of one SQLite connection. Each is the cursor of its own query, so that a repeated query
// costs no allocation and no parsing.
#pragma once

#include "adapters/sql/engine/session.hpp"

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace commis::sqlite {

class PreparedStatement final : public sql::Cursor {
public:
    PreparedStatement(sqlite3* handle, std::string_view name, std::string_view text, bool is_kept);
    ~PreparedStatement();
    PreparedStatement(const PreparedStatement&) = delete;
    PreparedStatement& operator=(const PreparedStatement&) = delete;

    // Binds and takes the first step. With `copies_text` the values may go away before the rows are read.
    void start(sql::Params params, bool copies_text);
    void run_to_end();

    bool next() override;
    [[nodiscard]] bool is_null(int column) const override;
    [[nodiscard]] std::int64_t integer(int column) const override;
    [[nodiscard]] std::string_view text(int column) const override;
    void release() noexcept override;

    [[nodiscard]] bool is_running() const { return is_running_; }
    [[nodiscard]] const std::string& sql_text() const { return text_; }

    std::uint64_t last_used = 0;

private:
    void bind(sql::Params params, bool copies_text);
    bool step();

    sqlite3* handle_;
    sqlite3_stmt* statement_ = nullptr;
    std::string name_;
    std::string text_;
    std::vector<std::size_t> numbers_;  // For each parameter in SQLite's order: the n of its $n, from 0.
    std::size_t values_expected_ = 0;
    bool is_kept_;
    bool is_running_ = false;
    bool has_row_ = false;
    bool is_first_row_ = false;
};

class StatementCache {
public:
    static constexpr std::size_t statements_max = 256;

    explicit StatementCache(sqlite3* handle) : handle_(handle) {}

    // A statement ready to start: the kept one, or a passing one while the kept one is still being read.
    PreparedStatement& take(const sql::Statement& statement);

private:
    void make_room();

    sqlite3* handle_;
    std::uint64_t uses_ = 0;
    std::unordered_map<std::string_view, std::unique_ptr<PreparedStatement>> kept_;
};

}  // namespace commis::sqlite
