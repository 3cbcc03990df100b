// No cookie is involved, so that a foreign site has nothing to ride on; it is refused all the same.
#include "http/form_body.hpp"

#include "http/preconditions.hpp"
#include "http/problem.hpp"
#include "http/target.hpp"

namespace commis::http {
namespace {

// A page that sends no referrer names no origin either ("null"); then Sec-Fetch-Site has to say it.
bool is_own_site(const Request& request) {
    const std::string_view site = request.headers.get("Sec-Fetch-Site");
    if (!site.empty()) return site == "same-origin" || site == "none";
    const std::string_view origin = request.headers.get("Origin");
    if (origin.empty() || origin == "null") return true;
    const std::size_t scheme = origin.find("://");
    return scheme != std::string_view::npos && origin.substr(scheme + 3) == request.headers.get("Host");
}

}  // namespace

std::expected<Pairs, Response> form_body(const Request& request) {
    if (!is_own_site(request)) {
        return std::unexpected(problem(403, "foreign_origin", "The form was sent from another site."));
    }
    if (auto type = require_media_type(request, {"application/x-www-form-urlencoded"}); !type) {
        return std::unexpected(std::move(type.error()));
    }
    Pairs fields;
    if (!decode_form(request.body, fields)) {
        return std::unexpected(problem(400, "invalid_form", "The body is no percent-encoded form in UTF-8."));
    }
    return fields;
}

}  // namespace commis::http
