#include "requirements/rules.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <stdexcept>

namespace commis::requirements {
namespace {

namespace fs = std::filesystem;

const fs::path root = COMMIS_SOURCE_DIR;

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("can't read " + path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> files_of(const fs::path& folder, std::string_view suffix) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().string().ends_with(suffix)) found.push_back(entry.path());
    }
    std::ranges::sort(found);
    return found;
}

using Proofs = std::map<std::string, std::vector<Proof>>;

void find_numbers(const std::string& text, const std::regex& pattern, const Proof& proof, Proofs& proofs) {
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
        auto& list = proofs[(*at)[1].str() + "-" + (*at)[2].str()];
        const auto same = [&](const Proof& each) { return each.where == proof.where && each.test == proof.test; };
        if (std::ranges::none_of(list, same)) list.push_back(proof);
    }
}

void read_suite(const fs::path& path, Proofs& proofs) {
    static const std::regex test(R"(\bTEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\))");
    static const std::regex token(R"((?:^|_)([POCWDGXA])(\d\d)(?=_|$))");
    const std::string text = text_of(path);
    for (std::sregex_iterator at(text.begin(), text.end(), test), end; at != end; ++at) {
        const std::string name = (*at)[2];
        if (name.starts_with("DISABLED")) continue;
        const Proof proof{fs::relative(path, root).string(), (*at)[1].str() + "." + name, "engine"};
        find_numbers(name, token, proof, proofs);
    }
}

void read_story(const fs::path& path, Proofs& proofs) {
    static const std::regex number(R"(\b([POCWDGXA])-(\d\d)\b)");
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("#")) continue;
        find_numbers(line, number, {fs::relative(path, root).string(), path.stem().string(), "http"}, proofs);
    }
}

// A comment right above a test, or the test's own name.
void read_desk(const fs::path& path, Proofs& proofs) {
    static const std::regex number(R"(\b([POCWDGXA])-(\d\d)\b)");
    static const std::regex test(R"(^\s*test\(\s*["'`](.*)["'`], )");
    std::ifstream file(path);
    std::string comment;
    for (std::string line; std::getline(file, line);) {
        std::smatch found;
        const auto text = line.find_first_not_of(' ');
        if (text != std::string::npos && line.compare(text, 2, "//") == 0) {
            comment += line;
        } else if (std::regex_search(line, found, test)) {
            find_numbers(comment + line, number, {fs::relative(path, root).string(), found[1].str(), "desk"}, proofs);
            comment.clear();
        } else {
            comment.clear();
        }
    }
}

std::string member(const boost::json::object& row, std::string_view name) {
    const auto* value = row.if_contains(name);
    return value == nullptr ? std::string() : std::string(value->as_string());
}

std::string state_text(const Rule& rule) {
    if (rule.state == "open") return "open, issue " + std::to_string(rule.issue) + ": " + rule.rest;
    if (rule.issue == 0) return rule.state;
    return rule.state + "; issue " + std::to_string(rule.issue) + " adds: " + rule.rest;
}

std::string proof_text(const std::vector<Proof>& proofs) {
    std::string text;
    for (const Proof& proof : proofs) {
        text += text.empty() ? "" : "<br>";
        text += "`" + proof.test + "` in " + proof.where.substr(std::string("tests/").size());
    }
    return text.empty() ? "–" : text;
}

std::string summary(const std::vector<Rule>& rules, const Proofs& proofs) {
    std::map<std::string, int> counts;
    int shown = 0;
    for (const Rule& rule : rules) {
        ++counts[rule.state];
        shown += rule.state == "open" && proofs.contains(rule.number);
    }
    const auto count = [&](const char* state) { return std::to_string(counts[state]); };
    return "Of " + std::to_string(rules.size()) + " rules " + count("engine") + " are proved by tests of the engine, " +
           count("http") + " by stories over HTTP, " + count("desk") +
           " by browser tests. Open until a later issue: " + count("open") +
           ", of which partly tested already: " + std::to_string(shown) + ".\n";
}

}  // namespace

const std::vector<std::pair<char, int>>& families() {
    static const std::vector<std::pair<char, int>> list{{'P', 31}, {'O', 39}, {'C', 36}, {'W', 53},
                                                        {'D', 25}, {'G', 4},  {'X', 18}, {'A', 20}};
    return list;
}

std::vector<Rule> all_rules() {
    std::vector<Rule> rules;
    const boost::json::value list = boost::json::parse(text_of(root / "tests/requirements/rules.json"));
    for (const auto& value : list.as_array()) {
        const auto& row = value.as_object();
        Rule rule{member(row, "rule"), member(row, "state"), 0, member(row, "says"), member(row, "rest")};
        if (const auto* issue = row.if_contains("issue")) rule.issue = static_cast<int>(issue->as_int64());
        rules.push_back(std::move(rule));
    }
    return rules;
}

std::map<std::string, std::vector<Proof>> find_proofs() {
    Proofs proofs;
    for (const auto& path : files_of(root / "tests", ".cpp")) read_suite(path, proofs);
    for (const auto& path : files_of(root / "tests/stories/cases", ".story")) read_story(path, proofs);
    for (const auto& path : files_of(root / "tests/desk", ".test.mjs")) read_desk(path, proofs);
    return proofs;
}

std::string page(const std::vector<Rule>& rules, const std::map<std::string, std::vector<Proof>>& proofs) {
    static const std::map<char, std::string> titles{{'P', "Client gallery"},
                                                    {'O', "Web shop"},
                                                    {'C', "Swiss shop"},
                                                    {'W', "Event registration"},
                                                    {'D', "Nordic shop"},
                                                    {'G', "Common to all"},
                                                    {'X', "Contradictions, held by settings"},
                                                    {'A', "Doubts, and how they were settled"}};
    std::string text =
        "# What the five sources ask for, and what proves it\n\nPrinted by `script/print-tables` from "
        "`tests/requirements/rules.json` and the names of the tests; a test keeps it true.\n\n" +
        summary(rules, proofs);
    char family = ' ';
    for (const Rule& rule : rules) {
        if (rule.number[0] != family) {
            family = rule.number[0];
            text += "\n## " + titles.at(family) + " (" + family +
                    ")\n\n| rule | says | tests | state |\n|---|---|---|---|\n";
        }
        const auto found = proofs.find(rule.number);
        text += "| " + rule.number + " | " + rule.says + " | " +
                proof_text(found == proofs.end() ? std::vector<Proof>{} : found->second) + " | " + state_text(rule) +
                " |\n";
    }
    return text;
}

}  // namespace commis::requirements
