// A shop that captures on dispatch, on every storage: when the question leaves, and what undoing keeps from leaving.
#include "payments/payment_world.hpp"

namespace commis::tests {
namespace {

using domain::Action;
using domain::CallStatus;
using domain::PaymentStatus;

class DispatchTest : public testing::TestWithParam<test::StorageKind>, protected PaymentWorld {
protected:
    void SetUp() override {
        if (!test::TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
        open(GetParam(), "nordic-shop");
        shops::ShopChange wanted;
        wanted.settings_patch_json = R"({"capture": "dispatch"})";
        write([&](ports::UnitOfWork& work) {
            shop_ = shops::update(work, *services_, caller_, shop_.id, wanted).value();
        });
    }
};

TEST_P(DispatchTest, X04AParcelTakesWhatItIsWorthAndTheLastOneTheRest) {
    const auto order = place("sandbox_ok");
    const std::string one = R"({"lines": [{"line": ")" + order.lines[0].id + R"(", "quantity": 1}]})";
    ASSERT_TRUE(act(order, Action::ship, one));
    EXPECT_EQ(run().answered, 1) << "a parcel can't be undone: it is asked at once";
    EXPECT_EQ(standing(order).figures().captured_minor, 4940);
    ASSERT_TRUE(act(order, Action::ship, "{}"));
    run();
    EXPECT_EQ(status(order), PaymentStatus::paid);
    EXPECT_EQ(book(order).size(), 2U);
}

TEST_P(DispatchTest, AChangeOfStateAsksOnceItCanNotBeUndone) {
    const auto order = place("sandbox_ok");
    ASSERT_TRUE(act(order, Action::change_state, R"({"state": "sent"})"));
    EXPECT_EQ(run().answered, 0) << "it may still be undone";
    wait(29'999);
    EXPECT_EQ(run().answered, 0);
    wait(1);
    EXPECT_EQ(run().answered, 1);
    EXPECT_EQ(status(order), PaymentStatus::paid);
    EXPECT_EQ(stored(order).ledger.calls.front().status, CallStatus::done);
}

TEST_P(DispatchTest, WhatWasUndoneNeverLeaves) {
    const auto order = place("sandbox_ok");
    ASSERT_TRUE(act(order, Action::change_state, R"({"state": "sent"})"));
    ASSERT_TRUE(act(order, Action::undo, "{}"));
    wait(60'000);
    EXPECT_EQ(run().answered, 0);
    EXPECT_TRUE(book(order).empty());
    const auto after = stored(order);
    EXPECT_EQ(after.ledger.calls.front().status, CallStatus::withdrawn);
    EXPECT_EQ(status(order), PaymentStatus::authorized);
    ASSERT_TRUE(act(order, Action::ship, "{}")) << "and the goods leave later";
    run();
    EXPECT_EQ(status(order), PaymentStatus::paid);
    EXPECT_EQ(book(order).size(), 1U);
}

TEST_P(DispatchTest, ADeclinedCaptureAfterDispatchIsATaskWithItsReason) {
    const auto order = place("sandbox_decline_capture");
    ASSERT_TRUE(act(order, Action::ship, "{}"));
    run();
    EXPECT_EQ(status(order), PaymentStatus::failed);
    EXPECT_EQ(stored(order).ledger.calls.front().reason, "declined");
    EXPECT_EQ(domain::next_step(standing(order)).step, domain::Step::send_payment_link);
}

std::string storage_name(const testing::TestParamInfo<test::StorageKind>& info) {
    return test::storage_names[static_cast<int>(info.param)];
}
INSTANTIATE_TEST_SUITE_P(Storage, DispatchTest,
                         testing::Values(test::StorageKind::fake, test::StorageKind::sqlite,
                                         test::StorageKind::postgres),
                         storage_name);

}  // namespace
}  // namespace commis::tests
