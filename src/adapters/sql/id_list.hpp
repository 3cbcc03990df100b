// Statements over a list of ids or SKUs of one shop. A list has few lengths, so that few statements are prepared: a
// short one is filled up with its last value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql {

inline constexpr std::size_t list_length_max = 200;

// The length that so many values are filled up to.
std::size_t list_length(std::size_t values);

// The shop and the values, filled up to a length that has a statement. Not empty, at most list_length_max.
std::vector<Param> list_params(std::int64_t shop_id, std::span<const std::string> values);

// `head` completed to "head condition ($2, $3, …) tail". The texts live as long as the program; a head has one
// condition and one tail for each length.
Statement with_list(const Statement& head, std::string_view condition, std::size_t length, std::string_view tail);

}  // namespace commis::sql
