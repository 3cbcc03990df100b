// How often an address may guess, counted in the storage: what a success takes back, what a network is, when it is
// over, and that two servers on one storage count together.
#include <gtest/gtest.h>

#include "http/sign_in_limit.hpp"
#include "stories/story_site.hpp"

namespace commis::test {
namespace {

using http::SignInLimit;
constexpr std::int64_t now_ms = 1'000'000;

class LinkLimit : public testing::TestWithParam<StorageKind> {
protected:
    void SetUp() override {
        if (!TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
        site_.emplace(GetParam());
        limit_.emplace(site_->services());
    }
    void guess(const std::string& address, int times) {
        for (int i = 0; i < times; ++i) limit_->count_failure(address, now_ms);
    }

    std::optional<StorySite> site_;
    std::optional<SignInLimit> limit_;
};

TEST_P(LinkLimit, ten_failures_make_an_address_wait_until_the_window_is_over_at_every_server) {
    guess("192.0.2.1", SignInLimit::failures_max - 1);
    EXPECT_EQ(limit_->wait_seconds("192.0.2.1", now_ms), 0);
    const SignInLimit elsewhere(site_->services());
    elsewhere.count_failure("192.0.2.1", now_ms);
    EXPECT_EQ(limit_->wait_seconds("192.0.2.1", now_ms), SignInLimit::window_ms / 1'000 + 1);
    EXPECT_EQ(elsewhere.wait_seconds("192.0.2.1", now_ms), SignInLimit::window_ms / 1'000 + 1);
    EXPECT_EQ(limit_->wait_seconds("192.0.2.2", now_ms), 0);
    EXPECT_EQ(limit_->wait_seconds("192.0.2.1", now_ms + SignInLimit::window_ms), 0);
}

TEST_P(LinkLimit, a_success_takes_back_its_own_count_alone) {
    guess("192.0.2.1", SignInLimit::failures_max);
    limit_->take_back("192.0.2.1");
    EXPECT_EQ(limit_->wait_seconds("192.0.2.1", now_ms), 0);
    guess("192.0.2.1", 1);
    EXPECT_GT(limit_->wait_seconds("192.0.2.1", now_ms), 0);
    limit_->take_back("192.0.2.9");  // Nothing was counted there.
    EXPECT_EQ(limit_->wait_seconds("192.0.2.9", now_ms), 0);
}

TEST_P(LinkLimit, an_ipv6_network_is_one_address) {
    for (int i = 1; i <= SignInLimit::failures_max; ++i) guess("2001:db8:1:2::" + std::to_string(i), 1);
    EXPECT_GT(limit_->wait_seconds("2001:db8:1:2:ffff::1", now_ms), 0);
    EXPECT_EQ(limit_->wait_seconds("2001:db8:1:3::1", now_ms), 0);
    // IPv4 in IPv6's clothes is no network of 64 bits: everybody would be in it.
    guess("::ffff:192.0.2.1", SignInLimit::failures_max);
    EXPECT_EQ(limit_->wait_seconds("::ffff:192.0.2.2", now_ms), 0);
}

INSTANTIATE_TEST_SUITE_P(Storages, LinkLimit,
                         testing::Values(StorageKind::fake, StorageKind::sqlite, StorageKind::postgres),
                         [](const auto& each) { return storage_names[static_cast<int>(each.param)]; });

}  // namespace
}  // namespace commis::test
