// What is wrong with one place of a JSON document: the shape every 422 answer lists.
#pragma once

#include <string>

namespace commis::json {

struct FieldError {
    std::string field;   // RFC 6901 pointer; empty means the whole document.
    std::string code;    // Stable snake_case, for programs.
    std::string detail;  // One English sentence, for people.

    friend bool operator==(const FieldError&, const FieldError&) = default;
};

}  // namespace commis::json
