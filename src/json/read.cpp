// The parts of the reader that do not depend on the struct.
#include "json/read.hpp"

#include <string>

namespace commis::json {

void Findings::add(const Place& place, std::string_view code, std::string_view detail) {
    if (errors_.size() >= errors_max) return;
    errors_.push_back({place.pointer(), std::string(code), std::string(detail)});
}

void Findings::wrong_type(const Place& place, std::string_view wanted) {
    add(place, "wrong_type", "Must be " + std::string(wanted) + ".");
}

bool is_clean_name(std::string_view name, const Place& place, Findings& findings) {
    if (name.find('\0') == std::string_view::npos) return true;
    findings.add(place, "invalid_character", "The character U+0000 is not allowed.");
    return false;
}

bool read_text(const Value& value, std::string& out, const Place& place, Findings& findings) {
    const auto* text = value.if_string();
    if (text == nullptr) {
        findings.wrong_type(place, "a text");
        return false;
    }
    if (!is_clean_name({text->data(), text->size()}, place, findings)) return false;
    out.assign(text->data(), text->size());
    return true;
}

bool read_integer(const Value& value, std::int64_t low, std::int64_t high, std::int64_t& out, const Place& place,
                  Findings& findings) {
    const auto* number = value.if_int64();
    if (number != nullptr && *number >= low && *number <= high) {
        out = *number;
        return true;
    }
    if (number != nullptr || value.is_uint64()) {
        findings.add(place, "out_of_range",
                     "Must lie between " + std::to_string(low) + " and " + std::to_string(high) + ".");
    } else {
        findings.wrong_type(place, "a whole number");
    }
    return false;
}

}  // namespace commis::json
