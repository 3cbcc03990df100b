// Rules of the web shop (O): the list, the customer, and what may be done with an order.
#include <gtest/gtest.h>

#include "requirements/world.hpp"

namespace commis::domain::requirements {
namespace {

constexpr const char* shop = "web-shop";

TEST(O, O01_the_list_holds_every_order_of_the_shop) {
    World world(shop);
    std::vector<std::string> numbers;
    for (const char* method : {"card", "cheque", "cash-on-delivery"}) {
        numbers.push_back(world.place(goods(method)).number);
    }
    numbers.push_back(world.place(free_of_charge(digital("free"))).number);
    const Order cancelled = world.place(goods("cheque"));
    numbers.push_back(cancelled.number);
    ASSERT_EQ(world.act(cancelled.id, [](const Order& o, const Context& c) { return cancel(o, {}, c); }), "taken");
    EXPECT_EQ(world.find(world.filter()), numbers);
}

TEST(O, O02_O03_the_shop_makes_and_words_its_own_progress_states) {
    World world(shop);
    const auto refused = world.set(R"({"states": [
        {"id": "received"}, {"id": "engraved", "stage": "processing", "label": {"en": "Engraved", "fr": "Gravée",
         "da": "Graveret", "de": "Graviert"}, "color": "teal"}, {"id": "delivered", "label": {"en": "At home",
         "fr": "Chez vous", "da": "Hjemme", "de": "Zuhause"}}, {"id": "cancelled"}]})");
    ASSERT_TRUE(refused.empty()) << refused[0].field << " " << refused[0].code;
    Desk desk(*world.profile(), goods("cheque"));
    ASSERT_EQ(desk.pay(), "taken");
    ASSERT_EQ(desk.move("engraved"), "taken");
    EXPECT_EQ(desk.stage(), "processing");
    EXPECT_EQ(desk.profile.find_state("delivered")->label.en, "At home");
    ASSERT_EQ(desk.move("delivered"), "taken");
    EXPECT_EQ(desk.queue(), "none");
    EXPECT_EQ(desk.move("to_prepare"), "/state unknown_state") << "a state that the shop took away";
}

TEST(O, O04_the_shop_switches_invoicing_on) {
    World world(shop);
    EXPECT_FALSE(world.place(goods("cheque")).is_invoiced());
    ASSERT_TRUE(world.set(R"({"invoice_at": "order"})").empty());
    const Order order = world.place(goods("cheque"));
    EXPECT_TRUE(order.is_invoiced());
    EXPECT_FALSE(order.documents[0].number.empty());
}

TEST(O, O09_the_operator_writes_to_the_customer) {
    Desk desk(shop, goods("cheque"));
    const Message message{"", "Your order", "When may we **deliver**?"};
    ASSERT_EQ(desk.apply(send_message(desk.order, message, desk.context())), "taken");
    EXPECT_EQ(desk.mails(), "free_message");
    EXPECT_EQ(desk.last.mails[0].recipient, "soren@example.org");
    EXPECT_EQ(desk.last.events[0].note, message.body);
    EXPECT_EQ(desk.last.events[0].reason, message.subject);
}

TEST(O, O10_a_customer_has_a_history_of_orders) {
    World world(shop);
    const std::string first = world.place(goods("cheque")).number;
    PlaceOrder other = goods("cheque");
    other.buyer.email = "zoe@example.org";
    const std::string others = world.place(other).number;
    PlaceOrder again = goods("card");
    again.buyer.email = "SOREN@example.org";
    const std::string second = world.place(again).number;
    ports::OrderFilter filter = world.filter();
    filter.customers = {"soren@EXAMPLE.org"};
    EXPECT_EQ(world.find(filter), (std::vector<std::string>{first, second}));
}

TEST(O, O12_an_order_paid_by_a_generic_method_is_confirmed_by_hand) {
    for (const char* method : {"cheque", "bank-transfer"}) {
        Desk desk(shop, goods(method));
        EXPECT_EQ(desk.payment_word(), "To be confirmed");
        ASSERT_EQ(desk.pay(), "taken");
        EXPECT_EQ(desk.payment_word(), "Payment confirmed");
        EXPECT_EQ(desk.mails(), "payment_changed") << "told once it is confirmed";
        ASSERT_EQ(desk.move("validated"), "taken");
        EXPECT_EQ(desk.order.state, "validated");
    }
    Desk part(shop, goods("cheque"));
    ASSERT_EQ(part.pay(500), "taken");
    EXPECT_EQ(part.mails(), "payment_changed(not_confirmed)");
}

