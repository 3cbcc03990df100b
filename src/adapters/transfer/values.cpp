// Number and time readers for foreign files.
#include "adapters/transfer/values.hpp"

#include <date/tz.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "domain/rounding.hpp"
#include "json/time.hpp"

namespace commis::transfer {

std::optional<std::int64_t> parse_whole(std::string_view text) {
    const auto point = text.find('.');
    if (point != std::string_view::npos) {
        const std::string_view fraction = text.substr(point + 1);
        if (fraction.empty() || fraction.find_first_not_of('0') != std::string_view::npos) return std::nullopt;
        text = text.substr(0, point);
    }
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<std::int64_t> parse_local_time_ms(std::string_view text, std::string_view timezone) {
    std::string moment(text);
    if (moment.size() > 10 && moment[10] == ' ') moment[10] = 'T';
    const bool has_offset = moment.size() > 19 && moment.find_first_of("Zz+-", 19) != std::string::npos;
    if (has_offset) return json::parse_time_ms(moment);
    if (moment.size() == 10) moment += "T00:00:00";
    if (moment.size() == 16) moment += ":00";
    const auto as_utc_ms = json::parse_time_ms(moment + "Z");
    if (!as_utc_ms || timezone.empty() || timezone == "UTC") return as_utc_ms;
    const date::local_time<std::chrono::milliseconds> local{std::chrono::milliseconds{*as_utc_ms}};
    // A time of day that the change to summer time leaves out, or repeats, is taken as the earlier moment.
    const auto moment_in_zone = date::locate_zone(std::string(timezone))->to_sys(local, date::choose::earliest);
    return moment_in_zone.time_since_epoch().count();
}

std::optional<std::string> decimal_of_single_precision(std::string_view text) {
    constexpr std::size_t digits_kept = 7;  // What such a column holds for certain.
    const auto point = text.find('.');
    const std::size_t whole_size = std::min(point, text.size());
    std::string digits(text.substr(0, whole_size));
    if (point != std::string_view::npos) digits += text.substr(point + 1);
    if (digits.empty() || digits.size() > 18 || whole_size == 0) return std::nullopt;
    if (digits.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
    const std::size_t end = first + digits_kept;
    if (digits.size() > end && end > whole_size) {
        // Rounded in the text: a digit from 5 on raises the one before it, through any nines.
        bool raises = digits[end] >= '5';
        digits.resize(end);
        for (std::size_t i = end; raises && i-- > 0;) {
            raises = digits[i] == '9';
            digits[i] = raises ? '0' : static_cast<char>(digits[i] + 1);
        }
        if (raises) return std::nullopt;
    }
    std::string decimal = digits.substr(0, whole_size);
    const std::string fraction = digits.substr(whole_size);
    const auto last = fraction.find_last_not_of('0');
    return last == std::string::npos ? decimal : decimal + '.' + fraction.substr(0, last + 1);
}

std::optional<std::int64_t> fraction_of(std::int64_t amount_minor, std::string_view fraction) {
    const auto point = fraction.find('.');
    std::string digits(fraction.substr(0, point));
    std::string places = point == std::string_view::npos ? "" : std::string(fraction.substr(point + 1));
    if (digits.size() != 1 || places.size() > 4) return std::nullopt;
    places.resize(4, '0');
    digits += places;
    std::int64_t ten_thousandths = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), ten_thousandths);
    if (fault != std::errc{} || end != digits.data() + digits.size() || ten_thousandths > 10'000) return std::nullopt;
    return domain::scale_half_away(amount_minor, ten_thousandths, 10'000);
}

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

}  // namespace commis::transfer
