// What programs are told, how long a failed delivery is tried, and when an endpoint is left alone.
#include "domain/webhook.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace commis::domain {
namespace {

constexpr std::int64_t hour_ms = 3'600'000;

TEST(Webhook, TellsWhatHappenedToAnOrderAndNothingSaidAmongColleagues) {
    const auto& names = told_names();
    for (const char* told :
         {"commis.order.placed", "commis.payment.recorded", "commis.state.changed", "commis.parcel.shipped",
          "commis.refund.made", "commis.units.cancelled", "commis.document.issued", "commis.people.erased"}) {
        EXPECT_NE(std::ranges::find(names, told), names.end()) << told;
    }
    for (const EventType silent : {EventType::note_added, EventType::order_imported, EventType::credit_imported,
                                   EventType::task_raised, EventType::mail_requested}) {
        EXPECT_FALSE(is_told(silent));
        EXPECT_EQ(std::ranges::find(names, told_name(silent)), names.end());
    }
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
}

TEST(Webhook, IsTriedForALittleLessThanThreeDays) {
    std::int64_t longest_ms = 0;
    std::int64_t attempt = 1;
    for (; redelivery_delay_ms(attempt, 0); ++attempt) {
        const std::int64_t latest_ms = *redelivery_delay_ms(attempt, 0);
        const std::int64_t earliest_ms = *redelivery_delay_ms(attempt, 100);
        EXPECT_EQ(earliest_ms, latest_ms - latest_ms / 10) << attempt;
        longest_ms += latest_ms;
    }
    EXPECT_EQ(attempt, 11);
    EXPECT_GT(longest_ms, 66 * hour_ms);
    EXPECT_LE(longest_ms, failing_limit_ms);
    EXPECT_EQ(redelivery_delay_ms(1, 0), 5'000);
    EXPECT_FALSE(redelivery_delay_ms(0, 0));
}

TEST(Webhook, AnEndpointThatFailsIsAskedEverMoreRarely) {
    WebhookHealth health;
    std::int64_t pause_ms = 0;
    for (int failure = 1; failure <= 20; ++failure) {
        health = after_failure(health, 1'000, false);
        EXPECT_GE(health.paused_until_ms - 1'000, pause_ms);
        pause_ms = health.paused_until_ms - 1'000;
        if (failure < 3) {
            EXPECT_EQ(pause_ms, 0) << "one refused delivery stops nobody else's";
        }
    }
    EXPECT_EQ(pause_ms, 300'000);
    EXPECT_EQ(health.failing_since_ms, 1'000);
    const WebhookHealth well = after_delivery(health, 9'000);
    EXPECT_EQ(well, (WebhookHealth{WebhookOff::none, 9'000, std::nullopt, 0, 0}));
}

TEST(Webhook, AnEndpointThatFailedForThreeDaysIsSwitchedOff) {
    WebhookHealth health = after_failure({}, 0, false);
    health = after_failure(health, failing_limit_ms - 1, false);
    EXPECT_EQ(health.off, WebhookOff::none);
    health = after_failure(health, failing_limit_ms, false);
    EXPECT_EQ(health.off, WebhookOff::failing);
    const WebhookHealth again = after_switching_on(health);
    EXPECT_EQ(again.off, WebhookOff::none);
    EXPECT_FALSE(again.failing_since_ms);
    EXPECT_EQ(again.paused_until_ms, 0);
}

TEST(Webhook, AnEndpointThatIsGoneIsSwitchedOffAtOnce) {
    EXPECT_EQ(after_failure({}, 0, true).off, WebhookOff::gone);
    WebhookHealth by_hand;
    by_hand.off = WebhookOff::by_hand;
    EXPECT_EQ(after_failure(by_hand, 0, true).off, WebhookOff::by_hand) << "what a person said stays";
}

}  // namespace
}  // namespace commis::domain
