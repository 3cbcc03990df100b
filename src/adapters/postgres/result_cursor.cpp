#include "adapters/postgres/result_cursor.hpp"

#include <charconv>
#include <utility>

namespace commis::postgres {
namespace {

class ResultCursor final : public sql::Cursor {
public:
    explicit ResultCursor(Result result) : result_(std::move(result)), rows_(PQntuples(result_.get())) {}

    bool next() override { return ++row_ < rows_; }
    [[nodiscard]] bool is_null(int column) const override { return PQgetisnull(result_.get(), row_, column) != 0; }
    [[nodiscard]] std::int64_t integer(int column) const override {
        const std::string_view digits = text(column);
        std::int64_t value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }
    [[nodiscard]] std::string_view text(int column) const override {
        return {PQgetvalue(result_.get(), row_, column),
                static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
    }
    void release() noexcept override { delete this; }

private:
    Result result_;
    int rows_;
    int row_ = -1;
};

}  // namespace

sql::Cursor* make_cursor(Result result) { return new ResultCursor(std::move(result)); }

}  // namespace commis::postgres