TEST(O, O13_a_cancelled_order_stays_visible_and_O15_a_removed_one_does_not) {
    World world(shop);
    const Order kept = world.place(goods("cheque"));
    const Order gone = world.place(goods("cheque"));
    ASSERT_EQ(world.act(kept.id, [](const Order& o, const Context& c) { return cancel(o, {}, c); }), "taken");
    const auto remove = [](const Order& o, const Context& c) { return remove_order(o, {"a test order", {}}, c); };
    ASSERT_EQ(world.act(gone.id, remove), "taken");
    EXPECT_EQ(world.find(world.filter()), std::vector<std::string>{kept.number});
    EXPECT_EQ(world.order(kept.id).state, "cancelled");
    ASSERT_EQ(world.removed().size(), 1U);
    EXPECT_EQ(world.removed()[0].number, gone.number);
}

TEST(O, O14_cancelling_puts_the_goods_back_or_not_as_the_operator_says) {
    Desk back(shop, goods("cheque"));
    EXPECT_EQ(back.order.lines[0].reserved, 2);
    ASSERT_EQ(back.cancel(Cancel{.restock = true}), "taken");
    EXPECT_EQ(back.stock(), "") << "set aside no longer, still in the house";
    EXPECT_EQ(back.order.lines[0].reserved, 0);
    Desk written_off(shop, goods("cheque"));
    ASSERT_EQ(written_off.cancel(Cancel{.restock = false}), "taken");
    EXPECT_EQ(written_off.stock(), "A:-2");
    EXPECT_TRUE(written_off.profile.restock_asks);
}

