// Whatever is divided adds up to the whole, for any amounts.
#include "domain/rounding.hpp"

#include <rapidcheck.h>

#include <numeric>

#include "domain/money.hpp"
#include "gtest/gtest.h"

namespace commis::domain {
namespace {

std::int64_t sum_of(const std::vector<std::int64_t>& parts) {
    return std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
}

rc::Gen<std::int64_t> any_amount() { return rc::gen::inRange<std::int64_t>(-amount_limit_minor, amount_limit_minor); }

TEST(Rounding, half_goes_away_from_zero) {
    EXPECT_EQ(scale_half_away(5, 1, 2), 3);
    EXPECT_EQ(scale_half_away(-5, 1, 2), -3);
    EXPECT_EQ(scale_half_away(4, 1, 3), 1);
    EXPECT_EQ(scale_half_away(5, 1, 3), 2);
    EXPECT_EQ(scale_half_away(-4, 1, 3), -1);
    EXPECT_EQ(scale_half_away(0, 7, 3), 0);
    EXPECT_EQ(scale_half_away(amount_limit_minor, 1'000'000, 1'000'000), amount_limit_minor) << "128 bits in between";
}

TEST(Spread, gives_equal_remainders_to_the_earlier_part) {
    using Parts = std::vector<std::int64_t>;
    const Parts thirds{1, 1, 1};
    EXPECT_EQ(spread(100, thirds), (Parts{34, 33, 33}));
    EXPECT_EQ(spread(-100, thirds), (Parts{-34, -33, -33}));
    EXPECT_EQ(spread(500, Parts{5'997, 10'000}), (Parts{187, 313}));
    EXPECT_EQ(spread(7, Parts{0, 0}), (Parts{7, 0}));
    EXPECT_EQ(spread(7, Parts{}), Parts{});
    EXPECT_EQ(spread(0, thirds), (Parts{0, 0, 0}));
}

TEST(Spread, parts_sum_to_the_total_and_stay_near_their_share) {
    EXPECT_TRUE(rc::check([] {
        const auto total = *any_amount();
        const auto weights = *rc::gen::nonEmpty(
            rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 1'000'000'000)));
        const auto parts = spread(total, weights);
        RC_ASSERT(sum_of(parts) == total);
        const auto whole = sum_of(weights);
        for (std::size_t i = 0; whole > 0 && i < parts.size(); ++i) {
            const auto fair = scale_half_away(total, weights[i], whole);
            RC_ASSERT(parts[i] >= fair - 1 && parts[i] <= fair + 1);
            if (weights[i] == 0) RC_ASSERT(parts[i] == 0);
        }
    }));
}

TEST(Spread, a_discount_never_exceeds_what_it_is_taken_from) {
    EXPECT_TRUE(rc::check([] {
        const auto amounts = *rc::gen::nonEmpty(
            rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 100'000)));
        const auto discount = *rc::gen::inRange<std::int64_t>(0, sum_of(amounts) + 1);
        const auto parts = spread(discount, amounts);
        for (std::size_t i = 0; i < parts.size(); ++i) RC_ASSERT(parts[i] >= 0 && parts[i] <= amounts[i]);
    }));
}

TEST(ShareOfUnits, taken_one_by_one_or_in_any_cut_gives_back_exactly_the_line) {
    EXPECT_TRUE(rc::check([] {
        const auto total = *any_amount();
        const auto count = *rc::gen::inRange<std::int64_t>(1, 60);
        std::int64_t one_by_one = 0;
        for (std::int64_t i = 0; i < count; ++i) one_by_one += share_of_units(total, i, i + 1, count);
        RC_ASSERT(one_by_one == total);
        const auto cut = *rc::gen::inRange<std::int64_t>(0, count + 1);
        RC_ASSERT(share_of_units(total, 0, cut, count) + share_of_units(total, cut, count, count) == total);
    }));
}

TEST(ShareOfUnits, one_mug_of_three_is_worth_1937) {
    EXPECT_EQ(share_of_units(5'810, 0, 1, 3), 1'937);
    EXPECT_EQ(share_of_units(5'810, 1, 2, 3), 1'936);
    EXPECT_EQ(share_of_units(5'810, 2, 3, 3), 1'937);
}

TEST(RoundToCoin, knows_the_smallest_coin) {
    EXPECT_EQ(round_to_coin(1'237, 5), 1'235);
    EXPECT_EQ(round_to_coin(1'238, 5), 1'240);
    EXPECT_EQ(round_to_coin(1'225, 50), 1'250);
    EXPECT_EQ(round_to_coin(1'224, 50), 1'200);
    EXPECT_EQ(round_to_coin(-1'225, 50), -1'250);
    EXPECT_EQ(round_to_coin(17, 1), 17);
}

}  // namespace
}  // namespace commis::domain
