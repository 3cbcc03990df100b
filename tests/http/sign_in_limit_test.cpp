// How often an address may guess: what a success takes back, what a network is, and when it is over.
#include "http/sign_in_limit.hpp"

#include <gtest/gtest.h>

namespace commis::http {
namespace {

constexpr std::int64_t now_ms = 1'000'000;

void guess(SignInLimit& limit, const std::string& address, int times) {
    for (int i = 0; i < times; ++i) limit.count_failure(address, now_ms);
}

TEST(SignInLimit, ten_failures_make_an_address_wait_until_the_window_is_over) {
    SignInLimit limit;
    guess(limit, "192.0.2.1", SignInLimit::failures_max - 1);
    EXPECT_EQ(limit.wait_seconds("192.0.2.1", now_ms), 0);
    guess(limit, "192.0.2.1", 1);
    EXPECT_EQ(limit.wait_seconds("192.0.2.1", now_ms), SignInLimit::window_ms / 1'000 + 1);
    EXPECT_EQ(limit.wait_seconds("192.0.2.2", now_ms), 0);
    EXPECT_EQ(limit.wait_seconds("192.0.2.1", now_ms + SignInLimit::window_ms), 0);
}

TEST(SignInLimit, a_success_takes_back_its_own_count_alone) {
    SignInLimit limit;
    guess(limit, "192.0.2.1", SignInLimit::failures_max);
    limit.take_back("192.0.2.1");
    EXPECT_EQ(limit.wait_seconds("192.0.2.1", now_ms), 0);
    guess(limit, "192.0.2.1", 1);
    EXPECT_GT(limit.wait_seconds("192.0.2.1", now_ms), 0);
    limit.take_back("192.0.2.9");  // Nothing was counted there.
    EXPECT_EQ(limit.wait_seconds("192.0.2.9", now_ms), 0);
}

TEST(SignInLimit, an_ipv6_network_is_one_address) {
    SignInLimit limit;
    for (int i = 1; i <= SignInLimit::failures_max; ++i) {
        guess(limit, "2001:db8:1:2::" + std::to_string(i), 1);
    }
    EXPECT_GT(limit.wait_seconds("2001:db8:1:2:ffff::1", now_ms), 0);
    EXPECT_EQ(limit.wait_seconds("2001:db8:1:3::1", now_ms), 0);
    // IPv4 in IPv6's clothes is no network of 64 bits: everybody would be in it.
    guess(limit, "::ffff:192.0.2.1", SignInLimit::failures_max);
    EXPECT_EQ(limit.wait_seconds("::ffff:192.0.2.2", now_ms), 0);
}

}  // namespace
}  // namespace commis::http
