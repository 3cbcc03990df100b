// No rule of the sources is silently missing: each is proved by a test that carries its number, or open by name.
#include "requirements/rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

namespace commis::requirements {
namespace {

TEST(Requirements, the_list_names_every_rule_once_and_in_order) {
    std::vector<std::string> wanted, listed;
    for (const auto& [family, count] : families()) {
        for (int number = 1; number <= count; ++number) {
            wanted.push_back(std::string(1, family) + (number < 10 ? "-0" : "-") + std::to_string(number));
        }
    }
    for (const Rule& rule : all_rules()) listed.push_back(rule.number);
    EXPECT_EQ(listed, wanted);
}

TEST(Requirements, every_rule_says_what_it_asks_and_what_is_left) {
    const std::set<std::string> states{"engine", "desk", "http", "open"};
    for (const Rule& rule : all_rules()) {
        EXPECT_TRUE(states.contains(rule.state)) << rule.number;
        EXPECT_TRUE(rule.says.size() > 15 && rule.says.ends_with(".")) << rule.number;
        EXPECT_EQ(rule.issue == 0, rule.rest.empty()) << rule.number << ": an issue says what it brings";
        EXPECT_TRUE(rule.issue == 0 || (rule.issue >= 4 && rule.issue <= 9)) << rule.number;
        EXPECT_TRUE(rule.state != "open" || rule.issue != 0) << rule.number << " is open: which issue completes it?";
    }
}

TEST(Requirements, every_rule_is_proved_or_named_open) {
    const auto proofs = find_proofs();
    for (const Rule& rule : all_rules()) {
        if (rule.state == "open") continue;
        const auto found = proofs.find(rule.number);
        const bool is_proved =
            found != proofs.end() && std::ranges::find(found->second, rule.state, &Proof::kind) != found->second.end();
        EXPECT_TRUE(is_proved) << rule.number << " has lost its test: " << rule.says;
    }
    for (const auto& [number, list] : proofs) {
        const auto rules = all_rules();
        EXPECT_NE(std::ranges::find(rules, number, &Rule::number), rules.end())
            << list.front().test << " names a rule that there is not: " << number;
    }
}

// What stands in the sources of this program must be in the program: a file that is not built proves nothing.
TEST(Requirements, every_test_of_this_folder_is_registered) {
    std::set<std::string> registered;
    const auto* program = testing::UnitTest::GetInstance();
    for (int i = 0; i < program->total_test_suite_count(); ++i) {
        const auto* suite = program->GetTestSuite(i);
        for (int j = 0; j < suite->total_test_count(); ++j) {
            registered.insert(std::string(suite->name()) + "." + suite->GetTestInfo(j)->name());
        }
    }
    for (const auto& [number, list] : find_proofs()) {
        for (const Proof& proof : list) {
            if (!proof.where.starts_with("tests/requirements/")) continue;
            EXPECT_TRUE(registered.contains(proof.test)) << proof.test;
        }
    }
}

TEST(Requirements, document_is_printed) {
    const auto path = std::filesystem::path(COMMIS_SOURCE_DIR) / "docs/requirements.md";
    const std::string page = requirements::page(all_rules(), find_proofs());
    if (std::getenv("COMMIS_PRINT_TABLES") != nullptr) std::ofstream(path, std::ios::binary) << page;
    std::ifstream file(path, std::ios::binary);
    const std::string printed{std::istreambuf_iterator<char>(file), {}};
    EXPECT_TRUE(printed == page) << "docs/requirements.md is out of date: run script/print-tables";
}

}  // namespace
}  // namespace commis::requirements
