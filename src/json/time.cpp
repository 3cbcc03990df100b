// RFC 3339, field by field: the shape is fixed, so a scanner of fixed columns refuses everything else.
#include "json/time.hpp"

#include <date/date.h>
#include <fmt/compile.h>

#include <chrono>
#include <iterator>

namespace commis::json {

namespace {

using Milliseconds = std::chrono::milliseconds;

// Reads a text from left to right; once something does not fit, it stays failed.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    int number(std::size_t digits) {
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) value = value * 10 + digit();
        return value;
    }
    void literal(char wanted) {
        if (peek() != wanted) has_failed_ = true;
        advance();
    }
    char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
    bool is_digit_next() const { return peek() >= '0' && peek() <= '9'; }
    int digit() {
        if (!is_digit_next()) has_failed_ = true;
        const int value = has_failed_ ? 0 : peek() - '0';
        advance();
        return value;
    }
    void fail() { has_failed_ = true; }
    bool has_failed() const { return has_failed_; }
    bool is_at_end() const { return rest_.empty(); }

private:
    void advance() {
        if (!rest_.empty()) rest_.remove_prefix(1);
    }

    std::string_view rest_;
    bool has_failed_ = false;
};

date::sys_days scan_date(Scanner& scanner) {
    const int year = scanner.number(4);
    scanner.literal('-');
    const int month = scanner.number(2);
    scanner.literal('-');
    const int day = scanner.number(2);
    const date::year_month_day ymd{date::year(year), date::month(static_cast<unsigned>(month)),
                                   date::day(static_cast<unsigned>(day))};
    if (!ymd.ok()) scanner.fail();
    return scanner.has_failed() ? date::sys_days{} : date::sys_days{ymd};
}

Milliseconds scan_fraction(Scanner& scanner) {
    if (scanner.peek() != '.') return Milliseconds{0};
    scanner.literal('.');
    int milliseconds = 0;
    int digits = 0;
    do {
        const int digit = scanner.digit();
        if (digits < 3) milliseconds = milliseconds * 10 + digit;
        ++digits;
    } while (scanner.is_digit_next());
    if (digits > 9) scanner.fail();
    for (; digits < 3; ++digits) milliseconds *= 10;
    return Milliseconds{milliseconds};
}

std::chrono::minutes scan_offset(Scanner& scanner) {
    const char sign = scanner.peek();
    if (sign == 'Z') {
        scanner.literal('Z');
        return std::chrono::minutes{0};
    }
    if (sign != '+' && sign != '-') scanner.fail();
    scanner.literal(sign);
    const int hours = scanner.number(2);
    scanner.literal(':');
    const int minutes = scanner.number(2);
    if (hours > 23 || minutes > 59) scanner.fail();
    const std::chrono::minutes offset{hours * 60 + minutes};
    return sign == '-' ? -offset : offset;
}

}  // namespace

std::optional<std::int64_t> parse_time_ms(std::string_view text) {
    Scanner scanner(text);
    const date::sys_days day = scan_date(scanner);
    scanner.literal('T');
    const int hours = scanner.number(2);
    scanner.literal(':');
    const int minutes = scanner.number(2);
    scanner.literal(':');
    const int seconds = scanner.number(2);
    if (hours > 23 || minutes > 59 || seconds > 59) scanner.fail();
    const Milliseconds fraction = scan_fraction(scanner);
    const std::chrono::minutes offset = scan_offset(scanner);
    if (scanner.has_failed() || !scanner.is_at_end()) return std::nullopt;
    const date::sys_time<Milliseconds> moment = day + std::chrono::hours{hours} + std::chrono::minutes{minutes} +
                                                std::chrono::seconds{seconds} + fraction - offset;
    return moment.time_since_epoch().count();
}

std::optional<std::int64_t> parse_date_ms(std::string_view text) {
    Scanner scanner(text);
    const date::sys_days day = scan_date(scanner);
    if (scanner.has_failed() || !scanner.is_at_end()) return std::nullopt;
    return std::chrono::duration_cast<Milliseconds>(day.time_since_epoch()).count();
}

// A list of orders says some hundred times: a stream of the standard library for each would be a fifth of its work.
std::string format_time_ms(std::int64_t at_ms) {
    const date::sys_time<Milliseconds> moment{Milliseconds{at_ms}};
    const auto midnight = date::floor<date::days>(moment);
    const date::year_month_day day{midnight};
    const date::hh_mm_ss<Milliseconds> time{moment - midnight};
    std::string text = fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}"), static_cast<int>(day.year()),
                                   static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                                   time.hours().count(), time.minutes().count(), time.seconds().count());
    const auto fraction = time.subseconds().count();
    if (fraction != 0) fmt::format_to(std::back_inserter(text), FMT_COMPILE(".{:03}"), fraction);
    text += 'Z';
    return text;
}

}  // namespace commis::json
