// Rules of event registrations (W) around the matrices: the table, marking paid, cancelling and refunding tickets.
#include <gtest/gtest.h>

#include "adapters/system/profiles.hpp"
#include "requirements/world.hpp"

namespace commis::domain::requirements {
namespace {

constexpr const char* event = "event-registration";

Desk unpaid(std::int64_t quantity = 2) { return Desk(event, event_tickets(quantity, "cheque")); }
Desk paid_by_cheque(std::int64_t quantity = 2) {
    Desk desk = unpaid(quantity);
    EXPECT_EQ(desk.pay(), "taken");
    return desk;
}
Desk paid_by_card(std::int64_t quantity = 2) {
    return Desk(event, with_attempt(event_tickets(quantity, "card"), AttemptStatus::captured));
}

TEST(W, W01_W03_all_registrations_are_listed_each_with_a_number_of_its_own) {
    World world(event);
    std::vector<std::string> numbers;
    for (int i = 0; i < 5; ++i) numbers.push_back(world.place(event_tickets(1, "cheque")).number);
    EXPECT_EQ(world.find(world.filter()), numbers);
    EXPECT_EQ(std::set<std::string>(numbers.begin(), numbers.end()).size(), 5U);
}

TEST(W, W02_the_table_has_eight_columns_in_this_order) {
    EXPECT_EQ(sample::profile(event).columns,
              (std::vector<std::string>{"number", "buyer", "summary", "quantity", "total", "promo_code", "placed_at",
                                        "payment_method"}));
}

TEST(W, W04_W06_W07_W08_W09_W10_a_row_says_buyer_quantity_amount_code_date_and_payment) {
    World world(event);
    PlaceOrder command = event_tickets(3, "invoice");
    command.lines[0].tax_rate = "20";
    command.lines.push_back(
        {.sku = "", .name = "Booking fee", .kind = LineKind::fee, .unit_price_minor = 150, .attendees = {}});
    command.prices_include_tax = false;
    command.discount_minor = 315;
    command.promo_code = "EARLY";
    const Order order = world.place(command);
    ports::OrderPageRequest request;
    request.filter = world.filter();
    world.services.storage.read([&](ports::Snapshot& snapshot) {
        const ports::OrderRow row = snapshot.orders().list(request).rows.at(0);
        EXPECT_EQ(row.buyer_name, "Søren Ærø") << "who paid, not who comes";
        EXPECT_EQ(row.projection.quantity, 3) << "tickets; a fee is none";
        EXPECT_EQ(row.projection.total_minor, 3'375) << "3150 − 315, and 20 % on the tickets' 2700";
        EXPECT_EQ(row.promo_code, "EARLY");
        EXPECT_EQ(row.placed_at_ms, order.placed_at_ms);
        EXPECT_EQ(row.payment_method, "invoice");
    });
    EXPECT_EQ(order.lines[0].units[0].attendee.name, "Guest 1");
    const std::vector<std::string> wanted{"card", "cheque", "invoice", "free"};
    for (const PaymentMethod& method : sample::profile(event).methods) {
        EXPECT_EQ(method.on, std::ranges::find(wanted, method.id) != wanted.end()) << method.id;
    }
}

TEST(W, W11_one_search_finds_by_buyer_or_number) {
    World world(event);
    PlaceOrder command = event_tickets(1, "cheque");
    world.place(command);
    command.buyer.name = "Zoé Lefèvre";
    const Order order = world.place(command);
    ports::OrderFilter filter = world.filter();
    for (const std::string& text : {std::string("lefèv"), order.number}) {
        filter.q = text;
        EXPECT_EQ(world.find(filter), std::vector<std::string>{order.number}) << text;
    }
}

TEST(W, W12_filters_by_status_ticket_code_and_payment_combine) {
    World world(event);
    PlaceOrder vip = event_tickets(1, "cheque");
    vip.lines[0].sku = "VIP";
    vip.lines[0].name = "VIP ticket";
    vip.promo_code = "EARLY";
    const Order wanted = world.place(vip);
    PlaceOrder plain = vip;
    plain.lines[0].sku = "STD";
    plain.lines[0].name = "Standard";
    world.place(plain);
    vip.promo_code = "";
    world.place(vip);
    vip.promo_code = "EARLY";
    vip.payment_method = "invoice";
    world.place(vip);
    vip.payment_method = "cheque";
    const Order complete = world.place(vip);
    ASSERT_EQ(world.bulk(Action::mark_paid, "{}", complete.id), "taken");
    ports::OrderFilter filter = world.filter();
    filter.summaries = {SummaryStatus::unpaid};
    EXPECT_EQ(world.find(filter).size(), 4U);
    filter.skus = {"VIP"};
    EXPECT_EQ(world.find(filter).size(), 3U);
    filter.promo_codes = {"EARLY"};
    EXPECT_EQ(world.find(filter).size(), 2U);
    filter.payment_methods = {"cheque"};
    EXPECT_EQ(world.find(filter), std::vector<std::string>{wanted.number});
    filter.items = {"Standard"};
    EXPECT_TRUE(world.find(filter).empty());
    filter.skus.clear();
    EXPECT_EQ(world.find(filter).size(), 1U) << "by the ticket's name";
}

TEST(W, W23_W24_confirmations_leave_again_for_completed_orders_and_at_most_a_hundred) {
    World world(event);
    const Order waiting = world.place(event_tickets(1, "cheque"));
    const Order complete = world.place(event_tickets(1, "cheque"));
    ASSERT_EQ(world.bulk(Action::mark_paid, "{}", complete.id), "taken");
    const auto preview = world.preview(Action::resend_confirmation, "{}", {waiting.id, complete.id});
    EXPECT_EQ(preview.change, 1);
    EXPECT_EQ(preview.mails, 1);
    ASSERT_EQ(preview.skip.size(), 1U);
    EXPECT_EQ(preview.skip[0].order_id, waiting.id) << "skipped and reported";
    EXPECT_EQ(world.bulk(Action::resend_confirmation, "{}", waiting.id), "not_offered_in_status");
    EXPECT_EQ(world.bulk(Action::resend_confirmation, "{}", complete.id), "taken");
    EXPECT_TRUE(orders::check_bulk(Action::resend_confirmation, 100));
    const auto beyond = orders::check_bulk(Action::resend_confirmation, 101);
    ASSERT_FALSE(beyond);
    EXPECT_EQ(code_of(beyond.error().refusal), "too_many_orders");
    EXPECT_TRUE(orders::check_bulk(Action::change_state, 101)) << "only mail is limited";
}

TEST(W, W26_W27_cheque_and_invoice_wait_for_the_payer_and_nothing_moves_by_itself) {
    for (const char* method : {"cheque", "invoice"}) {
        Desk desk(event, event_tickets(1, method));
        EXPECT_EQ(desk.summary(), "unpaid");
        desk.now_ms += 200 * day_ms;
        EXPECT_EQ(desk.tick(), "nothing_changed") << "no schedule here (X-13)";
    }
}

TEST(W, W28_W29_tickets_open_and_the_buyer_is_told_the_moment_it_is_marked_paid) {
    Desk desk = unpaid(3);
    EXPECT_EQ(desk.access(), "none none none");
    ASSERT_EQ(desk.pay(1'000), "taken");
    EXPECT_EQ(desk.access(), "none none none") << "a part opens nothing";
    ASSERT_EQ(desk.pay(), "taken");
    EXPECT_EQ(desk.access(), "granted granted granted");
    EXPECT_EQ(desk.mails(), "payment_changed");
}

TEST(W, W30_the_ticked_tickets_are_cancelled_and_no_other) {
    Desk desk = paid_by_cheque(3);
    ASSERT_EQ(desk.cancel(tickets(desk.order, {0, 2})), "taken");
    EXPECT_EQ(desk.access(), "revoked granted revoked");
    EXPECT_EQ(desk.order.state, "registered") << "not the whole order";
    ASSERT_EQ(desk.cancel(tickets(desk.order, {1})), "taken");
    EXPECT_EQ(desk.order.state, "cancelled");
}

TEST(W, W31_W32_the_cancellation_is_told_at_the_buyer_s_address_of_now) {
    Desk desk = paid_by_cheque();
    ASSERT_EQ(desk.rename_email("somebody@example.org"), "taken");
    Cancel command{.choice = tickets(desk.order, {0})};
    command.telling.notify = false;
    ASSERT_EQ(desk.cancel(command), "taken");
    EXPECT_EQ(desk.mails(), "order_cancelled") << "always";
    EXPECT_EQ(desk.last.mails[0].recipient, "somebody@example.org");
}

TEST(W, W33_W43_a_cancelled_or_refunded_ticket_opens_nothing_any_more) {
    Desk desk = paid_by_cheque(3);
    ASSERT_EQ(desk.cancel(tickets(desk.order, {0})), "taken");
    ASSERT_EQ(desk.refund(tickets(desk.order, {1})), "taken");
    EXPECT_EQ(desk.access(), "revoked revoked granted");
}

TEST(W, W34_a_person_is_blocked_and_unblocked_by_hand) {
    Desk desk = paid_by_cheque();
    ASSERT_EQ(desk.change_access(true), "taken");
    EXPECT_EQ(desk.access(), "blocked blocked");
    EXPECT_EQ(desk.events(), "access.changed");
    ASSERT_EQ(desk.change_access(false), "taken");
    EXPECT_EQ(desk.access(), "granted granted");
    ASSERT_EQ(desk.change_access(true), "taken");
    ASSERT_EQ(desk.cancel(tickets(desk.order, {0})), "taken");
    EXPECT_EQ(desk.access(), "blocked blocked") << "a block outlives the ticket";
    ASSERT_EQ(desk.change_access(false), "taken");
    EXPECT_EQ(desk.access(), "revoked granted") << "lifted, it gives back what the ticket is worth";
}

TEST(W, W36_W37_the_ticked_tickets_are_refunded_at_the_total_that_was_shown) {
    Desk desk(event, event_tickets(3, "cheque"));
    ASSERT_EQ(desk.pay(), "taken");
    std::vector<std::size_t> ticked;
    for (std::size_t i = 0; i < 3; ++i) {
        ticked.push_back(i);
        const auto shown = refund(desk.order, {.choice = tickets(desk.order, ticked)}, desk.context());
        ASSERT_TRUE(shown);
        EXPECT_EQ(*sample::find_data(shown->events[0], "amount"), std::to_string(1'000 * (i + 1))) << "while ticking";
    }
    ASSERT_EQ(desk.refund(tickets(desk.order, {0, 2})), "taken");
    EXPECT_EQ(desk.said("amount"), "2000");
    EXPECT_EQ(desk.access(), "revoked granted revoked");
}

TEST(W, W38_card_money_goes_back_through_the_gateway_and_is_told) {
    Desk desk = paid_by_card();
    ASSERT_EQ(desk.refund(tickets(desk.order, {0})), "taken");
    EXPECT_EQ(desk.order.ledger.refunds[0].execution, RefundExecution::gateway);
    EXPECT_EQ(desk.order.ledger.refunds[0].payment_id, desk.order.ledger.payments[0].id);
    EXPECT_EQ(desk.mails(), "refund_made");
}

TEST(W, W40_nothing_goes_back_while_the_account_that_took_it_is_not_connected) {
    Desk desk = paid_by_card();
    desk.is_connected = false;
    EXPECT_EQ(desk.refund(tickets(desk.order, {0})), "provider_not_connected");
    EXPECT_EQ(desk.access(), "granted granted");
    desk.is_connected = true;
    EXPECT_EQ(desk.refund(tickets(desk.order, {0})), "taken");
}

TEST(W, W41_W42_an_offline_refund_is_initiated_told_and_never_asked_of_the_gateway) {
    Desk desk = paid_by_cheque();
    desk.is_connected = false;
    ASSERT_EQ(desk.refund(tickets(desk.order, {0, 1})), "taken") << "no gateway is needed";
    EXPECT_EQ(desk.order.ledger.refunds[0].execution, RefundExecution::initiated);
    EXPECT_EQ(desk.mails(), "refund_promised");
    EXPECT_EQ(desk.figures().held(), 2'000) << "only the ledger waits";
    EXPECT_EQ(desk.summary(), "refunded");
    EXPECT_EQ(desk.step(), "settle_promised_refund");
    ASSERT_EQ(desk.mark_refunded(), "taken");
    EXPECT_EQ(desk.figures().held(), 0);
    EXPECT_EQ(desk.step(), "none");
}

TEST(W, W49_buyer_information_is_edited) {
    Desk desk = unpaid();
    EditOrder command;
    command.buyer = Buyer{"Zoé", "zoe@example.org", "", "", ""};
    command.billing_address = Address{"", "", "1 rue X", "", "75001", "Paris", "", "FR"};
    ASSERT_EQ(desk.edit(command), "taken");
    EXPECT_EQ(desk.order.buyer.email, "zoe@example.org");
    EXPECT_EQ(desk.order.lines[0].units[0].attendee.email, "guest1@example.org") << "attendees are other people";
    EXPECT_EQ(desk.said("fields"), "buyer billing_address");
}

TEST(W, W53_each_offline_method_has_instructions_that_the_shop_words) {
    for (const char* method : {"cheque", "invoice"}) {
        for (const char* language : {"en", "fr", "da", "de"}) {
            EXPECT_FALSE(sample::profile(event).find_method(method)->instructions.in(language).empty());
        }
    }
    World world(event);
    const auto refused = world.set(R"({"payment_methods": {"cheque": {"instructions": {"en": "Pay at the door",
        "fr": "À l’entrée", "da": "Ved døren", "de": "Am Eingang"}}}})");
    ASSERT_TRUE(refused.empty()) << refused[0].field;
    EXPECT_EQ(world.profile()->find_method("cheque")->instructions.en, "Pay at the door");
}

}  // namespace
}  // namespace commis::domain::requirements
