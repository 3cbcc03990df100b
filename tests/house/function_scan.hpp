// Finds function bodies in C++ text by counting braces, for the rule on their length.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace commis::house {

struct FunctionBody {
    std::string head;  // What stands before the brace, on one line.
    std::size_t first_line;
    std::size_t last_line;
};

// Outermost bodies only: a lambda within a function counts as part of it. Takes the text as written.
[[nodiscard]] std::vector<FunctionBody> function_bodies(std::string_view text);

}  // namespace commis::house
