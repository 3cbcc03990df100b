// UTF-8 validation after table 3-7 of the Unicode standard, with a fast path over ASCII.
#include "json/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace commis::json {

namespace {

bool is_between(char byte, unsigned low, unsigned high) {
    const auto value = static_cast<unsigned char>(byte);
    return value >= low && value <= high;
}

bool has_tail(std::string_view text, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
        if (!is_between(text[i], 0x80, 0xBF)) return false;
    }
    return true;
}

}  // namespace

std::size_t utf8_sequence_length(std::string_view text) {
    if (text.empty()) return 0;
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return text.size() >= 2 && has_tail(text, 1, 2) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (text.size() < 3) return 0;
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return is_between(text[1], low, high) && has_tail(text, 2, 3) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (text.size() < 4) return 0;
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return is_between(text[1], low, high) && has_tail(text, 2, 4) ? 4 : 0;
    }
    return 0;
}

bool is_valid_utf8(std::string_view text) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    std::size_t at = 0;
    while (at < text.size()) {
        std::uint64_t word = 0;
        if (text.size() - at >= sizeof word) {
            std::memcpy(&word, text.data() + at, sizeof word);
            if ((word & high_bits) == 0) {
                at += sizeof word;
                continue;
            }
        }
        const std::size_t length = utf8_sequence_length(text.substr(at));
        if (length == 0) return false;
        at += length;
    }
    return true;
}

}  // namespace commis::json
