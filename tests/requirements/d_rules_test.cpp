// Rules of the Nordic shop (D) and those that all sources share (G), by number.
#include <gtest/gtest.h>

#include "requirements/world.hpp"

namespace commis::domain::requirements {
namespace {

constexpr const char* shop = "nordic-shop";
constexpr std::int64_t week_ms = 7 * day_ms;

Desk reserved() { return Desk(shop, with_attempt(goods("card"), AttemptStatus::authorized, sample::now_ms + week_ms)); }

// What follows a prefix.
std::int64_t counted(const std::string& number) {
    return std::stoll(number.substr(number.find_first_of("0123456789")));
}

TEST(D, D01_nothing_but_a_capture_takes_reserved_money) {
    Desk desk = reserved();
    for (const char* state : {"processing", "sent", "completed"}) {
        ASSERT_EQ(desk.move(state), "taken");
        EXPECT_EQ(desk.figures().captured_minor, 0) << state;
        EXPECT_EQ(desk.order.ledger.payments[0].status, AttemptStatus::authorized) << state;
    }
    Desk shipped = reserved();
    ASSERT_EQ(shipped.ship(), "taken");
    ASSERT_EQ(shipped.invoice(), "taken");
    EXPECT_EQ(shipped.figures().captured_minor, 0);
    EXPECT_EQ(shipped.step(), "capture") << "it is named as the next thing to do";
    EXPECT_EQ(shipped.profile.capture_at, CaptureAt::manual);
}

TEST(D, D02_a_reservation_shows_when_it_runs_out_and_then_calls_for_a_new_payment) {
    Desk desk = reserved();
    EXPECT_EQ(desk.step(), "ship_before_expiry");
    EXPECT_EQ(next_step(desk.standing()).until_ms, sample::now_ms + week_ms);
    desk.now_ms += week_ms;
    ASSERT_EQ(desk.tick(), "taken");
    EXPECT_EQ(desk.events(), "authorization.expired");
    EXPECT_EQ(desk.status(), "authorization_expired");
    EXPECT_EQ(desk.payment_word("da"), "Forældet");
    EXPECT_EQ(desk.step(), "send_payment_link");
    EXPECT_EQ(desk.answer(Action::capture), "no_open_authorization");
}

TEST(D, D03_capture_before_the_goods_leave_is_advised_against) {
    Desk desk = reserved();
    EXPECT_EQ(ask(Action::capture, desk.standing()).warning, Refusal::capture_before_dispatch);
    ASSERT_EQ(desk.ship(), "taken");
    EXPECT_EQ(ask(Action::capture, desk.standing()).warning, std::nullopt);
}

TEST(D, D04_all_orders_are_listed) {
    World world(shop);
    const std::string first = world.place(goods("card")).number;
    const std::string second = world.place(goods("bank-transfer")).number;
    EXPECT_EQ(world.find(world.filter()), (std::vector<std::string>{first, second}));
}

TEST(D, D05_unprocessed_orders_are_a_filter_over_states) {
    World world(shop);
    const Order fresh = world.place(goods("bank-transfer"));
    const Order busy = world.place(goods("bank-transfer"));
    ASSERT_EQ(world.bulk(Action::change_state, R"({"state": "processing"})", busy.id), "taken");
    ports::OrderFilter filter = world.filter();
    filter.stages = {Stage::new_};
    EXPECT_EQ(world.find(filter), std::vector<std::string>{fresh.number});
    filter.stages = {Stage::new_, Stage::processing};
    EXPECT_EQ(world.find(filter).size(), 2U) << "a group, not one state";
}

TEST(D, D06_D24_search_and_filters_combine) {
    World world(shop);
    PlaceOrder command = goods("bank-transfer");
    world.place(command);
    command.buyer.name = "Åse";
    const Order ases = world.place(command);
    const Order done = world.place(command);
    ASSERT_EQ(world.bulk(Action::change_state, R"({"state": "sent"})", done.id), "taken");
    ports::OrderFilter filter = world.filter();
    filter.q = "åse";
    EXPECT_EQ(world.find(filter).size(), 2U);
    filter.stages = {Stage::new_};
    EXPECT_EQ(world.find(filter), std::vector<std::string>{ases.number});
    filter.q.clear();
    EXPECT_EQ(world.find(filter).size(), 2U);
}

TEST(D, D08_sent_is_one_of_the_choices_of_the_order) {
    const Desk desk = reserved();
    std::vector<std::string> choices;
    for (const StateChoice& choice : state_choices(desk.order, desk.profile)) {
        if (!choice.reason) choices.push_back(choice.state->label.in("da"));
    }
    EXPECT_EQ(choices, (std::vector<std::string>{"Under behandling", "Klar til afhentning", "Afsendt", "Afsluttet",
                                                 "Annulleret"}));
}

TEST(D, D09_a_choice_takes_effect_at_once) {
    EXPECT_EQ(sample::profile(shop).apply_button, ApplyChange::immediate);
    EXPECT_EQ(sample::profile(shop).apply_list, ApplyChange::immediate);
    Desk desk = reserved();
    ASSERT_EQ(desk.move("sent"), "taken");
    EXPECT_EQ(desk.order.state, "sent");
    EXPECT_EQ(desk.last.mails[0].due_at_ms, desk.now_ms + 30'000) << "only the mail waits, so that it can be undone";
}

TEST(D, D10_the_order_s_own_switch_sends_the_status_mail) {
    for (const bool is_on : {true, false}) {
        PlaceOrder command = goods("bank-transfer");
        command.notify_on_state = is_on;
        for (const EntryPoint entry : {EntryPoint::button, EntryPoint::list, EntryPoint::bulk}) {
            Desk desk(shop, command);
            desk.entry = entry;
            ASSERT_EQ(desk.move("sent", !is_on), "taken");
            EXPECT_EQ(desk.mails(), is_on ? "order_sent" : "order_sent(order_switch_off)");
        }
    }
    EXPECT_TRUE(Desk(shop, goods("card")).order.notify_on_state) << "as the shop's default says";
}

TEST(D, D12_shipments_are_handled_by_hand_with_their_tracking) {
    Desk desk = reserved();
    const Tracking tracking{"PostNord", "00370", "https://example.org/00370"};
    ASSERT_EQ(desk.ship(Ship{.tracking = tracking}), "taken");
    EXPECT_EQ(desk.order.shipments[0].tracking, tracking);
    CorrectParcel correction{desk.order.shipments[0].id, Tracking{"GLS", "1", ""}, {}, {}, desk.now_ms};
    ASSERT_EQ(desk.apply(correct_parcel(desk.order, correction, desk.context())), "taken");
    EXPECT_EQ(desk.order.shipments[0].tracking.carrier, "GLS");
    EXPECT_TRUE(desk.order.shipments[0].delivered_at_ms);
}

TEST(D, D13_capture_and_change_of_state_are_two_steps) {
    Desk desk = reserved();
    ASSERT_EQ(desk.ship(Ship{.label_only = true}), "taken");
    EXPECT_EQ(desk.order.state, "sent") << "the label is printed";
    EXPECT_FALSE(desk.order.shipments[0].handed_over_at_ms) << "the carrier comes later";
    EXPECT_EQ(desk.status(), "authorized") << "and the money has not moved";
    EXPECT_EQ(desk.answer(Action::capture), "allowed");
}

TEST(D, D14_many_orders_are_moved_together_and_each_answers_for_itself) {
    World world(shop);
    std::vector<std::string> ids;
    for (int i = 0; i < 3; ++i) ids.push_back(world.place(goods("bank-transfer")).id);
    ASSERT_EQ(world.bulk(Action::cancel, "{}", ids[1]), "taken");
    ASSERT_EQ(world.bulk(Action::change_state, R"({"state": "sent"})", ids[2]), "taken");
    const auto preview = world.preview(Action::change_state, R"({"state": "sent"})", ids);
    EXPECT_EQ(preview.change, 2) << "a cancelled order is brought back by it";
    ASSERT_EQ(preview.skip.size(), 1U);
    EXPECT_EQ(preview.skip[0].order_id, ids[2]);
    EXPECT_EQ(preview.mails, 2);
    for (const std::string& id : ids) world.bulk(Action::change_state, R"({"state": "sent"})", id);
    for (const std::string& id : ids) EXPECT_EQ(world.order(id).state, "sent");
    EXPECT_EQ(world.bulk(Action::change_state, R"({"state": "sent"})", ids[0]), "already_in_state") << "nothing twice";
}

TEST(D, D15_D16_numbers_start_anywhere_and_are_consecutive_in_two_series) {
    World world(shop);
    world.services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        work.orders().create_range(world.shop.id, "test", "DK-", 777, 6);
        EXPECT_EQ(work.orders().take_number(world.shop.id, "test", 2026).text, "DK-000777");
        EXPECT_EQ(work.orders().take_number(world.shop.id, "test", 2026).text, "DK-000778");
    });
    const auto issue = [](const Order& order, const Context& context) { return domain::invoice(order, {}, context); };
    std::vector<std::int64_t> orders, invoices;
    for (int i = 0; i < 4; ++i) {
        const Order order = world.place(goods("bank-transfer"));
        orders.push_back(counted(order.number));
        EXPECT_THROW(world.place(goods("no-such-method")), std::runtime_error) << "a refused order takes no number";
        EXPECT_EQ(world.act(order.id, issue), "taken");
        EXPECT_EQ(world.act(order.id, issue), "already_invoiced");
        invoices.push_back(counted(world.order(order.id).documents[0].number));
    }
    for (std::size_t i = 1; i < 4; ++i) {
        EXPECT_EQ(orders[i], orders[i - 1] + 1);
        EXPECT_EQ(invoices[i], invoices[i - 1] + 1);
    }
}

TEST(D, D17_a_new_order_is_received_and_always_confirmed) {
    PlaceOrder command = goods("bank-transfer");
    command.notify_on_state = false;
    const Desk desk(shop, command);
    EXPECT_EQ(desk.profile.find_state(desk.order.state)->label.in("da"), "Ordre modtaget");
    EXPECT_EQ(desk.last.mails[0].suppressed, Suppression::none) << "whatever the order's switch says";
}

TEST(D, D18_a_payment_that_was_broken_off_is_worded_not_received) {
    Desk desk(shop, goods("card"));
    desk.now_ms += 60 * minute_ms;
    ASSERT_EQ(desk.tick(), "taken");
    EXPECT_EQ(desk.summary(), "abandoned");
    EXPECT_EQ(desk.profile.summary_labels.at("abandoned").da, "Ikke modtaget");
    EXPECT_EQ(desk.queue(), "none");
}

TEST(D, D19_an_invoice_is_issued_with_the_dispatch) {
    Desk desk = reserved();
    ASSERT_EQ(desk.move("sent"), "taken");
    EXPECT_FALSE(desk.order.is_invoiced()) << "not while the change can be undone";
    desk.now_ms += 30'000;
    ASSERT_EQ(desk.tick(), "taken");
    EXPECT_TRUE(desk.order.is_invoiced());
}

TEST(D, D21_an_invoice_is_credited) {
    Desk desk = reserved();
    ASSERT_EQ(desk.invoice(), "taken");
    ASSERT_EQ(desk.credit(), "taken");
    const Document& note = desk.order.documents.back();
    EXPECT_EQ(note.kind, DocumentKind::credit_note);
    EXPECT_EQ(note.amount_minor, 2'000);
    EXPECT_EQ(note.refers_to, desk.order.documents[0].id);
    EXPECT_EQ(desk.credit(), "not_invoiced");
}

TEST(D, D22_click_and_collect_is_ready_then_handed_over) {
    PlaceOrder command = goods("cash-on-pickup");
    command.shipping = {"pickup", "Butik", 0, "0", true};
    Desk desk(shop, command);
    EXPECT_EQ(desk.step(), "collect_on_pickup");
    ASSERT_EQ(desk.move("ready_for_pickup"), "taken");
    EXPECT_EQ(desk.step(), "collect_on_pickup");
    EXPECT_EQ(desk.mails(), "state_changed") << "the customer hears that it is ready";
    ASSERT_EQ(desk.ship(), "taken");
    EXPECT_EQ(desk.step(), "collect_rest") << "the counter takes the cash";
    ASSERT_EQ(desk.pay(), "taken");
    EXPECT_EQ(desk.step(), "finish");
}

TEST(G, G03_every_effect_is_told_before_and_recorded_after_with_actor_and_time) {
    World world("swiss-shop");
    const Order order = world.place(with_attempt(goods("card"), AttemptStatus::captured));
    const auto preview = world.preview(Action::change_state, R"({"state": "sent"})", {order.id});
    EXPECT_EQ(preview.mails, 1) << "announced";
    ASSERT_EQ(world.bulk(Action::change_state, R"({"state": "sent"})", order.id), "taken");
    world.clock.at_ms += minute_ms;
    world.tick();
    std::vector<std::string> types;
    for (const auto& entry : world.timeline(order.id)) {
        types.push_back(std::string(id_of(entry.event.type)) + " by " + entry.event.actor.name);
        EXPECT_GT(entry.event.at_ms, 0);
    }
    EXPECT_EQ(types,
              (std::vector<std::string>{"order.placed by Ada", "state.changed by Ada", "document.issued by timer"}));
    EXPECT_EQ(world.timeline(order.id)[1].mails.size(), 1U) << "the mail stands at what caused it";
}

TEST(G, G04_each_movement_of_money_says_who_spoke) {
    Desk gateway("web-shop", with_attempt(goods("card"), AttemptStatus::captured));
    EXPECT_EQ(id_of(gateway.order.ledger.entries[0].source), "gateway");
    Desk person("web-shop", goods("cheque"));
    ASSERT_EQ(person.pay(), "taken");
    EXPECT_EQ(id_of(person.order.ledger.entries[0].source), "operator");
    EXPECT_EQ(id_of(Source::bank), "bank");
}

}  // namespace
}  // namespace commis::domain::requirements
