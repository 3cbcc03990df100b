// Money that a buyer's bank takes back, by hand and as a service reports it; and refunds that a service refused.
#include <gtest/gtest.h>

#include <algorithm>

#include "domain/decisions/chargeback.hpp"
#include "domain/decisions/retry_refund.hpp"
#include "requirements/desk.hpp"

namespace commis::domain::requirements {
namespace {

// Two pieces at ten euro, paid by card.
Desk paid() { return Desk("web-shop", with_attempt(goods("card"), AttemptStatus::captured)); }

std::string charge_back(Desk& desk, std::optional<std::int64_t> amount_minor = {}, std::string reference = "CB-1") {
    RecordChargeback command{.amount_minor = amount_minor, .reference = std::move(reference)};
    command.reason = "product_not_received";
    command.answer_by_ms = desk.now_ms + 7 * day_ms;
    return desk.apply(record_chargeback(desk.order, command, desk.context()));
}

std::string decide(Desk& desk, bool won, std::string reference = {}) {
    return desk.apply(decide_chargeback(desk.order, {std::move(reference), won, {}}, desk.context()));
}

TEST(O, O35_a_chargeback_is_under_review_with_its_deadline_until_it_is_decided) {
    Desk desk = paid();
    ASSERT_EQ(charge_back(desk), "taken");
    EXPECT_EQ(desk.events(), "chargeback.opened");
    EXPECT_EQ(desk.status(), "review");
    EXPECT_EQ(desk.figures().held(), 0) << "the money is gone for now";
    EXPECT_EQ(desk.step(), "answer_chargeback");
    EXPECT_EQ(desk.queue(), "to_check");
    EXPECT_EQ(next_step(desk.standing()).amount_minor, 2'000);
    EXPECT_EQ(next_step(desk.standing()).until_ms, desk.now_ms + 7 * day_ms);
    EXPECT_EQ(desk.answer(Action::refund), "nothing_refundable") << "or the buyer would get it twice";
    ASSERT_EQ(decide(desk, true), "taken");
    EXPECT_EQ(desk.said("outcome"), "won");
    EXPECT_EQ(desk.status(), "paid");
    EXPECT_EQ(desk.figures().held(), 2'000);
    EXPECT_EQ(desk.figures().refunded_minor, 0) << "a case that was won counts no more";
    EXPECT_EQ(desk.answer(Action::refund), "allowed");
    EXPECT_EQ(decide(desk, false), "no_open_chargeback");
}

TEST(O, O35_a_lost_chargeback_stays_gone_and_the_amount_is_due_again) {
    Desk desk = paid();
    ASSERT_EQ(charge_back(desk, 500), "taken");
    EXPECT_EQ(desk.figures().due(), 500);
    ASSERT_EQ(decide(desk, false, "CB-1"), "taken");
    EXPECT_EQ(desk.status(), "partially_paid");
    EXPECT_EQ(desk.figures().due(), 500);
    EXPECT_EQ(desk.figures().refunded_minor, 500);
}

TEST(O, O35_no_chargeback_takes_more_than_came_in_and_each_case_is_known_once) {
    Desk desk = paid();
    EXPECT_EQ(charge_back(desk, 2'001), "amount_exceeds_captured");
    EXPECT_EQ(charge_back(desk, 0), "/amount out_of_range");
    EXPECT_EQ(charge_back(desk, 100, ""), "/reference required");
    ASSERT_EQ(charge_back(desk, 1'500), "taken");
    EXPECT_EQ(charge_back(desk, 100), "/reference already_used");
    EXPECT_EQ(charge_back(desk, 501, "CB-2"), "amount_exceeds_captured");
    ASSERT_EQ(charge_back(desk, {}, "CB-2"), "taken") << "what is left of the payment";
    EXPECT_EQ(desk.order.ledger.entries.back().amount_minor, 500);
    EXPECT_EQ(decide(desk, true), "/reference required") << "which of the two";
    EXPECT_EQ(decide(desk, true, "CB-9"), "no_open_chargeback");
    RecordChargeback elsewhere{.payment_id = "nowhere", .reference = "CB-3"};
    EXPECT_EQ(desk.apply(record_chargeback(desk.order, elsewhere, desk.context())), "/payment unknown_payment");
    Desk unpaid("web-shop", goods("cheque"));
    EXPECT_EQ(charge_back(unpaid), "nothing_captured");
}

PaymentTruth truth_of(const Desk& desk, std::vector<Dispute> disputes) {
    PaymentTruth truth;
    truth.status = AttemptStatus::captured;
    truth.captures.push_back({"", desk.order.ledger.entries.front().reference, 2'000, 0, false});
    truth.disputes = std::move(disputes);
    return truth;
}

std::string hear(Desk& desk, const PaymentTruth& truth) {
    return desk.apply(learn(desk.order, desk.order.ledger.payments[0].id, truth, desk.context()));
}

TEST(G, G04_what_a_service_says_of_a_case_ends_in_the_same_ledger_in_any_order) {
    const Dispute opened{.reference = "dp_1", .amount_minor = 2'000, .reason = "fraudulent", .answer_by_ms = 9'000};
    Dispute won = opened;
    won.undecided = false;
    won.won = true;
    const auto ledger_after = [&](const std::vector<Dispute>& told) {
        Desk desk = paid();
        for (const Dispute& dispute : told) {
            const std::string answer = hear(desk, truth_of(desk, {dispute}));
            EXPECT_TRUE(answer == "taken" || answer == "nothing_changed") << answer;
        }
        std::string text = desk.status();
        for (const LedgerEntry& entry : desk.order.ledger.entries) {
            text += " " + std::string(id_of(entry.kind)) + (entry.undecided ? "?" : entry.won ? "+" : "");
        }
        return text;
    };
    EXPECT_EQ(ledger_after({opened}), "review capture chargeback?");
    EXPECT_EQ(ledger_after({opened, opened}), "review capture chargeback?");
    for (const auto& told : std::vector<std::vector<Dispute>>{
             {opened, won}, {won}, {won, opened}, {won, won, opened}, {opened, won, opened, won}}) {
        EXPECT_EQ(ledger_after(told), "paid capture chargeback+");
    }
}

TEST(G, G04_a_service_corrects_a_deadline_and_what_a_hand_had_decided) {
    Desk desk = paid();
    Dispute told{.reference = "CB-1", .amount_minor = 2'000, .reason = "duplicate", .answer_by_ms = 5'000};
    ASSERT_EQ(hear(desk, truth_of(desk, {told})), "taken");
    EXPECT_EQ(desk.events(), "chargeback.opened provider.answered");
    told.answer_by_ms = 8'000;
    ASSERT_EQ(hear(desk, truth_of(desk, {told})), "taken");
    EXPECT_EQ(next_step(desk.standing()).until_ms, 8'000);
    ASSERT_EQ(decide(desk, false), "taken");
    told.undecided = false;
    told.won = true;
    ASSERT_EQ(hear(desk, truth_of(desk, {told})), "taken");
    EXPECT_EQ(desk.status(), "paid") << "the service knows better";
}

// A goodwill refund of five euro that the service refused.
Desk refused_refund() {
    Desk desk = paid();
    EXPECT_EQ(desk.refund(RefundOrder{.amount_minor = 500, .telling = {"Sorry", true}}), "taken");
    const CallAnswer no{.status = CallStatus::declined, .reason = "declined"};
    EXPECT_EQ(desk.apply(settle_call(desk.order, desk.order.ledger.calls.back().id, no, desk.context())), "taken");
    return desk;
}

TEST(X, X07_a_refund_that_failed_is_tried_again_as_the_same_entry) {
    Desk desk = refused_refund();
    EXPECT_EQ(desk.step(), "retry_refund");
    EXPECT_EQ(desk.queue(), "to_refund");
    EXPECT_EQ(next_step(desk.standing()).amount_minor, 500);
    ASSERT_EQ(desk.apply(retry_refund(desk.order, "", desk.context())), "taken");
    ASSERT_EQ(desk.order.ledger.refunds.size(), 1U) << "no second refund";
    EXPECT_EQ(desk.order.ledger.refunds[0].status, RefundStatus::pending);
    EXPECT_EQ(desk.figures().refundable(), 1'500);
    EXPECT_EQ(desk.answer(Action::retry_refund), "no_failed_refund") << "it is under way";
    CallAnswer done{.status = CallStatus::done, .reference = "re_1", .amount_minor = 500};
    ASSERT_EQ(desk.apply(settle_call(desk.order, desk.order.ledger.calls.back().id, done, desk.context())), "taken");
    EXPECT_EQ(desk.figures().refunded_minor, 500);
    EXPECT_EQ(desk.mails(), "refund_made") << "the buyer hears of it now";
}

TEST(X, X07_a_refund_made_another_way_ends_the_failed_one) {
    Desk desk = refused_refund();
    ASSERT_EQ(desk.mark_refunded({.amount_minor = 500, .reference = "by transfer"}), "taken");
    EXPECT_EQ(desk.answer(Action::retry_refund), "no_failed_refund");
    EXPECT_EQ(desk.step(), "ship");
    Desk away = refused_refund();
    away.is_connected = false;
    EXPECT_EQ(away.apply(retry_refund(away.order, "", away.context())), "provider_not_connected");
    EXPECT_EQ(away.apply(retry_refund(away.order, "nowhere", away.context())), "no_failed_refund");
}

// The printed matrix binds `refund`; what was refunded once and refused is asked for all the same.
TEST(W, W38_a_refused_ticket_refund_is_tried_again_where_the_matrix_offers_no_refund) {
    Desk desk("event-registration", with_attempt(event_tickets(1, "card"), AttemptStatus::captured));
    ASSERT_EQ(desk.refund(tickets(desk.order, {0})), "taken");
    const CallAnswer no{.status = CallStatus::declined, .reason = "declined"};
    ASSERT_EQ(desk.apply(settle_call(desk.order, desk.order.ledger.calls.back().id, no, desk.context())), "taken");
    EXPECT_EQ(desk.summary(), "refunded");
    EXPECT_EQ(desk.answer(Action::refund), "not_offered_in_status");
    EXPECT_EQ(desk.answer(Action::retry_refund), "allowed");
}

}  // namespace
}  // namespace commis::domain::requirements
