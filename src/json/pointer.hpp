// JSON pointers (RFC 6901), built only when there is an error to report.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace commis::json {

// A place in a document as a chain towards the root; lives on the stack of the reader.
struct Place {
    const Place* parent = nullptr;
    std::string_view name = {};
    std::size_t index = 0;
    bool is_index = false;

    static Place root() { return {}; }
    Place member(std::string_view member_name) const { return {this, member_name, 0, false}; }
    Place element(std::size_t position) const { return {this, {}, position, true}; }
    std::string pointer() const;
};

// Appends "/name" with the two characters escaped that a pointer reserves.
void append_pointer_token(std::string& pointer, std::string_view name);

}  // namespace commis::json
