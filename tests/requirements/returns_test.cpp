// What buyers ask for: withdrawals, cancellations, and returns with their verdicts, against tables written by hand
// (C-35, C-36; directive 2011/83/EU).
#include <gtest/gtest.h>

#include "domain/buyer_rights.hpp"
#include "domain/decisions/requests.hpp"
#include "features/buyer/link.hpp"
#include "requirements/world.hpp"

namespace commis::domain::requirements {
namespace {

PlaceOrder three_mugs(std::string method = "bank-transfer") {
    PlaceOrder command = sample::plain(LineKind::goods, 3, std::move(method));
    command.lines[0].sku = "MUG-1";
    return command;
}

// Three mugs at ten euro, paid, invoiced and sent; seven more in the house.
struct SentMugs {
    World world{"neutral"};
    Order order;

    explicit SentMugs(std::int64_t on_hand = 10) {
        world.stock("MUG-1", on_hand);
        order = world.place(three_mugs());
        run(Action::mark_paid, "{}");
        run(Action::invoice, "{}");
        run(Action::ship, "{}");
    }

    std::string line() const { return order.lines[0].id; }
    std::string run(Action action, const std::string& body) {
        const std::string outcome = world.bulk(action, body, order.id);
        order = world.order(order.id);
        return outcome;
    }
    std::string ask(const std::string& kind, int quantity, const std::string& more = "") {
        return run(Action::register_request, R"({"kind": ")" + kind + R"(", "lines": [{"line": ")" + line() +
                                                 R"(", "quantity": )" + std::to_string(quantity) + more + "}]}");
    }
    const BuyerRequest& request() const { return order.requests.back(); }
    std::vector<std::string> mails() {
        std::vector<std::string> kinds;
        for (const ports::MailRow& mail : world.mails(order.id)) {
            const bool leaves = mail.status == ports::MailStatus::queued;
            if (leaves) kinds.emplace_back(id_of(mail.kind));
        }
        std::ranges::sort(kinds);
        return kinds;
    }
    std::int64_t credited() const {
        std::int64_t sum_minor = 0;
        for (const Document& document : order.documents) {
            if (document.kind == DocumentKind::credit_note) sum_minor += document.amount_minor;
        }
        return sum_minor;
    }
};

TEST(Returns, C35_C36_two_of_three_mugs_come_back_one_broken_the_other_exchanged) {
    SentMugs shop;
    ASSERT_EQ(shop.ask("return", 2, R"(, "reason": "damaged", "exchange": true)"), "taken");
    EXPECT_EQ(next_step(standing_of(shop.order, *shop.world.profile())).step, Step::answer_request);
    ASSERT_EQ(shop.run(Action::approve_request, "{}"), "taken");
    EXPECT_EQ(shop.request().status, RequestStatus::approved);
    EXPECT_EQ(shop.request().slip.size(), 13U);
    ASSERT_EQ(shop.run(Action::receive_return,
                       R"({"lines": [{"line": ")" + shop.line() + R"(", "as_new": 1, "damaged": 1, "exchange": 1}]})"),
              "taken");
    // | what | before | after |
    // | in the house | 7 | 8: the one as new; the broken one is thrown away |
    // | set aside | 0 | 1: the exchange |
    const ports::StockLevel stock = shop.world.stock_of("MUG-1");
    EXPECT_EQ(stock.on_hand, 8);
    EXPECT_EQ(stock.reserved, 1);
    const Line& line = shop.order.lines[0];
    EXPECT_EQ(line.shipped, 3);
    EXPECT_EQ(line.returned, 2);
    EXPECT_EQ(line.exchanged, 1);
    EXPECT_EQ(line.to_ship(), 1);
    EXPECT_EQ(shop.request().status, RequestStatus::received);
    EXPECT_EQ(next_step(standing_of(shop.order, *shop.world.profile())).step, Step::settle_return);
    ASSERT_EQ(shop.run(Action::refund, R"({"request": ")" + shop.request().id + R"(", "lines": [{"line": ")" +
                                           shop.line() + R"(", "quantity": 1}]})"),
              "taken");
    EXPECT_EQ(shop.request().status, RequestStatus::closed);
    // | held | 3000 | 2000 |   | credited | 0 | 1000 |
    const Standing standing = standing_of(shop.order, *shop.world.profile());
    EXPECT_EQ(standing.figures().held(), 2000);
    EXPECT_EQ(standing.figures().owed(), 2000);
    EXPECT_EQ(standing.figures().owed_back(), 0);
    EXPECT_EQ(shop.credited(), 1000);
    EXPECT_EQ(shop.order.lines[0].refunded, 1);
    EXPECT_EQ(shop.order.lines[0].to_ship(), 1) << "the exchange is still to be sent";
    EXPECT_EQ(next_step(standing).step, Step::ship);
    ASSERT_EQ(shop.run(Action::ship, "{}"), "taken");
    EXPECT_EQ(shop.world.stock_of("MUG-1").on_hand, 7);
    EXPECT_EQ(shop.world.stock_of("MUG-1").reserved, 0);
    EXPECT_EQ(shop.order.lines[0].to_ship(), 0);
    EXPECT_EQ(shop.mails(), (std::vector<std::string>{"order_placed", "order_placed_operator", "request_answered",
                                                      "request_operator", "request_received", "return_received"}));
}

