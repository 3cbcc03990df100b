// Money stays whole: no floating point near it, and only money, tax and rounding multiply or divide amounts.
#include <gtest/gtest.h>

#include <regex>
#include <string>

#include "house/source_tree.hpp"

namespace commis::house {
namespace {

bool may_divide(const std::string& path) {
    static const std::regex allowed(R"(^src/domain/(money|tax|rounding)(_[a-z_]+)?\.[ch]pp$)");
    return std::regex_match(path, allowed);
}

TEST(MoneyRule, no_floating_point_where_amounts_are_reckoned) {
    const std::regex banned(R"(\b(double|float)\b)");
    std::vector<std::string> findings;
    for (const auto& file :
         cpp_files({"src/domain", "src/features", "src/ports", "src/worker", "src/adapters/transfer"})) {
        const auto code = code_only(file.text);
        for (std::sregex_iterator at(code.begin(), code.end(), banned), end; at != end; ++at)
            findings.push_back(file.path + ":" +
                               std::to_string(line_of(code, static_cast<std::size_t>(at->position()))));
    }
    EXPECT_TRUE(findings.empty()) << report(findings);
}

TEST(MoneyRule, only_money_tax_and_rounding_multiply_or_divide_amounts) {
    // `x_minor / y`, `x_minor() * y` and the other way round. A `*` needs an operand before it: `*order.total_minor`
    // follows a pointer, and `int64_t* amount_minor` declares one.
    const std::regex left(R"(\b\w+_minor(\(\))?\s*[/%*]=?[^/=]?)");
    const std::regex right(R"(([\w)\]])\s*[/%*]\s*[\w.\->:]*_minor\b)");
    const std::regex pointer(R"(_t\s*\*\s*\w+_minor|\b(const|auto|char|Money)\s*\*)");
    std::vector<std::string> findings;
    for (const auto& file : cpp_files({"src/domain", "src/features", "src/http", "src/worker"})) {
        if (may_divide(file.path)) continue;
        std::size_t number = 0;
        for (const auto& line : lines(code_only(file.text))) {
            ++number;
            if (line.find("_minor") == std::string::npos || std::regex_search(line, pointer)) continue;
            if (std::regex_search(line, left) || std::regex_search(line, right))
                findings.push_back(file.path + ":" + std::to_string(number) + " " + line);
        }
    }
    EXPECT_TRUE(findings.empty()) << report(findings);
}

}  // namespace
}  // namespace commis::house
