// Reads the columns of a row one after the other, in the order of the statement's column list.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/sql/codes.hpp"
#include "adapters/sql/engine/session.hpp"

namespace commis::sql {

class Columns {
public:
    explicit Columns(const Rows& rows) : rows_(rows) {}

    std::string text() { return rows_.text(next_++); }
    std::string_view view() { return rows_.view(next_++); }
    std::int64_t integer() { return rows_.integer(next_++); }
    std::int32_t small() { return static_cast<std::int32_t>(integer()); }
    bool flag() { return integer() != 0; }
    std::optional<std::int64_t> optional_integer() { return rows_.optional_integer(next_++); }
    std::optional<std::string> optional_text() { return rows_.optional_text(next_++); }
    template <class E>
    E code() {
        return from_code<E>(view());
    }

private:
    const Rows& rows_;
    int next_ = 0;
};

}  // namespace commis::sql
