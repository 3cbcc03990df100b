// Requests and responses as handlers see them: plain values, no socket and no library type.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace commis::http {

class Subscription;
class TemporaryFile;

// Header fields in their order; names compare without case.
class Headers {
public:
    struct Field {
        std::string name;
        std::string value;
    };

    void add(std::string name, std::string value);
    // Replaces every field of that name.
    void set(std::string name, std::string value);
    void erase(std::string_view name);
    // The first field of that name, or null.
    const std::string* find(std::string_view name) const;
    std::string_view get(std::string_view name) const;
    std::vector<std::string_view> all(std::string_view name) const;
    std::size_t count(std::string_view name) const;
    std::size_t size() const { return fields_.size(); }
    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }

private:
    std::vector<Field> fields_;
};

bool equals_ignoring_case(std::string_view left, std::string_view right);

// Names and values in their order, decoded.
using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Request {
    std::string method;
    std::string target;                 // As sent, origin form.
    std::string path;                   // As sent, without the query: still percent-encoded.
    std::vector<std::string> segments;  // The path's parts, decoded.
    Pairs query;                        // Decoded; a repeated name stays repeated.
    Pairs params;                       // What the route's {names} matched.
    std::string route;                  // The pattern that matched, for logs and metrics.
    Headers headers;
    std::string body;
    std::shared_ptr<TemporaryFile> body_file;  // Instead of `body` on routes that spool.
    std::string remote_address;
    std::string id;          // Also sent back as X-Request-Id.
    bool is_secure = false;  // Came over TLS, or the trusted proxy says so.
    bool is_http_1_0 = false;

    std::string_view param(std::string_view name) const;
    // The first value of that name.
    std::optional<std::string_view> query_value(std::string_view name) const;
    std::vector<std::string_view> query_values(std::string_view name) const;
    // The value of one cookie, or nothing.
    std::optional<std::string_view> cookie(std::string_view name) const;
};

// Puts the next part into `chunk` (empty on entry) and says whether more follows. Runs on a worker, may block, and is
// asked only when the client has taken what went before.
using ChunkSource = std::function<bool(std::string& chunk)>;

struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    std::string_view borrowed_body = {};  // Instead of `body`: bytes that outlive the server, as embedded files.
    ChunkSource stream = {};              // Instead of `body`: sent in chunks.
    std::optional<std::uint64_t> stream_bytes = {};  // What `stream` gives in all, where that is known.
    std::shared_ptr<Subscription> events = {};       // Instead of `body`: a server-sent event stream.

    std::string_view content() const { return borrowed_body.empty() ? std::string_view(body) : borrowed_body; }
};

using Handler = std::function<Response(Request&)>;

Response json_response(int status, std::string body);
Response text_response(int status, std::string_view media_type, std::string body);
Response no_content();

// The usual words of a status, "Not Found" for 404.
std::string_view status_title(int status);

// A file of its own in a folder for passing things, gone with the last owner.
class TemporaryFile {
public:
    // Makes it with mode 0600; throws std::system_error where that is impossible.
    explicit TemporaryFile(const std::string& folder);
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    void append(std::string_view bytes);
    const std::string& path() const { return path_; }
    std::uint64_t size_bytes() const { return size_bytes_; }

private:
    std::string path_;
    int descriptor_ = -1;
    std::uint64_t size_bytes_ = 0;
};

}  // namespace commis::http
