// One connection inside one unit of work, the same for SQLite and PostgreSQL: named statements, bound values, typed
// cells. Statements are written with $1, $2, …; each engine binds them in its own way.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace commis::sql {

// A statement has a name, which shows up in slow logs and in the plan test. `locks` asks for the selected rows to stay
// as they are until the end of the unit of work: FOR UPDATE on PostgreSQL, nothing on SQLite, which has one writer.
struct Statement {
    std::string_view name;
    std::string_view text;
    bool locks = false;
};

// A bound value. It only looks at text, so the text must live until the call returns.
class Param {
public:
    enum class Type : std::uint8_t { null, integer, text };

    Param() = default;
    Param(std::nullptr_t) {}
    Param(std::nullopt_t) {}
    template <std::integral T>
    Param(T value) : type_(Type::integer), integer_(static_cast<std::int64_t>(value)) {}
    Param(std::string_view value) : type_(Type::text), text_(value) {}
    Param(const std::string& value) : type_(Type::text), text_(value) {}
    Param(const char* value) : type_(Type::text), text_(value) {}
    template <class T>
    Param(const std::optional<T>& value) : Param(value ? Param(*value) : Param()) {}

    [[nodiscard]] Type type() const { return type_; }
    [[nodiscard]] std::int64_t integer() const { return integer_; }
    [[nodiscard]] std::string_view text() const { return text_; }

private:
    Type type_ = Type::null;
    std::int64_t integer_ = 0;
    std::string_view text_;
};

using Params = std::span<const Param>;

// What an engine implements for one running query. Text views live until the next call of `next` or `release`.
class Cursor {
public:
    virtual bool next() = 0;
    [[nodiscard]] virtual bool is_null(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    virtual void release() noexcept = 0;

protected:
    ~Cursor() = default;
};

// The rows of one query, read forward once: `while (rows.next()) { rows.integer(0); … }`. The statement has already
// run when the caller gets them, so an INSERT … RETURNING takes effect whether or not its rows are read.
class Rows {
public:
    explicit Rows(Cursor* cursor) : cursor_(cursor) {}

    bool next() { return cursor_->next(); }
    [[nodiscard]] bool is_null(int column) const { return cursor_->is_null(column); }
    [[nodiscard]] std::int64_t integer(int column) const { return cursor_->integer(column); }
    [[nodiscard]] bool flag(int column) const { return cursor_->integer(column) != 0; }
    [[nodiscard]] std::string_view view(int column) const { return cursor_->text(column); }
    [[nodiscard]] std::string text(int column) const { return std::string(cursor_->text(column)); }

    [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const {
        if (is_null(column)) return std::nullopt;
        return integer(column);
    }
    [[nodiscard]] std::optional<std::string> optional_text(int column) const {
        if (is_null(column)) return std::nullopt;
        return text(column);
    }

private:
    struct Release {
        void operator()(Cursor* cursor) const noexcept { cursor->release(); }
    };
    std::unique_ptr<Cursor, Release> cursor_;
};

enum class EngineKind : std::uint8_t { sqlite, postgres };

class Session {
public:
    virtual ~Session() = default;

    virtual Rows query(const Statement& statement, Params params) = 0;
    // Runs a statement that gives no rows and answers how many rows it changed.
    virtual std::int64_t execute(const Statement& statement, Params params) = 0;
    // Runs a statement of which nobody asks anything: PostgreSQL takes it together with the next that is asked, which
    // then throws this one's fault. Not for what may meet a row that is there already: there it is a mistake (`other`).
    virtual void send(const Statement& statement, Params params) { execute(statement, params); }
    // Runs one statement of a migration: no values, never kept prepared.
    virtual void define(std::string_view text) = 0;
    // Runs a part of the unit of work that may fail alone: an exception takes back what the part did and goes on up.
    virtual void within_savepoint(const std::function<void()>& part) = 0;
    [[nodiscard]] virtual EngineKind kind() const = 0;

    Rows query(const Statement& statement, std::initializer_list<Param> params = {}) {
        return query(statement, Params(params.begin(), params.size()));
    }
    std::int64_t execute(const Statement& statement, std::initializer_list<Param> params = {}) {
        return execute(statement, Params(params.begin(), params.size()));
    }
    void send(const Statement& statement, std::initializer_list<Param> params) {
        send(statement, Params(params.begin(), params.size()));
    }
};

}  // namespace commis::sql
