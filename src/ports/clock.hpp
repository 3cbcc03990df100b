// The two sources of surprise, injected: time and fresh ids.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace commis::ports {

struct Clock {
    virtual ~Clock() = default;
    virtual std::int64_t now_ms() const = 0;                   // UTC.
    virtual bool knows_zone(std::string_view name) const = 0;  // Of the IANA time zone database.
    // The moment at which the day begins that lies `days` days after the day of `at_ms` in the zone; UTC for a zone
    // that nobody knows.
    virtual std::int64_t start_of_day(std::int64_t at_ms, std::int32_t days, std::string_view zone) const = 0;
    // The day of `at_ms` in the zone, counted from 1970-01-01.
    virtual std::int32_t day_of(std::int64_t at_ms, std::string_view zone) const = 0;
};

struct Ids {
    virtual ~Ids() = default;
    virtual std::string next() = 0;           // ULID: 26 characters, rising with time. Thread-safe.
    virtual std::string secret() = 0;         // 32 random bytes, URL-safe text: tokens and passwords.
    virtual std::int64_t next_shop_id() = 0;  // A fresh positive number below 2^53.
};

}  // namespace commis::ports
