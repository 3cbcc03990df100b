// Splits a text into groups of digits and joins neighbours that only blanks or signs keep apart.
#include "domain/number_finder.hpp"

#include <algorithm>
#include <array>

#include "domain/lowered.hpp"
#include "domain/payment_reference.hpp"

namespace commis::domain {
namespace {

constexpr std::size_t found_max = 60;
constexpr std::size_t groups_joined_max = 12;
constexpr std::size_t digits_max = 26;
constexpr std::size_t gap_max = 3;

struct Group {
    std::size_t begin = 0;
    std::size_t end = 0;
};

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }
bool is_letter(char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); }

std::vector<Group> groups_of(std::string_view text) {
    std::vector<Group> groups;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        groups.push_back({begin, at});
    }
    return groups;
}

// Blanks and the signs that numbers are written with; a comma or a word ends a number.
bool joins(std::string_view gap) {
    constexpr std::string_view signs{" -./_'"};
    return gap.size() <= gap_max &&
           std::ranges::all_of(gap, [&](char sign) { return signs.find(sign) != std::string_view::npos; });
}

bool is_one_of(std::string_view word, const auto& words) { return std::ranges::find(words, word) != std::end(words); }

Announced announced_by(std::string_view before) {
    constexpr std::array<std::string_view, 12> orders{"order",     "orders",  "bestellung", "bestellnr",
                                                      "best",      "auftrag", "auftragsnr", "commande",
                                                      "commandes", "ordre",   "ordrenr",    "bestillingsnr"};
    constexpr std::array<std::string_view, 14> documents{"invoice", "invoices", "inv",       "rechnung",  "rechnungsnr",
                                                         "rg",      "re",       "rnr",       "facture",   "factures",
                                                         "fact",    "faktura",  "fakturanr", "rechnungen"};
    constexpr std::array<std::string_view, 12> numbers{"nr",        "no",       "num",           "numero",
                                                       "number",    "nummer",   "ref",           "n",
                                                       "reference", "referenz", "bestellnummer", "rechnungsnummer"};
    const auto is_filler = [](char sign) { return sign == ' ' || sign == '.' || sign == ':' || sign == '-'; };
    bool has_sign = false;
    for (int word_count = 0; word_count < 2; ++word_count) {
        while (!before.empty() && (is_filler(before.back()) || before.back() == '#' ||
                                   static_cast<unsigned char>(before.back()) >= 0x80U)) {
            has_sign |= !is_filler(before.back());
            before.remove_suffix(1);
        }
        std::size_t begin = before.size();
        while (begin > 0 && is_letter(before[begin - 1])) --begin;
        const std::string word = lowered(before.substr(begin));
        if (is_one_of(word, orders)) return Announced::order;
        if (is_one_of(word, documents)) return Announced::document;
        if (!is_one_of(word, numbers)) break;
        has_sign = true;  // "Rechnung Nr. 7": the word before says more.
        before.remove_suffix(word.size());
    }
    return has_sign ? Announced::number : Announced::no;
}

bool has_more(std::string_view text) {
    return std::ranges::any_of(text, [](char sign) { return is_digit(sign) || is_letter(sign); });
}

}  // namespace

std::vector<FoundNumber> find_numbers(std::string_view text) {
    std::vector<FoundNumber> found;
    const std::vector<Group> groups = groups_of(text);
    for (std::size_t first = 0; first < groups.size(); ++first) {
        std::string digits;
        const Announced announced = announced_by(text.substr(0, groups[first].begin));
        for (std::size_t last = first; last < groups.size() && last < first + groups_joined_max; ++last) {
            const Group& group = groups[last];
            if (last > first && !joins(text.substr(groups[last - 1].end, group.begin - groups[last - 1].end))) break;
            digits += text.substr(group.begin, group.end - group.begin);
            if (digits.size() > digits_max || found.size() >= found_max) break;
            std::string bare = number_digits(digits);
            if (bare.empty()) continue;
            const bool is_alone = !has_more(text.substr(0, groups[first].begin)) && !has_more(text.substr(group.end));
            found.push_back({std::move(bare), groups[first].begin, group.end, digits.size(), announced, is_alone});
        }
    }
    return found;
}

std::string number_tail(std::string_view number) {
    std::size_t begin = number.size();
    while (begin > 0 && is_digit(number[begin - 1])) --begin;
    if (begin == 0) return {};
    return number_digits(number.substr(begin));
}

bool is_written_out(std::string_view text, std::string_view number) {
    const auto kept = [](std::string_view from) {
        std::string signs;
        for (const char sign : lowered(from)) {
            if (is_digit(sign) || is_letter(sign)) signs += sign;
        }
        return signs;
    };
    const std::string wanted = kept(number);
    if (!std::ranges::any_of(wanted, is_letter)) return false;
    const std::string whole = kept(text);
    for (std::size_t at = whole.find(wanted); at != std::string::npos; at = whole.find(wanted, at + 1)) {
        const std::size_t end = at + wanted.size();
        if (end == whole.size() || !is_digit(whole[end])) return true;
    }
    return false;
}

}  // namespace commis::domain
