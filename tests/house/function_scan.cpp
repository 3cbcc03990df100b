// A brace scan, not a parser: a body is a brace after balanced parentheses that no namespace or type opened.
#include "house/function_scan.hpp"

#include <algorithm>
#include <regex>

#include "house/source_tree.hpp"

namespace commis::house {

namespace {

// Where the bracket that opens at or after `from` closes again, counted from the head's begin.
std::size_t end_of_bracket(const std::string& head, std::size_t from, char open, char close) {
    int depth = 0;
    for (auto at = from; at < head.size(); ++at) {
        if (head[at] == open) ++depth;
        if (head[at] == close && --depth == 0) return at + 1;
    }
    return head.size();
}

// `template <class T>` names a class without being one, and a macro's call may stand before a namespace: both go
// before the keyword is looked for. A macro alone, as in TEST(a, b), is the head of a body and stays.
std::string without_forerunners(std::string head) {
    static const std::regex template_word(R"(^\s*template\s*<)");
    static const std::regex macro_word(R"(^\s*[A-Z][A-Z0-9_]+\s*\()");
    std::smatch match;
    while (std::regex_search(head, match, template_word)) {
        head.erase(0, end_of_bracket(head, static_cast<std::size_t>(match.length()) - 1, '<', '>'));
    }
    while (std::regex_search(head, match, macro_word)) {
        const auto end = end_of_bracket(head, static_cast<std::size_t>(match.length()) - 1, '(', ')');
        if (head.find_first_not_of(" \n\t", end) == std::string::npos) break;
        head.erase(0, end);
    }
    return head;
}

bool opens_function(const std::string& before) {
    const auto head = without_forerunners(before);
    static const std::regex container(R"(^\s*((inline|static|constexpr|const|typedef|friend)\s+)*)"
                                      R"((namespace|class|struct|union|enum|extern)\b)");
    const auto opened = std::ranges::count(head, '(');
    if (opened == 0 || opened != std::ranges::count(head, ')')) return false;
    return !std::regex_search(head, container);
}

std::string on_one_line(const std::string& text) {
    static const std::regex spaces(R"(\s+)");
    return std::regex_replace(text, spaces, " ");
}

// Preprocessor lines hold braces that need not pair up.
std::string without_directives(std::string code) {
    bool in_directive = false;
    std::size_t begin = 0;
    while (begin < code.size()) {
        const auto end = std::min(code.find('\n', begin), code.size());
        const auto first = code.find_first_not_of(" \t", begin);
        in_directive = in_directive || (first < end && code[first] == '#');
        const bool goes_on = end > begin && code[end - 1] == '\\';
        if (in_directive)
            std::fill(code.begin() + static_cast<long>(begin), code.begin() + static_cast<long>(end), ' ');
        in_directive = in_directive && goes_on;
        begin = end + 1;
    }
    return code;
}

// `B(int one) : one_{one} {`: a brace that ends before another or before a comma belonged to an initializer, and the
// constructor's body is yet to come.
bool is_initializer_end(const std::string& code, std::size_t at) {
    const auto next = code.find_first_not_of(" \n\t", at + 1);
    return next != std::string::npos && (code[next] == '{' || code[next] == ',');
}

}  // namespace

std::vector<FunctionBody> function_bodies(std::string_view text) {
    const auto code = without_directives(code_only(text));
    std::vector<FunctionBody> found;
    std::string head;
    int depth = 0;
    int function_depth = -1;
    std::size_t line = 1;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char each = code[at];
        if (each == '\n') ++line;
        if (each == '{') {
            if (function_depth < 0 && opens_function(head)) {
                function_depth = depth;
                found.push_back({on_one_line(head), line, line});
            }
            ++depth;
            head.clear();
        } else if (each == '}') {
            --depth;
            if (depth == function_depth) {
                found.back().last_line = line;
                function_depth = -1;
            }
            head = is_initializer_end(code, at) ? "()" : "";
        } else if (each == ';') {
            head.clear();
        } else {
            head.push_back(each);
        }
    }
    return found;
}

}  // namespace commis::house
