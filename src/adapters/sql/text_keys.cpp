#include "adapters/sql/text_keys.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace commis::sql {
namespace {

constexpr std::size_t sort_key_bytes_max = 120;
constexpr std::size_t digits_width = 18;

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

// Letters that Unicode does not take apart although people type them so.
void append_folded(icu::UnicodeString& folded, UChar32 letter) {
    switch (letter) {
        case 0x00F8:  // ø
            folded.append(u'o');
            return;
        case 0x00E6:  // æ
            folded.append(u'a').append(u'e');
            return;
        case 0x0153:  // œ
            folded.append(u'o').append(u'e');
            return;
        case 0x0111:  // đ
        case 0x00F0:  // ð
            folded.append(u'd');
            return;
        case 0x0142:  // ł
            folded.append(u'l');
            return;
        case 0x0131:  // ı
            folded.append(u'i');
            return;
        case 0x00FE:  // þ
            folded.append(u't').append(u'h');
            return;
        default:
            folded.append(letter);
    }
}

std::string fold_unicode(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString folded =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    folded.foldCase();
    const icu::UnicodeString apart = normalizer->normalize(folded, status);
    folded.remove();
    for (int32_t index = 0; index < apart.length(); index = apart.moveIndex32(index, 1)) {
        const UChar32 letter = apart.char32At(index);
        // Marks that stand above or below a letter; those of Indic and other scripts have a place of their own and
        // stay.
        if (u_charType(letter) != U_NON_SPACING_MARK) append_folded(folded, letter);
    }
    std::string result;
    folded.toUTF8String(result);
    return result;
}

}  // namespace

std::string fold(std::string_view text) {
    if (!is_ascii(text)) return fold_unicode(text);
    std::string folded(text);
    std::ranges::transform(folded, folded.begin(), lower);
    return folded;
}

std::string case_key(std::string_view text) {
    if (is_ascii(text)) return fold(text);
    icu::UnicodeString folded =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    std::string result;
    folded.foldCase().toUTF8String(result);
    return result;
}

std::string sort_key(std::string_view text) {
    std::string key = fold(text);
    if (key.size() <= sort_key_bytes_max) return key;
    std::size_t end = sort_key_bytes_max;
    // Never in the middle of a letter, which PostgreSQL would refuse.
    while (end > 0 && (static_cast<unsigned char>(key[end]) & 0xC0U) == 0x80U) --end;
    key.resize(end);
    return key;
}

std::string number_key(std::string_view number) {
    std::string key;
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    while (!number.empty()) {
        const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(number, is_digit) - number.begin());
        if (digits == 0) {
            key += lower(number.front());
            number.remove_prefix(1);
            continue;
        }
        if (digits < digits_width) key.append(digits_width - digits, '0');
        key += number.substr(0, digits);
        number.remove_prefix(digits);
    }
    return key;
}

}  // namespace commis::sql
