#include "adapters/sql/engine/insert_family.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <stdexcept>
#include <string>
#include <utility>

namespace commis::sql {
namespace {

std::string build_text(const InsertFamily& family, std::size_t rows) {
    std::string text(family.head);
    text += " VALUES ";
    std::size_t number = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        text += row == 0 ? "(" : ", (";
        for (std::size_t column = 0; column < family.columns; ++column) {
            if (column != 0) text += ", ";
            text += '$';
            text += std::to_string(++number);
        }
        text += ')';
    }
    if (!family.tail.empty()) {
        text += ' ';
        text += family.tail;
    }
    return text;
}

// Heads are constants of the program, so the address of one names its family.
using TextKey = std::pair<const char*, std::size_t>;

std::shared_mutex texts_mutex;
std::map<TextKey, std::string>& texts() {
    static std::map<TextKey, std::string> kept;
    return kept;
}

}  // namespace

Statement insert_statement(const InsertFamily& family, std::size_t rows) {
    const TextKey key{family.head.data(), rows};
    {
        const std::shared_lock lock(texts_mutex);
        if (const auto found = texts().find(key); found != texts().end()) return {family.name, found->second};
    }
    const std::unique_lock lock(texts_mutex);
    const auto [position, is_new] = texts().try_emplace(key);
    if (is_new) position->second = build_text(family, rows);
    return {family.name, position->second};
}

std::int64_t insert_rows(Session& session, const InsertFamily& family, Params values) {
    if (values.size() % family.columns != 0) {
        throw std::logic_error("insert_rows: the values of " + std::string(family.name) + " do not fill whole rows");
    }
    const std::size_t rows_max = std::max<std::size_t>(1, insert_params_max / family.columns);
    std::int64_t changed = 0;
    while (!values.empty()) {
        const std::size_t rows = std::min(rows_max, values.size() / family.columns);
        changed += session.execute(insert_statement(family, rows), values.first(rows * family.columns));
        values = values.subspan(rows * family.columns);
    }
    return changed;
}

}  // namespace commis::sql