TEST(O, O16_the_telephone_desk_changes_quantities_and_products) {
    Desk desk(shop, goods("cheque"));
    Revise command = desk.content();
    command.lines[0].content.quantity = 1;
    command.lines.push_back(
        {"", {.sku = "B", .name = "Other", .quantity = 2, .unit_price_minor = 1'500, .attendees = {}}});
    ASSERT_EQ(desk.revise(command), "taken");
    EXPECT_EQ(desk.order.revision, 2);
    EXPECT_EQ(desk.figures().total_minor, 4'000);
    EXPECT_EQ(desk.said("difference"), "2000");
    EXPECT_EQ(desk.said("due"), "4000");
    EXPECT_EQ(desk.order.lines[0].reserved + desk.order.lines[1].reserved, 3) << "the goods are set aside anew";
}

TEST(O, O16_a_draft_is_taken_by_telephone_and_placed_later) {
    World world(shop);
    PlaceOrder call = goods("cheque");
    call.draft = true;
    call.channel = "phone";
    const Order draft = world.place(call);
    EXPECT_TRUE(world.mails(draft.id).empty());
    EXPECT_EQ(world.stock_of("A").reserved, 0);
    ASSERT_EQ(world.act(draft.id, place_draft), "taken");
    EXPECT_FALSE(world.order(draft.id).draft);
    EXPECT_EQ(world.mails(draft.id).size(), 2U);
    EXPECT_EQ(world.stock_of("A").reserved, 2);
}

TEST(O, O17_O18_properties_are_edited_and_reach_no_line) {
    Desk desk(shop, goods("cheque"));
    const Order before = desk.order;
    EditOrder command;
    command.buyer = Buyer{"Søren A. Ærø", "s@example.org", "+45 1", "Ærø ApS", ""};
    command.billing_address = Address{"", "", "Torvet 1", "", "5970", "Ærøskøbing", "", "DK"};
    command.shipping_address = std::optional<Address>(Address{"Port", "", "Havnen 2", "", "5970", "Marstal", "", "DK"});
    command.note = "By the door";
    command.language = "da";
    command.tags = std::vector<std::string>{"gift"};
    ASSERT_EQ(desk.edit(command), "taken");
    EXPECT_EQ(desk.order.buyer.company, "Ærø ApS");
    EXPECT_EQ(desk.order.lines, before.lines);
    EXPECT_EQ(desk.order.shipping, before.shipping);
    EXPECT_EQ(desk.order.ledger, before.ledger);
    EXPECT_EQ(desk.order.revision, before.revision);
}

TEST(O, O19_an_invoiced_order_is_neither_modified_nor_deleted) {
    Desk desk(shop, goods("cheque"));
    ASSERT_EQ(desk.invoice(), "taken");
    EXPECT_EQ(desk.revise(desk.content()), "invoiced_locked");
    EXPECT_EQ(desk.remove(), "invoiced_locked");
    ASSERT_EQ(desk.credit(), "taken");
    EXPECT_EQ(desk.remove(), "invoiced_locked") << "nor after the credit note: the paper exists";
    EXPECT_EQ(desk.revise(desk.content()), "taken") << "credited, it may be changed and invoiced anew";
}

TEST(O, O20_O21_progress_states_are_kept_as_a_history) {
    World world(shop);
    const Order order = world.place(goods("cheque"));
    for (const char* state : {"validated", "to_prepare", "to_deliver"}) {
        const auto move = [&](const Order& o, const Context& c) { return change_state(o, {state, "", {}, {}}, c); };
        ASSERT_EQ(world.act(order.id, move), "taken");
        world.clock.at_ms += minute_ms;
    }
    std::vector<std::string> history;
    for (const auto& entry : world.timeline(order.id)) {
        if (entry.event.type != EventType::state_changed) continue;
        EXPECT_EQ(entry.event.actor.name, "Ada");
        history.push_back(*sample::find_data(entry.event, "from") + " → " + *sample::find_data(entry.event, "to"));
    }
    EXPECT_EQ(history,
              (std::vector<std::string>{"received → validated", "validated → to_prepare", "to_prepare → to_deliver"}));
}

TEST(O, O22_an_unpublished_state_is_internal_and_a_published_one_is_told) {
    Desk desk(shop, goods("cheque"));
    EXPECT_FALSE(desk.profile.find_state("in_dispute")->published);
    ASSERT_EQ(desk.move("in_dispute", true), "taken");
    EXPECT_EQ(desk.mails(), "state_changed(state_unpublished)");
    ASSERT_EQ(desk.move("to_prepare", true), "taken");
    EXPECT_EQ(desk.mails(), "state_changed");
}

TEST(O, O24_the_list_is_complete_whether_or_not_any_mail_is_delivered) {
    World world(shop);
    world.shop.operator_addresses.clear();
    PlaceOrder command = goods("cheque");
    command.buyer.email = "soren@example.org";
    const Order order = world.place(command);
    EXPECT_EQ(world.find(world.filter()), std::vector<std::string>{order.number});
    std::vector<std::string> mails;
    for (const ports::MailRow& mail : world.mails(order.id)) {
        mails.push_back(std::string(id_of(mail.kind)) + " " + std::string(id_of(mail.reason)));
    }
    std::ranges::sort(mails);
    EXPECT_EQ(mails, (std::vector<std::string>{"order_placed none", "order_placed_operator no_address"}))
        << "a mail that can't leave says so";
}

TEST(O, O39_every_action_is_offered_for_many_orders_at_once) {
    World world(shop);
    const Order first = world.place(goods("cheque"));
    const Order second = world.place(goods("cheque"));
    ASSERT_EQ(world.bulk(Action::change_state, R"({"state": "to_prepare"})", second.id), "taken");
    const auto preview = world.preview(Action::change_state, R"({"state": "to_prepare"})", {first.id, second.id});
    EXPECT_EQ(preview.change, 1);
    ASSERT_EQ(preview.skip.size(), 1U);
    EXPECT_EQ(preview.skip[0].code, "already_in_state");
    EXPECT_EQ(world.order(first.id).state, "received") << "a preview changes nothing";
    for (const orders::ActionCommand& command : orders::action_commands()) {
        EXPECT_NE(orders::find_action_command(command.action), nullptr);
    }
}

}  // namespace
}  // namespace commis::domain::requirements
