// The printed pages are those of the tables. `script/print-tables` runs this with COMMIS_PRINT_TABLES set, which
// writes them anew.
#include "domain/tables.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "gtest/gtest.h"

namespace commis::domain {
namespace {

void expect_printed(const char* name, const std::string& page) {
    const auto path = std::filesystem::path(COMMIS_SOURCE_DIR) / "docs" / name;
    if (std::getenv("COMMIS_PRINT_TABLES") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << page;
    }
    std::ifstream file(path, std::ios::binary);
    const std::string printed{std::istreambuf_iterator<char>(file), {}};
    EXPECT_TRUE(printed == page) << "docs/" << name << " is out of date: run script/print-tables";
}

TEST(Tables, states_are_printed) { expect_printed("states.md", tables::states_page()); }

TEST(Tables, refusals_are_printed) { expect_printed("refusals.md", tables::refusals_page()); }

}  // namespace
}  // namespace commis::domain
