// Finds the third-party test data, which lies outside the project and is never copied into it. Tests that need it say
// so and skip when it is absent.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace commis::tests {

inline std::filesystem::path shared_data(std::string_view relative) {
    const char* folder = std::getenv("COMMIS_SHARED_DATA");
    const auto root = std::filesystem::path{COMMIS_SOURCE_DIR};
    return (folder != nullptr ? std::filesystem::path{folder} : root / "../shared/data") / relative;
}

inline std::string read_text(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) throw std::runtime_error{"can't read " + path.string()};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace commis::tests

// Ends a test early, with its reason, when the shared test data isn't there.
#define COMMIS_NEED_SHARED_DATA(relative)                               \
    if (!std::filesystem::exists(commis::tests::shared_data(relative))) \
    GTEST_SKIP() << "no shared test data at " << commis::tests::shared_data(relative)
