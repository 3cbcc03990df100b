// Doubts about the sources, and how they were settled (A), by number.
#include <gtest/gtest.h>

#include "requirements/world.hpp"

namespace commis::domain::requirements {
namespace {

constexpr const char* event = "event-registration";

Desk paid_tickets(std::int64_t quantity, const char* profile = event) {
    Desk desk(profile, event_tickets(quantity, "cheque"));
    EXPECT_EQ(desk.pay(), "taken");
    return desk;
}

TEST(A, A01_registrations_have_six_derived_statuses) {
    std::vector<std::string> worded;
    for (const auto& [id, words] : sample::profile(event).summary_labels) worded.push_back(id);
    EXPECT_EQ(worded, (std::vector<std::string>{"cancelled", "complete", "partial", "refunded", "refunded_cancelled",
                                                "unpaid"}));
}

TEST(A, A02_an_unpaid_order_s_confirmation_leaves_alone_and_is_skipped_in_bulk) {
    Desk desk(event, event_tickets(2, "invoice"));
    ASSERT_EQ(desk.resend("accounts@example.org"), "taken");
    EXPECT_EQ(desk.mails(), "order_placed");
    EXPECT_EQ(desk.last.mails[0].recipient, "accounts@example.org");
    EXPECT_EQ(desk.access(), "none none") << "no tickets with it";
    desk.entry = EntryPoint::bulk;
    EXPECT_EQ(desk.resend(), "not_offered_in_status");
    ASSERT_EQ(desk.pay(), "taken");
    EXPECT_EQ(desk.resend(), "taken");
    ASSERT_EQ(desk.cancel(tickets(desk.order, {0})), "taken");
    EXPECT_EQ(desk.resend(), "taken") << "X/Y counts as complete";
}

TEST(A, A03_events_show_papers_as_printed_and_others_what_exists) {
    const Desk unpaid(event, event_tickets(1, "cheque"));
    EXPECT_EQ(unpaid.answer(Action::view_invoice), "allowed") << "a pro-forma";
    EXPECT_EQ(unpaid.answer(Action::view_receipt), "not_offered_in_status");
    EXPECT_EQ(paid_tickets(1).answer(Action::view_invoice), "not_offered_in_status") << "odd, but printed";
    Desk neutral("neutral", event_tickets(1, "bank-transfer"));
    EXPECT_EQ(neutral.answer(Action::view_invoice), "not_invoiced");
    EXPECT_EQ(neutral.answer(Action::view_receipt), "nothing_captured");
    ASSERT_EQ(neutral.pay(), "taken");
    ASSERT_EQ(neutral.invoice(), "taken");
    EXPECT_EQ(neutral.answer(Action::view_invoice), "allowed");
    EXPECT_EQ(neutral.answer(Action::view_receipt), "allowed");
    ASSERT_EQ(neutral.credit(), "taken");
    EXPECT_EQ(neutral.answer(Action::view_invoice), "allowed") << "an issued paper stays to be seen";
}

TEST(A, A04_mixtures_stand_in_the_column_that_leaves_something_to_do) {
    Desk partial = paid_tickets(3);
    ASSERT_EQ(partial.cancel(tickets(partial.order, {0})), "taken");
    for (const Action action :
         {Action::resend_confirmation, Action::view_ticket, Action::view_receipt, Action::refund, Action::cancel}) {
        EXPECT_EQ(partial.answer(action), "allowed") << id_of(action);
    }
    EXPECT_EQ(partial.refund(tickets(partial.order, {0})), "taken") << "the cancelled one is listed for a refund";
    EXPECT_EQ(partial.cancel(tickets(partial.order, {0})), "quantity_exceeds_units") << "and for no cancellation";
    Desk mixed = paid_tickets(2);
    ASSERT_EQ(mixed.refund(tickets(mixed.order, {0})), "taken");
    ASSERT_EQ(mixed.cancel(), "taken");
    EXPECT_EQ(mixed.summary(), "refunded_cancelled");
    EXPECT_EQ(mixed.answer(Action::refund), "allowed") << "as Cancelled";
    EXPECT_EQ(mixed.answer(Action::view_invoice), "not_offered_in_status");
    ASSERT_EQ(mixed.refund(tickets(mixed.order, {1})), "taken");
    EXPECT_EQ(mixed.answer(Action::refund), "not_offered_in_status") << "as Refunded";
    EXPECT_EQ(mixed.answer(Action::view_invoice), "allowed");
    Desk unpaid(event, event_tickets(3, "cheque"));
    ASSERT_EQ(unpaid.cancel(tickets(unpaid.order, {0})), "taken");
    EXPECT_EQ(unpaid.summary(), "unpaid");
    EXPECT_EQ(unpaid.standing().units.active, 2);
    EXPECT_EQ(unpaid.standing().units.total, 3);
}

TEST(A, A05_the_question_has_three_answers) {
    const Desk asked("swiss-shop", goods("prepayment"));
    Desk with_mail = asked, without = asked;
    ASSERT_EQ(with_mail.move("sent", true), "taken");
    EXPECT_EQ(with_mail.mails(), "order_sent");
    ASSERT_EQ(without.move("sent", false), "taken");
    EXPECT_EQ(without.mails(), "order_sent(declined)");
    EXPECT_EQ(asked.order.state, "received") << "no call, no change";
}

TEST(A, A06_a_hundred_and_one_are_refused_before_anything_leaves) {
    EXPECT_EQ(orders::confirmations_max, 100);
    const auto refused = orders::check_bulk(Action::resend_confirmation, 101);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().detail, "100") << "it says how many at a time";
    EXPECT_TRUE(orders::check_bulk(Action::resend_confirmation, 100));
    // They go in batches, each of which is a job of its own; none is lost between two of them.
    EXPECT_TRUE(orders::check_bulk(Action::resend_confirmation, 101, true));
    std::vector<std::string> ids;
    for (int i = 0; i < 250; ++i) ids.push_back(std::to_string(i));
    const auto batches = orders::batches_of(Action::resend_confirmation, ids);
    ASSERT_EQ(batches.size(), 3U);
    EXPECT_EQ(batches[0].size(), 100U);
    EXPECT_EQ(batches[1].front(), "100");
    EXPECT_EQ(batches[2].back(), "249");
    EXPECT_EQ(orders::batches_of(Action::change_state, ids).size(), 1U) << "only confirmations are cut";
}

TEST(A, A07_a_late_success_still_confirms) {
    Desk desk("web-shop", goods("card"));
    EXPECT_EQ(desk.profile.abandoned_after_ms, 60 * minute_ms);
    desk.now_ms += 60 * minute_ms;
    ASSERT_EQ(desk.tick(), "taken");
    EXPECT_EQ(desk.status(), "awaiting") << "marked, not changed";
    sample::add_payment(desk.order, AttemptStatus::captured, 2'000, "stripe");
    EXPECT_EQ(desk.status(), "paid");
    EXPECT_EQ(desk.summary(), "complete");
    EXPECT_EQ(desk.step(), "ship");
}

TEST(A, A08_payment_labels_are_worded_and_can_be_worded_anew) {
    World world("web-shop");
    EXPECT_EQ(world.profile()->payment_labels.at("failed").fr, "Paiement refusé");
    const auto refused = world.set(R"({"payment_labels": {"failed": {"en": "Turned down", "fr": "Rejeté",
        "da": "Afslået", "de": "Zurückgewiesen"}}})");
    ASSERT_TRUE(refused.empty()) << refused[0].field << " " << refused[0].code;
    EXPECT_EQ(world.profile()->payment_labels.at("failed").en, "Turned down");
    EXPECT_EQ(world.profile()->payment_labels.at("pending").en, "To be confirmed") << "the others stay";
}

