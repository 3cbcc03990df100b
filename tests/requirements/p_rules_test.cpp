// Rules of the client gallery (P), by number.
#include <gtest/gtest.h>

#include "requirements/world.hpp"

namespace commis::domain::requirements {
namespace {

constexpr const char* gallery = "client-gallery";
const std::vector<std::string> all_states{"processed", "on_hold", "shipped", "fulfilled", "cancelled"};

TEST(P, P05_there_are_exactly_three_payment_words) {
    std::map<std::string, std::vector<std::string>> words;
    for (int i = 0; i < payment_status_count; ++i) {
        const std::string id(id_of(static_cast<PaymentStatus>(i)));
        words[sample::profile(gallery).payment_labels.at(id).en].push_back(id);
    }
    EXPECT_EQ(words["Paid"], (std::vector<std::string>{"not_required", "partially_refunded", "paid", "on_delivery"}));
    EXPECT_EQ(words["Payment pending"],
              (std::vector<std::string>{"review", "partially_paid", "authorized", "authorization_expired", "failed",
                                        "voided", "pending", "awaiting"}));
    EXPECT_EQ(words["Refunded"], std::vector<std::string>{"refunded"});
    EXPECT_EQ(words.size(), 3U);
}

TEST(P, P06_payment_and_state_never_move_each_other) {
    for (const std::string& state : all_states) {
        Desk paid_after(gallery, goods("cheque"));
        EXPECT_EQ(paid_after.move(state), "taken");
        EXPECT_EQ(paid_after.payment_word(), "Payment pending") << state << " moves no payment word";
        Desk paid_before(gallery, goods("cheque"));
        EXPECT_EQ(paid_before.pay(), "taken");
        EXPECT_EQ(paid_before.order.state, "unfulfilled") << "a payment moves no state";
        EXPECT_EQ(paid_before.move(state), "taken");
        EXPECT_EQ(paid_before.payment_word(), "Paid") << state;
        EXPECT_EQ(paid_before.mark_refunded(), "taken") << state;
        EXPECT_EQ(paid_before.order.state, state) << "a refund moves no state";
        EXPECT_EQ(paid_before.payment_word(), "Refunded") << state;
    }
}

TEST(P, P07_each_payment_word_that_can_be_set_has_its_action) {
    Desk desk(gallery, goods("cheque"));
    EXPECT_EQ(desk.answer(Action::mark_paid), "allowed");
    EXPECT_EQ(desk.answer(Action::mark_pending), "allowed");
    EXPECT_EQ(desk.answer(Action::mark_refunded), "nothing_captured");
    ASSERT_EQ(desk.pay(), "taken");
    EXPECT_EQ(desk.answer(Action::mark_paid), "already_paid");
    EXPECT_EQ(desk.answer(Action::mark_pending), "payment_settled");
    EXPECT_EQ(desk.answer(Action::mark_refunded), "allowed");
}

TEST(P, P08_the_note_goes_into_the_mail_about_the_payment) {
    Desk desk(gallery, goods("cheque"));
    MarkPaid command{{}, {}, "", {"Your cheque arrived. [Thanks](https://example.org)", true}};
    ASSERT_EQ(desk.apply(mark_paid(desk.order, command, desk.context())), "taken");
    EXPECT_EQ(desk.mails(), "payment_changed");
    EXPECT_EQ(desk.last.events[0].note, command.telling.note);
    EXPECT_FALSE(desk.last.events[0].note_is_internal);
    EXPECT_EQ(desk.last.mails[0].event_sequence, desk.last.events[0].sequence) << "the mail finds its note";
}

TEST(P, P09_a_note_is_rich_text_with_links_and_safe) {
    const World world(gallery);
    const std::string html =
        world.services.renderer.note_to_html("**Thanks!** [See](https://example.org/a) <b>x</b> [no](javascript:x)");
    EXPECT_NE(html.find("<strong>Thanks!</strong>"), std::string::npos) << html;
    EXPECT_NE(html.find("https://example.org/a"), std::string::npos) << html;
    EXPECT_EQ(html.find("<b>"), std::string::npos) << html;
    EXPECT_EQ(html.find("href=\"javascript"), std::string::npos) << html;
}

TEST(P, P10_the_customer_is_told_of_a_payment_only_when_asked_for) {
    for (const auto& [notify, mails] :
         std::vector<std::pair<std::optional<bool>, std::string>>{{std::nullopt, "payment_changed(not_asked)"},
                                                                  {false, "payment_changed(not_asked)"},
                                                                  {true, "payment_changed"}}) {
        Desk paid(gallery, goods("cheque"));
        ASSERT_EQ(paid.pay({}, notify), "taken");
        EXPECT_EQ(paid.mails(), mails);
        EXPECT_EQ(paid.last.events[0].note_is_internal, notify != true) << "an untold note stays in the house";
        Desk pending(gallery, goods("cheque"));
        ASSERT_EQ(pending.mark(Mark::pending, notify), "taken");
        EXPECT_EQ(pending.mails(), mails);
    }
}

TEST(P, P11_P27_a_change_is_applied_by_its_button_only) {
    EXPECT_EQ(sample::profile(gallery).apply_button, ApplyChange::button);
    EXPECT_EQ(sample::profile(gallery).apply_list, ApplyChange::button);
    const Desk desk(gallery, goods("cheque"));
    const Order before = desk.order;
    EXPECT_TRUE(mark_paid(desk.order, {}, desk.context()));
    EXPECT_TRUE(change_state(desk.order, {"processed", "", {}, {}}, desk.context()));
    EXPECT_EQ(desk.order, before) << "to decide is not to apply: previews change nothing";
}

TEST(P, P12_money_that_the_gateway_reports_makes_the_order_paid_by_itself) {
    Desk desk(gallery, with_attempt(goods("card"), AttemptStatus::captured));
    EXPECT_EQ(desk.payment_word(), "Paid");
    EXPECT_EQ(desk.order.ledger.payments[0].source, Source::gateway);
    EXPECT_EQ(desk.order.state, "unfulfilled");
}

TEST(P, P13_the_operator_marks_an_order_paid) {
    Desk desk(gallery, goods("bank-transfer"));
    ASSERT_EQ(desk.pay(), "taken");
    EXPECT_EQ(desk.payment_word(), "Paid");
    EXPECT_EQ(desk.figures().held(), 2'000);
    EXPECT_EQ(desk.order.ledger.payments[0].source, Source::operator_entry);
    EXPECT_EQ(desk.last.events[0].actor.name, "Ada");
}

TEST(P, P14_an_offline_method_leaves_the_payment_pending) {
    for (const char* method : {"bank-transfer", "cheque"}) {
        EXPECT_EQ(Desk(gallery, goods(method)).payment_word(), "Payment pending") << method;
    }
    EXPECT_EQ(Desk(gallery, goods("card")).payment_word(), "Payment pending") << "nor is an unanswered card paid";
}

TEST(P, P15_refunded_records_what_was_given_back_outside_and_moves_no_money) {
    Desk desk(gallery, with_attempt(goods("card"), AttemptStatus::captured));
    desk.is_connected = false;
    ASSERT_EQ(desk.mark_refunded(), "taken") << "no gateway is asked";
    EXPECT_EQ(desk.order.ledger.refunds[0].execution, RefundExecution::recorded);
    EXPECT_EQ(desk.order.ledger.refunds[0].status, RefundStatus::succeeded);
    EXPECT_EQ(desk.payment_word(), "Refunded");
    EXPECT_EQ(desk.order.lines[0].active(), 2) << "the pieces stay wanted";
}

TEST(P, P16_cancelling_a_paid_order_leaves_it_paid_until_it_is_set_refunded) {
    Desk desk(gallery, goods("cheque"));
    ASSERT_EQ(desk.pay(), "taken");
    ASSERT_EQ(desk.cancel(), "taken");
    EXPECT_EQ(desk.payment_word(), "Paid");
    EXPECT_EQ(desk.figures().owed_back(), 2'000);
    EXPECT_EQ(desk.step(), "give_back");
    ASSERT_EQ(desk.mark_refunded(), "taken");
    EXPECT_EQ(desk.payment_word(), "Refunded");
    EXPECT_EQ(desk.figures().held(), 0);
}

TEST(P, P17_there_are_exactly_six_states) {
    std::vector<std::string> labels;
    for (const State& state : sample::profile(gallery).states) labels.push_back(state.label.en);
    EXPECT_EQ(labels, (std::vector<std::string>{"Unfulfilled", "Processed (ready to ship)", "On hold", "Shipped",
                                                "Cancelled", "Fulfilled"}));
}

TEST(P, P18_a_new_order_is_unfulfilled_however_it_is_paid) {
    EXPECT_EQ(Desk(gallery, goods("cheque")).order.state, "unfulfilled");
    EXPECT_EQ(Desk(gallery, with_attempt(goods("card"), AttemptStatus::captured)).order.state, "unfulfilled");
    EXPECT_EQ(Desk(gallery, free_of_charge(digital("free"))).order.state, "unfulfilled");
}

TEST(P, P19_five_states_can_be_chosen_by_hand_and_unfulfilled_never) {
    const Desk fresh(gallery, goods("cheque"));
    std::vector<std::string> choosable;
    for (const StateChoice& choice : state_choices(fresh.order, fresh.profile)) {
        if (!choice.reason) choosable.push_back(choice.state->id);
    }
    std::ranges::sort(choosable);
    std::vector<std::string> wanted = all_states;
    std::ranges::sort(wanted);
    EXPECT_EQ(choosable, wanted);
    for (const std::string& state : all_states) {
        Desk desk(gallery, goods("cheque"));
        ASSERT_EQ(desk.move(state), "taken");
        EXPECT_EQ(desk.move("unfulfilled"), "state_initial_only") << state;
    }
}

TEST(P, P20_processed_is_in_the_work_and_still_to_be_shipped) {
    Desk desk(gallery, goods("cheque"));
    ASSERT_EQ(desk.pay(), "taken");
    ASSERT_EQ(desk.move("processed"), "taken");
    EXPECT_EQ(desk.stage(), "processing");
    EXPECT_EQ(desk.step(), "ship");
}

TEST(P, P21_on_hold_keeps_its_reason_and_waits_for_a_person) {
    Desk desk(gallery, goods("cheque"));
    ASSERT_EQ(desk.pay(), "taken");
    ASSERT_EQ(desk.move("on_hold", true, "A little patience, please.", "Lost stock"), "taken");
    EXPECT_EQ(desk.last.events[0].reason, "Lost stock");
    EXPECT_EQ(desk.last.events[0].note, "A little patience, please.") << "the reason is for colleagues, the note told";
    EXPECT_EQ(desk.stage(), "on_hold");
    EXPECT_EQ(desk.queue(), "on_hold");
}

TEST(P, P22_shipped_means_that_the_goods_left) {
    Desk desk(gallery, goods("cheque"));
    ASSERT_EQ(desk.move("shipped"), "taken");
    EXPECT_EQ(desk.order.lines[0].shipped, 2);
    ASSERT_EQ(desk.order.shipments.size(), 1U);
    EXPECT_TRUE(desk.order.shipments[0].handed_over_at_ms);
    EXPECT_EQ(desk.mails(), "order_sent(not_asked)");
}

TEST(P, P23_cancelled_cancels_every_piece) {
    Desk desk(gallery, goods("cheque"));
    ASSERT_EQ(desk.move("cancelled"), "taken");
    EXPECT_EQ(desk.order.state, "cancelled");
    EXPECT_EQ(desk.order.lines[0].active(), 0);
    EXPECT_EQ(desk.summary(), "cancelled");
    EXPECT_EQ(desk.events(), "units.cancelled");
}

TEST(P, P24_a_fulfilled_and_paid_order_is_on_no_list_of_things_to_do) {
    Desk desk(gallery, goods("cheque"));
    ASSERT_EQ(desk.pay(), "taken");
    EXPECT_NE(desk.queue(), "none");
    ASSERT_EQ(desk.move("fulfilled"), "taken");
    EXPECT_EQ(desk.queue(), "none");
    EXPECT_EQ(desk.step(), "none");
}

TEST(P, P25_P26_the_note_of_a_change_of_state_is_told_when_asked_for) {
    const std::string note = "Your prints are **ready**: [see](https://example.org/p)";
    for (const std::string& state : all_states) {
        Desk told(gallery, goods("cheque"));
        ASSERT_EQ(told.move(state, true, note), "taken");
        ASSERT_EQ(told.last.mails.size(), 1U) << state;
        EXPECT_EQ(told.last.mails[0].suppressed, Suppression::none) << state;
        EXPECT_EQ(told.last.events[0].note, note);
        EXPECT_EQ(told.last.mails[0].event_sequence, told.last.events[0].sequence);
        Desk silent(gallery, goods("cheque"));
        ASSERT_EQ(silent.move(state, {}, note), "taken");
        EXPECT_EQ(silent.last.mails[0].suppressed, Suppression::not_asked) << state;
        EXPECT_TRUE(silent.last.events[0].note_is_internal) << state;
    }
}

TEST(P, P28_every_state_is_reached_from_every_other) {
    for (const std::string& from : all_states) {
        for (const std::string& to : all_states) {
            if (from == to) continue;
            Desk desk(gallery, goods("cheque"));
            ASSERT_EQ(desk.move(from), "taken");
            EXPECT_EQ(desk.move(to), "taken") << from << " → " << to;
            EXPECT_EQ(desk.order.state, to);
        }
    }
}

}  // namespace
}  // namespace commis::domain::requirements
