// RFC 3339 times: the one shape, real dates only, and a round trip.
#include "json/time.hpp"

#include <gtest/gtest.h>

#include <string>

namespace commis::json {
namespace {

TEST(Time, reads_utc_and_offsets) {
    EXPECT_EQ(parse_time_ms("1970-01-01T00:00:00Z"), 0);
    EXPECT_EQ(parse_time_ms("2026-11-22T10:00:00Z"), 1'795'341'600'000);
    EXPECT_EQ(parse_time_ms("2026-11-22T11:00:00+01:00"), 1'795'341'600'000);
    EXPECT_EQ(parse_time_ms("2026-11-22T04:30:00.25-05:30"), 1'795'341'600'250);
    EXPECT_EQ(parse_time_ms("2026-11-22T10:00:00.123999999Z"), 1'795'341'600'123);
    EXPECT_EQ(parse_time_ms("2024-02-29T23:59:59.9Z"), 1'709'251'199'900);
    EXPECT_EQ(parse_time_ms("1969-12-31T23:59:59.999Z"), -1);
}

TEST(Time, refuses_every_other_shape) {
    for (const std::string_view bad : {"",
                                       "2026",
                                       "2026-11-22",
                                       "2026-11-22T10:00:00",
                                       "2026-11-22 10:00:00Z",
                                       "2026-11-22T10:00Z",
                                       "2026-11-22t10:00:00z",
                                       "2026-02-29T10:00:00Z",
                                       "2026-13-01T10:00:00Z",
                                       "2026-00-01T10:00:00Z",
                                       "2026-11-31T10:00:00Z",
                                       "2026-11-22T24:00:00Z",
                                       "2026-11-22T10:60:00Z",
                                       "2026-11-22T23:59:60Z",
                                       "2026-11-22T10:00:00.Z",
                                       "2026-11-22T10:00:00.1234567890Z",
                                       "2026-11-22T10:00:00+0100",
                                       "2026-11-22T10:00:00+24:00",
                                       "2026-11-22T10:00:00Zx",
                                       " 2026-11-22T10:00:00Z",
                                       "+026-11-22T10:00:00Z",
                                       "12026-11-22T10:00:00Z",
                                       "2026-1a-22T10:00:00Z",
                                       "2026-11-22T10:00:00,5Z"}) {
        EXPECT_FALSE(parse_time_ms(bad)) << bad;
    }
}

TEST(Time, reads_plain_dates) {
    EXPECT_EQ(parse_date_ms("2026-11-22"), 1'795'305'600'000);
    EXPECT_FALSE(parse_date_ms("2026-11-22T"));
    EXPECT_FALSE(parse_date_ms("2026-02-30"));
}

TEST(Time, comes_back_as_it_went) {
    EXPECT_EQ(format_time_ms(1'795'341'600'000), "2026-11-22T10:00:00Z");
    EXPECT_EQ(format_time_ms(1'795'341'600'005), "2026-11-22T10:00:00.005Z");
    EXPECT_EQ(format_time_ms(-1), "1969-12-31T23:59:59.999Z");
    for (std::int64_t at_ms = -62'167'219'200'000; at_ms < 253'402'300'799'999; at_ms += 7'654'321'098'765) {
        EXPECT_EQ(parse_time_ms(format_time_ms(at_ms)), at_ms);
    }
}

}  // namespace
}  // namespace commis::json
