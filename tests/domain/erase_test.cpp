// Who may be taken out of an order, when not yet, and what stays of it.
#include "domain/decisions/erase.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "domain/decisions/change_state.hpp"
#include "domain/sample.hpp"

namespace commis::domain {
namespace {

const Profile& profile() { return sample::profile("neutral"); }

// Paid and sent: nothing is left to do.
Order done_order() {
    PlaceOrder command = sample::example();
    command.payment_method = "bank-transfer";
    Order order = sample::placed(command, profile());
    sample::add_payment(order, AttemptStatus::captured, content_totals(order).total_minor);
    for (Line& line : order.lines) {
        if (line.kind == LineKind::goods) line.shipped = line.quantity;
        line.reserved = 0;
    }
    order.note = "Ring twice";
    return order;
}

std::string erase(const Order& order, Rights rights = Rights::all()) {
    return sample::outcome(erase_people(order, sample::context(profile(), rights)));
}

TEST(Erase, what_is_open_is_named_and_nothing_happens) {
    struct Case {
        const char* what;
        std::function<void(Order&)> change;
        const char* outcome;
    };
    const Case cases[]{
        {"done", [](Order&) {}, "taken"},
        {"a draft", [](Order& order) { order.draft = true; }, "draft_order"},
        {"unpaid", [](Order& order) { order.ledger = {}; }, "money_still_open"},
        {"a card holds money",
         [](Order& order) { sample::add_payment(order, AttemptStatus::authorized, 100, "stripe"); },
         "money_still_open"},
        {"in review", [](Order& order) { order.ledger.flagged_for_review = true; }, "money_still_open"},
        {"an invoice waits for the hold period", [](Order& order) { order.invoice_due_at_ms = sample::now_ms + 5; },
         "money_still_open"},
        {"a piece is still to be sent", [](Order& order) { order.lines[0].shipped -= 1; }, "goods_still_to_ship"},
        {"too much was paid", [](Order& order) { sample::add_payment(order, AttemptStatus::captured, 100); },
         "refund_still_owed"},
        {"a refund was promised",
         [](Order& order) { sample::add_refund(order, 100, RefundExecution::initiated, RefundStatus::pending, false); },
         "refund_still_owed"},
        {"the buyer waits for an answer",
         [](Order& order) { order.requests.push_back({.id = "r1", .status = RequestStatus::open}); },
         "request_still_open"},
        {"something is on its way back",
         [](Order& order) { order.requests.push_back({.id = "r1", .status = RequestStatus::approved}); },
         "request_still_open"},
        {"in the register", [](Order& order) { order.removed = Removal{1, "Ada", ""}; }, "removed"},
        {"erased", [](Order& order) { order.people_erased_at_ms = 1; }, "people_erased"},
    };
    for (const Case& each : cases) {
        Order order = done_order();
        each.change(order);
        EXPECT_EQ(erase(order), each.outcome) << each.what;
    }
}

TEST(Erase, owners_and_managers_may_and_nobody_else) {
    for (const Role role : {Role::owner, Role::manager}) EXPECT_EQ(erase(done_order(), rights_of(role)), "taken");
    for (const Role role : {Role::clerk, Role::packer, Role::accountant, Role::check_in, Role::viewer}) {
        EXPECT_EQ(erase(done_order(), rights_of(role)), "forbidden") << static_cast<int>(role);
    }
}

TEST(Erase, an_order_that_was_left_before_it_was_paid_holds_nobody_back) {
    Order order = sample::placed(sample::plain(LineKind::goods, 1, "card"), profile());
    sample::add_payment(order, AttemptStatus::initiated, 1'000, "stripe");
    EXPECT_EQ(erase(order), "money_still_open") << "the page is open";
    order.abandoned_at_ms = sample::now_ms;
    EXPECT_EQ(erase(order), "taken");
}

TEST(Erase, people_go_and_everything_that_counts_stays) {
    Order order = done_order();
    order.shipping_address.emplace();
    order.shipping_address->name = "Neighbour";
    order.shipping_address->country = "FR";
    order.undoable = UndoableMove{.sequence = order.event_count, .until_ms = sample::now_ms + 1'000};
    const auto decision = erase_people(order, sample::context(profile()));
    ASSERT_TRUE(decision);
    const Order& after = decision->order;
    EXPECT_TRUE(is_without_people(after));
    EXPECT_TRUE(decision->erases_people);
    EXPECT_EQ(after.people_erased_at_ms, sample::now_ms);
    EXPECT_EQ(after.billing_address.country, order.billing_address.country) << "taxes are counted by it";
    EXPECT_EQ(after.shipping_address->country, "FR");
    EXPECT_EQ(content_totals(after).total_minor, content_totals(order).total_minor);
    EXPECT_EQ(content_totals(after).tax_minor, content_totals(order).tax_minor);
    EXPECT_EQ(after.ledger, order.ledger);
    EXPECT_EQ(after.documents, order.documents);
    EXPECT_EQ(after.state, order.state);
    EXPECT_FALSE(after.undoable);
    EXPECT_GT(after.link_generation, order.link_generation) << "the buyer's page closes";
    ASSERT_EQ(decision->events.size(), 1U);
    EXPECT_EQ(decision->events[0].type, EventType::people_erased);
    EXPECT_TRUE(decision->events[0].data.empty());
    EXPECT_TRUE(decision->mails.empty()) << "nobody is told: nobody is left";
}

TEST(Erase, who_is_gone_is_neither_written_to_nor_billed_until_somebody_is_entered) {
    const auto erased = erase_people(done_order(), sample::context(profile()));
    ASSERT_TRUE(erased);
    const Standing standing = standing_of(erased->order, profile());
    for (const Action action : {Action::send_mail, Action::resend_confirmation, Action::send_document, Action::remind,
                                Action::send_tickets, Action::invoice, Action::register_request}) {
        EXPECT_EQ(ask(action, standing).reason, Refusal::people_erased) << id_of(action);
    }
    EXPECT_TRUE(ask(Action::refund, standing).allowed) << "money is owed to whoever it was";
    Decision edited{.order = erased->order};
    follow_people(edited);
    EXPECT_TRUE(edited.order.people_erased_at_ms) << "nobody came back";
    edited.order.buyer.email = "new@example.org";
    follow_people(edited);
    EXPECT_FALSE(edited.order.people_erased_at_ms);
}

}  // namespace
}  // namespace commis::domain
