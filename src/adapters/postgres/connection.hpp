// One connection to PostgreSQL with its prepared statements. It serves one thread at a time.
#pragma once

#include "adapters/sql/engine/session.hpp"

#include <libpq-fe.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace commis::postgres {

struct Settings {
    std::string url;  // postgresql://user@host:port/database, or libpq's key=value form.
    int connections_max = 16;
    // Off behind pgbouncer in transaction mode, where a prepared statement may live on another connection.
    bool keeps_prepared = true;
    int connect_timeout_s = 5;
};

struct ClearResult {
    void operator()(PGresult* result) const noexcept { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ClearResult>;

// What is sent without a question goes out with the next question: a command's time on PostgreSQL is mostly waiting for
// answers, and the row of a shop's numbers is locked meanwhile.
class Connection final : public sql::Session {
public:
    static constexpr std::size_t statements_max = 512;
    static constexpr std::size_t lined_up_max = 64;

    explicit Connection(const Settings& settings);

    using sql::Session::execute;
    using sql::Session::query;
    using sql::Session::send;
    sql::Rows query(const sql::Statement& statement, sql::Params params) override;
    std::int64_t execute(const sql::Statement& statement, sql::Params params) override;
    void send(const sql::Statement& statement, sql::Params params) override;
    void define(std::string_view text) override;
    void within_savepoint(const std::function<void()>& part) override;
    [[nodiscard]] sql::EngineKind kind() const override { return sql::EngineKind::postgres; }

    // A command without values that opens or ends a transaction.
    void control(const char* command);
    // Throws `outcome_unknown` when the connection breaks meanwhile, and a fault when the server rolled back instead.
    void commit();
    void roll_back() noexcept;
    // For what is neither a statement nor a transaction.
    [[nodiscard]] PGconn* handle() const { return handle_.get(); }
    // False once it broke, and once its server said that it takes no work: a former primary answers for long.
    [[nodiscard]] bool is_usable() const { return !is_left_ && PQstatus(handle_.get()) == CONNECTION_OK; }
    [[nodiscard]] bool is_idle() const { return PQtransactionStatus(handle_.get()) == PQTRANS_IDLE; }

private:
    struct Finish {
        void operator()(PGconn* handle) const noexcept { PQfinish(handle); }
    };
    Result run(const sql::Statement& statement, sql::Params params);
    // Hears what became of all that were sent, and answers the last one's result. The first fault of them is thrown.
    Result hear_out();
    // Before a transaction is taken back: what was sent goes with it.
    void forget_sent() noexcept;
    void drain_statement() noexcept;
    void leave_pipeline() noexcept;
    [[noreturn]] void fail(const PGresult* result, std::string_view where);
    void lay_out(const sql::Statement& statement, sql::Params params);
    const char* lay_out_call(const sql::Statement& statement, sql::Params params);
    const char* prepared_name(const sql::Statement& statement, std::string_view text);

    std::unique_ptr<PGconn, Finish> handle_;
    bool keeps_prepared_;
    bool is_left_ = false;
    std::unordered_map<std::string, std::string> prepared_;  // By text.
    std::string text_;                                       // Scratch space, kept between calls.
    std::string bytes_;
    std::vector<const char*> values_;
    // What was sent and not heard of yet, in libpq's pipeline: the names live as long as the program.
    std::vector<std::string_view> lined_up_;
};

}  // namespace commis::postgres
