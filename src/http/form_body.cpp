// No cookie is involved, so that a foreign site has nothing to ride on; it is refused all the same.
#include "http/form_body.hpp"

#include <boost/url/params_encoded_view.hpp>
#include <boost/url/parse_query.hpp>

#include "http/preconditions.hpp"
#include "http/problem.hpp"
#include "json/utf8.hpp"

namespace commis::http {
namespace {

namespace urls = boost::urls;

bool decode(urls::pct_string_view encoded, std::string& out) {
    urls::encoding_opts options;
    options.space_as_plus = true;
    out = encoded.decode(options);
    return json::is_valid_utf8(out) && out.find('\0') == std::string::npos;
}

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

bool decode_form(std::string_view text, Pairs& out) {
    const auto parsed = urls::parse_query(text);
    if (!parsed) return false;
    for (const urls::param_pct_view field : *parsed) {
        auto& [name, value] = out.emplace_back();
        if (!decode(field.key, name) || !decode(field.value, value)) return false;
    }
    return true;
}

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
