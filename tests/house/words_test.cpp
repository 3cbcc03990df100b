// What may stand where: SQL in its adapter, a first sentence on every file, no unfinished places, no machine's paths.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <string>

#include "house/source_tree.hpp"

namespace commis::house {
namespace {

TEST(Words, sql_stands_in_its_adapter_alone) {
    const std::regex sql(R"(\bSELECT\s[^;]*\bFROM\b|\bINSERT\s+INTO\b|\bUPDATE\s+\w+\s+SET\b|\bDELETE\s+FROM\b)"
                         R"(|\bCREATE\s+(UNIQUE\s+)?(TABLE|INDEX)\b|^\s*PRAGMA\s)");
    const std::regex home(R"(^src/adapters/(sql|sqlite|postgres)/)");
    std::vector<std::string> findings;
    for (const auto& file : cpp_files({"src"})) {
        if (std::regex_search(file.path, home)) continue;
        for (const auto& literal : string_literals(file.text))
            if (std::regex_search(literal.text, sql))
                findings.push_back(file.path + ":" + std::to_string(literal.line));
    }
    EXPECT_TRUE(findings.empty()) << report(findings);
}

// A source file has its header to say it; one without a header says it itself.
TEST(Words, headers_and_tests_begin_with_what_they_are_for) {
    std::vector<std::string> findings;
    auto found = files({"src"}, {".hpp"});
    for (auto& file : cpp_files({"tests", "bench", "cmake"})) {
        const auto header = std::filesystem::path(file.path).replace_extension(".hpp");
        const bool has_header = file.path.ends_with(".cpp") && std::filesystem::exists(root() / header);
        if (!has_header) found.push_back(std::move(file));
    }
    for (const auto& file : found)
        if (!file.text.starts_with("// ")) findings.push_back(file.path);
    EXPECT_TRUE(findings.empty()) << report(findings);
}

TEST(Words, headers_are_read_once) {
    std::vector<std::string> findings;
    for (const auto& file : files({"src", "tests", "bench", "cmake"}, {".hpp"}))
        if (file.text.find("\n#pragma once\n") == std::string::npos) findings.push_back(file.path);
    EXPECT_TRUE(findings.empty()) << report(findings);
}

TEST(Words, scripts_begin_with_what_they_do_and_stop_at_the_first_fault) {
    std::vector<std::string> findings;
    for (const auto& file : files({"script", ".ci", "examples"}, {""})) {
        const auto each = lines(file.text);
        const bool is_sourced = file.path.ends_with(".sh") && file.path.starts_with("script/");
        const std::size_t first = is_sourced ? 0 : 1;
        if (!is_sourced && (each.empty() || !each[0].starts_with("#!/")))
            findings.push_back(file.path + " has no #! line");
        if (each.size() <= first || !each[first].starts_with("# ")) findings.push_back(file.path + " says nothing");
        if (!is_sourced && each[0].ends_with("bash") && file.text.find("set -euo pipefail") == std::string::npos)
            findings.push_back(file.path + " goes on after a fault");
    }
    for (const auto& file : files({"migrations"}, {".sql"}))
        if (!file.text.starts_with("-- ")) findings.push_back(file.path);
    EXPECT_TRUE(findings.empty()) << report(findings);
}

TEST(Words, nothing_is_left_for_later) {
    // Put together here, so that this file does not find itself.
    const std::regex unfinished(std::string(R"(\b(TO)") + R"(DO|FIX)" + R"(ME)\b|not implemented)");
    std::vector<std::string> findings;
    for (const auto& file :
         files({"src", "tests", "bench", "desk/src", "script", "cmake", "migrations", "templates"}, {""}))
        for (std::size_t number = 0; const auto& line : lines(file.text))
            if (++number; std::regex_search(line, unfinished) && file.path != "tests/house/words_test.cpp")
                findings.push_back(file.path + ":" + std::to_string(number) + " " + line);
    EXPECT_TRUE(findings.empty()) << report(findings);
}

TEST(Words, no_file_names_a_machine_a_workplace_or_a_registry) {
    std::string slash = "/";
    const std::vector<std::string> banned{slash + "work" + slash, slash + ".library", slash + "root" + slash,
                                          "registry.npm"
                                          "js",
                                          "shared" + slash + "design"};
    std::vector<std::string> findings;
    for (const auto& file : files({"."}, {".cpp", ".hpp", ".cmake", ".txt", ".json", ".md", ".ts", ".svelte", ".mjs",
                                          ".sql", ".yaml", ".yml", ".py", ".mustache", ".css", ".html", ".svg"}))
        for (const auto& word : banned)
            if (file.text.find(word) != std::string::npos) findings.push_back(file.path + " names " + word);
    for (const auto& file : files({"script", ".ci", "examples"}, {""}))
        for (const auto& word : banned)
            if (file.text.find(word) != std::string::npos) findings.push_back(file.path + " names " + word);
    EXPECT_TRUE(findings.empty()) << report(findings);
}

TEST(Words, types_are_pascal_case) {
    const std::regex lower(R"((^|\n)\s*(struct|class|enum class|enum)\s+(\[\[nodiscard\]\]\s+)?[a-z]\w*\s*[:{])");
    std::vector<std::string> findings;
    for (const auto& file : cpp_files({"src"})) {
        const auto code = code_only(file.text);
        for (std::sregex_iterator at(code.begin(), code.end(), lower), end; at != end; ++at)
            findings.push_back(file.path + ":" +
                               std::to_string(1 + line_of(code, static_cast<std::size_t>(at->position()))));
    }
    EXPECT_TRUE(findings.empty()) << report(findings);
}

TEST(CodeOnly, blanks_comments_and_literals_and_keeps_lines) {
    EXPECT_EQ(code_only("a /* b\n c */ d // e\n\"f\\\"g\" 'h' 1'000 R\"x(i)\" j)x\" k"),
              "a     \n      d     \n\"    \" ' ' 1'000 R\"x(     )x\" k");
}

}  // namespace
}  // namespace commis::house
