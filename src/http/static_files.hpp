// Answers GET for the desk's embedded files: the smallest encoding the browser takes, an entity tag for each, hashed
// names kept for ever, and index.html for the desk's own addresses but never for the API's or a missing file.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.hpp"

namespace commis::http {

// Bytes that live as long as the program. Encodings that are not there stay empty.
struct StaticFile {
    std::string_view raw;
    std::string_view brotli;
    std::string_view gzip;
    std::string_view etag;  // Without quotes.
};

// The file for a path such as "index.html" or "assets/app-1a2b.js", without a slash in front.
using StaticLookup = std::function<std::optional<StaticFile>(std::string_view path)>;

class StaticFiles {
public:
    // Below the reserved prefixes ("/api", …) index.html never answers; "/assets" is always one of them.
    explicit StaticFiles(StaticLookup lookup,
                         std::vector<std::string> reserved_prefixes = {"/api", "/hooks", "/o", "/metrics"});

    Response operator()(const Request& request) const;

private:
    bool is_reserved(std::string_view path) const;

    StaticLookup lookup_;
    std::vector<std::string> reserved_prefixes_;
};

// The media type by the name's extension.
std::string_view media_type_of(std::string_view path);

// The content coding to use of "br", "gzip" and "" (as it is), by Accept-Encoding.
std::string_view choose_encoding(std::string_view accept_encoding, bool has_brotli, bool has_gzip);

}  // namespace commis::http
