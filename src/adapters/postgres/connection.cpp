#include "adapters/postgres/connection.hpp"

#include "adapters/postgres/faults.hpp"
#include "adapters/postgres/result_cursor.hpp"

#include <fmt/core.h>
#include <array>
#include <charconv>
#include <utility>

namespace commis::postgres {
namespace {

PGconn* open_handle(const Settings& settings) {
    const std::string timeout = std::to_string(settings.connect_timeout_s);
    // The address comes last in rank: what stands in it overrides these.
    const std::array<const char*, 7> names{"client_encoding",
                                           "fallback_application_name",
                                           "connect_timeout",
                                           "keepalives_idle",
                                           "keepalives_interval",
                                           "dbname",
                                           nullptr};
    const std::array<const char*, 7> values{"UTF8", "commis", timeout.c_str(), "30", "10", settings.url.c_str(),
                                            nullptr};
    PGconn* handle = PQconnectdbParams(names.data(), values.data(), 1);
    if (PQstatus(handle) != CONNECTION_OK) {
        const std::string message = handle == nullptr ? "no memory" : PQerrorMessage(handle);
        PQfinish(handle);
        throw sql::Fault(sql::FaultKind::gone, "08001", "connect: " + message);
    }
    // Notices ("table exists already, skipping") are not for anybody's terminal.
    PQsetNoticeProcessor(handle, [](void*, const char*) {}, nullptr);
    return handle;
}

bool is_success(const PGresult* result) {
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

}  // namespace

Connection::Connection(const Settings& settings)
    : handle_(open_handle(settings)), keeps_prepared_(settings.keeps_prepared) {}

// libpq wants texts that end in a zero byte, so numbers and texts are laid out one after the other in one buffer.
void Connection::lay_out(const sql::Statement& statement, sql::Params params) {
    constexpr std::size_t integer_size = 24;
    std::size_t size = 0;
    for (const sql::Param& param : params) {
        size += param.type() == sql::Param::Type::text ? param.text().size() + 1 : integer_size;
    }
    bytes_.resize(size);
    values_.clear();
    char* place = bytes_.data();
    for (const sql::Param& param : params) {
        if (param.type() == sql::Param::Type::null) {
            values_.push_back(nullptr);
            continue;
        }
        values_.push_back(place);
        if (param.type() == sql::Param::Type::integer) {
            place = std::to_chars(place, place + integer_size - 1, param.integer()).ptr;
        } else {
            if (param.text().find('\0') != std::string_view::npos) {
                throw sql::Fault(sql::FaultKind::constraint, "zero_byte",
                                 fmt::format("{}: ${} holds a zero byte", statement.name, values_.size()));
            }
            place += param.text().copy(place, param.text().size());
        }
        *place++ = '\0';
    }
}

void Connection::fail(const PGresult* result, std::string_view where) {
    sql::Fault fault = fault_of(handle_.get(), result, where);
    is_left_ = is_left_ || fault.kind() == sql::FaultKind::gone;
    throw fault;
}

const char* Connection::prepared_name(const sql::Statement& statement, std::string_view text) {
    text_.assign(text);
    if (const auto found = prepared_.find(text_); found != prepared_.end()) return found->second.c_str();
    // Preparing is a question of its own.
    if (!lined_up_.empty()) hear_out();
    if (prepared_.size() >= statements_max) {
        control("DEALLOCATE ALL");
        prepared_.clear();
    }
    std::string name = fmt::format("commis_{}", prepared_.size());
    const Result result(PQprepare(handle_.get(), name.c_str(), text_.c_str(), 0, nullptr));
    if (!is_success(result.get())) fail(result.get(), statement.name);
    return prepared_.emplace(text_, std::move(name)).first->second.c_str();
}

// The name or the text to call; the values stand laid out.
const char* Connection::lay_out_call(const sql::Statement& statement, sql::Params params) {
    lay_out(statement, params);
    std::string locking;
    std::string_view text = statement.text;
    if (statement.locks) {
        locking = fmt::format("{} FOR UPDATE", text);
        text = locking;
    }
    if (keeps_prepared_) return prepared_name(statement, text);
    text_.assign(text);
    return text_.c_str();
}

Result Connection::run(const sql::Statement& statement, sql::Params params) {
    if (!lined_up_.empty()) {
        send(statement, params);
        return hear_out();
    }
    const char* call = lay_out_call(statement, params);
    const int count = static_cast<int>(values_.size());
    Result result(keeps_prepared_
                      ? PQexecPrepared(handle_.get(), call, count, values_.data(), nullptr, nullptr, 0)
                      : PQexecParams(handle_.get(), call, count, nullptr, values_.data(), nullptr, nullptr, 0));
    if (!is_success(result.get())) fail(result.get(), statement.name);
    return result;
}

void Connection::send(const sql::Statement& statement, sql::Params params) {
    if (lined_up_.size() >= lined_up_max) hear_out();
    const char* call = lay_out_call(statement, params);
    const int count = static_cast<int>(values_.size());
    if (lined_up_.empty()) PQenterPipelineMode(handle_.get());
    const int is_sent =
        keeps_prepared_ ? PQsendQueryPrepared(handle_.get(), call, count, values_.data(), nullptr, nullptr, 0)
                        : PQsendQueryParams(handle_.get(), call, count, nullptr, values_.data(), nullptr, nullptr, 0);
    lined_up_.push_back(statement.name);
    if (is_sent == 0) {
        forget_sent();
        fail(nullptr, statement.name);
    }
}

Result Connection::hear_out() {
    const std::vector<std::string_view> names = std::exchange(lined_up_, {});
    PQpipelineSync(handle_.get());
    Result last;
    Result failed;
    std::size_t heard = names.size();  // The place of the one that failed.
    for (std::size_t at = 0; at < names.size(); ++at) {
        last.reset(PQgetResult(handle_.get()));
        if (heard == names.size() && !is_success(last.get())) {
            failed = std::move(last);
            heard = at;
        }
        drain_statement();
    }
    leave_pipeline();
    if (heard == names.size()) return last;
    if (heard + 1 == names.size()) fail(failed.get(), names[heard]);
    // Nobody who asks for a later statement expects that a row is there already.
    const sql::Fault fault = fault_of(handle_.get(), failed.get(), names[heard]);
    is_left_ = is_left_ || fault.kind() == sql::FaultKind::gone;
    if (fault.kind() != sql::FaultKind::unique_violation) throw sql::Fault(fault);
    throw sql::Fault(sql::FaultKind::other, fault.code(), fault.what());
}

// A null ends what one statement answers.
void Connection::drain_statement() noexcept {
    while (const Result more{PQgetResult(handle_.get())}) {
    }
}

// Behind the answers of all statements stands that of the synchronization.
void Connection::leave_pipeline() noexcept {
    const Result end(PQgetResult(handle_.get()));
    PQexitPipelineMode(handle_.get());
}

void Connection::forget_sent() noexcept {
    if (lined_up_.empty()) return;
    PQpipelineSync(handle_.get());
    for (std::size_t at = 0; at < lined_up_.size(); ++at) drain_statement();
    leave_pipeline();
    lined_up_.clear();
}

sql::Rows Connection::query(const sql::Statement& statement, sql::Params params) {
    return sql::Rows(make_cursor(run(statement, params)));
}

std::int64_t Connection::execute(const sql::Statement& statement, sql::Params params) {
    const Result result = run(statement, params);
    const std::string_view digits = PQcmdTuples(result.get());
    std::int64_t changed = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), changed);
    return changed;
}

