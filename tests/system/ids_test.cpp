// Ids rise and never repeat, from many threads and with a clock that stands still or goes back.
#include "adapters/system/ids.hpp"

#include <set>
#include <thread>

#include "adapters/system/clock.hpp"
#include "gtest/gtest.h"

namespace commis::system {
namespace {

struct HandClock final : ports::Clock {
    std::int64_t start_of_day(std::int64_t moment_ms, std::int32_t days, std::string_view zone) const override {
        return system::start_of_day(moment_ms, days, zone);
    }
    std::int32_t day_of(std::int64_t moment_ms, std::string_view zone) const override {
        return system::day_of(moment_ms, zone);
    }
    std::int64_t at_ms = 1'764'000'000'000;
    std::int64_t now_ms() const override { return at_ms; }
    bool knows_zone(std::string_view) const override { return true; }
};

TEST(Ids, are_26_digits_of_crockford) {
    SystemClock clock;
    UlidIds ids(clock);
    const std::string id = ids.next();
    EXPECT_EQ(id.size(), 26U);
    EXPECT_EQ(id.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ"), std::string::npos) << id;
}

TEST(Ids, begin_with_the_time) {
    HandClock clock;
    clock.at_ms = 1'469'918'176'385;  // The example of the ULID specification.
    UlidIds ids(clock);
    EXPECT_EQ(ids.next().substr(0, 10), "01ARYZ6S41");
}

TEST(Ids, rise_while_the_clock_stands_still_or_goes_back) {
    HandClock clock;
    UlidIds ids(clock);
    std::string last = ids.next();
    for (int i = 0; i < 10'000; ++i) {
        if (i == 5'000) clock.at_ms -= 60'000;
        if (i == 8'000) clock.at_ms += 120'000;
        const std::string id = ids.next();
        ASSERT_LT(last, id);
        last = id;
    }
}

TEST(Ids, never_repeat_over_threads) {
    SystemClock clock;
    UlidIds ids(clock);
    std::array<std::vector<std::string>, 4> made;
    {
        std::vector<std::jthread> threads;
        for (auto& list : made) {
            threads.emplace_back([&ids, &list] {
                for (int i = 0; i < 5'000; ++i) list.push_back(ids.next());
            });
        }
    }
    std::set<std::string> all;
    for (const auto& list : made) {
        EXPECT_TRUE(std::ranges::is_sorted(list));
        all.insert(list.begin(), list.end());
    }
    EXPECT_EQ(all.size(), 20'000U);
}

TEST(Ids, secrets_are_32_bytes_that_fit_a_link) {
    SystemClock clock;
    UlidIds ids(clock);
    std::set<std::string> seen;
    for (int i = 0; i < 1'000; ++i) {
        const std::string secret = ids.secret();
        EXPECT_EQ(secret.size(), 43U);
        EXPECT_EQ(secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
                  std::string::npos);
        EXPECT_TRUE(seen.insert(secret).second);
    }
}

TEST(Ids, shop_ids_are_positive_and_fit_every_json_reader) {
    SystemClock clock;
    UlidIds ids(clock);
    std::set<std::int64_t> seen;
    for (int i = 0; i < 1'000; ++i) {
        const std::int64_t id = ids.next_shop_id();
        EXPECT_GT(id, 0);
        EXPECT_LT(id, std::int64_t{1} << 53);
        EXPECT_TRUE(seen.insert(id).second);
    }
}

TEST(Clock, knows_the_time_and_the_zones) {
    const SystemClock clock;
    EXPECT_GT(clock.now_ms(), 1'700'000'000'000);
    EXPECT_LT(clock.now_ms(), 4'000'000'000'000);
    for (const char* zone : {"Europe/Paris", "Europe/Copenhagen", "UTC", "America/Argentina/Buenos_Aires"}) {
        EXPECT_TRUE(clock.knows_zone(zone)) << zone;
    }
    for (const char* zone : {"", "Mars/Base", "europe/paris", "../../etc/passwd", "/etc/localtime", "+00"}) {
        EXPECT_FALSE(clock.knows_zone(zone)) << zone;
    }
}

}  // namespace
}  // namespace commis::system
