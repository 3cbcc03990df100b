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

const std::string& Connection::prepared_name(const sql::Statement& statement, std::string_view text) {
    text_.assign(text);
    if (const auto found = prepared_.find(text_); found != prepared_.end()) return found->second;
    if (prepared_.size() >= statements_max) {
        control("DEALLOCATE ALL");
        prepared_.clear();
    }
    std::string name = fmt::format("commis_{}", prepared_.size());
    const Result result(PQprepare(handle_.get(), name.c_str(), text_.c_str(), 0, nullptr));
    if (!is_success(result.get())) fail(result.get(), statement.name);
    return prepared_.emplace(text_, std::move(name)).first->second;
}

Result Connection::run(const sql::Statement& statement, sql::Params params) {
    lay_out(statement, params);
    std::string locking;
    std::string_view text = statement.text;
    if (statement.locks) {
        locking = fmt::format("{} FOR UPDATE", text);
        text = locking;
    }
    const int count = static_cast<int>(values_.size());
    Result result;
    if (keeps_prepared_) {
        const std::string& name = prepared_name(statement, text);
        result.reset(PQexecPrepared(handle_.get(), name.c_str(), count, values_.data(), nullptr, nullptr, 0));
    } else {
        text_.assign(text);
        result.reset(PQexecParams(handle_.get(), text_.c_str(), count, nullptr, values_.data(), nullptr, nullptr, 0));
    }
    if (!is_success(result.get())) fail(result.get(), statement.name);
    return result;
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
    const std::string whole(text);
    // The extended protocol takes exactly one statement, as a migration's step must be.
    const Result result(PQexecParams(handle_.get(), whole.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0));
    if (!is_success(result.get())) fail(result.get(), "migration");
}

void Connection::control(const char* command) {
    const Result result(PQexec(handle_.get(), command));
    if (!is_success(result.get())) fail(result.get(), command);
}

void Connection::within_savepoint(const std::function<void()>& part) {
    control("SAVEPOINT part");
    try {
        part();
    } catch (...) {
        if (is_usable()) control("ROLLBACK TO part; RELEASE part");
        throw;
    }
    control("RELEASE part");
}

void Connection::commit() {
    const Result result(PQexec(handle_.get(), "COMMIT"));
    if (!is_success(result.get())) {
        const sql::Fault fault = fault_of(handle_.get(), result.get(), "commit");
        if (fault.kind() != sql::FaultKind::gone) throw fault;
        throw sql::Fault(sql::FaultKind::outcome_unknown, fault.code(), fault.what());
    }
    // A transaction in which a statement failed answers COMMIT with a friendly ROLLBACK.
    if (std::string_view(PQcmdStatus(result.get())) != "COMMIT") {
        throw sql::Fault(sql::FaultKind::other, "25P02", "commit: a failed statement was passed over");
    }
}

void Connection::roll_back() noexcept {
    if (!is_usable() || is_idle()) return;
    const Result result(PQexec(handle_.get(), "ROLLBACK"));
}

}  // namespace commis::postgres
