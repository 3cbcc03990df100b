// The payment states of the web shop and what each calls for (O-23 … O-37).
#include <gtest/gtest.h>

#include "requirements/desk.hpp"
#include "support/calendar.hpp"

namespace commis::domain::requirements {
namespace {

constexpr const char* shop = "web-shop";

Desk with_ledger(AttemptStatus status) {
    Desk desk(shop, goods("card"));
    sample::add_payment(desk.order, status, 2'000, "stripe");
    return desk;
}

TEST(O, O23_a_new_order_is_kept_and_the_shop_is_told) {
    const Desk desk(shop, goods("cheque"));
    EXPECT_EQ(desk.mails(), "order_placed order_placed_operator order_placed_operator");
    EXPECT_EQ(desk.last.mails[1].recipient, "shop@example.org");
    EXPECT_EQ(desk.last.mails[2].recipient, "desk@example.org");
    EXPECT_EQ(desk.events(), "order.placed");
}

TEST(O, O25_downloads_paid_online_leave_the_operator_nothing_to_do) {
    const Desk desk(shop, with_attempt(digital("card"), AttemptStatus::captured));
    EXPECT_EQ(desk.payment_word(), "Payment confirmed");
    EXPECT_EQ(desk.step(), "none");
    EXPECT_EQ(desk.queue(), "none");
    EXPECT_EQ(desk.events(), "order.placed document.issued") << "invoiced with the download (O-26)";
}

TEST(O, O26_downloads_paid_online_are_invoiced_at_once_and_others_by_hand) {
    EXPECT_TRUE(Desk(shop, with_attempt(digital("card"), AttemptStatus::captured)).order.is_invoiced());
    EXPECT_FALSE(Desk(shop, with_attempt(digital("card"), AttemptStatus::initiated)).order.is_invoiced());
    EXPECT_FALSE(Desk(shop, with_attempt(goods("card"), AttemptStatus::captured)).order.is_invoiced());
    Desk cheque(shop, digital("cheque"));
    ASSERT_EQ(cheque.pay(), "taken");
    EXPECT_FALSE(cheque.order.is_invoiced()) << "a cheque is no online payment";
}

TEST(O, O27_each_payment_state_says_the_next_thing_to_do) {
    struct Row {
        Desk desk;
        std::string word, step, queue;
    };
    Desk refused(shop, goods("cheque"));
    ASSERT_EQ(refused.mark(Mark::failed), "taken");
    Desk unclear(shop, goods("card"));
    ASSERT_EQ(unclear.mark(Mark::review), "taken");
    const std::vector<Row> rows{
        {Desk(shop, goods("card")), "Awaiting payment", "none", "none"},
        {Desk(shop, goods("cheque")), "To be confirmed", "wait_for_payment", "to_collect"},
        {with_ledger(AttemptStatus::pending), "To be confirmed", "wait_for_payment", "to_collect"},
        {with_ledger(AttemptStatus::failed), "Refused", "do_not_ship", "none"},
        {refused, "Refused", "do_not_ship", "none"},
        {with_ledger(AttemptStatus::captured), "Payment confirmed", "ship", "to_ship"},
        {Desk(shop, goods("cash-on-delivery")), "Payment confirmed", "ship", "to_ship"},
        {with_ledger(AttemptStatus::unknown), "Undetermined – check with the bank", "check_provider", "to_check"},
        {unclear, "Undetermined – check with the bank", "check_provider", "to_check"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(row.desk.payment_word(), row.word);
        EXPECT_EQ(row.desk.step(), row.step) << row.word;
        EXPECT_EQ(row.desk.queue(), row.queue) << row.word;
    }
}

TEST(O, O28_an_unanswered_payment_page_is_shown_as_left_and_asks_for_nothing) {
    Desk desk(shop, goods("card"));
    desk.now_ms += 59 * minute_ms;
    EXPECT_EQ(desk.tick(), "nothing_changed");
    EXPECT_EQ(desk.summary(), "unpaid");
    desk.now_ms += minute_ms;
    EXPECT_EQ(desk.tick(), "taken");
    EXPECT_EQ(desk.summary(), "abandoned");
    EXPECT_EQ(desk.payment_word(), "Awaiting payment") << "the word stays";
    EXPECT_EQ(desk.queue(), "none");
    EXPECT_EQ(desk.answer(Action::send_mail), "allowed") << "the customer may be asked";
    EXPECT_EQ(desk.tick(), "nothing_changed") << "once";
}

TEST(O, O29_what_the_bank_took_without_telling_is_confirmed_by_hand) {
    Desk desk(shop, goods("card"));
    desk.now_ms += 90 * minute_ms;
    ASSERT_EQ(desk.tick(), "taken");
    ASSERT_EQ(desk.pay(), "taken");
    const Desk direct(shop, with_attempt(goods("card"), AttemptStatus::captured));
    EXPECT_EQ(desk.payment_word(), direct.payment_word());
    EXPECT_EQ(desk.step(), direct.step());
    EXPECT_EQ(desk.queue(), direct.queue());
    EXPECT_EQ(desk.summary(), direct.summary());
}

TEST(O, O30_a_cheque_is_waited_for_and_reminded_of_on_day_five) {
    Desk desk(shop, goods("cheque"));
    desk.now_ms = test::utc_calendar()(sample::now_ms, 5) - 1;
    EXPECT_EQ(desk.tick(), "nothing_changed");
    desk.now_ms += 1;
    ASSERT_EQ(desk.tick(), "taken");
    EXPECT_EQ(desk.events(), "task.raised") << "it is advice: a person reminds";
    EXPECT_EQ(desk.mails(), "");
    EXPECT_EQ(desk.step(), "remind");
    EXPECT_EQ(desk.queue(), "to_collect");
    ASSERT_EQ(desk.remind(), "taken");
    EXPECT_EQ(desk.mails(), "payment_reminder");
    EXPECT_EQ(desk.step(), "wait_for_payment");
    ASSERT_EQ(desk.pay(), "taken");
    EXPECT_EQ(desk.payment_word(), "Payment confirmed");
}

TEST(O, O31_a_deferred_payment_may_also_not_be_confirmed) {
    Desk desk = with_ledger(AttemptStatus::pending);
    EXPECT_EQ(desk.answer(Action::mark_failed), "allowed");
    ASSERT_EQ(desk.mark(Mark::failed), "taken");
    EXPECT_EQ(desk.payment_word(), "Refused");
}

TEST(O, O32_a_refused_payment_ships_nothing) {
    Desk bank = with_ledger(AttemptStatus::failed);
    EXPECT_EQ(bank.step(), "do_not_ship");
    EXPECT_EQ(bank.queue(), "none");
    Desk bounced(shop, goods("cheque"));
    ASSERT_EQ(bounced.mark(Mark::failed), "taken");
    EXPECT_EQ(bounced.step(), "do_not_ship");
    EXPECT_EQ(ask(Action::ship, bounced.standing()).warning, Refusal::not_paid) << "a parcel would be advised against";
    bounced.now_ms += 30 * day_ms;
    EXPECT_EQ(bounced.tick(), "nothing_changed") << "nobody is reminded of a bounced cheque";
}

TEST(O, O33_a_payment_that_the_bank_confirmed_says_where_to_verify_it_and_ships) {
    const Desk desk(shop, with_attempt(goods("card"), AttemptStatus::captured));
    const Payment& payment = desk.order.ledger.payments[0];
    EXPECT_EQ(payment.provider + " " + payment.reference, "stripe pi_1") << "to find it in the provider's journal";
    EXPECT_EQ(desk.order.ledger.entries[0].source, Source::gateway);
    EXPECT_EQ(desk.step(), "ship");
}

TEST(O, O34_cash_on_delivery_is_confirmed_implicitly) {
    Desk desk(shop, goods("cash-on-delivery"));
    EXPECT_EQ(desk.payment_word(), "Payment confirmed");
    EXPECT_EQ(desk.figures().held(), 0) << "without a cent having come";
    EXPECT_EQ(desk.step(), "ship");
    EXPECT_EQ(ask(Action::ship, desk.standing()).warning, std::nullopt);
    ASSERT_EQ(desk.ship(), "taken");
    EXPECT_EQ(desk.step(), "collect_rest") << "the carrier's money is still to come";
}

TEST(O, O35_an_undetermined_payment_is_followed_at_the_bank) {
    Desk desk(shop, goods("card"));
    ASSERT_EQ(desk.mark(Mark::review), "taken");
    EXPECT_EQ(desk.payment_word(), "Undetermined – check with the bank");
    EXPECT_EQ(desk.queue(), "to_check");
    ASSERT_EQ(desk.pay(), "taken");
    EXPECT_EQ(desk.payment_word(), "Payment confirmed") << "what was found out ends the question";
}

TEST(O, O36_every_payment_state_can_be_changed_by_hand) {
    const auto words_after = [](const Desk& from) {
        std::string words;
        for (const Mark mark : {Mark::pending, Mark::failed, Mark::review}) {
            Desk desk = from;
            const std::string outcome = desk.mark(mark);
            words += (outcome == "taken" ? desk.payment_word() : outcome) + "; ";
        }
        Desk paid = from;
        return words + (paid.pay() == "taken" ? paid.payment_word() : "not to be paid");
    };
    const std::string all = "To be confirmed; Refused; Undetermined – check with the bank; Payment confirmed";
    EXPECT_EQ(words_after(Desk(shop, goods("card"))), all) << "awaiting";
    EXPECT_EQ(words_after(Desk(shop, goods("cheque"))), all) << "to be confirmed";
    EXPECT_EQ(words_after(with_ledger(AttemptStatus::failed)), all) << "refused";
    EXPECT_EQ(words_after(with_ledger(AttemptStatus::unknown)), all) << "an attempt whose outcome nobody knew";
}

TEST(O, O36_a_paid_order_leaves_its_review_again) {
    Desk desk(shop, with_attempt(goods("card"), AttemptStatus::captured));
    ASSERT_EQ(desk.mark(Mark::review), "taken");
    EXPECT_EQ(desk.payment_word(), "Undetermined – check with the bank");
    EXPECT_EQ(desk.mark(Mark::pending), "taken") << "the question is answered";
    EXPECT_EQ(desk.payment_word(), "Payment confirmed") << "by the money that is there";
    EXPECT_EQ(desk.mark(Mark::pending), "payment_settled");
}

TEST(O, O37_confirmed_orders_wait_to_be_shipped_along_the_progress_states) {
    Desk desk(shop, goods("cheque"));
    EXPECT_NE(desk.queue(), "to_ship");
    ASSERT_EQ(desk.pay(), "taken");
    EXPECT_EQ(desk.queue(), "to_ship");
    for (const char* state : {"validated", "to_prepare", "to_deliver"}) {
        ASSERT_EQ(desk.move(state), "taken");
        EXPECT_EQ(desk.queue(), "to_ship") << state;
    }
    ASSERT_EQ(desk.move("delivered"), "taken");
    EXPECT_EQ(desk.queue(), "none");
}

}  // namespace
}  // namespace commis::domain::requirements