TEST(Returns, what_was_exchanged_can_come_back_and_be_refunded_in_the_end) {
    SentMugs shop;
    const auto send_back = [&](const std::string& exchange) {
        EXPECT_EQ(shop.ask("return", 1), "taken");
        EXPECT_EQ(shop.run(Action::approve_request, "{}"), "taken");
        EXPECT_EQ(shop.run(Action::receive_return, R"({"lines": [{"line": ")" + shop.line() +
                                                       R"(", "as_new": 1, "exchange": )" + exchange + "}]}"),
                  "taken");
    };
    send_back("1");
    EXPECT_EQ(shop.request().status, RequestStatus::closed) << "nothing is to be refunded";
    EXPECT_EQ(shop.run(Action::ship, "{}"), "taken");
    send_back("0");
    EXPECT_EQ(shop.run(Action::refund, R"({"request": ")" + shop.request().id + R"(", "lines": [{"line": ")" +
                                           shop.line() + R"(", "quantity": 1}]})"),
              "taken");
    EXPECT_EQ(shop.order.lines[0].shipped, 4);
    EXPECT_EQ(shop.order.lines[0].to_ship(), 0);
    EXPECT_EQ(shop.world.stock_of("MUG-1").on_hand, 8);
    EXPECT_EQ(shop.world.stock_of("MUG-1").reserved, 0);
}

TEST(ClickAndCollect, D22_the_code_of_the_buyers_page_or_a_name_hands_over) {
    World world("neutral");
    PlaceOrder command = three_mugs();
    command.shipping = {"pickup", "At the counter", 0, "0", true};
    const std::string id = world.place(command).id;
    EXPECT_EQ(world.bulk(Action::mark_paid, "{}", id), "taken");
    const auto hand_out = [&](const std::string& body) { return world.bulk(Action::hand_out, body, id); };
    const std::string code = buyer::pickup_code(world.services, world.order(id));
    const std::string other = code == "000000" ? "000001" : "000000";
    EXPECT_EQ(hand_out("{}"), "/code required");
    EXPECT_EQ(hand_out(R"({"code": ")" + other + R"("})"), "wrong_code");
    EXPECT_EQ(hand_out(R"({"code": ")" + code + R"("})"), "taken");
    const Order order = world.order(id);
    EXPECT_EQ(order.lines[0].to_ship(), 0);
    EXPECT_TRUE(order.shipments.at(0).delivered_at_ms.has_value());
    EXPECT_EQ(hand_out(R"({"name": "Bea"})"), "nothing_to_ship");
}

TEST(Returns, an_exchange_needs_something_to_send) {
    SentMugs shop(3);
    shop.ask("return", 1);
    shop.run(Action::approve_request, "{}");
    const auto receive = [&](const std::string& verdict) {
        return shop.run(Action::receive_return, R"({"lines": [{"line": ")" + shop.line() + R"(", )" + verdict + "}]}");
    };
    EXPECT_EQ(receive(R"("damaged": 1, "exchange": 1)"), "not_enough_stock");
    EXPECT_EQ(shop.request().status, RequestStatus::approved) << "all or nothing";
    EXPECT_EQ(receive(R"("damaged": 1, "exchange": 2)"), "/lines/0/exchange out_of_range");
    EXPECT_EQ(receive(R"("as_new": 2)"), "/lines/0/as_new out_of_range, /lines/0 out_of_range");
    EXPECT_EQ(receive(R"("as_new": 1, "exchange": 1)"), "taken") << "the very one that came back";
}

