// A range of consecutive numbers: orders have one, each kind of document has another (D-15, D-16). It may start
// anywhere and goes up only, so that no number is ever given twice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/refusal.hpp"

namespace commis::domain {

struct NumberRange {
    std::string series;  // "order", or the id of a kind of document.
    std::string prefix;  // "{year}" and "{yy}" in it stand for the year.
    std::int64_t next_number = 1;
    std::int64_t width = 0;        // Digits at least; shorter numbers are filled up with zeros.
    bool restarts_yearly = false;  // From 1 again with each year of the shop's calendar.
    std::int64_t year = 0;         // In which the latest number was taken; 0: none was.
    friend bool operator==(const NumberRange&, const NumberRange&) = default;
};

// What is left out stays.
struct NumberRangeChange {
    std::optional<std::string> prefix;
    std::optional<std::int64_t> next_number;
    std::optional<std::int64_t> width;
    std::optional<bool> restarts_yearly;
};

inline constexpr std::int64_t next_number_max = 999'999'999'999;
inline constexpr std::int64_t number_width_max = 12;
inline constexpr std::size_t number_prefix_length_max = 20;

// A number that was taken: for people, and as a machine proves its series.
struct TakenNumber {
    std::string text{};
    std::int64_t value = 0;
    std::int64_t year = 0;
    friend bool operator==(const TakenNumber&, const TakenNumber&) = default;
};

// As the range stands in this year: one that restarts yearly is at 1 again once its own year is over.
void enter_year(NumberRange& range, std::int64_t year);

// The range after a number was taken in this year, and the number. A year that lies before the range's own counts as
// that: clocks may go back, ranges go up only.
TakenNumber take_next(NumberRange& range, std::int64_t year);

// "INV-00042", "2026-00042".
std::string written_number(const NumberRange& range, std::int64_t number, std::int64_t year);

// The range after the change. Refused: fields that do not fit, and a next number below the present one
// (`number_range_only_up`), because those numbers are given already.
Result<NumberRange> change_range(const NumberRange& range, const NumberRangeChange& wanted);

}  // namespace commis::domain
