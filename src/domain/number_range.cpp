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

void check_prefix(std::vector<FieldError>& errors, const std::string& prefix) {
    if (prefix.size() > number_prefix_length_max) {
        errors.push_back({"/prefix", "too_long", "at most 20 characters"});
    } else if (!std::ranges::all_of(prefix, fits_prefix)) {
        errors.push_back({"/prefix", "invalid_prefix", "letters, digits, - / . and _"});
    } else if (!prefix.empty() && is_digit(prefix.back())) {
        errors.push_back({"/prefix", "prefix_ends_in_digit", "a prefix ends in a letter or a sign"});
    }
}

}  // namespace

std::string written_number(const NumberRange& range, std::int64_t number) {
    const std::string digits = std::to_string(number);
    const auto width = static_cast<std::size_t>(range.width);
    return range.prefix + std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

Result<NumberRange> change_range(const NumberRange& range, const NumberRangeChange& wanted) {
    NumberRange after = range;
    after.prefix = wanted.prefix.value_or(range.prefix);
    after.next_number = wanted.next_number.value_or(range.next_number);
    after.width = wanted.width.value_or(range.width);
    std::vector<FieldError> errors;
    if (wanted.prefix) check_prefix(errors, after.prefix);
    if (after.next_number < 1 || after.next_number > next_number_max) {
        errors.push_back({"/next_number", "out_of_range", "from 1 to 999,999,999,999"});
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
