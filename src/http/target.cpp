// Request targets, on Boost.URL.
#include "http/target.hpp"

#include <boost/url/params_encoded_view.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/parse_query.hpp>
#include <boost/url/url_view.hpp>

#include "json/utf8.hpp"

namespace commis::http {

namespace {

namespace urls = boost::urls;

bool decode(urls::pct_string_view encoded, bool plus_is_space, std::string& out) {
    urls::encoding_opts options;
    options.space_as_plus = plus_is_space;
    out = encoded.decode(options);
    return json::is_valid_utf8(out) && out.find('\0') == std::string::npos;
}

}  // namespace

bool decode_target(Request& request) {
    const auto parsed = urls::parse_origin_form(request.target);
    if (!parsed) return false;
    request.path = std::string(parsed->encoded_path().data(), parsed->encoded_path().size());
    request.segments.clear();
    request.query.clear();
    for (const urls::pct_string_view segment : parsed->encoded_segments()) {
        if (!decode(segment, false, request.segments.emplace_back())) return false;
    }
    for (const urls::param_pct_view parameter : parsed->encoded_params()) {
        auto& [name, value] = request.query.emplace_back();
        if (!decode(parameter.key, true, name)) return false;
        if (!decode(parameter.value, true, value)) return false;
        // "a&&b" and a trailing '&' are sloppy, not wrong.
        if (name.empty() && value.empty()) request.query.pop_back();
    }
    return true;
}

bool decode_form(std::string_view text, Pairs& out) {
    const auto parsed = urls::parse_query(text);
    if (!parsed) return false;
    for (const urls::param_pct_view field : *parsed) {
        auto& [name, value] = out.emplace_back();
        if (!decode(field.key, true, name) || !decode(field.value, true, value)) return false;
    }
    return true;
}

}  // namespace commis::http
