// The papers of the house: each folder has its line in ARCHITECTURE.md, the first documents exist, languages are
// complete.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "house/source_tree.hpp"

namespace commis::house {
namespace {

namespace fs = std::filesystem;

std::string text_of(const std::string& name) {
    for (const auto& file : files({"."}, {fs::path(name).filename().string()}))
        if (file.path == name) return file.text;
    return "";
}

TEST(Documents, the_first_papers_are_there) {
    for (const auto* name : {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"})
        EXPECT_TRUE(fs::exists(root() / name)) << name;
    const auto readme = text_of("README.md");
    for (const auto* word : {"script/server", "script/test", "curl"})
        EXPECT_NE(readme.find(word), std::string::npos) << "README.md does not mention " << word;
}

TEST(Documents, links_between_papers_lead_somewhere) {
    const std::regex link(R"(\]\(([^)#:\s]+)(#[^)]*)?\))");
    std::vector<std::string> findings;
    for (const auto& file : files({"."}, {".md"})) {
        // Mail templates are Markdown too, and their links are filled in later.
        if (file.path.starts_with("templates/")) continue;
        for (std::sregex_iterator at(file.text.begin(), file.text.end(), link), end; at != end; ++at) {
            const auto target = fs::path(file.path).parent_path() / (*at)[1].str();
            if (!fs::exists(root() / target)) findings.push_back(file.path + " links to " + (*at)[1].str());
        }
    }
    EXPECT_TRUE(findings.empty()) << report(findings);
}

TEST(Documents, every_folder_of_src_has_its_line_in_the_architecture) {
    const auto architecture = text_of("ARCHITECTURE.md");
    std::vector<std::string> findings;
    for (const auto& entry : fs::recursive_directory_iterator(root() / "src")) {
        if (!entry.is_directory()) continue;
        const auto folder = entry.path().lexically_relative(root()).generic_string();
        if (architecture.find("`" + folder + "`") == std::string::npos) findings.push_back("`" + folder + "`");
    }
    EXPECT_TRUE(findings.empty()) << "ARCHITECTURE.md has no line for:" << report(findings);
}

TEST(Documents, decisions_are_numbered_without_gaps) {
    std::set<int> numbers;
    const std::regex name(R"(^docs/decisions/(\d{4})-[a-z0-9-]+\.md$)");
    for (const auto& file : files({"docs/decisions"}, {".md"})) {
        std::smatch match;
        if (file.path.ends_with("README.md")) continue;
        ASSERT_TRUE(std::regex_match(file.path, match, name)) << file.path;
        EXPECT_TRUE(numbers.insert(std::stoi(match[1])).second) << file.path << " repeats a number";
    }
    EXPECT_GE(numbers.size(), 4U) << "engines, HTTP layer, facts and projections, desk stack";
    EXPECT_EQ(numbers.empty() ? 0 : *numbers.rbegin(), static_cast<int>(numbers.size()));
}

TEST(Documents, migrations_are_numbered_without_gaps) {
    std::set<int> numbers;
    const std::regex name(R"(^migrations/(\d{4})_[a-z0-9_]+(\.sqlite|\.postgres)?\.sql$)");
    for (const auto& file : files({"migrations"}, {".sql"})) {
        std::smatch match;
        ASSERT_TRUE(std::regex_match(file.path, match, name)) << file.path;
        numbers.insert(std::stoi(match[1]));
    }
    EXPECT_EQ(numbers.empty() ? 0 : *numbers.rbegin(), static_cast<int>(numbers.size()));
}

void collect_keys(const boost::json::value& value, const std::string& prefix, std::set<std::string>& keys) {
    if (!value.is_object()) {
        keys.insert(prefix);
        return;
    }
    for (const auto& [key, child] : value.get_object()) collect_keys(child, prefix + "/" + std::string(key), keys);
}

// locales/<language>/<file>.json or locales/<language>.json: the same keys in each of the four.
TEST(Locales, have_the_same_keys_in_every_language) {
    std::map<std::string, std::map<std::string, std::set<std::string>>> keys;
    const std::regex name(R"(^locales/([a-z]{2})(/(.+))?\.json$)");
    for (const auto& file : files({"locales"}, {".json"})) {
        std::smatch match;
        ASSERT_TRUE(std::regex_match(file.path, match, name)) << file.path;
        boost::system::error_code error;
        const auto value = boost::json::parse(file.text, error);
        ASSERT_FALSE(error) << file.path << ": " << error.message();
        collect_keys(value, "", keys[match[3]][match[1]]);
    }
    ASSERT_FALSE(keys.empty()) << "no locales";
    std::vector<std::string> findings;
    for (const auto& [catalogue, languages] : keys) {
        for (const auto* language : {"en", "fr", "da", "de"}) {
            if (!languages.contains(language)) {
                findings.push_back(catalogue + " misses " + language);
                continue;
            }
            for (const auto& key : languages.begin()->second)
                if (!languages.at(language).contains(key)) findings.push_back(std::string(language) + " misses " + key);
            for (const auto& key : languages.at(language))
                if (!languages.begin()->second.contains(key))
                    findings.push_back(std::string(language) + " has " + key + ", others do not");
        }
    }
    EXPECT_TRUE(findings.empty()) << report(findings);
}

TEST(Locales, have_no_empty_text) {
    std::vector<std::string> findings;
    for (const auto& file : files({"locales"}, {".json"}))
        if (file.text.find(": \"\"") != std::string::npos) findings.push_back(file.path);
    EXPECT_TRUE(findings.empty()) << report(findings);
}

}  // namespace
}  // namespace commis::house
