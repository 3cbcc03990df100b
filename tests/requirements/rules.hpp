// The list of all numbered rules of the five sources, each in one sentence of our own, with what proves it: tests of
// this program and the other suites, stories over HTTP, browser tests; or the later issue that completes it.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace commis::requirements {

struct Rule {
    std::string number;  // "W-24".
    std::string state;   // "engine", "desk", "http" or "open".
    int issue = 0;       // That completes it, or adds the rest of it; 0: nothing is left.
    std::string says;
    std::string rest;  // What that issue brings.
};

// As in rules.json, which is read whole: a row that does not fit throws.
std::vector<Rule> all_rules();

// How many rules each family of the sources has: P 31, O 39, …
const std::vector<std::pair<char, int>>& families();

struct Proof {
    std::string where;  // "tests/domain/place_test.cpp".
    std::string test;   // "Place.C02_C03_tells_the_buyer_and_the_shop", or the name of a story or browser test.
    std::string kind;   // "engine", "desk" or "http".
};

// Every proof in the source tree, by rule: a token of a test's name ("W24"), a number in a comment of a story's or
// browser test's ("W-24").
std::map<std::string, std::vector<Proof>> find_proofs();

// docs/requirements.md.
std::string page(const std::vector<Rule>& rules, const std::map<std::string, std::vector<Proof>>& proofs);

}  // namespace commis::requirements
