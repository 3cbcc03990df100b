// The desk's files over HTTP.
#include "http/static_files.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "http/header_text.hpp"
#include "http/preconditions.hpp"
#include "http/problem.hpp"

namespace commis::http {

namespace {

// The weight of a coding in thousandths: "q=0.5" is 500, none is 1000, nonsense is 0.
int weight_of(std::string_view parameters) {
    int weight = 1000;
    for_each_part(parameters, ';', [&](std::string_view part) {
        if (!part.starts_with("q=") && !part.starts_with("Q=")) return;
        part.remove_prefix(2);
        weight = 0;
        if (part.starts_with('1')) weight = 1000;
        if (!part.starts_with("0.")) return;
        part = part.substr(2, 3);
        int scale = 100;
        for (const char digit : part) {
            if (digit < '0' || digit > '9') break;
            weight += (digit - '0') * scale;
            scale /= 10;
        }
    });
    return weight;
}

bool is_below(std::string_view path, std::string_view prefix) {
    return path.starts_with(prefix) && (path.size() == prefix.size() || path[prefix.size()] == '/');
}

bool has_extension(std::string_view path) {
    return path.substr(path.rfind('/') + 1).find('.') != std::string_view::npos;
}

}  // namespace

std::string_view media_type_of(std::string_view path) {
    static constexpr std::array types = std::to_array<std::pair<std::string_view, std::string_view>>({
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".map", "application/json"},
        {".webmanifest", "application/manifest+json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".webp", "image/webp"},
        {".avif", "image/avif"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
        {".md", "text/markdown; charset=utf-8"},
        {".yaml", "application/yaml"},
        {".csv", "text/csv; charset=utf-8"},
        {".xml", "application/xml"},
        {".pdf", "application/pdf"},
    });
    for (const auto& [extension, type] : types) {
        if (path.ends_with(extension)) return type;
    }
    return "application/octet-stream";
}

std::string_view choose_encoding(std::string_view accept_encoding, bool has_brotli, bool has_gzip) {
    int any = 0;
    int brotli = -1;
    int gzip = -1;
    for_each_part(accept_encoding, ',', [&](std::string_view part) {
        const std::size_t end = part.find(';');
        const std::string_view name = trim(part.substr(0, end));
        const int weight = end == std::string_view::npos ? 1000 : weight_of(part.substr(end + 1));
        if (name == "*") any = weight;
        if (equals_ignoring_case(name, "br")) brotli = weight;
        if (equals_ignoring_case(name, "gzip")) gzip = weight;
    });
    brotli = has_brotli ? (brotli < 0 ? any : brotli) : 0;
    gzip = has_gzip ? (gzip < 0 ? any : gzip) : 0;
    // Brotli is the smaller one, so it wins a tie.
    if (brotli > 0 && brotli >= gzip) return "br";
    return gzip > 0 ? "gzip" : "";
}

StaticFiles::StaticFiles(StaticLookup lookup, std::vector<std::string> reserved_prefixes)
    : lookup_(std::move(lookup)), reserved_prefixes_(std::move(reserved_prefixes)) {
    reserved_prefixes_.emplace_back("/assets");
}

bool StaticFiles::is_reserved(std::string_view path) const {
    return std::ranges::any_of(reserved_prefixes_, [&](const std::string& prefix) { return is_below(path, prefix); });
}

Response StaticFiles::operator()(const Request& request) const {
    std::string_view path = request.path;
    if (path.starts_with('/')) path.remove_prefix(1);
    if (path.empty()) path = "index.html";
    auto file = lookup_(path);
    // After a deploy an old tab asks for files that are gone: HTML in their place would be run as a script.
    if (!file && !is_reserved(request.path) && !has_extension(path)) {
        path = "index.html";
        file = lookup_(path);
    }
    if (!file) return problem(404, "not_found", "There is nothing at this address.");

    const std::string_view encoding =
        choose_encoding(request.headers.get("Accept-Encoding"), !file->brotli.empty(), !file->gzip.empty());
    const std::string_view suffix = encoding == "br" ? "-br" : encoding == "gzip" ? "-gz" : "";
    const std::string tag = '"' + std::string(file->etag) + std::string(suffix) + '"';

    Response response;
    response.headers.add("ETag", tag);
    response.headers.add("Vary", "Accept-Encoding");
    response.headers.add("Cache-Control",
                         path.starts_with("assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    if (is_not_modified(request, tag)) {
        response.status = 304;
        return response;
    }
    response.headers.add("Content-Type", std::string(media_type_of(path)));
    if (!encoding.empty()) response.headers.add("Content-Encoding", std::string(encoding));
    response.borrowed_body = encoding == "br" ? file->brotli : encoding == "gzip" ? file->gzip : file->raw;
    return response;
}

}  // namespace commis::http
