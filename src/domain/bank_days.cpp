// Holidays by date, and those that follow Easter.
#include "domain/bank_days.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <span>

namespace commis::domain {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

struct Date {
    unsigned month;
    unsigned day;
};

// What a system keeps: dates of each year, and days counted from Easter Sunday.
struct Holidays {
    std::span<const Date> dates;
    std::span<const int> from_easter;
};

Holidays holidays_of(BankHolidays rule) {
    static constexpr Date target_dates[] = {{1, 1}, {5, 1}, {12, 25}, {12, 26}};
    static constexpr int target_easter[] = {-2, 1};
    static constexpr Date swiss_dates[] = {{1, 1}, {1, 2}, {8, 1}, {12, 25}, {12, 26}};
    static constexpr int swiss_easter[] = {-2, 1, 39, 50};
    static constexpr Date danish_dates[] = {{1, 1}, {6, 5}, {12, 24}, {12, 25}, {12, 26}, {12, 31}};
    static constexpr int danish_easter[] = {-3, -2, 1, 39, 40, 50};
    switch (rule) {
        case BankHolidays::target:
            return {target_dates, target_easter};
        case BankHolidays::swiss:
            return {swiss_dates, swiss_easter};
        case BankHolidays::danish:
            return {danish_dates, danish_easter};
        case BankHolidays::none:
            break;
    }
    return {};
}

// The Gregorian reckoning, after Meeus, Jones and Butcher.
sys_days easter_of(std::chrono::year in_year) {
    const int year = static_cast<int>(in_year);
    const int golden = year % 19;
    const int century = year / 100;
    const int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    const int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
    const int late = (golden + 11 * epact + 22 * weekday) / 451;
    const int day = epact + weekday - 7 * late + 114;
    return in_year / std::chrono::month(static_cast<unsigned>(day / 31)) /
           std::chrono::day(static_cast<unsigned>(day % 31 + 1));
}

bool is_holiday(sys_days day, BankHolidays rule) {
    const Holidays kept = holidays_of(rule);
    const year_month_day date(day);
    const auto is_date = [&](const Date& each) {
        return date.month() == std::chrono::month(each.month) && date.day() == std::chrono::day(each.day);
    };
    const auto after_easter = static_cast<int>((day - easter_of(date.year())).count());
    return std::ranges::any_of(kept.dates, is_date) ||
           std::ranges::find(kept.from_easter, after_easter) != kept.from_easter.end();
}

template <class T>
bool read_digits(std::string_view text, T& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

std::string padded(unsigned number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

}  // namespace

bool is_bank_day(std::int32_t day, const BankDays& rules) {
    const sys_days date{days{day}};
    const std::chrono::weekday weekday(date);
    const bool is_weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    return !is_weekend && !is_holiday(date, rules.holidays) &&
           std::ranges::find(rules.closed, day) == rules.closed.end();
}

std::int32_t after_bank_days(std::int32_t day, std::int32_t count, const BankDays& rules) {
    // A shop that is closed for ever would wait for ever: after a year the count is given up.
    const std::int32_t last = day + 366;
    while (count > 0 && day < last) {
        if (is_bank_day(day, rules)) --count;
        ++day;
    }
    return day;
}

std::optional<std::int32_t> parse_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const bool is_read = read_digits(text.substr(0, 4), year) && read_digits(text.substr(5, 2), month) &&
                         read_digits(text.substr(8, 2), day);
    const year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!is_read || !date.ok() || year < 1971 || year > 9998) return std::nullopt;
    return static_cast<std::int32_t>(sys_days{date}.time_since_epoch().count());
}

std::string day_text(std::int32_t day) {
    const year_month_day date{sys_days{days{day}}};
    return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-" +
           padded(static_cast<unsigned>(date.month()), 2) + "-" + padded(static_cast<unsigned>(date.day()), 2);
}

}  // namespace commis::domain
