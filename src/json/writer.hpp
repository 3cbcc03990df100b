// Writes JSON straight into a string, without a document in between. Commas and escapes are the writer's business;
// bytes that are not UTF-8 (a mail server's words, say) leave as U+FFFD so that every answer stays readable.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace commis::json {

class Writer {
public:
    // Appends to `out`, which must outlive the writer.
    explicit Writer(std::string& out) : out_(out) {}

    Writer& object();
    Writer& array();
    // Closes the innermost object or list.
    Writer& end();
    Writer& key(std::string_view name);

    Writer& value(std::string_view text);
    Writer& value(const char* text) { return value(std::string_view(text)); }
    Writer& value(const std::string& text) { return value(std::string_view(text)); }
    template <class T>
        requires std::is_integral_v<T>
    Writer& value(T number) {
        if constexpr (std::is_same_v<T, bool>) {
            return write_word(number ? "true" : "false");
        } else if constexpr (std::is_signed_v<T>) {
            return write_signed(number);
        } else {
            return write_unsigned(number);
        }
    }
    template <class T>
    Writer& value(const std::optional<T>& maybe) {
        return maybe ? value(*maybe) : null();
    }
    Writer& null() { return write_word("null"); }
    // JSON made elsewhere, taken as it is.
    Writer& raw(std::string_view json) { return write_word(json); }

    template <class T>
    Writer& member(std::string_view name, const T& content) {
        return key(name).value(content);
    }

    // True once everything opened is closed again.
    bool is_complete() const { return depth_ == 0; }

private:
    static constexpr unsigned depth_max = 64;

    Writer& open(bool is_object);
    Writer& write_word(std::string_view word);
    Writer& write_signed(std::int64_t number);
    Writer& write_unsigned(std::uint64_t number);
    // Whether a comma stands before what comes now.
    bool take_comma();

    std::string& out_;
    std::uint64_t object_bits_ = 0;  // One bit a level: set for an object, clear for a list.
    unsigned depth_ = 0;
    bool needs_comma_ = false;
};

// The text in quotes, escaped.
void append_quoted(std::string& out, std::string_view text);

}  // namespace commis::json
