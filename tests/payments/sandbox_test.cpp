// What the sandbox's references promise (api.md), from the question of an operator to the ledger, on every storage.
#include "payments/payment_world.hpp"

namespace commis::tests {
namespace {

using domain::Action;
using domain::AttemptStatus;
using domain::CallKind;
using domain::MailKind;
using domain::PaymentStatus;
using domain::RefundStatus;

class SandboxTest : public testing::TestWithParam<test::StorageKind>, protected PaymentWorld {
protected:
    void SetUp() override {
        if (!test::TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
        open(GetParam());
    }
    std::string refusal(const domain::Result<domain::Decision>& decided) {
        return decided ? "taken" : std::string(domain::code_of(decided.error().refusal));
    }
};

TEST_P(SandboxTest, ACaptureBringsTheMoneyInOnceItIsAnswered) {
    const auto order = place("sandbox_ok");
    EXPECT_EQ(status(order), PaymentStatus::authorized);
    ASSERT_TRUE(act(order, Action::capture, "{}"));
    EXPECT_EQ(notices_.asked, 1) << "whoever calls the service is woken";
    EXPECT_EQ(status(order), PaymentStatus::authorized) << "asked is not taken";
    EXPECT_EQ(refusal(act(order, Action::capture, "{}")), "payment_in_progress");
    EXPECT_EQ(run().answered, 1);
    EXPECT_EQ(status(order), PaymentStatus::paid);
    const auto after = stored(order);
    EXPECT_EQ(after.ledger.entries.front().fee_minor, 9880 * 14 / 1'000 + 25) << "W-39: the fee is known";
    EXPECT_EQ(after.ledger.payments.front().status, AttemptStatus::captured);
    EXPECT_EQ(after.ledger.payments.front().account, "sandbox") << "W-40: the account that took it";
    EXPECT_EQ(mails(order, MailKind::payment_changed).size(), 1U);
    EXPECT_EQ(refusal(act(order, Action::capture, "{}")), "no_open_authorization");
    EXPECT_EQ(run().answered, 0) << "nothing is asked twice";
}

TEST_P(SandboxTest, PartsAreCapturedAsPartsAreSentAndTheRestStaysReserved) {
    const auto order = place("sandbox_ok");
    ASSERT_TRUE(act(order, Action::capture, R"({"amount": 4940})"));
    run();
    EXPECT_EQ(status(order), PaymentStatus::partially_paid);
    EXPECT_EQ(standing(order).authorized_minor, 4940);
    EXPECT_EQ(refusal(act(order, Action::capture, R"({"amount": 4941})")), "amount_exceeds_due");
    ASSERT_TRUE(act(order, Action::capture, "{}"));
    run();
    EXPECT_EQ(status(order), PaymentStatus::paid);
    EXPECT_EQ(book(order).size(), 2U);
}

TEST_P(SandboxTest, ACaptureGoesOverSeveralCards) {
    const auto order = place("sandbox_ok", AttemptStatus::authorized, {4000, 5880});
    ASSERT_TRUE(act(order, Action::capture, "{}"));
    EXPECT_EQ(run().answered, 2);
    EXPECT_EQ(status(order), PaymentStatus::paid);
    ASSERT_TRUE(act(order, Action::refund, R"({"amount": 9880, "notify": true})"));
    EXPECT_EQ(mails(order, MailKind::refund_made).size(), 0U);
    run();
    EXPECT_EQ(status(order), PaymentStatus::refunded);
    EXPECT_EQ(mails(order, MailKind::refund_made).size(), 1U) << "one refund, one mail";
}

TEST_P(SandboxTest, ADeclinedCaptureIsANormalOutcomeWithItsReason) {
    const auto order = place("sandbox_decline_capture");
    ASSERT_TRUE(act(order, Action::capture, "{}"));
    run();
    EXPECT_EQ(status(order), PaymentStatus::failed);
    EXPECT_EQ(stored(order).ledger.calls.front().reason, "declined");
    EXPECT_EQ(standing(order).figures().captured_minor, 0);
    EXPECT_EQ(run().answered, 0);
}

TEST_P(SandboxTest, AnExpiredHoldIsCalledExpired) {
    const auto order = place("sandbox_expired");
    ASSERT_TRUE(act(order, Action::capture, "{}"));
    run();
    EXPECT_EQ(status(order), PaymentStatus::authorization_expired);
}

TEST_P(SandboxTest, AnAnswerThatDoesNotComeIsLookedUpAndNeverRepeatedBlindly) {
    const auto order = place("sandbox_timeout");
    ASSERT_TRUE(act(order, Action::capture, "{}"));
    EXPECT_EQ(run().waiting, 1);
    EXPECT_EQ(status(order), PaymentStatus::review) << "the money may have moved or not";
    EXPECT_EQ(refusal(act(order, Action::capture, "{}")), "payment_in_progress");
    EXPECT_EQ(run().answered, 0) << "not before its time";
    wait(worker::ask_again_delay_ms(1));
    EXPECT_EQ(run().answered, 1);
    EXPECT_EQ(status(order), PaymentStatus::paid);
    EXPECT_EQ(wire_->moves, 1) << "asked once";
    EXPECT_EQ(wire_->look_ups, 1);
    EXPECT_EQ(book(order).size(), 1U);
}

TEST_P(SandboxTest, W38ARefundIsToldWhenItIsPaidOut) {
    const auto order = place("sandbox_ok", AttemptStatus::captured);
    const auto asked = act(order, Action::refund, R"({"amount": 4940, "note": "Sorry", "notify": true})");
    ASSERT_TRUE(asked);
    EXPECT_EQ(standing(order).figures().refundable(), 4940) << "what is under way can't be given back again";
    EXPECT_EQ(standing(order).figures().refunded_minor, 0);
    EXPECT_TRUE(mails(order, MailKind::refund_made).empty());
    run();
    EXPECT_EQ(stored(order).ledger.refunds.front().status, RefundStatus::succeeded);
    EXPECT_EQ(standing(order).figures().refunded_minor, 4940);
    const auto told = mails(order, MailKind::refund_made);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told.front().reason, domain::Suppression::none);
    EXPECT_EQ(told.front().event_sequence, asked->order.ledger.calls.back().event_sequence)
        << "it tells of the refund with its words";
}

TEST_P(SandboxTest, ARefundThatFailsLeavesTheBalanceAndTellsNobody) {
    const auto order = place("sandbox_decline_refund", AttemptStatus::captured);
    ASSERT_TRUE(act(order, Action::refund, R"({"amount": 4940, "notify": true})"));
    run();
    EXPECT_EQ(stored(order).ledger.refunds.front().status, RefundStatus::failed);
    EXPECT_EQ(standing(order).figures().refundable(), 9880);
    EXPECT_EQ(standing(order).figures().owed(), 9880) << "a kindness that failed lowers nothing";
    EXPECT_EQ(mails(order, MailKind::refund_made).front().reason, domain::Suppression::refund_failed);
    EXPECT_TRUE(act(order, Action::refund, R"({"amount": 4940})")) << "and may be tried again";
}

TEST_P(SandboxTest, AHoldIsReleasedByHandAndByCancelling) {
    const auto by_hand = place("sandbox_ok");
    ASSERT_TRUE(act(by_hand, Action::void_, "{}"));
    EXPECT_EQ(refusal(act(by_hand, Action::capture, "{}")), "payment_in_progress");
    run();
    EXPECT_EQ(status(by_hand), PaymentStatus::voided);

    const auto cancelled = place("sandbox_ok");
    ASSERT_TRUE(act(cancelled, Action::cancel, "{}"));
    EXPECT_EQ(run().answered, 1) << "the service hears of it";
    EXPECT_EQ(book(cancelled).front().kind, CallKind::release);
    EXPECT_EQ(stored(cancelled).ledger.payments.front().status, AttemptStatus::voided);
}

TEST_P(SandboxTest, D20ACheckBringsTheLedgerToWhatTheProviderKnows) {
    const auto order = place("sandbox_ok", AttemptStatus::initiated);
    EXPECT_EQ(status(order), PaymentStatus::awaiting);
    ASSERT_TRUE(act(order, Action::check_payment, "{}"));
    EXPECT_EQ(refusal(act(order, Action::check_payment, "{}")), "payment_in_progress");
    run();
    EXPECT_EQ(status(order), PaymentStatus::paid) << "O-29: the bank had the money, the shop had not heard of it";
    ASSERT_TRUE(act(order, Action::check_payment, "{}"));
    run();
    EXPECT_EQ(stored(order).ledger.entries.size(), 1U) << "asked again, nothing is entered twice";
}

TEST_P(SandboxTest, W40WithoutTheAccountNothingIsAskedOfIt) {
    const auto held = place("sandbox_ok");
    const auto taken = place("sandbox_ok", AttemptStatus::captured);
    shop_.sandbox = false;
    EXPECT_EQ(refusal(act(held, Action::capture, "{}")), "provider_not_connected");
    EXPECT_EQ(refusal(act(held, Action::void_, "{}")), "provider_not_connected");
    EXPECT_EQ(refusal(act(held, Action::check_payment, "{}")), "provider_not_connected");
    EXPECT_EQ(refusal(act(taken, Action::refund, R"({"amount": 1})")), "provider_not_connected");
    EXPECT_TRUE(act(held, Action::cancel, "{}")) << "an order is cancelled all the same";
}

TEST_P(SandboxTest, BadAmountsAreRefusedByName) {
    const auto order = place("sandbox_ok", AttemptStatus::authorized, {4000});
    EXPECT_EQ(refusal(act(order, Action::capture, R"({"amount": 0})")), "bad_field");
    EXPECT_EQ(refusal(act(order, Action::capture, R"({"amount": 4001})")), "amount_exceeds_authorized");
    EXPECT_EQ(refusal(act(order, Action::capture, R"({"amount": 9881})")), "amount_exceeds_due");
    const auto strange = place("pi_of_somewhere");
    ASSERT_TRUE(act(strange, Action::capture, "{}"));
    run();
    EXPECT_EQ(stored(strange).ledger.calls.front().reason, "not_found");
}

std::string storage_name(const testing::TestParamInfo<test::StorageKind>& info) {
    return test::storage_names[static_cast<int>(info.param)];
}
INSTANTIATE_TEST_SUITE_P(Storage, SandboxTest,
                         testing::Values(test::StorageKind::fake, test::StorageKind::sqlite,
                                         test::StorageKind::postgres),
                         storage_name);

}  // namespace
}  // namespace commis::tests
