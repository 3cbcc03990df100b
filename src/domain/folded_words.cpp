#include "domain/folded_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace commis::domain {
namespace {

// Letters of Latin-1 as banks write them without their signs. Both halves of the second byte of UTF-8 after C3.
std::string_view without_sign(unsigned char second) {
    constexpr std::array<std::string_view, 32> letters{"a",  "a", "a",  "a", "ae", "aa", "ae", "c", "e",  "e", "e",
                                                       "e",  "i", "i",  "i", "i",  "d",  "n",  "o", "o",  "o", "o",
                                                       "oe", "",  "oe", "u", "u",  "u",  "ue", "y", "th", "ss"};
    // 80–9F are capitals, A0–BF the small ones in the same order.
    return letters[second & 0x1FU];
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
    constexpr std::array<std::string_view, 10> titles{"mr",  "mrs", "ms", "herr", "frau",
                                                      "mme", "und", "et", "og",   "and"};
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        const bool counts = word.size() > 1 && std::ranges::find(titles, word) == titles.end();
        if (counts && std::ranges::find(words, word) == words.end()) words.push_back(word);
        word.clear();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto sign = static_cast<unsigned char>(text[at]);
        const bool is_capital = sign >= 'A' && sign <= 'Z';
        const bool is_kept = (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
        if (is_capital) {
            word += static_cast<char>(sign - 'A' + 'a');
        } else if (is_kept) {
            word += static_cast<char>(sign);
        } else if (sign == 0xC3U && at + 1 < text.size()) {
            word += without_sign(static_cast<unsigned char>(text[++at]));
        } else if (sign >= 0x80U) {
            word += static_cast<char>(sign);  // Other scripts are compared as they are.
        } else {
            end_word();
        }
    }
    end_word();
    return words;
}

}  // namespace commis::domain
