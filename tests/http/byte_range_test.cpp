// Ranges of bytes as RFC 9110, 14 reads them, and what people try with them.
#include "http/byte_range.hpp"

#include <gtest/gtest.h>

namespace commis::http {
namespace {

constexpr ByteRange whole{};
constexpr ByteRange none{RangeKind::none};
ByteRange part(std::uint64_t first, std::uint64_t last) { return {RangeKind::part, first, last}; }

TEST(ByteRange, is_a_part_where_it_fits) {
    EXPECT_EQ(parse_range("bytes=0-0", 100), part(0, 0));
    EXPECT_EQ(parse_range("bytes=0-", 100), part(0, 99));
    EXPECT_EQ(parse_range("Bytes = 10-19", 100), part(10, 19));
    EXPECT_EQ(parse_range("bytes=99-99", 100), part(99, 99));
    EXPECT_EQ(parse_range("bytes=010-019", 100), part(10, 19));
    EXPECT_EQ(part(10, 19).length(), 10U);
}

TEST(ByteRange, ends_with_the_file) {
    EXPECT_EQ(parse_range("bytes=90-1000", 100), part(90, 99));
    EXPECT_EQ(parse_range("bytes=90-99999999999999999999999999", 100), part(90, 99));
    EXPECT_EQ(parse_range("bytes=-10", 100), part(90, 99));
    EXPECT_EQ(parse_range("bytes=-1000", 100), part(0, 99));
    EXPECT_EQ(parse_range("bytes=-18446744073709551616", 100), part(0, 99));
}

TEST(ByteRange, is_none_behind_the_end) {
    EXPECT_EQ(parse_range("bytes=100-", 100), none);
    EXPECT_EQ(parse_range("bytes=100-200", 100), none);
    EXPECT_EQ(parse_range("bytes=18446744073709551615-", 100), none);
    EXPECT_EQ(parse_range("bytes=99999999999999999999-99999999999999999999", 100), none);
    EXPECT_EQ(parse_range("bytes=-0", 100), none);
    EXPECT_EQ(parse_range("bytes=0-", 0), none);
    EXPECT_EQ(parse_range("bytes=-5", 0), none);
}

TEST(ByteRange, is_ignored_when_it_is_none_or_many) {
    for (const char* value : {"",
                              "bytes",
                              "bytes=",
                              "bytes=-",
                              "bytes=5",
                              "bytes=20-10",
                              "bytes=a-b",
                              "bytes=1-b",
                              "bytes=--5",
                              "bytes=-1-5",
                              "bytes=+1-5",
                              "bytes=1-5-",
                              "bytes=0x1-0x5",
                              "lines=1-5",
                              "bytes 1-5",
                              "bytes=1 - 5",
                              "bytes=0-1,5-6",
                              "bytes=0-10,5-15",
                              "bytes=0-,0-,0-,0-",
                              "bytes=500-,1-",
                              ",bytes=1-2"}) {
        EXPECT_EQ(parse_range(value, 100), whole) << value;
    }
}

}  // namespace
}  // namespace commis::http
