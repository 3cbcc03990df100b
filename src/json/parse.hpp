// The one door for JSON that strangers send: strict RFC 8259, repeated names refused, depth and number range limited.
#pragma once

#include <boost/json/value.hpp>
#include <cstddef>
#include <expected>
#include <string_view>

#include "json/field_error.hpp"

namespace commis::json {

using Value = boost::json::value;

inline constexpr std::size_t max_depth = 32;

// Codes: malformed_json, invalid_utf8, invalid_unicode (a lone surrogate), nested_too_deep, number_out_of_range and
// duplicate_name. The detail says at which byte; the field is set for duplicate_name only.
std::expected<Value, FieldError> parse(std::string_view text);

}  // namespace commis::json
