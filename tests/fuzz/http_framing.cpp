// Fuzz target: the framing of requests does not depend on how the bytes were cut into packets, and what it lets through
// can be routed. Two readings of the same bytes would be the way to smuggle one request inside another.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "http/json_body.hpp"
#include "http/preconditions.hpp"
#include "http/request_parser.hpp"
#include "http/router.hpp"
#include "http/static_files.hpp"

namespace {

using namespace commis::http;

struct Reading {
    std::vector<std::string> requests;  // One line each, so that readings can be compared.
    int error_status = 0;
};

Reading read_all(std::string_view bytes, std::size_t step, const Limits& limits) {
    Reading seen;
    std::string buffer;
    RequestParser parser(limits);
    std::string body;
    while (true) {
        const std::size_t taken = parser.feed(buffer);
        buffer.erase(0, taken);
        body += parser.body();
        parser.body().clear();
        if (const FramingError* error = parser.error()) {
            seen.error_status = error->status;
            return seen;
        }
        if (parser.is_complete()) {
            const Request& request = parser.request();
            std::string line = request.method + ' ' + request.target + ' ' + body;
            for (const auto& field : request.headers) line += '|' + field.name + ':' + field.value;
            seen.requests.push_back(std::move(line));
            if (!parser.is_keep_alive()) return seen;
            parser = RequestParser(limits);
            body.clear();
            if (!buffer.empty()) continue;
        } else if (taken > 0 && !buffer.empty()) {
            continue;
        }
        if (bytes.empty()) return seen;
        buffer += bytes.substr(0, step);
        bytes.remove_prefix(std::min(step, bytes.size()));
    }
}

void route_first(std::string_view bytes, const Limits& limits) {
    static const Router router = [] {
        Router made;
        made.add("GET", "/a/{b}", [](Request&) { return no_content(); });
        made.set_fallback(StaticFiles([](std::string_view) { return std::optional<StaticFile>{}; }));
        return made;
    }();
    RequestParser parser(limits);
    parser.feed(bytes);
    if (parser.error() != nullptr || !parser.is_head_complete()) return;
    Request& request = parser.request();
    auto resolved = router.resolve(request);
    if (const auto* route = std::get_if<const Route*>(&resolved)) (*route)->handler(request);
    (void)if_match(request);
    (void)idempotency_key(request);
    (void)request.cookie("session");
    (void)json_document(request);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Limits limits;
    limits.header_bytes = 1024;
    const auto whole = read_all(bytes, bytes.size() + 1, limits);
    const auto drip = read_all(bytes, 1, limits);
    // How early a mistake is noticed may depend on the cut, and so may whether a header just at the limit passes;
    // which requests there are may not.
    const bool is_near_limit = whole.error_status == 431 || drip.error_status == 431;
    if (whole.requests != drip.requests && !is_near_limit) std::abort();
    route_first(bytes, limits);
    return 0;
}
