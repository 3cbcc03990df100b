#include "features/statistics/statistics.hpp"

#include <fmt/core.h>

#include <charconv>
#include <chrono>

namespace commis::statistics {
namespace {

template <class T>
bool read_digits(std::string_view text, T& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

// A day of the calendar from 1971 to 9998, so that no zone's offset leads out of it.
std::optional<std::int32_t> parse_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const bool is_read = read_digits(text.substr(0, 4), year) && read_digits(text.substr(5, 2), month) &&
                         read_digits(text.substr(8, 2), day);
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!is_read || !date.ok() || year < 1971 || year > 9998) return std::nullopt;
    return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

std::optional<std::int32_t> read_day(std::vector<domain::FieldError>& errors, std::string_view name,
                                     const std::optional<std::string>& text) {
    if (!text) {
        errors.push_back({std::string(name), "required", "give both days or neither"});
        return std::nullopt;
    }
    const auto day = parse_day(*text);
    if (!day) errors.push_back({std::string(name), "invalid_date", "a day of the calendar such as 2026-11-22"});
    return day;
}

}  // namespace

domain::Result<ports::Statistics> count(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop,
                                        const Question& question) {
    ports::StatisticsRequest request;
    request.shop_id = shop.id;
    request.currency = shop.currency.code();
    request.timezone = shop.timezone;
    request.now_ms = services.clock.now_ms();
    request.by = question.by;
    if (question.from || question.to) {
        std::vector<domain::FieldError> errors;
        const auto from = read_day(errors, "from", question.from);
        const auto to = read_day(errors, "to", question.to);
        if (from && to && *to < *from) errors.push_back({"to", "out_of_range", "not before the first day"});
        if (from && to && *to - *from >= days_max) {
            errors.push_back({"to", "out_of_range", fmt::format("at most {} days", days_max)});
        }
        if (!errors.empty()) return domain::refuse_fields(std::move(errors));
        request.days = std::pair(*from, *to);
    }
    return snapshot.statistics().count(request);
}

std::string day_text(std::int32_t day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

}  // namespace commis::statistics
