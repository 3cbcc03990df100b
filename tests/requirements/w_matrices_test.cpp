// The derived statuses of registrations and their two matrices, cell by cell (W-13 … W-22, W-47, W-48), made by the
// decisions that lead there.
#include <gtest/gtest.h>

#include "domain/unit_actions.hpp"
#include "requirements/desk.hpp"

namespace commis::domain::requirements {
namespace {

constexpr const char* event = "event-registration";

Desk unpaid(std::int64_t quantity = 2, const char* method = "cheque") {
    return Desk(event, event_tickets(quantity, method));
}

Desk paid(std::int64_t quantity = 2) {
    Desk desk = unpaid(quantity);
    EXPECT_EQ(desk.pay(), "taken");
    return desk;
}

Desk refunded() {
    Desk desk = paid();
    EXPECT_EQ(desk.refund(tickets(desk.order, {0, 1})), "taken");
    return desk;
}

Desk cancelled(Desk desk) {
    EXPECT_EQ(desk.cancel(), "taken");
    return desk;
}

Desk mixed() {
    Desk desk = paid();
    EXPECT_EQ(desk.refund(tickets(desk.order, {0})), "taken");
    return cancelled(std::move(desk));
}

TEST(W, W05_W13_W18_the_status_follows_from_tickets_and_payment) {
    Desk part_paid = unpaid();
    ASSERT_EQ(part_paid.pay(500), "taken");
    Desk one_cancelled = paid(3);
    ASSERT_EQ(one_cancelled.cancel(tickets(one_cancelled.order, {1})), "taken");
    Desk one_refunded = paid(3);
    ASSERT_EQ(one_refunded.refund(tickets(one_refunded.order, {1})), "taken");
    Desk unpaid_part = unpaid(3);
    ASSERT_EQ(unpaid_part.cancel(tickets(unpaid_part.order, {1})), "taken");
    const std::vector<std::pair<Desk, std::string>> table{
        {unpaid(), "unpaid"},
        {unpaid(2, "invoice"), "unpaid"},
        {part_paid, "unpaid"},
        {unpaid_part, "unpaid"},
        {Desk(event, free_of_charge(event_tickets(2, "free"))), "complete"},
        {paid(), "complete"},
        {Desk(event, with_attempt(event_tickets(2, "card"), AttemptStatus::captured)), "complete"},
        {one_cancelled, "partial"},
        {one_refunded, "partial"},
        {refunded(), "refunded"},
        {cancelled(paid()), "cancelled"},
        {cancelled(unpaid()), "cancelled"},
        {mixed(), "refunded_cancelled"},
    };
    for (std::size_t i = 0; i < table.size(); ++i) EXPECT_EQ(table[i].first.summary(), table[i].second) << "row " << i;
}

TEST(W, W13_cheque_and_invoice_stay_unpaid_until_they_are_marked_paid) {
    for (const char* method : {"cheque", "invoice"}) {
        Desk desk = unpaid(1, method);
        EXPECT_EQ(desk.summary(), "unpaid") << method;
        ASSERT_EQ(desk.pay(), "taken");
        EXPECT_EQ(desk.summary(), "complete") << method;
    }
}

TEST(W, W14_free_and_fully_paid_orders_are_complete) {
    EXPECT_EQ(Desk(event, free_of_charge(event_tickets(1, "free"))).summary(), "complete");
    EXPECT_EQ(paid(1).summary(), "complete");
}

TEST(W, W15_some_tickets_gone_is_x_of_y) {
    Desk desk = paid(3);
    ASSERT_EQ(desk.cancel(tickets(desk.order, {0})), "taken");
    EXPECT_EQ(desk.summary(), "partial");
    EXPECT_EQ(desk.standing().units.active, 2);
    EXPECT_EQ(desk.standing().units.total, 3);
    EXPECT_EQ(desk.profile.summary_labels.at("partial").en, "{active}/{total} complete");
    ASSERT_EQ(desk.refund(tickets(desk.order, {1})), "taken");
    EXPECT_EQ(desk.summary(), "partial");
    EXPECT_EQ(desk.standing().units.active, 1);
}

TEST(W, W16_W17_W18_no_ticket_left_is_refunded_cancelled_or_both) {
    EXPECT_EQ(refunded().summary(), "refunded");
    EXPECT_EQ(cancelled(paid()).summary(), "cancelled");
    EXPECT_EQ(mixed().summary(), "refunded_cancelled");
    Desk later = mixed();
    ASSERT_EQ(later.refund(tickets(later.order, {1})), "taken");
    EXPECT_EQ(later.summary(), "refunded") << "the cancelled one was refunded later";
}

const std::vector<Action> matrix_actions{Action::mark_paid,    Action::resend_confirmation, Action::view_ticket,
                                         Action::view_receipt, Action::view_invoice,        Action::refund,
                                         Action::cancel};

// "●–●…", one mark an action, in the order of the printed matrix.
std::string column(const Desk& desk) {
    std::string marks;
    for (const Action action : matrix_actions) marks += desk.may(action) ? "●" : "–";
    return marks;
}

TEST(W, W19_W47_matrix_1_as_printed_cell_by_cell) {
    EXPECT_EQ(column(unpaid()), "●●––●–●");
    EXPECT_EQ(column(unpaid(2, "invoice")), "●●––●–●");
    EXPECT_EQ(column(paid()), "–●●●–●●");
    EXPECT_EQ(column(Desk(event, with_attempt(event_tickets(2, "card"), AttemptStatus::captured))), "–●●●–●●");
    EXPECT_EQ(column(cancelled(paid())), "––●●–●–");
    // Refunded in full, the promise carried out: nothing is left to give back.
    Desk settled = refunded();
    EXPECT_EQ(column(settled), "––●●●––");
    ASSERT_EQ(settled.mark_refunded(), "taken");
    EXPECT_EQ(column(settled), "––●●●––");
}

TEST(W, W19_each_refused_cell_is_refused_by_the_server_too) {
    Desk complete = paid();
    EXPECT_EQ(complete.pay(), "not_offered_in_status");
    Desk waiting = unpaid();
    EXPECT_EQ(waiting.refund(tickets(waiting.order, {0})), "not_offered_in_status");
    Desk gone = cancelled(paid());
    EXPECT_EQ(gone.cancel(), "cancel_is_final");
    EXPECT_EQ(gone.resend(), "not_offered_in_status");
    EXPECT_EQ(gone.pay(), "not_offered_in_status");
    Desk back = refunded();
    EXPECT_EQ(back.cancel(), "cancel_is_final");
    EXPECT_EQ(back.refund_amount(1), "not_offered_in_status");
    EXPECT_EQ(back.resend(), "not_offered_in_status");
}

// The printed rows of matrix 2, for one ticket.
std::string unit_column(const Desk& desk, std::size_t position = 0) {
    std::string marks;
    const TicketUnit& unit = desk.order.lines[0].units[position];
    for (const UnitActionAnswer& answer : unit_actions(unit, desk.standing(), Rights::all())) {
        if (answer.action > UnitAction::send_confirmation) continue;
        marks += answer.allowed ? "●" : "–";
    }
    return marks;
}

TEST(W, W48_matrix_2_as_printed_cell_by_cell) {
    EXPECT_EQ(unit_column(unpaid()), "●––");
    EXPECT_EQ(unit_column(paid()), "●●●");
    EXPECT_EQ(unit_column(refunded()), "●●–");
    EXPECT_EQ(unit_column(cancelled(paid())), "●●–");
    const Desk both = mixed();
    EXPECT_EQ(unit_column(both, 0), "●●–") << "the refunded one";
    EXPECT_EQ(unit_column(both, 1), "●●–") << "the cancelled one";
    Desk one_left = paid();
    ASSERT_EQ(one_left.cancel(tickets(one_left.order, {0})), "taken");
    EXPECT_EQ(unit_column(one_left, 0), "●●–");
    EXPECT_EQ(unit_column(one_left, 1), "●●●") << "each ticket stands in its own column";
}

TEST(W, W20_W35_a_cancelled_ticket_is_refunded_later) {
    Desk desk = cancelled(paid());
    desk.now_ms += 90 * day_ms;
    ASSERT_EQ(desk.refund(tickets(desk.order, {1})), "taken");
    EXPECT_EQ(desk.said("amount"), "1000");
    EXPECT_EQ(desk.summary(), "refunded_cancelled");
    ASSERT_EQ(desk.refund(tickets(desk.order, {0})), "taken");
    EXPECT_EQ(desk.summary(), "refunded");
    EXPECT_EQ(desk.refund(tickets(desk.order, {0})), "not_offered_in_status");
}

TEST(W, W21_a_refunded_ticket_is_cancelled_as_well) {
    Desk desk = paid();
    ASSERT_EQ(desk.refund(tickets(desk.order, {0})), "taken");
    EXPECT_EQ(desk.order.lines[0].active(), 1);
    EXPECT_EQ(desk.access(), "revoked granted");
    EXPECT_EQ(desk.cancel(tickets(desk.order, {0})), "quantity_exceeds_units") << "it is gone already";
    EXPECT_TRUE(desk.profile.refund_cancels_units);
}

TEST(W, W22_cancelling_is_final) {
    Desk desk = cancelled(paid());
    EXPECT_EQ(desk.reopen(), "cancel_is_final");
    EXPECT_EQ(desk.move("registered"), "cancel_is_final");
    Desk one = paid();
    const std::string code = one.order.lines[0].units[0].code;
    ASSERT_EQ(one.cancel(tickets(one.order, {0})), "taken");
    EXPECT_EQ(one.reopen(), "cancel_is_final");
    EXPECT_EQ(one.order.lines[0].units[0].code, code) << "the code stays readable and is given to nobody else";
}

}  // namespace
}  // namespace commis::domain::requirements
