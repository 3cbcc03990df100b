// The direct JSON writer.
#include "json/writer.hpp"

#include <array>
#include <cassert>
#include <charconv>

#include "json/utf8.hpp"

namespace commis::json {

namespace {

void append_escape(std::string& out, char character) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (character) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        case '\b':
            out += "\\b";
            return;
        case '\f':
            out += "\\f";
            return;
        default:
            break;
    }
    const auto code = static_cast<unsigned char>(character);
    out += "\\u00";
    out += digits[code >> 4U];
    out += digits[code & 0xFU];
}

bool is_plain(char character) {
    const auto code = static_cast<unsigned char>(character);
    return code >= 0x20 && code < 0x80 && character != '"' && character != '\\';
}

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    std::size_t run_start = 0;
    std::size_t at = 0;
    const auto flush = [&] { out.append(text, run_start, at - run_start); };
    while (at < text.size()) {
        if (is_plain(text[at])) {
            ++at;
            continue;
        }
        const std::size_t length = utf8_sequence_length(text.substr(at));
        if (length > 1) {
            at += length;
            continue;
        }
        flush();
        if (length == 1) {
            append_escape(out, text[at]);
        } else {
            out += "\xEF\xBF\xBD";
        }
        run_start = ++at;
    }
    flush();
    out += '"';
}

void Writer::separate() {
    if (needs_comma_) out_ += ',';
    needs_comma_ = true;
}

Writer& Writer::open(bool is_object) {
    assert(depth_ < depth_max);
    separate();
    out_ += is_object ? '{' : '[';
    const std::uint64_t bit = std::uint64_t{1} << depth_;
    object_bits_ = is_object ? object_bits_ | bit : object_bits_ & ~bit;
    ++depth_;
    needs_comma_ = false;
    return *this;
}

Writer& Writer::object() { return open(true); }

Writer& Writer::array() { return open(false); }

Writer& Writer::end() {
    assert(depth_ > 0);
    --depth_;
    out_ += (object_bits_ >> depth_ & 1U) != 0 ? '}' : ']';
    needs_comma_ = true;
    return *this;
}

Writer& Writer::key(std::string_view name) {
    separate();
    append_quoted(out_, name);
    out_ += ':';
    needs_comma_ = false;
    return *this;
}

Writer& Writer::value(std::string_view text) {
    separate();
    append_quoted(out_, text);
    return *this;
}

Writer& Writer::write_word(std::string_view word) {
    separate();
    out_ += word;
    return *this;
}

Writer& Writer::write_signed(std::int64_t number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return write_word({digits.data(), end});
}

Writer& Writer::write_unsigned(std::uint64_t number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return write_word({digits.data(), end});
}

}  // namespace commis::json
