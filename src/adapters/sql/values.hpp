// The values of one statement while they are gathered. Texts made on the way are kept here until the call is over.
#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql {

class Values {
public:
    Values() { list_.reserve(usual_count); }
    Values(Values&&) = default;
    Values& operator=(Values&&) = default;
    // The list looks at the texts, so a copy would look at somebody else's.
    Values(const Values&) = delete;
    Values& operator=(const Values&) = delete;

    template <class... T>
    Values& add(const T&... values) {
        (list_.push_back(Param(values)), ...);
        return *this;
    }
    Values& keep(std::string text) {
        list_.push_back(Param(texts_.emplace_back(std::move(text))));
        return *this;
    }
    [[nodiscard]] Params params() const { return list_; }
    [[nodiscard]] std::size_t size() const { return list_.size(); }
    [[nodiscard]] bool empty() const { return list_.empty(); }

private:
    static constexpr std::size_t usual_count = 40;
    std::vector<Param> list_;
    std::deque<std::string> texts_;
};

}  // namespace commis::sql