void Connection::define(std::string_view text) {
    if (!lined_up_.empty()) hear_out();
    const std::string whole(text);
    // The extended protocol takes exactly one statement, as a migration's step must be.
    const Result result(PQexecParams(handle_.get(), whole.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0));
    if (!is_success(result.get())) fail(result.get(), "migration");
}

void Connection::control(const char* command) {
    if (!lined_up_.empty()) hear_out();
    const Result result(PQexec(handle_.get(), command));
    if (!is_success(result.get())) fail(result.get(), command);
}

void Connection::within_savepoint(const std::function<void()>& part) {
    control("SAVEPOINT part");
    try {
        part();
        if (!lined_up_.empty()) hear_out();
    } catch (...) {
        forget_sent();
        if (is_usable()) control("ROLLBACK TO part; RELEASE part");
        throw;
    }
    control("RELEASE part");
}

void Connection::commit() {
    Result result;
    try {
        if (lined_up_.empty()) {
            result.reset(PQexec(handle_.get(), "COMMIT"));
            if (!is_success(result.get())) fail(result.get(), "commit");
        } else {
            // When one before it fails, the server passes over it.
            PQsendQueryParams(handle_.get(), "COMMIT", 0, nullptr, nullptr, nullptr, nullptr, 0);
            lined_up_.emplace_back("commit");
            result = hear_out();
        }
    } catch (const sql::Fault& fault) {
        if (fault.kind() != sql::FaultKind::gone) throw;
        throw sql::Fault(sql::FaultKind::outcome_unknown, fault.code(), fault.what());
    }
    // A transaction in which a statement failed answers COMMIT with a friendly ROLLBACK.
    if (std::string_view(PQcmdStatus(result.get())) != "COMMIT") {
        throw sql::Fault(sql::FaultKind::other, "25P02", "commit: a failed statement was passed over");
    }
}

void Connection::roll_back() noexcept {
    forget_sent();
    if (!is_usable() || is_idle()) return;
    const Result result(PQexec(handle_.get(), "ROLLBACK"));
}

}  // namespace commis::postgres
