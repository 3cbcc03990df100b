#include "adapters/sqlite/statement_cache.hpp"

#include "adapters/sqlite/faults.hpp"

#include <fmt/core.h>
#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace commis::sqlite {
namespace {

// "$12" is a name to SQLite, which numbers parameters by first appearance; the n is what counts for us.
std::size_t number_of(const char* parameter_name, std::string_view statement_name) {
    const std::string_view name = parameter_name == nullptr ? "" : parameter_name;
    std::size_t number = 0;
    if (name.size() > 1 && name.front() == '$') std::from_chars(name.data() + 1, name.data() + name.size(), number);
    if (number == 0) throw std::logic_error(fmt::format("{}: parameter \"{}\" is not $n", statement_name, name));
    return number - 1;
}

bool holds_a_statement(std::string_view text) { return text.find_first_not_of(" \t\r\n;") != std::string_view::npos; }

}  // namespace

PreparedStatement::PreparedStatement(sqlite3* handle, std::string_view name, std::string_view text, bool is_kept)
    : handle_(handle), name_(name), text_(text), is_kept_(is_kept) {
    const char* tail = nullptr;
    const unsigned flags = is_kept ? SQLITE_PREPARE_PERSISTENT : 0U;
    if (sqlite3_prepare_v3(handle, text_.c_str(), static_cast<int>(text_.size()), flags, &statement_, &tail) !=
        SQLITE_OK) {
        throw_last_fault(handle, name_);
    }
    if (statement_ == nullptr || holds_a_statement(tail)) {
        sqlite3_finalize(statement_);
        throw std::logic_error(fmt::format("{}: a call runs exactly one statement", name_));
    }
    const int count = sqlite3_bind_parameter_count(statement_);
    numbers_.reserve(static_cast<std::size_t>(count));
    for (int index = 1; index <= count; ++index) {
        numbers_.push_back(number_of(sqlite3_bind_parameter_name(statement_, index), name_));
        values_expected_ = std::max(values_expected_, numbers_.back() + 1);
    }
}

PreparedStatement::~PreparedStatement() { sqlite3_finalize(statement_); }

void PreparedStatement::bind(sql::Params params, bool copies_text) {
    if (params.size() != values_expected_) {
        throw std::logic_error(fmt::format("{}: {} values for {}", name_, params.size(), values_expected_));
    }
    int index = 0;
    for (const std::size_t number : numbers_) {
        ++index;
        const sql::Param& param = params[number];
        int code = SQLITE_OK;
        switch (param.type()) {
            case sql::Param::Type::null:
                code = sqlite3_bind_null(statement_, index);
                break;
            case sql::Param::Type::integer:
                code = sqlite3_bind_int64(statement_, index, param.integer());
                break;
            case sql::Param::Type::text: {
                const std::string_view text = param.text();
                // PostgreSQL cannot store a zero byte, and both engines shall take the same values.
                if (text.find('\0') != std::string_view::npos) {
                    throw sql::Fault(sql::FaultKind::constraint, "zero_byte",
                                     fmt::format("{}: ${} holds a zero byte", name_, number + 1));
                }
                // The address must not be null, which would bind NULL instead of an empty text.
                code = sqlite3_bind_text64(statement_, index, text.data() == nullptr ? "" : text.data(), text.size(),
                                           copies_text ? SQLITE_TRANSIENT : SQLITE_STATIC, SQLITE_UTF8);
                break;
            }
        }
        if (code != SQLITE_OK) throw_last_fault(handle_, name_);
    }
}

void PreparedStatement::start(sql::Params params, bool copies_text) {
    is_running_ = true;
    try {
        bind(params, copies_text);
        has_row_ = step();
    } catch (...) {
        release();
        throw;
    }
    is_first_row_ = has_row_;
}

void PreparedStatement::run_to_end() {
    try {
        while (has_row_) has_row_ = step();
    } catch (...) {
        release();
        throw;
    }
    release();
}

bool PreparedStatement::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    throw_last_fault(handle_, name_);
}

bool PreparedStatement::next() {
    if (is_first_row_) {
        is_first_row_ = false;
        return true;
    }
    if (has_row_) has_row_ = step();
    return has_row_;
}

bool PreparedStatement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

std::int64_t PreparedStatement::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view PreparedStatement::text(int column) const {
    const unsigned char* text = sqlite3_column_text(statement_, column);
    if (text == nullptr) return {};
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

void PreparedStatement::release() noexcept {
    sqlite3_reset(statement_);
    is_running_ = false;
    has_row_ = false;
    is_first_row_ = false;
    if (!is_kept_) delete this;
}

PreparedStatement& StatementCache::take(const sql::Statement& statement) {
    const auto found = kept_.find(statement.text);
    if (found != kept_.end()) {
        if (!found->second->is_running()) {
            found->second->last_used = ++uses_;
            return *found->second;
        }
        // Read again while it is still being read, by a loop around this call for instance. It deletes itself.
        return *new PreparedStatement(handle_, statement.name, statement.text, false);
    }
    make_room();
    auto prepared = std::make_unique<PreparedStatement>(handle_, statement.name, statement.text, true);
    prepared->last_used = ++uses_;
    const std::string_view key = prepared->sql_text();
    return *kept_.emplace(key, std::move(prepared)).first->second;
}

void StatementCache::make_room() {
    if (kept_.size() < statements_max) return;
    auto oldest = kept_.end();
    for (auto position = kept_.begin(); position != kept_.end(); ++position) {
        if (position->second->is_running()) continue;
        if (oldest == kept_.end() || position->second->last_used < oldest->second->last_used) oldest = position;
    }
    if (oldest != kept_.end()) kept_.erase(oldest);
}

}  // namespace commis::sqlite