TEST(Returns, a_withdrawal_names_nothing_and_gets_its_receipt) {
    World world("neutral");
    world.stock("MUG-1", 10);
    const Order placed = world.place(three_mugs());
    EXPECT_EQ(world.bulk(Action::mark_paid, "{}", placed.id), "taken");
    EXPECT_EQ(
        world.bulk(Action::ship, R"({"lines": [{"line": ")" + placed.lines[0].id + R"(", "quantity": 1}]})", placed.id),
        "taken");
    EXPECT_EQ(world.bulk(Action::register_request, R"({"kind": "withdrawal"})", placed.id), "taken");
    EXPECT_EQ(world.bulk(Action::register_request, R"({"kind": "withdrawal"})", placed.id), "nothing_to_ask_for")
        << "it is asked already";
    EXPECT_EQ(world.bulk(Action::approve_request, "{}", placed.id), "taken");
    const Order order = world.order(placed.id);
    EXPECT_EQ(order.lines[0].cancelled, 2) << "what was still here";
    EXPECT_EQ(order.requests[0].status, RequestStatus::approved);
    EXPECT_EQ(order.requests[0].parts[0].expected(), 1) << "what has left comes back";
    EXPECT_EQ(standing_of(order, *world.profile()).figures().owed_back(), 2000);
    std::vector<std::string> kinds;
    for (const ports::MailRow& mail : world.mails(placed.id)) kinds.emplace_back(id_of(mail.kind));
    EXPECT_EQ(std::ranges::count(kinds, "withdrawal_received"), 1);
    EXPECT_EQ(std::ranges::count(kinds, "request_answered"), 1);
    EXPECT_EQ(std::ranges::count(kinds, "order_cancelled"), 0) << "one mail is enough";
}

TEST(Returns, what_may_be_asked_follows_the_table) {
    const Profile& rules = sample::profile("neutral");
    const auto offered = [&](RequestKind kind, const Order& order, std::int64_t days = 0) {
        const BuyerRight right = buyer_right(kind, order, rules, order.placed_at_ms + days * day_ms);
        if (right.reason) return std::string(code_of(*right.reason));
        std::string text;
        for (const Askable& part : right.parts) text += (text.empty() ? "" : " ") + std::to_string(part.quantity);
        return text;
    };
    using enum RequestKind;
    Desk mugs("neutral", three_mugs());
    EXPECT_EQ(offered(withdrawal, mugs.order, 400), "3") << "nothing has left: no end";
    EXPECT_EQ(offered(cancellation, mugs.order), "3");
    EXPECT_EQ(offered(return_, mugs.order), "nothing_to_ask_for");
    EXPECT_EQ(mugs.apply(ship(mugs.order, {}, mugs.context())), "taken");
    EXPECT_EQ(offered(cancellation, mugs.order), "nothing_to_ask_for");
    EXPECT_EQ(offered(withdrawal, mugs.order, 20), "3") << "supposed to have come a week later";
    EXPECT_EQ(offered(withdrawal, mugs.order, 22), "withdrawal_period_over");
    EXPECT_EQ(offered(return_, mugs.order, 36), "3");
    EXPECT_EQ(offered(return_, mugs.order, 38), "return_period_over");
    Desk tickets_("neutral", event_tickets(2, "bank-transfer"));
    EXPECT_EQ(offered(withdrawal, tickets_.order), "nothing_to_ask_for") << "article 16 l";
    EXPECT_EQ(offered(cancellation, tickets_.order), "1 1");
    Desk files("neutral", digital("bank-transfer"));
    EXPECT_EQ(files.pay(), "taken");
    EXPECT_EQ(offered(withdrawal, files.order, 13), "1");
    EXPECT_EQ(files.apply(begin_download(files.order, files.order.lines[0].id, files.context())), "taken");
    EXPECT_EQ(offered(withdrawal, files.order, 13), "nothing_to_ask_for") << "article 16 m";
    Profile none = rules;
    none.withdrawal_days = 0;
    none.return_days = 0;
    EXPECT_EQ(buyer_right(withdrawal, mugs.order, none, 0).reason, Refusal::withdrawal_not_offered);
    EXPECT_EQ(buyer_right(return_, mugs.order, none, 0).reason, Refusal::return_not_offered);
}