TEST(A, A09_properties_reach_tracking_and_texts_also_after_the_invoice) {
    Desk desk("web-shop", goods("cheque"));
    ASSERT_EQ(desk.ship(), "taken");
    ASSERT_EQ(desk.invoice(), "taken");
    const std::vector<Document> papers = desk.order.documents;
    CorrectParcel parcel{desk.order.shipments[0].id, Tracking{"Colissimo", "6A", ""}, {}, {}, {}};
    EXPECT_EQ(desk.apply(correct_parcel(desk.order, parcel, desk.context())), "taken");
    EditOrder command;
    command.language = "de";
    command.note = "Klingel defekt";
    command.shipping_name = "Päckchen mit Unterschrift";
    command.external_id = "WEB-17";
    const auto figures = desk.standing().figures();
    EXPECT_EQ(desk.edit(command), "taken");
    EXPECT_EQ(desk.order.shipping.name, "Päckchen mit Unterschrift");
    EXPECT_EQ(desk.order.external_id, "WEB-17");
    EXPECT_EQ(desk.standing().figures().owed(), figures.owed()) << "and no amount";
    EXPECT_EQ(desk.standing().figures().due(), figures.due());
    EXPECT_EQ(desk.rename_email("new@example.org"), "taken");
    EXPECT_EQ(desk.order.documents, papers) << "never the issued paper";
}

