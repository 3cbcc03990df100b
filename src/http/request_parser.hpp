// Turns bytes into requests without touching a socket, and refuses every framing that two programs could read
// differently. The one user of Beast's parser, so that it can be tested and fuzzed alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "http/limits.hpp"
#include "http/message.hpp"

namespace commis::http {

// Why a request is refused before it reaches a route; the connection ends after the answer.
struct FramingError {
    int status = 400;
    std::string code;
    std::string detail;
};

// One request: feed bytes until is_head_complete, then until is_complete. Body bytes are appended to `body()`.
class RequestParser {
public:
    explicit RequestParser(const Limits& limits);
    ~RequestParser();
    RequestParser(RequestParser&&) noexcept;
    RequestParser& operator=(RequestParser&&) noexcept;

    // Takes what it can and returns how many bytes that were; the rest belongs to a later call, or the next request.
    // Stops after the head, so that the caller can look at it before the body.
    std::size_t feed(std::string_view bytes);

    bool is_head_complete() const;
    bool is_complete() const;
    // Set once something is wrong; the parser is of no use afterwards.
    const FramingError* error() const;

    // Method, target, headers; valid once the head is complete.
    Request& request();
    bool is_keep_alive() const;
    bool expects_continue() const;
    // The announced length, 0 for none; chunked bodies announce nothing.
    std::uint64_t content_length() const;
    bool has_body() const;

    // From here on a body above this is refused with 413.
    void limit_body(std::uint64_t bytes_max);
    // What came since the last call; the caller takes it away.
    std::string& body();
    std::uint64_t body_bytes() const;

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace commis::http
