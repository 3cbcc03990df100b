// JSON bodies.
#include "http/json_body.hpp"

namespace commis::http {

std::expected<json::Value, Response> json_document(const Request& request) {
    if (auto checked = require_media_type(request, {"application/json"}); !checked) {
        return std::unexpected(std::move(checked.error()));
    }
    auto parsed = json::parse(request.body);
    if (!parsed) {
        const json::FieldError& error = parsed.error();
        // Only a repeated name has a place to point at.
        const auto fields = error.field.empty() ? std::vector<json::FieldError>{} : std::vector{error};
        return std::unexpected(problem(400, error.code, error.detail, fields));
    }
    return std::move(*parsed);
}

}  // namespace commis::http
