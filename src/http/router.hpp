// Finds the handler for a method and path. Patterns are paths whose segments may be "{name}" or "{name}.suffix";
// a literal segment wins over a suffix, a suffix over a plain name.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/rights.hpp"
#include "http/message.hpp"

namespace commis::http {

// Whom a route lets in, written down by what enforces it (call.cpp) and listed by `commis routes`.
struct Admission {
    bool wants_credentials = false;
    std::optional<domain::Right> right = std::nullopt;  // In the shop of the address; with credentials only.
    bool before_second_factor = false;  // Also for a session that has to set up its second factor first.
};

struct RouteOptions {
    std::optional<std::uint64_t> body_limit = std::nullopt;  // Bytes; without it the server's default.
    std::string too_large_code = "body_too_large";           // What a body above it is refused with.
    bool spool_to_file = false;   // The body goes to Request::body_file and never lies in memory whole.
    bool leaves_a_trace = false;  // Hands out personal data: every answer stands in the audit trail.
    bool is_quick = false;        // The handler neither waits nor computes for long: it runs without a worker.
    // Asked before the body is read, so that strangers cannot make the server store what it will refuse.
    std::function<std::optional<Response>(Request&)> before_body = {};
    Admission admission = {};
};

struct Route {
    std::string method;
    std::string pattern;
    Handler handler;
    RouteOptions options;
};

class Router {
public:
    Router();
    ~Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;

    // Throws std::logic_error for a malformed pattern or one that is there already.
    void add(std::string method, std::string pattern, Handler handler, RouteOptions options = {});
    // Answers GET and HEAD where no pattern fits: the desk's files.
    void set_fallback(Handler handler);

    // The route, with the request's segments, query, params and route filled in; or the refusal: 400 for a target
    // that cannot be decoded, 404, 405 with Allow, 501 for a method HTTP does not know. HEAD finds the GET route.
    std::variant<const Route*, Response> resolve(Request& request) const;

    // Every route, in the order of its making.
    std::vector<const Route*> routes() const;

private:
    struct Node;

    std::unique_ptr<Node> root_;
    std::vector<std::unique_ptr<Route>> routes_;
    std::unique_ptr<Route> fallback_;
};

}  // namespace commis::http
