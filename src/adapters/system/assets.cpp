// Looks up embedded files by halving the sorted table.
#include "adapters/system/assets.hpp"

#include <algorithm>

namespace commis::assets {

const Asset* find(std::string_view path) {
    const auto rows = table();
    const auto found = std::ranges::lower_bound(rows, path, {}, &Asset::path);
    if (found == rows.end() || found->path != path) return nullptr;
    return &*found;
}

std::span<const Asset> list(std::string_view prefix) {
    const auto rows = table();
    const auto first = std::ranges::lower_bound(rows, prefix, {}, &Asset::path);
    const auto last =
        std::find_if_not(first, rows.end(), [&](const Asset& row) { return row.path.starts_with(prefix); });
    return rows.subspan(static_cast<std::size_t>(first - rows.begin()), static_cast<std::size_t>(last - first));
}

}  // namespace commis::assets
