// Money that is taken because goods leave: when, how much, and what undoing takes back (X-04, D-01, D-03, D-13).
#include <gtest/gtest.h>

#include "domain/decisions/provider_answer.hpp"
#include "requirements/desk.hpp"

namespace commis::domain::requirements {
namespace {

Profile taking(CaptureAt moment) {
    Profile profile = sample::profile("nordic-shop");
    profile.capture_at = moment;
    return profile;
}

// Three lamps at ten euro, a chain at five, parcel post for six; all of it reserved on a card.
Desk lamps(CaptureAt moment, std::int64_t reserved_minor = 4'100) {
    PlaceOrder command = sample::plain(LineKind::goods, 3, "card");
    command.lines.push_back({"CHAIN", "Chain", LineKind::goods, 1, 500, 0, "0", {}});
    command.shipping = {"parcel", "Parcel", 600, "0", false};
    command = with_attempt(std::move(command), AttemptStatus::authorized, sample::now_ms + 7 * day_ms);
    command.payments[0].amount_minor = reserved_minor;
    return Desk(taking(moment), command);
}

std::int64_t asked(const Desk& desk) {
    std::int64_t sum_minor = 0;
    for (const GatewayCall& call : desk.order.ledger.calls) {
        if (call.kind == CallKind::capture && call.is_open()) sum_minor += call.amount_minor;
    }
    return sum_minor;
}

// As the service answers: what was asked for came in, and so much stays reserved.
void answer(Desk& desk, std::optional<std::int64_t> open_minor = {}) {
    const Ledger ledger = desk.order.ledger;
    for (const GatewayCall& call : ledger.calls) {
        if (!call.is_open()) continue;
        CallAnswer done{.status = CallStatus::done, .reference = "ch_" + call.id, .amount_minor = call.amount_minor};
        const std::int64_t left_minor = reserved_of(desk.order.ledger, desk.order.ledger.payments[0]);
        done.open_minor = open_minor.value_or(left_minor - call.amount_minor);
        ASSERT_EQ(desk.apply(settle_call(desk.order, call.id, done, desk.context())), "taken");
    }
}

TEST(X, X04_a_parcel_that_leaves_asks_for_what_it_is_worth_and_the_last_takes_the_rest) {
    Desk desk = lamps(CaptureAt::dispatch);
    ASSERT_EQ(desk.ship(Ship{.lines = pieces(desk.order, 2).lines}), "taken");
    EXPECT_EQ(asked(desk), 2'000 + 600) << "the shipping goes with the first parcel";
    EXPECT_EQ(desk.said("capture"), "2600");
    EXPECT_EQ(desk.events(), "parcel.shipped") << "one step on the timeline";
    EXPECT_EQ(desk.figures().captured_minor, 0) << "asked is not taken";
    answer(desk);
    EXPECT_EQ(desk.figures().captured_minor, 2'600);
    ASSERT_EQ(desk.ship(Ship{.lines = pieces(desk.order, 1).lines}), "taken");
    EXPECT_EQ(asked(desk), 1'000);
    ASSERT_EQ(desk.ship(), "taken") << "before the service has answered";
    EXPECT_EQ(asked(desk), 1'500) << "the chain, beside what is under way";
    answer(desk);
    EXPECT_EQ(desk.status(), "paid");
}

TEST(X, X04_where_the_hand_over_counts_a_label_takes_nothing) {
    Desk desk = lamps(CaptureAt::handover);
    ASSERT_EQ(desk.ship(Ship{.label_only = true}), "taken");
    EXPECT_EQ(asked(desk), 0);
    EXPECT_EQ(desk.step(), "capture");
    CorrectParcel handed{desk.order.shipments[0].id, {}, {}, desk.now_ms, {}};
    ASSERT_EQ(desk.apply(correct_parcel(desk.order, handed, desk.context())), "taken");
    EXPECT_EQ(asked(desk), 4'100);
    EXPECT_EQ(desk.order.ledger.calls[0].not_before_ms, desk.now_ms);
    CorrectParcel delivered{desk.order.shipments[0].id, {}, {}, {}, desk.now_ms};
    ASSERT_EQ(desk.apply(correct_parcel(desk.order, delivered, desk.context())), "taken");
    EXPECT_EQ(asked(desk), 4'100) << "once";
    Desk at_dispatch = lamps(CaptureAt::dispatch);
    ASSERT_EQ(at_dispatch.ship(Ship{.label_only = true}), "taken");
    EXPECT_EQ(asked(at_dispatch), 4'100) << "elsewhere the parcel alone counts";
}

TEST(D, D03_never_more_is_asked_for_than_is_due_or_reserved) {
    Desk poor = lamps(CaptureAt::dispatch, 1'500);
    ASSERT_EQ(poor.ship(), "taken");
    EXPECT_EQ(asked(poor), 1'500);
    Desk part_paid = lamps(CaptureAt::dispatch);
    ASSERT_EQ(part_paid.pay(3'000), "taken");
    ASSERT_EQ(part_paid.ship(Ship{.lines = pieces(part_paid.order, 3).lines}), "taken");
    EXPECT_EQ(asked(part_paid), 600) << "lamps and shipping, less what came in before";
    Desk smaller = lamps(CaptureAt::dispatch);
    ASSERT_EQ(smaller.cancel(pieces(smaller.order, 1)), "taken");
    ASSERT_EQ(smaller.ship(), "taken");
    EXPECT_EQ(asked(smaller), 3'100);
}

TEST(D, D01_a_shop_that_captures_by_hand_is_asked_for_nothing) {
    for (const CaptureAt moment : {CaptureAt::manual, CaptureAt::order}) {
        Desk desk = lamps(moment);
        ASSERT_EQ(desk.ship(), "taken");
        EXPECT_EQ(asked(desk), 0);
    }
}

TEST(X, X10_what_can_be_undone_asks_for_money_only_once_it_can_not_any_more) {
    Desk desk = lamps(CaptureAt::dispatch);
    const auto shown = change_state(desk.order, {"sent", "", {}, {}}, desk.context());
    ASSERT_EQ(desk.move("sent"), "taken");
    ASSERT_EQ(desk.order.ledger.calls.size(), 1U);
    EXPECT_EQ(shown->order.ledger.calls[0].amount_minor, desk.order.ledger.calls[0].amount_minor) << "said beforehand";
    EXPECT_EQ(desk.order.ledger.calls[0].not_before_ms, desk.now_ms + 30'000);
    EXPECT_EQ(desk.answer(Action::capture), "payment_in_progress");
    ASSERT_EQ(desk.undo(), "taken");
    EXPECT_EQ(desk.order.ledger.calls[0].status, CallStatus::withdrawn);
    EXPECT_EQ(desk.answer(Action::capture), "allowed");
    ASSERT_EQ(desk.move("sent"), "taken");
    EXPECT_EQ(asked(desk), 4'100) << "sent again, asked again";
    ASSERT_EQ(desk.cancel(), "taken");
    EXPECT_EQ(asked(desk), 0) << "what did not leave is not asked for any more";
    EXPECT_EQ(desk.order.ledger.payments[0].status, AttemptStatus::voided);
}

TEST(D, D03_a_card_that_gives_money_once_leaves_the_rest_to_a_payment_link) {
    Desk desk = lamps(CaptureAt::dispatch);
    ASSERT_EQ(desk.ship(Ship{.lines = pieces(desk.order, 1).lines}), "taken");
    answer(desk, 0);
    EXPECT_EQ(desk.status(), "partially_paid");
    EXPECT_EQ(desk.step(), "send_payment_link");
    EXPECT_EQ(desk.queue(), "to_collect");
    EXPECT_EQ(desk.answer(Action::send_payment_link), "allowed");
    ASSERT_EQ(desk.ship(), "taken");
    EXPECT_EQ(asked(desk), 0);
}

TEST(D, D03_a_capture_that_is_declined_after_dispatch_calls_for_a_payment_link) {
    Desk desk = lamps(CaptureAt::dispatch);
    ASSERT_EQ(desk.ship(), "taken");
    const CallAnswer no{.status = CallStatus::declined, .reason = "declined"};
    ASSERT_EQ(desk.apply(settle_call(desk.order, desk.order.ledger.calls[0].id, no, desk.context())), "taken");
    EXPECT_EQ(desk.said("reason"), "declined");
    EXPECT_EQ(desk.status(), "failed");
    EXPECT_EQ(desk.step(), "send_payment_link");
    EXPECT_EQ(next_step(desk.standing()).amount_minor, 4'100);
}

TEST(W, W40_goods_leave_also_where_the_account_is_not_connected) {
    Desk desk = lamps(CaptureAt::dispatch);
    desk.is_connected = false;
    ASSERT_EQ(desk.ship(), "taken");
    EXPECT_EQ(desk.warning(), "provider_not_connected");
    EXPECT_EQ(asked(desk), 0);
    EXPECT_EQ(desk.step(), "capture") << "it is named as the next thing to do";
}

}  // namespace
}  // namespace commis::domain::requirements
