// The direct JSON writer.
#include "json/writer.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstring>
#include <utility>

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

// Whether a text stands in JSON as it is, eight bytes at a time: "no" may be said of one that does, never the reverse.
bool is_surely_plain(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    std::size_t at = 0;
    for (; text.size() - at >= sizeof(std::uint64_t); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        // A byte below the one that is taken away borrows, which sets its highest bit.
        const std::uint64_t control = word - ones * 0x20U;
        const std::uint64_t quote = (word ^ ones * '"') - ones;
        const std::uint64_t backslash = (word ^ ones * '\\') - ones;
        if (((word | control | quote | backslash) & high_bits) != 0) return false;
    }
    return std::ranges::all_of(text.substr(at), is_plain);
}

void append_escaped(std::string& out, std::string_view text) {
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
}

// The parts of one token in one step, because a page of orders has some thousand of them.
void append_together(std::string& out, std::string_view before, std::string_view text, std::string_view after) {
    const std::size_t from = out.size();
    const std::size_t end = from + before.size() + text.size() + after.size();
    // libstdc++ 12 tells the capacity that it took instead of the size that was asked for.
    out.resize_and_overwrite(end, [&](char* all, std::size_t) {
        char* to = std::ranges::copy(before, all + from).out;
        to = std::ranges::copy(text, to).out;
        std::ranges::copy(after, to);
        return end;
    });
}

void append_quoted(std::string& out, std::string_view before, std::string_view text, std::string_view after) {
    if (is_surely_plain(text)) {
        append_together(out, before, text, after);
        return;
    }
    out += before;
    append_escaped(out, text);
    out += after;
}

}  // namespace

void append_quoted(std::string& out, std::string_view text) { append_quoted(out, "\"", text, "\""); }

bool Writer::take_comma() { return std::exchange(needs_comma_, true); }

Writer& Writer::open(bool is_object) {
    assert(depth_ < depth_max);
    if (take_comma()) out_ += ',';
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
    append_quoted(out_, take_comma() ? ",\"" : "\"", name, "\":");
    needs_comma_ = false;
    return *this;
}

Writer& Writer::value(std::string_view text) {
    append_quoted(out_, take_comma() ? ",\"" : "\"", text, "\"");
    return *this;
}

Writer& Writer::write_word(std::string_view word) {
    append_together(out_, take_comma() ? "," : "", word, "");
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
