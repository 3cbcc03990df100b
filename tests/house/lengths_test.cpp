// Functions of at most 70 lines, files of at most 400, lines of at most 120 columns: what fits a head and a screen.
#include <gtest/gtest.h>

#include <string>

#include "house/function_scan.hpp"
#include "house/source_tree.hpp"

namespace commis::house {
namespace {

constexpr std::size_t longest_function = 70;
constexpr std::size_t longest_file = 400;
constexpr std::size_t longest_line = 120;

// Columns, not bytes: a name with accents is as wide as one without.
std::size_t columns(const std::string& line) {
    return static_cast<std::size_t>(
        std::ranges::count_if(line, [](char each) { return (static_cast<unsigned char>(each) & 0xC0U) != 0x80U; }));
}

std::vector<SourceFile> written_by_hand() {
    auto found = files({"src", "tests", "bench", "desk/src", "migrations", "cmake"},
                       {".cpp", ".hpp", ".ts", ".svelte", ".css", ".mjs", ".sql", ".cmake", ".py"});
    for (auto& script : files({"script", ".ci", "examples"}, {""})) found.push_back(std::move(script));
    // Made from the API contract by a tool.
    std::erase_if(found, [](const SourceFile& file) { return file.path.ends_with("api.d.ts"); });
    return found;
}

TEST(Lengths, functions_have_at_most_70_lines) {
    std::vector<std::string> findings;
    for (const auto& file : cpp_files({"src", "tests", "bench"}))
        for (const auto& body : function_bodies(file.text))
            if (body.last_line - body.first_line + 1 > longest_function)
                findings.push_back(file.path + ":" + std::to_string(body.first_line) + body.head + "has " +
                                   std::to_string(body.last_line - body.first_line + 1) + " lines");
    EXPECT_TRUE(findings.empty()) << report(findings);
}

TEST(Lengths, files_have_at_most_400_lines) {
    std::vector<std::string> findings;
    for (const auto& file : written_by_hand())
        if (const auto count = lines(file.text).size(); count > longest_file)
            findings.push_back(file.path + " has " + std::to_string(count));
    EXPECT_TRUE(findings.empty()) << report(findings);
}

TEST(Lengths, lines_have_at_most_120_columns) {
    std::vector<std::string> findings;
    for (const auto& file : written_by_hand()) {
        // Markup holds sentences and attributes that Biome, its formatter, leaves on one line.
        if (file.path.ends_with(".svelte")) continue;
        std::size_t number = 0;
        for (const auto& line : lines(file.text)) {
            ++number;
            if (columns(line) > longest_line) findings.push_back(file.path + ":" + std::to_string(number));
        }
    }
    EXPECT_TRUE(findings.empty()) << report(findings);
}

TEST(FunctionScan, sees_functions_and_not_tables_types_or_namespaces) {
    const auto* text =
        "namespace a {\n"
        "struct B {\n    B(int one) : one_{one} {\n    }\n    int one_;\n};\n"
        "template <class T>\nT twice(T value) {\n    const auto add = [&](T other) { return other + value; };\n"
        "    return add(value);  // A brace in a comment: }\n}\n"
        "const int rows[] = {1, 2, 3};\nconst char* brace = \"{\";\n"
        "MACRO(x, (y))\nnamespace b {\nvoid c() {}\n}\n"
        "}  // namespace a\n";
    const auto found = function_bodies(text);
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[1].first_line, 3U);
    EXPECT_EQ(found[1].last_line, 4U);
    EXPECT_EQ(found[2].first_line, 8U);
    EXPECT_EQ(found[2].last_line, 11U);
}

}  // namespace
}  // namespace commis::house
