// The fields of a form that a browser sent without a script.
#pragma once

#include <expected>
#include <string_view>

#include "http/message.hpp"

namespace commis::http {

// Names and values of application/x-www-form-urlencoded; false where they are not percent-encoded UTF-8.
bool decode_form(std::string_view text, Pairs& out);

// 415 for another media type, 400 for a body that is no form, 403 `foreign_origin` for one that another site made a
// browser send.
std::expected<Pairs, Response> form_body(const Request& request);

}  // namespace commis::http
