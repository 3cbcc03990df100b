// Rules of the Swiss shop (C), by number.
#include <gtest/gtest.h>

#include "requirements/world.hpp"

namespace commis::domain::requirements {
namespace {

constexpr const char* shop = "swiss-shop";

TEST(C, C01_statuses_may_be_skipped_and_reversed) {
    Desk desk(shop, goods("prepayment"));
    for (const char* state : {"completed", "processing", "sent", "received", "cancelled", "sent"}) {
        EXPECT_EQ(desk.move(state), "taken") << state;
    }
    EXPECT_EQ(desk.profile.ship_guard, GuardForce::warn) << "guidance never blocks";
}

TEST(C, C02_C03_customer_and_operator_are_told_of_a_new_order) {
    const Desk desk(shop, goods("prepayment"));
    EXPECT_EQ(desk.mails(), "order_placed order_placed_operator order_placed_operator");
    EXPECT_EQ(desk.last.mails[0].recipient, "soren@example.org");
    for (const MailIntent& mail : desk.last.mails) EXPECT_EQ(mail.due_at_ms, desk.now_ms) << "at once";
}

TEST(C, C04_orders_that_nobody_has_opened_are_found) {
    World world(shop);
    const Order first = world.place(goods("prepayment"));
    const Order second = world.place(goods("prepayment"));
    world.services.storage.write(ports::Priority::interactive,
                                 [&](ports::UnitOfWork& work) { work.orders().mark_seen(world.shop.id, first.id); });
    ports::OrderFilter filter = world.filter();
    filter.seen = false;
    EXPECT_EQ(world.find(filter), std::vector<std::string>{second.number});
    EXPECT_EQ(world.order(first.id).version, first.version) << "to look is not to change";
}

TEST(C, C05_a_customer_s_orders_are_listed_with_their_status) {
    World world(shop);
    const Order order = world.place(goods("prepayment"));
    ASSERT_EQ(world.bulk(Action::change_state, R"({"state": "processing"})", order.id), "taken");
    ports::OrderPageRequest request;
    request.filter = world.filter();
    request.filter.customers = {"soren@example.org"};
    world.services.storage.read([&](ports::Snapshot& snapshot) {
        const auto page = snapshot.orders().list(request);
        ASSERT_EQ(page.rows.size(), 1U);
        EXPECT_EQ(page.rows[0].state, "processing");
        EXPECT_EQ(page.rows[0].projection.payment_status, PaymentStatus::pending);
    });
}

TEST(C, C06_every_new_order_is_received) {
    for (const char* method : {"card", "twint", "prepayment", "cash-on-pickup"}) {
        EXPECT_EQ(Desk(shop, goods(method)).order.state, "received") << method;
    }
}

TEST(C, C07_in_process_is_chosen_by_the_operator) {
    Desk desk(shop, goods("prepayment"));
    ASSERT_EQ(desk.pay(), "taken");
    EXPECT_EQ(desk.order.state, "received") << "no payment moves it";
    ASSERT_EQ(desk.move("processing"), "taken");
    EXPECT_EQ(desk.stage(), "processing");
}

TEST(C, C09_accounting_finds_a_draft_from_the_reception_on_once) {
    Desk desk(shop, goods("prepayment"));
    ASSERT_EQ(desk.order.documents.size(), 1U);
    EXPECT_TRUE(desk.order.documents[0].draft);
    EXPECT_EQ(desk.order.documents[0].amount_minor, 2'000);
    ASSERT_EQ(desk.move("processing"), "taken");
    ASSERT_EQ(desk.pay(), "taken");
    EXPECT_EQ(desk.order.documents.size(), 1U);
}

TEST(C, C10_what_is_free_is_known_for_each_line) {
    World world(shop);
    world.stock("A", 3);
    world.place(goods("cash-on-pickup"));
    EXPECT_EQ(world.stock_of("A").reserved, 2);
    EXPECT_EQ(world.stock_of("A").available(), 1);
    world.place(goods("cash-on-pickup"));
    EXPECT_EQ(world.stock_of("A").available(), -1) << "one piece is missing";
}

TEST(C, C11_less_than_the_exact_amount_releases_nothing) {
    Desk desk(shop, goods("prepayment"));
    ASSERT_EQ(desk.pay(1'999), "taken");
    EXPECT_EQ(desk.status(), "partially_paid");
    EXPECT_EQ(desk.step(), "collect_rest");
    EXPECT_EQ(desk.figures().due(), 1);
    EXPECT_EQ(ask(Action::ship, desk.standing()).warning, Refusal::not_paid);
    ASSERT_EQ(desk.pay(1), "taken");
    EXPECT_EQ(desk.step(), "ship");
}

TEST(C, C12_an_order_is_found_by_its_number) {
    World world(shop);
    world.place(goods("prepayment"));
    const Order second = world.place(goods("prepayment"));
    ports::OrderFilter filter = world.filter();
    filter.q = second.number;
    EXPECT_EQ(world.find(filter), std::vector<std::string>{second.number});
}

TEST(C, C13_C14_an_unpaid_prepayment_is_reminded_after_one_and_two_weeks_and_then_to_be_deleted) {
    World world(shop);
    world.stock("A", 2);
    const Order order = world.place(goods("prepayment"));
    const auto day = [&](std::int64_t number) {
        world.clock.at_ms = system::start_of_day(order.placed_at_ms, static_cast<std::int32_t>(number), "Europe/Paris");
        return world.tick();
    };
    const std::string number = order.number + " ";
    EXPECT_TRUE(day(6).empty());
    EXPECT_EQ(day(7), std::vector<std::string>{number + "remind"});
    EXPECT_TRUE(day(13).empty());
    EXPECT_EQ(day(14), std::vector<std::string>{number + "remind"});
    EXPECT_EQ(world.mails(order.id)[0].kind, MailKind::payment_reminder);
    EXPECT_TRUE(day(20).empty());
    EXPECT_EQ(day(21), std::vector<std::string>{number + "raise_removal"});
    EXPECT_EQ(world.order(order.id).task, Task::remove) << "a person deletes";
    EXPECT_TRUE(day(40).empty());
    EXPECT_EQ(world.stock_of("A").available(), 0) << "until then the goods are blocked";
    ASSERT_EQ(world.bulk(Action::delete_, R"({"reason": "unpaid"})", order.id), "taken");
    EXPECT_EQ(world.stock_of("A").available(), 2) << "for other orders that wait";
}

TEST(C, C14_a_rule_of_the_shop_deletes_by_itself) {
    World world(shop);
    ASSERT_TRUE(world
                    .set(R"({"payment_methods": {"prepayment": {"dunning": [
        {"day": 14, "action": "delete", "automatic": true}]}}})")
                    .empty());
    const Order order = world.place(goods("prepayment"));
    world.wait_days(15);
    EXPECT_EQ(world.tick(true), std::vector<std::string>{order.number + " remove"}) << "told before it is done";
    EXPECT_FALSE(world.order(order.id).removed);
    world.tick();
    EXPECT_TRUE(world.order(order.id).removed);
    EXPECT_TRUE(world.find(world.filter()).empty());
}

TEST(C, C15_the_customer_is_told_that_the_order_was_deleted) {
    Desk desk(shop, goods("prepayment"));
    ASSERT_EQ(desk.remove("unpaid"), "taken");
    EXPECT_EQ(desk.mails(), "order_removed");
    EXPECT_EQ(desk.last.mails[0].recipient, "soren@example.org");
}

TEST(C, C16_deleting_and_cancelling_free_the_goods) {
    Desk removed(shop, goods("prepayment"));
    ASSERT_EQ(removed.remove("unpaid"), "taken");
    EXPECT_EQ(removed.order.lines[0].reserved, 0);
    EXPECT_EQ(removed.stock(), "");
    Desk cancelled(shop, goods("prepayment"));
    ASSERT_EQ(cancelled.cancel(), "taken");
    EXPECT_EQ(cancelled.order.lines[0].reserved, 0);
    EXPECT_EQ(cancelled.stock(), "") << "back without being asked";
    EXPECT_FALSE(cancelled.profile.restock_asks);
}

TEST(C, C18_the_provider_s_guarantee_is_kept_with_the_payment) {
    Desk desk(shop, with_attempt(goods("card"), AttemptStatus::captured));
    desk.order.ledger.payments[0].guarantee = "3ds-liability-shift";
    ASSERT_EQ(desk.move("processing"), "taken");
    EXPECT_EQ(desk.order.ledger.payments[0].guarantee, "3ds-liability-shift");
    EXPECT_EQ(ask(Action::ship, desk.standing()).warning, std::nullopt) << "an online payment goes on";
}

TEST(C, C19_a_confirmed_payment_lets_the_parcel_be_prepared) {
    Desk desk(shop, goods("prepayment"));
    EXPECT_EQ(ask(Action::ship, desk.standing()).warning, Refusal::not_paid);
    EXPECT_EQ(desk.queue(), "to_collect");
    ASSERT_EQ(desk.pay(), "taken");
    EXPECT_EQ(ask(Action::ship, desk.standing()).warning, std::nullopt);
    EXPECT_EQ(desk.queue(), "to_ship");
}

TEST(C, C20_what_is_missing_is_listed_by_supplier) {
    World world(shop);
    world.stock("A", 1);
    world.place(goods("prepayment"));
    world.services.storage.read([&](ports::Snapshot& snapshot) {
        const auto missing = snapshot.statistics().shortages(world.shop.id, 10);
        ASSERT_EQ(missing.size(), 1U);
        EXPECT_EQ(missing[0].sku, "A");
        EXPECT_EQ(missing[0].reserved - missing[0].on_hand, 1);
    });
}

TEST(C, C25_C26_the_button_tells_unless_the_operator_says_no) {
    EXPECT_EQ(sample::profile(shop).notify.state_button, NotifyRule::confirm);
    Desk yes(shop, goods("prepayment"));
    ASSERT_EQ(yes.move("sent"), "taken");
    EXPECT_EQ(yes.mails(), "order_sent");
}

TEST(C, C27_the_list_tells_without_asking) {
    Desk desk(shop, goods("prepayment"));
    desk.entry = EntryPoint::list;
    ASSERT_EQ(desk.move("sent", false), "taken");
    EXPECT_EQ(desk.mails(), "order_sent") << "the rule is stronger than the wish";
    EXPECT_EQ(desk.profile.apply_list, ApplyChange::immediate);
}

TEST(C, C28_declining_the_question_marks_without_a_mail) {
    Desk desk(shop, goods("prepayment"));
    ASSERT_EQ(desk.move("sent", false), "taken");
    EXPECT_EQ(desk.order.state, "sent");
    EXPECT_EQ(desk.mails(), "order_sent(declined)");
}

TEST(C, C29_completed_is_the_end_of_the_work) {
    Desk desk(shop, with_attempt(goods("card"), AttemptStatus::captured));
    ASSERT_EQ(desk.move("sent"), "taken");
    EXPECT_EQ(desk.step(), "finish");
    ASSERT_EQ(desk.move("completed"), "taken");
    EXPECT_EQ(desk.stage(), "completed");
    EXPECT_EQ(desk.queue(), "none");
}

TEST(C, C30_completing_is_advised_against_while_the_money_is_not_there) {
    const auto warning_of = [](Desk desk) {
        EXPECT_EQ(desk.move("completed"), "taken") << "advice never blocks";
        return desk.warning();
    };
    EXPECT_EQ(warning_of(Desk(shop, goods("prepayment"))), "not_paid");
    EXPECT_EQ(warning_of(Desk(shop, with_attempt(goods("card"), AttemptStatus::authorized))), "not_paid");
    EXPECT_EQ(warning_of(Desk(shop, with_attempt(goods("card"), AttemptStatus::captured))), "");
    EXPECT_EQ(warning_of(Desk(shop, goods("cash-on-pickup"))), "") << "superfluous for cash";
    EXPECT_EQ(warning_of(Desk(shop, free_of_charge(goods("free")))), "");
}

TEST(C, C34_payment_on_invoice_is_off_and_offered_per_customer) {
    const PaymentMethod* invoice = sample::profile(shop).find_method("invoice");
    ASSERT_NE(invoice, nullptr);
    EXPECT_FALSE(invoice->on);
    EXPECT_TRUE(invoice->per_customer);
    World world(shop);
    EXPECT_THROW(world.place(goods("invoice")), std::runtime_error);
    ASSERT_TRUE(world.set(R"({"payment_methods": {"invoice": {"on": true}}})").empty());
    EXPECT_THROW(world.place(goods("invoice")), std::runtime_error) << "on, but not for this customer";
}

}  // namespace
}  // namespace commis::domain::requirements
