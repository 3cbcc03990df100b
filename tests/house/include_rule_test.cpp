// Arrows point inward only: each room includes the rooms it may know, and the pure rooms no library at all.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <string>

#include "house/source_tree.hpp"

namespace commis::house {
namespace {

struct Include {
    std::string path;
    bool is_angled;
    std::size_t line;
};

std::vector<Include> includes_of(const std::string& text) {
    static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
    std::vector<Include> found;
    std::size_t line = 0;
    for (const auto& each : lines(text)) {
        ++line;
        std::smatch match;
        if (std::regex_search(each, match, pattern)) found.push_back({match[2], match[1] == "<", line});
    }
    return found;
}

std::string first_folder(const std::string& path) { return path.substr(0, path.find('/')); }

// src/main.cpp and src/cli know everything and have no row.
const std::map<std::string, std::set<std::string>> rooms_known{
    {"domain", {"domain"}},
    {"ports", {"ports", "domain"}},
    {"json", {"json"}},
    {"features", {"features", "ports", "domain", "json"}},
    {"adapters", {"adapters", "ports", "domain", "json"}},
    {"http", {"http", "features", "ports", "domain", "json"}},
    {"worker", {"worker", "features", "ports", "domain", "json"}},
    {"customer", {"customer", "http", "features", "ports", "domain", "json"}},
};

// Beginnings of library headers a room may include beside the standard library; rooms without a row may take any.
const std::map<std::string, std::vector<std::string>> libraries_known{
    {"domain", {}},
    {"ports", {}},
    {"json", {"boost/", "date/", "fmt/"}},
    {"features", {"boost/json", "boost/describe", "fmt/", "date/"}},
};

bool is_standard(const std::string& header) {
    return header.find('/') == std::string::npos && header.find('.') == std::string::npos;
}

bool is_known_library(const std::string& room, const std::string& header) {
    const auto row = libraries_known.find(room);
    if (row == libraries_known.end() || is_standard(header)) return true;
    return std::ranges::any_of(row->second, [&](const std::string& begin) { return header.starts_with(begin); });
}

TEST(IncludeRule, every_room_of_src_has_a_row) {
    std::vector<std::string> findings;
    for (const auto& file : cpp_files({"src"})) {
        const auto room = first_folder(file.path.substr(4));
        if (room != "main.cpp" && room != "cli" && !rooms_known.contains(room)) findings.push_back(file.path);
    }
    EXPECT_TRUE(findings.empty()) << "a room that architecture and this test do not know:" << report(findings);
}

TEST(IncludeRule, arrows_point_inward_only) {
    std::vector<std::string> findings;
    for (const auto& file : cpp_files({"src"})) {
        const auto row = rooms_known.find(first_folder(file.path.substr(4)));
        for (const auto& include : includes_of(file.text)) {
            const auto place = file.path + ":" + std::to_string(include.line) + " " + include.path;
            if (!include.is_angled && include.path.find('/') == std::string::npos)
                findings.push_back(place + " (write it from the src folder on)");
            else if (row == rooms_known.end())
                continue;
            else if (!include.is_angled && !row->second.contains(first_folder(include.path)))
                findings.push_back(place);
            else if (include.is_angled && !is_known_library(row->first, include.path))
                findings.push_back(place);
        }
    }
    EXPECT_TRUE(findings.empty()) << report(findings);
}

TEST(IncludeRule, the_domain_has_no_clock_chance_file_thread_or_log) {
    const std::set<std::string> banned{"random", "iostream", "fstream", "ostream",    "istream", "thread",
                                       "mutex",  "ctime",    "cstdio",  "filesystem", "future",  "condition_variable"};
    const std::regex calls(R"(::now\s*\(|\bstd::(time|rand|printf|puts)\s*\(|\bgetenv\b)");
    std::vector<std::string> findings;
    for (const auto& file : cpp_files({"src/domain"})) {
        for (const auto& include : includes_of(file.text))
            if (banned.contains(include.path)) findings.push_back(file.path + " " + include.path);
        if (std::regex_search(code_only(file.text), calls)) findings.push_back(file.path + " asks the world");
    }
    EXPECT_TRUE(findings.empty()) << report(findings);
}

// Whether a file of src reads Beast or Asio itself or through a header of ours.
bool reaches_beast(const std::string& path, const std::map<std::string, std::vector<Include>>& tree,
                   std::set<std::string>& seen) {
    if (!seen.insert(path).second || !tree.contains(path)) return false;
    return std::ranges::any_of(tree.at(path), [&](const Include& include) {
        if (include.is_angled) return include.path.starts_with("boost/beast") || include.path.starts_with("boost/asio");
        return reaches_beast("src/" + include.path, tree, seen);
    });
}

TEST(IncludeRule, beast_and_asio_are_compiled_in_few_files_of_http) {
    std::map<std::string, std::vector<Include>> tree;
    for (const auto& file : cpp_files({"src"})) tree[file.path] = includes_of(file.text);
    std::vector<std::string> compiled;
    for (const auto& [path, includes] : tree) {
        std::set<std::string> seen;
        if (path.ends_with(".cpp") && reaches_beast(path, tree, seen)) compiled.push_back(path);
    }
    EXPECT_LE(compiled.size(), 4U) << "each of these costs half a minute to compile:" << report(compiled);
    for (const auto& path : compiled) EXPECT_TRUE(path.starts_with("src/http/")) << path;
}

TEST(IncludeRule, libraries_that_were_weighed_and_left_stay_out) {
    const std::regex left(
        R"(^(nlohmann/|soci/|httplib|pistache/|Poco/|restinio/|podofo|mstch/|phonenumbers/|libetpan))");
    std::vector<std::string> findings;
    for (const auto& file : cpp_files({"src", "tests", "bench"}))
        for (const auto& include : includes_of(file.text))
            if (std::regex_search(include.path, left)) findings.push_back(file.path + " " + include.path);
    EXPECT_TRUE(findings.empty()) << report(findings);
}

}  // namespace
}  // namespace commis::house