TEST(A, A10_an_invoice_locks_content_and_money_and_nothing_else) {
    Desk desk("neutral", goods("bank-transfer"));
    ASSERT_EQ(desk.invoice(), "taken");
    EXPECT_EQ(desk.answer(Action::revise), "invoiced_locked");
    EXPECT_EQ(desk.answer(Action::delete_), "invoiced_locked");
    EXPECT_EQ(desk.move("processing"), "taken");
    EXPECT_EQ(desk.apply(add_note(desk.order, {"called", false}, desk.context())), "taken");
    EXPECT_EQ(desk.pay(), "taken");
    EXPECT_EQ(desk.ship(), "taken");
    ASSERT_EQ(desk.refund(pieces(desk.order, 1)), "taken");
    EXPECT_EQ(desk.order.documents.back().kind, DocumentKind::credit_note) << "in the same step";
    EXPECT_EQ(desk.order.documents.back().amount_minor, 1'000);
    EXPECT_EQ(desk.order.invoiced_minor(), 1'000);
}

TEST(A, A11_removal_is_called_delete_and_proposed_on_day_21) {
    const Profile& swiss = sample::profile("swiss-shop");
    EXPECT_EQ(swiss.action_labels.at("delete").de, "Löschen");
    const DunningStep& last = swiss.find_method("prepayment")->dunning.back();
    EXPECT_EQ(last.day, 21);
    EXPECT_EQ(last.action, "delete");
    EXPECT_FALSE(last.automatic);
}

TEST(A, A12_cancelling_closes_access_and_a_block_is_lifted_by_hand_with_its_trace) {
    Desk desk = paid_tickets(1);
    ASSERT_EQ(desk.cancel(), "taken");
    EXPECT_EQ(desk.access(), "revoked");
    Desk blocked = paid_tickets(1);
    ASSERT_EQ(blocked.change_access(true), "taken");
    blocked.rights = rights_of(Role::viewer);
    EXPECT_EQ(blocked.change_access(false), "forbidden");
    blocked.rights = rights_of(Role::clerk);
    ASSERT_EQ(blocked.change_access(false), "taken");
    EXPECT_EQ(blocked.last.events[0].actor.name, "Ada");
}

TEST(A, A13_the_ticket_s_price_goes_back_and_the_buyer_s_fee_only_when_asked) {
    PlaceOrder command = event_tickets(1, "cheque");
    command.lines.push_back(
        {.sku = "", .name = "Service fee", .kind = LineKind::fee, .unit_price_minor = 150, .attendees = {}});
    Desk kept(event, command);
    ASSERT_EQ(kept.pay(), "taken");
    ASSERT_EQ(kept.refund(tickets(kept.order, {0})), "taken");
    EXPECT_EQ(kept.said("amount"), "1000");
    EXPECT_EQ(kept.figures().owed_back(), 1'000) << "the fee stays";
    Desk with_fee(event, command);
    ASSERT_EQ(with_fee.pay(), "taken");
    Choice both = tickets(with_fee.order, {0});
    both.lines.push_back({.line_id = with_fee.order.lines[1].id, .quantity = 1});
    ASSERT_EQ(with_fee.refund(both), "taken");
    EXPECT_EQ(with_fee.said("amount"), "1150");
}

TEST(A, A14_unprocessed_is_a_filter_and_no_state) {
    for (const State& state : sample::profile("nordic-shop").states)
        EXPECT_NE(state.label.da, "Ikke behandlede ordrer");
    World world("nordic-shop");
    const Order order = world.place(goods("bank-transfer"));
    ports::OrderFilter filter = world.filter();
    filter.stages = {Stage::new_};
    EXPECT_EQ(world.find(filter), std::vector<std::string>{order.number});
}

TEST(A, A15_numbers_are_taken_once_and_a_removed_one_is_accounted_for) {
    World world("neutral");
    std::vector<std::int64_t> seen;
    for (int i = 0; i < 6; ++i) {
        const Order order = world.place(goods("bank-transfer"));
        seen.push_back(std::stoll(order.number));
        EXPECT_THROW(world.place(goods("no-such-method")), std::runtime_error);
        if (i % 2 == 0) {
            ASSERT_EQ(world.bulk(Action::delete_, "{}", order.id), "taken");
        }
    }
    for (std::size_t i = 1; i < seen.size(); ++i) EXPECT_EQ(seen[i], seen[i - 1] + 1);
    EXPECT_EQ(world.removed().size() + world.find(world.filter()).size(), 6U) << "no gap: listed or registered";
}

TEST(A, A16_back_to_unfulfilled_leads_by_undo_or_reopening_only) {
    Desk desk("client-gallery", goods("cheque"));
    ASSERT_EQ(desk.move("processed"), "taken");
    EXPECT_EQ(desk.move("unfulfilled"), "state_initial_only");
    ASSERT_EQ(desk.undo(), "taken");
    EXPECT_EQ(desk.order.state, "unfulfilled");
    ASSERT_EQ(desk.cancel(), "taken");
    desk.rights = rights_of(Role::packer);
    EXPECT_EQ(desk.reopen(), "forbidden") << "with permission";
    desk.rights = Rights::all();
    ASSERT_EQ(desk.reopen(), "taken");
    EXPECT_EQ(desk.order.state, "unfulfilled");
}

TEST(A, A17_fulfilled_and_unpaid_stays_on_the_list_of_money) {
    Desk desk("client-gallery", goods("cheque"));
    ASSERT_EQ(desk.move("fulfilled"), "taken");
    EXPECT_EQ(desk.queue(), "to_collect");
    EXPECT_EQ(desk.payment_word(), "Payment pending");
}

TEST(A, A18_the_gateway_s_own_date_ends_a_hold) {
    const std::int64_t until_ms = sample::now_ms + 3 * day_ms;
    Desk desk("nordic-shop", with_attempt(goods("card"), AttemptStatus::authorized, until_ms));
    EXPECT_EQ(timer_at(desk.order, desk.profile, {}), until_ms);
    desk.now_ms = until_ms - 1;
    EXPECT_EQ(desk.tick(), "nothing_changed");
    desk.now_ms = until_ms;
    EXPECT_EQ(desk.tick(), "taken");
    EXPECT_EQ(desk.status(), "authorization_expired");
}

TEST(A, A18_a_hold_without_a_date_is_counted_on_for_the_method_s_days) {
    Desk desk("nordic-shop", with_attempt(goods("card"), AttemptStatus::authorized, std::nullopt));
    ASSERT_EQ(desk.profile.find_method("card")->authorization_days, 7);
    EXPECT_EQ(desk.order.ledger.payments[0].expires_at_ms, sample::now_ms + 7 * day_ms);
    desk.now_ms = sample::now_ms + 7 * day_ms;
    EXPECT_EQ(desk.tick(), "taken");
    EXPECT_EQ(desk.status(), "authorization_expired");
}

TEST(A, A19_another_amount_never_releases_and_the_difference_is_shown) {
    Desk desk("swiss-shop", goods("prepayment"));
    ASSERT_EQ(desk.pay(1'900), "taken");
    EXPECT_EQ(desk.step(), "collect_rest");
    EXPECT_EQ(next_step(desk.standing()).amount_minor, 100);
    EXPECT_EQ(desk.pay(101), "amount_exceeds_due") << "by hand, never more than is due";
    sample::add_payment(desk.order, AttemptStatus::captured, 150);
    EXPECT_EQ(desk.figures().owed_back(), 50);
    EXPECT_EQ(desk.step(), "give_back");
}

TEST(A, A20_marking_paid_proposes_the_open_balance_of_today) {
    Desk desk("client-gallery", goods("cheque"));
    ASSERT_EQ(desk.pay(), "taken");
    EXPECT_EQ(desk.order.ledger.entries[0].amount_minor, 2'000);
    EXPECT_EQ(desk.order.ledger.entries[0].received_at_ms, desk.now_ms);
    Desk edited("client-gallery", goods("cheque"));
    const MarkPaid command{500, edited.now_ms - 2 * day_ms, "Cheque 7", {}};
    ASSERT_EQ(edited.apply(mark_paid(edited.order, command, edited.context())), "taken");
    EXPECT_EQ(edited.order.ledger.entries[0].amount_minor, 500);
    EXPECT_EQ(edited.order.ledger.entries[0].received_at_ms, edited.now_ms - 2 * day_ms);
    EXPECT_EQ(edited.order.ledger.entries[0].recorded_at_ms, edited.now_ms);
}

}  // namespace
}  // namespace commis::domain::requirements
