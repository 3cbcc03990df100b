// The files inside the program: the desk's pages, profiles, locales, migrations, templates, the API contract, the
// guide. Paths start with the folder's name: "desk/index.html", "migrations/0001_start.sql", "locales/en/desk.json".
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace commis::assets {

struct Asset {
    std::string_view path;
    std::string_view raw;
    std::string_view brotli;  // Empty when no smaller copy was worth storing.
    std::string_view gzip;    // Likewise.
    std::string_view etag;    // First 16 hex digits of the raw bytes' SHA-256, without quotes or encoding suffix.
};

// Every asset, sorted by path. Written by the build.
[[nodiscard]] std::span<const Asset> table();

// The asset of exactly this path, or nothing.
[[nodiscard]] const Asset* find(std::string_view path);

// The assets whose path starts with the prefix, sorted by path: list("migrations/").
[[nodiscard]] std::span<const Asset> list(std::string_view prefix);

}  // namespace commis::assets
