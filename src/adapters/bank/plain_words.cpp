#include "adapters/bank/plain_words.hpp"

#include "json/utf8.hpp"

namespace commis::bank {
namespace {

constexpr std::size_t words_bytes_max = 2'000;

}  // namespace

std::string plain_words(std::string_view text) {
    std::string words;
    while (!text.empty()) {
        const std::size_t length = json::utf8_sequence_length(text);
        const auto first = static_cast<unsigned char>(text.front());
        const bool is_blank = length == 0 || first <= ' ' || first == 0x7F;
        if (is_blank) {
            if (!words.empty() && words.back() != ' ') words += ' ';
        } else if (words.size() + length > words_bytes_max) {
            break;
        } else {
            words += text.substr(0, length);
        }
        text.remove_prefix(length == 0 ? 1 : length);
    }
    if (words.ends_with(' ')) words.pop_back();
    return words;
}

}  // namespace commis::bank
