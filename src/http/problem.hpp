// Refusals as application/problem+json (RFC 9457), with a stable code and, for bad input, the fields at fault.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/message.hpp"
#include "json/field_error.hpp"

namespace commis::http {

// Further members, each a name and its JSON.
using ProblemMembers = std::vector<std::pair<std::string, std::string>>;

// `type` is "/problems/<code>", `title` the status in words. The server adds `request_id` when it sends the answer,
// so that a stored answer given again carries the id of its own request.
Response problem(int status, std::string_view code, std::string_view detail,
                 const std::vector<json::FieldError>& errors = {}, const ProblemMembers& more = {});

// 503 or 429 with Retry-After.
Response problem_retry(int status, std::string_view code, std::string_view detail, int retry_after_seconds);

}  // namespace commis::http