TEST(Returns, C36_a_request_is_answered_once_and_a_no_has_a_reason) {
    SentMugs shop;
    EXPECT_EQ(shop.run(Action::approve_request, "{}"), "no_open_request");
    EXPECT_EQ(shop.ask("return", 4), "/lines/0/quantity out_of_range");
    EXPECT_EQ(shop.ask("return", 1), "taken");
    EXPECT_EQ(shop.run(Action::decline_request, "{}"), "/note required");
    EXPECT_EQ(shop.run(Action::decline_request, R"({"note": "Worn."})"), "taken");
    EXPECT_EQ(shop.run(Action::approve_request, R"({"request": ")" + shop.request().id + R"("})"), "no_open_request");
    EXPECT_EQ(shop.run(Action::receive_return, R"({"lines": []})"), "nothing_is_expected");
    EXPECT_EQ(shop.ask("return", 3), "taken") << "what was declined may be asked for again";
    EXPECT_EQ(shop.run(Action::close_request, "{}"), "taken");
    EXPECT_EQ(shop.run(Action::close_request, "{}"), "no_open_request");
}

TEST(Returns, what_happened_since_a_request_was_made_is_not_expected_any_more) {
    // Two lines; the buyer withdraws from all, and the telephone took the lamp away before anybody answered.
    World world("neutral");
    PlaceOrder command = three_mugs();
    command.lines.push_back({.sku = "LAMP", .name = "Lamp", .quantity = 1, .unit_price_minor = 500, .attendees = {}});
    const Order placed = world.place(command);
    EXPECT_EQ(world.bulk(Action::register_request, R"({"kind": "withdrawal"})", placed.id), "taken");
    const std::string kept = R"({"lines": [{"id": ")" + placed.lines[0].id +
                             R"(", "sku": "MUG-1", "name": "Mug", "quantity": 2, "unit_price": 1000}]})";
    EXPECT_EQ(world.bulk(Action::revise, kept, placed.id), "taken");
    EXPECT_EQ(world.bulk(Action::approve_request, "{}", placed.id), "taken");
    const Order order = world.order(placed.id);
    EXPECT_EQ(order.lines[0].cancelled, 2);
    EXPECT_EQ(order.requests[0].status, RequestStatus::closed) << "nothing is with the buyer";
    for (const RequestPart& part : order.requests[0].parts) EXPECT_EQ(part.expected(), 0);
}

TEST(Returns, what_came_back_without_its_slip_comes_back_once) {
    SentMugs shop;
    EXPECT_EQ(shop.ask("return", 2), "taken");
    EXPECT_EQ(shop.run(Action::approve_request, "{}"), "taken");
    EXPECT_EQ(shop.run(Action::return_, R"({"lines": [{"line": ")" + shop.line() + R"(", "quantity": 2}]})"), "taken");
    const auto receive = [&](int count) {
        return shop.run(Action::receive_return, R"({"request": ")" + shop.request().id + R"(", "lines": [{"line": ")" +
                                                    shop.line() + R"(", "as_new": )" + std::to_string(count) + "}]}");
    };
    EXPECT_EQ(receive(2), "quantity_exceeds_units");
    EXPECT_EQ(shop.order.lines[0].returned, 2);
    EXPECT_EQ(receive(1), "taken") << "the third";
    EXPECT_EQ(receive(1), "nothing_is_expected");
}

TEST(Returns, a_cancellation_that_is_approved_is_a_cancellation) {
    World world("neutral");
    world.stock("MUG-1", 10);
    const Order placed = world.place(three_mugs());
    const std::string body = R"({"kind": "cancellation", "lines": [{"line": ")" + placed.lines[0].id +
                             R"(", "quantity": 2}], "note": "Too many."})";
    EXPECT_EQ(world.bulk(Action::register_request, body, placed.id), "taken");
    EXPECT_EQ(world.bulk(Action::approve_request, "{}", placed.id), "taken");
    const Order order = world.order(placed.id);
    EXPECT_EQ(order.lines[0].cancelled, 2);
    EXPECT_EQ(order.requests[0].status, RequestStatus::closed);
    EXPECT_EQ(world.stock_of("MUG-1").reserved, 1);
}

}  // namespace
}  // namespace commis::domain::requirements
