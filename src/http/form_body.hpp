// The fields of a form that a browser sent without a script.
#pragma once

#include <expected>

#include "http/message.hpp"

namespace commis::http {

// 415 for another media type, 400 for a body that is no form, 403 `foreign_origin` for one that another site made a
// browser send.
std::expected<Pairs, Response> form_body(const Request& request);

}  // namespace commis::http
