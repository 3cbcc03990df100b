// RFC 3339 times to and from UTC milliseconds, and the struct member type for them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "json/describe.hpp"

namespace commis::json {

// "2026-11-22T10:00:00Z", with a fraction or an offset if wanted. Strict: no other shape, no date that does not
// exist, no leap second. Digits beyond the millisecond are cut off.
std::optional<std::int64_t> parse_time_ms(std::string_view text);

// Midnight UTC of a plain date "2026-11-22".
std::optional<std::int64_t> parse_date_ms(std::string_view text);

// Always UTC; milliseconds only when there are any, so that equal times have one text. Years 0 to 9999.
std::string format_time_ms(std::int64_t at_ms);

// A moment in a described struct.
struct Instant {
    std::int64_t at_ms = 0;

    friend auto operator<=>(const Instant&, const Instant&) = default;
};

template <>
struct TextForm<Instant> {
    static constexpr std::string_view code = "invalid_time";
    static constexpr std::string_view detail = "Must be a time like 2026-11-22T10:00:00Z.";
    static std::optional<Instant> from(std::string_view text) {
        const auto at_ms = parse_time_ms(text);
        if (!at_ms) return std::nullopt;
        return Instant{*at_ms};
    }
    static std::string to(const Instant& instant) { return format_time_ms(instant.at_ms); }
};

}  // namespace commis::json
