// JSON pointers (RFC 6901).
#include "json/pointer.hpp"

namespace commis::json {

void append_pointer_token(std::string& pointer, std::string_view name) {
    pointer += '/';
    for (const char character : name) {
        if (character == '~') {
            pointer += "~0";
        } else if (character == '/') {
            pointer += "~1";
        } else {
            pointer += character;
        }
    }
}

std::string Place::pointer() const {
    if (parent == nullptr) return {};
    std::string text = parent->pointer();
    append_pointer_token(text, is_index ? std::to_string(index) : std::string(name));
    return text;
}

}  // namespace commis::json
