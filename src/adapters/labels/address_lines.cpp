#include "adapters/labels/address_lines.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <regex>

namespace commis::labels {
namespace {

constexpr UChar32 latin_1_last = 0xFF;
constexpr std::size_t house_number_max = 10;
constexpr std::size_t worth_showing = 3;

bool is_inside_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

bool is_printed(UChar32 sign) { return (sign >= ' ' && sign <= '~') || (sign > 0xA0 && sign <= latin_1_last); }

icu::UnicodeString composed(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    const auto raw = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    return U_SUCCESS(status) ? normalizer->normalize(raw, status) : raw;
}

void write_in_latin(icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> writer(icu::Transliterator::createInstance(
        icu::UnicodeString::fromUTF8("[^\\u0000-\\u00FF]; Any-Latin; Latin-ASCII"), UTRANS_FORWARD, status));
    if (U_SUCCESS(status) && writer) writer->transliterate(text);
}

// The first letters of a text, and what is behind them.
std::string_view first_letters(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    while (at < text.size() && count > 0) {
        ++at;
        while (at < text.size() && is_inside_letter(text[at])) ++at;
        --count;
    }
    return text.substr(0, at);
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

// The beginning of a word that has no room says more than nothing.
void fill(std::vector<std::string>& lines, std::string_view word, std::size_t length_max) {
    const std::size_t taken = lines.empty() ? length_max : letter_count(lines.back()) + 1;
    if (taken + worth_showing > length_max) return;
    lines.back() += ' ';
    lines.back() += first_letters(word, length_max - taken);
}

bool is_post_box(const std::string& line) {
    static const std::regex box(R"(^(postfach|case postale|casella postale|p\.? ?o\.? ?box|cp)\b.*)",
                                std::regex::icase);
    return std::regex_match(line, box);
}

}  // namespace

std::string printable(std::string_view text) {
    icu::UnicodeString signs = composed(text);
    const bool has_others = [&] {
        for (std::int32_t at = 0; at < signs.length(); at = signs.moveIndex32(at, 1)) {
            if (signs.char32At(at) > latin_1_last) return true;
        }
        return false;
    }();
    if (has_others) write_in_latin(signs);
    icu::UnicodeString kept;
    for (std::int32_t at = 0; at < signs.length(); at = signs.moveIndex32(at, 1)) {
        const UChar32 sign = signs.char32At(at);
        const bool is_blank = sign < ' ' || sign == ' ' || sign == 0x7F || sign == 0xA0;
        if (is_blank) {
            if (!kept.isEmpty() && !kept.endsWith(u' ')) kept.append(u' ');
        } else if (is_printed(sign)) {
            kept.append(sign);
        }
    }
    kept.trim();
    std::string written;
    kept.toUTF8String(written);
    return written;
}

std::size_t letter_count(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return !is_inside_letter(byte); }));
}

std::vector<std::string> fit(std::string_view text, std::size_t length_max, std::size_t lines_max, bool& is_cut) {
    std::vector<std::string> lines;
    for (std::string_view word : words_of(text)) {
        const std::string_view shown = first_letters(word, length_max);
        is_cut = is_cut || shown.size() < word.size();
        const bool has_room = !lines.empty() && letter_count(lines.back()) + 1 + letter_count(shown) <= length_max;
        if (has_room) {
            lines.back() += ' ';
            lines.back() += shown;
        } else if (lines.size() < lines_max) {
            lines.emplace_back(shown);
        } else {
            is_cut = true;
            fill(lines, word, length_max);
            break;
        }
    }
    return lines;
}

StreetLine read_street(std::string_view line) {
    const std::string whole(line);
    if (is_post_box(whole)) return {.post_box = whole};
    static const std::regex numbered(R"(^(.*\S),?\s+(\d+\s?[A-Za-z]?([-/]\d*[A-Za-z]?)?)$)");
    std::smatch parts;
    const bool is_apart =
        std::regex_match(whole, parts, numbered) && parts[2].length() <= std::ptrdiff_t{house_number_max};
    if (!is_apart) return {.street = whole};
    std::string street = parts[1].str();
    if (street.ends_with(',')) street.pop_back();
    return {.street = std::move(street), .house_number = parts[2].str()};
}

}  // namespace commis::labels
