// The embedded table is sorted, complete for the folders that exist, and its copies decompress to the same bytes.
#include "adapters/system/assets.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace commis::assets {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

TEST(Assets, are_sorted_so_that_they_can_be_searched_by_halves) {
    EXPECT_TRUE(std::ranges::is_sorted(table(), {}, &Asset::path));
}

TEST(Assets, hold_every_file_of_the_tree_byte_for_byte) {
    for (const auto* folder : {"profiles", "locales", "migrations", "templates", "openapi", "carriers"}) {
        const fs::path root = fs::path(COMMIS_SOURCE_DIR) / folder;
        if (!fs::exists(root)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root)) {
            if (!entry.is_regular_file()) continue;
            const auto path = fs::relative(entry.path(), COMMIS_SOURCE_DIR).generic_string();
            const Asset* asset = find(path);
            ASSERT_NE(asset, nullptr) << path;
            EXPECT_TRUE(asset->raw == read_file(entry.path())) << path << " differs";
            EXPECT_EQ(asset->etag.size(), 16U);
        }
    }
}

TEST(Assets, know_nothing_of_other_paths) {
    EXPECT_EQ(find("desk/no-such-file"), nullptr);
    EXPECT_EQ(find(""), nullptr);
    EXPECT_TRUE(list("no-such-folder/").empty());
}

TEST(Assets, list_a_folder_and_nothing_beside_it) {
    for (const auto& asset : list("locales/")) EXPECT_TRUE(asset.path.starts_with("locales/"));
    EXPECT_EQ(list("").size(), table().size());
}

}  // namespace
}  // namespace commis::assets
