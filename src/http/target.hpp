// Takes a request target apart: path segments and query, percent-decoded strictly. And forms, which are queries.
#pragma once

#include <string_view>

#include "http/message.hpp"

namespace commis::http {

// Fills path, segments and query from request.target; false when it is no origin-form target of RFC 3986, or decodes
// to something that is not UTF-8 or holds U+0000.
bool decode_target(Request& request);

// Names and values of application/x-www-form-urlencoded; false where they are not percent-encoded UTF-8.
bool decode_form(std::string_view text, Pairs& out);

}  // namespace commis::http
