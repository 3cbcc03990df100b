// Everything that is only dress is taken off first; what is left must be plain digits.
#include "domain/table_cells.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "domain/bank_days.hpp"

namespace commis::domain {
namespace {

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }
bool is_letter(char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); }

bool is_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

// The first three runs of digits, parted by one of the signs that part dates.
std::vector<std::string> parts_of(std::string_view cell) {
    std::vector<std::string> parts(1);
    for (const char sign : cell) {
        if (is_digit(sign)) {
            parts.back() += sign;
        } else if (parts.size() < 3 && !parts.back().empty() && (sign == '.' || sign == '/' || sign == '-')) {
            parts.emplace_back();
        } else {
            break;  // A time, or what is no date anyway.
        }
    }
    return parts;
}

std::string two_digits(const std::string& text) { return text.size() == 1 ? "0" + text : text; }

void erase_all(std::string& text, std::string_view piece) {
    for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece)) text.erase(at, piece.size());
}

// A currency before or behind the figure, in its letters or as its sign.
void strip_currency(std::string& text, const Currency& currency) {
    for (const std::string_view word : {currency.code(), std::string_view("€"), std::string_view("£"),
                                        std::string_view("$"), std::string_view("Fr."), std::string_view("kr.")}) {
        if (text.starts_with(word)) text.erase(0, word.size());
        if (text.ends_with(word)) text.erase(text.size() - word.size());
    }
}

// "1.234.567" without its points; nothing where a group is no group of three.
std::optional<std::string> ungrouped(const std::string& whole, char group) {
    if (whole.find(group) == std::string::npos) return whole;
    std::string digits;
    std::size_t begin = 0;
    while (begin <= whole.size()) {
        const std::size_t end = std::min(whole.find(group, begin), whole.size());
        const std::string part = whole.substr(begin, end - begin);
        const bool fits = begin == 0 ? !part.empty() && part.size() <= 3 : part.size() == 3;
        if (!fits || !is_digits(part)) return std::nullopt;
        digits += part;
        begin = end + 1;
    }
    return digits;
}

}  // namespace

std::optional<std::string> read_table_day(std::string_view cell, DateOrder order) {
    std::vector<std::string> parts = parts_of(cell);
    if (parts.size() == 1 && parts[0].size() == 8 && order == DateOrder::ymd) {
        parts = {parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6, 2)};
    }
    if (parts.size() != 3) return std::nullopt;
    static constexpr std::array<std::array<std::size_t, 3>, date_order_count> places{{{0, 1, 2}, {2, 1, 0}, {2, 0, 1}}};
    const auto& [year_at, month_at, day_at] = places[static_cast<std::size_t>(order)];
    const std::string& year = parts[year_at];
    const bool fits = (year.size() == 4 || year.size() == 2) && !parts[month_at].empty() && !parts[day_at].empty() &&
                      parts[month_at].size() <= 2 && parts[day_at].size() <= 2;
    if (!fits) return std::nullopt;
    const std::string day =
        (year.size() == 2 ? "20" + year : year) + "-" + two_digits(parts[month_at]) + "-" + two_digits(parts[day_at]);
    if (!parse_day(day)) return std::nullopt;
    return day;
}

std::optional<std::int64_t> read_table_amount(std::string_view cell, char decimal, const Currency& currency) {
    std::string text(cell);
    // Blanks of all widths, and the apostrophes that part groups in Switzerland.
    for (const std::string_view piece : {" ", "\u00A0", "\u202F", "\u2009", "'", "\u2019"}) erase_all(text, piece);
    strip_currency(text, currency);
    bool is_negative = false;
    for (const std::string_view minus : {"-", "\u2212", "\u2013"}) {
        const bool is_before = text.starts_with(minus);
        if (!is_before && !text.ends_with(minus)) continue;
        text.erase(is_before ? 0 : text.size() - minus.size(), minus.size());
        is_negative = true;
        break;
    }
    if (!is_negative && text.starts_with('+')) text.erase(0, 1);
    if (!is_negative && text.ends_with('+')) text.pop_back();
    strip_currency(text, currency);
    const auto point = text.find(decimal);
    const auto whole = ungrouped(text.substr(0, point), decimal == ',' ? '.' : ',');
    if (!whole) return std::nullopt;
    std::string plain = whole->empty() ? "0" : *whole;
    if (point != std::string::npos && point + 1 < text.size()) plain += "." + text.substr(point + 1);
    if (whole->empty() && plain == "0") return std::nullopt;
    const auto amount_minor = parse_decimal(plain, currency);
    if (!amount_minor || *amount_minor < 0) return std::nullopt;
    return is_negative ? -*amount_minor : *amount_minor;
}

std::optional<bool> read_direction(std::string_view cell) {
    constexpr std::array<std::string_view, 8> came{"h", "haben", "crdt", "credit", "c", "cr", "gutschrift", "in"};
    constexpr std::array<std::string_view, 9> went{"s",  "soll",        "dbit", "debit",    "d",
                                                   "dr", "lastschrift", "out",  "belastung"};
    if (cell == "+") return true;
    if (cell == "-") return false;
    std::string word;
    for (const char sign : cell) {
        if (is_letter(sign)) word += static_cast<char>(sign | 0x20);
    }
    // "Crédit" and "Débit" lose their accent with every sign that is no letter.
    if (word == "crdit" || std::ranges::find(came, word) != came.end()) return true;
    if (word == "dbit" || std::ranges::find(went, word) != went.end()) return false;
    return std::nullopt;
}

}  // namespace commis::domain
