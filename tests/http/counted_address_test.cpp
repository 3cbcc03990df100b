// Which addresses are counted as one.
#include <gtest/gtest.h>

#include "http/address_ranges.hpp"

namespace commis::http {
namespace {

TEST(CountedAddress, OneOfIpv6CountsWithItsNetwork) {
    EXPECT_EQ(counted_address("192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(counted_address("::ffff:192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(counted_address("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
    EXPECT_EQ(counted_address("2001:db8:1:2::9"), counted_address("2001:db8:1:2:ffff::1"));
    EXPECT_NE(counted_address("2001:db8:1:3::9"), counted_address("2001:db8:1:2::9"));
    EXPECT_EQ(counted_address(""), "");
}

}  // namespace
}  // namespace commis::http
