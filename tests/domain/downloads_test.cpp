// How often and until when a file may be fetched (O-26).
#include "domain/downloads.hpp"

#include <gtest/gtest.h>

namespace commis::domain {
namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t granted_ms = 1'000 * day_ms;

class Downloads : public testing::Test {
protected:
    Downloads() {
        order_.currency = *Currency::find("EUR");
        Line line;
        line.kind = LineKind::digital;
        line.access = Access::granted;
        line.granted_at_ms = granted_ms;
        order_.lines.push_back(line);
        profile_.download_limit = 3;
        profile_.download_days = 10;
    }

    DownloadRight right(std::int64_t begun, std::int64_t now_ms = granted_ms, bool goes_on = false) {
        return download_right(order_, order_.lines.front(), profile_, begun, now_ms, goes_on);
    }

    Order order_;
    Profile profile_;
};

TEST_F(Downloads, O26_are_counted_down_to_the_limit) {
    EXPECT_EQ(right(0).left, 3);
    EXPECT_EQ(right(2).reason, std::nullopt);
    EXPECT_EQ(right(2).left, 1);
    EXPECT_EQ(right(3).reason, Refusal::download_used_up);
    EXPECT_EQ(right(4).left, 0) << "a limit that was lowered";
    EXPECT_EQ(right(3, granted_ms, true).reason, std::nullopt) << "what was begun may be ended";
}

TEST_F(Downloads, O26_end_after_their_days) {
    EXPECT_EQ(right(0).until_ms, granted_ms + 10 * day_ms);
    EXPECT_EQ(right(0, granted_ms + 10 * day_ms - 1).reason, std::nullopt);
    EXPECT_EQ(right(0, granted_ms + 10 * day_ms).reason, Refusal::download_expired);
    EXPECT_EQ(right(1, granted_ms + 10 * day_ms, true).reason, Refusal::download_expired);
}

TEST_F(Downloads, O26_have_no_limit_where_the_shop_sets_none) {
    profile_.download_limit = 0;
    profile_.download_days = 0;
    const DownloadRight free = right(1'000'000, granted_ms + 10'000 * day_ms);
    EXPECT_EQ(free.left, std::nullopt);
    EXPECT_EQ(free.until_ms, std::nullopt);
    EXPECT_EQ(free.reason, std::nullopt);
}

TEST_F(Downloads, P31_are_closed_by_the_facts_before_the_limits) {
    order_.lines.front().access = Access::blocked;
    EXPECT_EQ(right(3).reason, Refusal::access_blocked);
    EXPECT_EQ(right(3, granted_ms, true).reason, Refusal::access_blocked);
    order_.lines.front().access = Access::granted;
    order_.lines.front().refunded = 1;
    EXPECT_EQ(right(0).reason, Refusal::unit_refunded);
}

}  // namespace
}  // namespace commis::domain
