// A prefix never ends in a digit: else "1" and 25 would be written like "12" and 5, and two orders had one number.
#include "domain/number_range.hpp"

#include <algorithm>

namespace commis::domain {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool fits_prefix(char c) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return is_letter || is_digit(c) || c == '-' || c == '/' || c == '.' || c == '_';
}

constexpr std::string_view year_place = "{year}";
constexpr std::string_view short_year_place = "{yy}";

void put(std::string& text, std::string_view place, const std::string& value) {
    for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at + value.size())) {
        text.replace(at, place.size(), value);
    }
}

std::string with_year(std::string prefix, std::int64_t year) {
    const std::string digits = std::to_string(year);
    put(prefix, year_place, digits);
    put(prefix, short_year_place, digits.substr(digits.size() < 2 ? 0 : digits.size() - 2));
    return prefix;
}

bool has_year(const std::string& prefix) {
    return prefix.find(year_place) != std::string::npos || prefix.find(short_year_place) != std::string::npos;
}

void check_prefix(std::vector<FieldError>& errors, const std::string& written) {
    // As it will be: a year's digits at the end are digits, too.
    const std::string prefix = with_year(written, 2000);
    if (prefix.size() > number_prefix_length_max) {
        errors.push_back({"/prefix", "too_long", "at most 20 characters"});
    } else if (!std::ranges::all_of(prefix, fits_prefix)) {
        errors.push_back({"/prefix", "invalid_prefix", "letters, digits, - / . _ and {year} or {yy}"});
    } else if (!prefix.empty() && is_digit(prefix.back())) {
        errors.push_back({"/prefix", "prefix_ends_in_digit", "a prefix ends in a letter or a sign"});
    }
}

}  // namespace

void enter_year(NumberRange& range, std::int64_t year) {
    if (!range.restarts_yearly || range.year == 0 || year <= range.year) return;
    range.next_number = 1;
    range.year = year;
}

TakenNumber take_next(NumberRange& range, std::int64_t year) {
    enter_year(range, year);
    range.year = std::max(year, range.year);
    const std::int64_t number = range.next_number++;
    return {written_number(range, number, range.year), number, range.year};
}

std::string written_number(const NumberRange& range, std::int64_t number, std::int64_t year) {
    const std::string digits = std::to_string(number);
    const auto width = static_cast<std::size_t>(range.width);
    return with_year(range.prefix, year) + std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

Result<NumberRange> change_range(const NumberRange& range, const NumberRangeChange& wanted) {
    NumberRange after = range;
    after.prefix = wanted.prefix.value_or(range.prefix);
    after.next_number = wanted.next_number.value_or(range.next_number);
    after.width = wanted.width.value_or(range.width);
    after.restarts_yearly = wanted.restarts_yearly.value_or(range.restarts_yearly);
    std::vector<FieldError> errors;
    if (wanted.prefix) check_prefix(errors, after.prefix);
    if (after.next_number < 1 || after.next_number > next_number_max) {
        errors.push_back({"/next_number", "out_of_range", "from 1 to 999,999,999,999"});
    }
    // Without the year in it, the first number of next year would be that of this one.
    if (after.restarts_yearly && !has_year(after.prefix)) {
        errors.push_back({wanted.prefix ? "/prefix" : "/restarts_yearly", "year_required",
                          "numbers that start again each year need {year} or {yy} in the prefix"});
    }
    if (after.width < 0 || after.width > number_width_max) {
        errors.push_back({"/width", "out_of_range", "from 0 to 12"});
    }
    if (!errors.empty()) return refuse_fields(std::move(errors));
    if (after.next_number < range.next_number) {
        return refuse(Refusal::number_range_only_up, std::to_string(range.next_number));
    }
    return after;
}

}  // namespace commis::domain
