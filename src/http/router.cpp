// Routes in a tree of path segments.
#include "http/router.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include "http/problem.hpp"
#include "http/target.hpp"

namespace commis::http {

namespace {

constexpr std::array<std::string_view, 9> known_methods = {"GET",     "HEAD",  "POST",  "PUT",    "DELETE",
                                                           "OPTIONS", "PATCH", "TRACE", "CONNECT"};

std::vector<std::string> split(std::string_view pattern) {
    if (!pattern.starts_with('/')) throw std::logic_error("a pattern starts with '/': " + std::string(pattern));
    std::vector<std::string> segments;
    pattern.remove_prefix(1);
    while (!pattern.empty()) {
        const std::size_t end = pattern.find('/');
        segments.emplace_back(pattern.substr(0, end));
        if (segments.back().empty()) throw std::logic_error("a pattern has no empty segment");
        if (end == std::string_view::npos) break;
        pattern.remove_prefix(end + 1);
    }
    return segments;
}

}  // namespace

struct Router::Node {
    // A "{name}.suffix" segment. Names may differ from route to route, so they are kept with the route.
    struct Capture {
        std::string suffix;
        std::unique_ptr<Node> node;
    };
    struct Entry {
        const Route* route = nullptr;
        std::vector<std::string> names;
    };
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::vector<Capture> captures;  // Longest suffix first, so that the most exact one wins.
    std::map<std::string, Entry, std::less<>> methods;

    Node& literal(const std::string& segment) {
        auto& node = literals[segment];
        if (!node) node = std::make_unique<Node>();
        return *node;
    }

    Node& capture(const std::string& suffix) {
        for (Capture& known : captures) {
            if (known.suffix == suffix) return *known.node;
        }
        captures.push_back({suffix, std::make_unique<Node>()});
        Node& node = *captures.back().node;
        std::ranges::stable_sort(captures, std::greater{}, [](const Capture& c) { return c.suffix.size(); });
        return node;
    }

    struct Search {
        const std::vector<std::string>& segments;
        std::string_view method;
        std::vector<std::string_view> values = {};
        std::set<std::string> allowed = {};
        const Entry* found = nullptr;
    };

    // Tries the more exact branches first; `values` holds the captured parts once something is found.
    void find(Search& search, std::size_t depth) const {
        if (depth == search.segments.size()) {
            for (const auto& [method, entry] : methods) search.allowed.insert(method);
            const auto entry = methods.find(search.method);
            if (entry != methods.end()) search.found = &entry->second;
            return;
        }
        const std::string& segment = search.segments[depth];
        if (const auto next = literals.find(segment); next != literals.end()) next->second->find(search, depth + 1);
        for (const Capture& known : captures) {
            if (search.found != nullptr) return;
            if (segment.size() <= known.suffix.size() || !segment.ends_with(known.suffix)) continue;
            search.values.emplace_back(std::string_view(segment).substr(0, segment.size() - known.suffix.size()));
            known.node->find(search, depth + 1);
            if (search.found == nullptr) search.values.pop_back();
        }
    }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(std::string method, std::string pattern, Handler handler, RouteOptions options) {
    Node* node = root_.get();
    Node::Entry entry;
    for (const std::string& segment : split(pattern)) {
        const std::size_t close = segment.find('}');
        if (segment.starts_with('{') && close != std::string::npos) {
            entry.names.push_back(segment.substr(1, close - 1));
            node = &node->capture(segment.substr(close + 1));
        } else if (segment.find_first_of("{}") != std::string::npos) {
            throw std::logic_error("a segment is literal or starts with {name}: " + pattern);
        } else {
            node = &node->literal(segment);
        }
    }
    routes_.push_back(
        std::make_unique<Route>(Route{method, std::move(pattern), std::move(handler), std::move(options)}));
    entry.route = routes_.back().get();
    if (!node->methods.emplace(std::move(method), std::move(entry)).second) {
        throw std::logic_error("this route is there already: " + routes_.back()->pattern);
    }
}

void Router::set_fallback(Handler handler) {
    RouteOptions options;
    options.is_quick = true;
    fallback_ = std::make_unique<Route>(Route{"GET", "", std::move(handler), std::move(options)});
}

std::variant<const Route*, Response> Router::resolve(Request& request) const {
    if (std::ranges::find(known_methods, request.method) == known_methods.end()) {
        return problem(501, "unknown_method", "This server does not know that method.");
    }
    if (!decode_target(request)) {
        return problem(400, "invalid_target", "The address is not a valid, percent-encoded UTF-8 path and query.");
    }
    const bool is_read = request.method == "GET" || request.method == "HEAD";
    Node::Search search{request.segments, is_read ? std::string_view("GET") : std::string_view(request.method)};
    root_->find(search, 0);
    if (search.found != nullptr) {
        request.params.clear();
        for (std::size_t i = 0; i < search.values.size(); ++i) {
            request.params.emplace_back(search.found->names[i], search.values[i]);
        }
        request.route = search.found->route->pattern;
        return search.found->route;
    }
    if (search.allowed.empty()) {
        if (is_read && fallback_) return fallback_.get();
        return problem(404, "not_found", "There is nothing at this address.");
    }
    if (search.allowed.contains("GET")) search.allowed.insert("HEAD");
    std::string allow;
    for (const std::string& method : search.allowed) allow += (allow.empty() ? "" : ", ") + method;
    Response refused = problem(405, "method_not_allowed", "This address takes only: " + allow + ".");
    refused.headers.set("Allow", allow);
    return refused;
}

std::vector<const Route*> Router::routes() const {
    std::vector<const Route*> listed;
    for (const auto& route : routes_) listed.push_back(route.get());
    return listed;
}

}  // namespace commis::http
