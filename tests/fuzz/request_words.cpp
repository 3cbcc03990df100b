// Fuzz target: what a request says in its target and in its headers is understood in one way or refused. The text is
// the target, each header that has a language of its own, and a form.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "http/byte_range.hpp"
#include "http/form_body.hpp"
#include "http/message.hpp"
#include "http/preconditions.hpp"
#include "http/target.hpp"
#include "json/utf8.hpp"

#include "demand.hpp"

namespace {

using namespace commis;

void demand_plain(const std::string& text) {
    demand(json::is_valid_utf8(text) && text.find('\0') == std::string::npos);
}

void try_target(std::string_view text) {
    http::Request request;
    request.target = text;
    if (!http::decode_target(request)) return;
    demand(request.path.starts_with('/') && request.path.find_first_of("?#\r\n ") == std::string::npos);
    for (const std::string& segment : request.segments) demand_plain(segment);
    for (const auto& [name, value] : request.query) {
        demand_plain(name);
        demand_plain(value);
    }
}

void try_headers(std::string_view text) {
    http::Request request;
    for (const char* name : {"Cookie", "If-Match", "If-None-Match", "Idempotency-Key", "Content-Type", "Range"}) {
        request.headers.add(name, std::string(text));
    }
    for (const char* name : {"commis", "__Host-commis", ""}) {
        if (const auto value = request.cookie(name)) demand(text.find(*value) != std::string_view::npos);
    }
    if (const auto key = http::idempotency_key(request); key && *key) demand(!(*key)->empty() && (*key)->size() <= 255);
    if (const auto matched = http::if_match(request); matched) static_cast<void>(matched->allows(3));
    static_cast<void>(http::is_not_modified(request, "\"3\""));
    static_cast<void>(http::require_media_type(request, {"application/json"}));
    for (const std::uint64_t size : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1'000}, ~std::uint64_t{0}}) {
        const http::ByteRange range = http::parse_range(text, size);
        if (range.kind == http::RangeKind::part) demand(range.first <= range.last && range.last < size);
    }
}

void try_form(std::string_view text) {
    http::Request request;
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    request.body = text;
    const auto fields = http::form_body(request);
    if (!fields) {
        demand(fields.error().status >= 400);
        return;
    }
    for (const auto& [name, value] : *fields) {
        demand_plain(name);
        demand_plain(value);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try_target(text);
    try_headers(text);
    try_form(text);
    return 0;
}
