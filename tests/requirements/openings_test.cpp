// What units open: every combination of unit, payment and profile against a table written by hand (P-29 … P-31, W-28,
// W-33, W-43, W-44), and what people do with it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/decisions/tickets.hpp"
#include "domain/openings.hpp"
#include "requirements/world.hpp"

namespace commis::domain::requirements {
namespace {

constexpr const char* event = "event-registration";

// What became of the order before somebody stands at the door.
enum class Past : std::uint8_t { unpaid, paid, free, cancelled, refunded, blocked, given_back, admitted };

Order order_after(Past past, const Profile& rules, LineKind kind) {
    PlaceOrder command = kind == LineKind::ticket ? event_tickets(1, "cheque") : digital("cheque");
    for (const char* method : {"cheque", "prepayment", "bank-transfer"}) {
        if (rules.find_method(method) != nullptr && rules.find_method(method)->on) command.payment_method = method;
    }
    command.lines[0].quantity = 1;
    if (past == Past::free) {
        command = free_of_charge(command);
        command.payment_method = "free";
    }
    Desk desk(rules, command);
    if (past == Past::unpaid || past == Past::free) return desk.order;
    EXPECT_EQ(desk.pay(), "taken");
    const std::string unit = kind == LineKind::ticket ? desk.order.lines[0].units[0].id : "";
    const Choice one = kind == LineKind::ticket ? tickets(desk.order, {0}) : pieces(desk.order, 1);
    const std::string taken = past == Past::cancelled    ? desk.cancel(one)
                              : past == Past::refunded   ? desk.refund(one)
                              : past == Past::given_back ? desk.mark_refunded()
                                                         : "taken";
    EXPECT_EQ(taken, "taken");
    if (past == Past::blocked) {
        EXPECT_EQ(desk.apply(change_access(desk.order, {{}, true}, desk.context())), "taken");
    }
    if (past == Past::admitted) {
        const Admit scan{unit, "", "North", sample::now_ms};
        EXPECT_EQ(desk.apply(admit(desk.order, scan, desk.context())), "taken");
    }
    return desk.order;
}

std::string answer(Door door, Past past, const Profile& rules) {
    const LineKind kind = door == Door::download ? LineKind::digital : LineKind::ticket;
    const Order order = order_after(past, rules, kind);
    const Line& line = order.lines[0];
    const Standing standing = standing_of(order, rules);
    const UnitStanding unit =
        kind == LineKind::ticket ? unit_standing(standing, line.units[0], rules) : unit_standing(standing, line, rules);
    const auto reason = closed_by(door, unit);
    return reason ? std::string(code_of(*reason)) : "open";
}

struct Row {
    Past past;
    const char* download;
    const char* ticket;
    const char* check_in;
};

// Of every profile; what differs is asked apart.
constexpr std::array rows{
    Row{Past::unpaid, "not_paid", "not_paid", "not_paid"},
    Row{Past::paid, "open", "open", "open"},
    Row{Past::free, "open", "open", "open"},
    Row{Past::cancelled, "unit_cancelled", "open", "unit_cancelled"},
    Row{Past::refunded, "unit_refunded", "open", "unit_refunded"},
    Row{Past::blocked, "access_blocked", "open", "access_blocked"},
};

TEST(Openings, P29_W33_W43_every_door_says_what_the_table_says_in_every_profile) {
    for (const char* profile : {"neutral", "client-gallery", "web-shop", "swiss-shop", event, "nordic-shop"}) {
        const Profile& rules = sample::profile(profile);
        for (const Row& row : rows) {
            const auto place = [&] { return std::string(profile) + " row " + std::to_string(&row - rows.data()); };
            EXPECT_EQ(answer(Door::download, row.past, rules), row.download) << place();
            EXPECT_EQ(answer(Door::ticket, row.past, rules), row.ticket) << place();
            EXPECT_EQ(answer(Door::check_in, row.past, rules), row.check_in) << place();
        }
        EXPECT_EQ(answer(Door::check_in, Past::admitted, rules), "already_admitted") << profile;
    }
}

TEST(Openings, P31_money_given_back_outside_closes_the_download_unless_the_shop_says_otherwise) {
    Profile rules = sample::profile("client-gallery");
    EXPECT_EQ(answer(Door::download, Past::given_back, rules), "unit_refunded");
    EXPECT_EQ(answer(Door::download, Past::refunded, rules), "unit_refunded");
    rules.refund_closes_access = false;
    EXPECT_EQ(answer(Door::download, Past::given_back, rules), "open");
    EXPECT_EQ(answer(Door::download, Past::refunded, rules), "open");
    EXPECT_EQ(answer(Door::check_in, Past::refunded, rules), "open");
}

TEST(Openings, P30_O25_what_was_paid_online_opens_by_itself) {
    const Desk desk("web-shop", with_attempt(digital("card"), AttemptStatus::captured));
    EXPECT_EQ(desk.order.lines[0].access, Access::granted);
    EXPECT_EQ(desk.order.lines[0].granted_at_ms, sample::now_ms) << "from when its limits count";
    const Desk waiting("web-shop", with_attempt(digital("card"), AttemptStatus::initiated));
    EXPECT_EQ(waiting.order.lines[0].access, Access::none);
}

TEST(Openings, W44_A12_who_was_refunded_may_not_register_again_until_somebody_lifts_it) {
    EXPECT_EQ(answer(Door::registration, Past::refunded, sample::profile(event)), "address_blocked");
    EXPECT_EQ(answer(Door::registration, Past::cancelled, sample::profile(event)), "open") << "A-12";
    EXPECT_EQ(answer(Door::registration, Past::refunded, sample::profile("neutral")), "open");
    World world(event);
    PlaceOrder command = event_tickets(2, "cheque");
    command.lines[0].attendees = {{"One", "One@example.org"}, {"Two", "two@example.org"}};
    const Order order = world.place(command);
    EXPECT_EQ(world.bulk(Action::mark_paid, "{}", order.id), "taken");
    EXPECT_EQ(
        world.act(order.id, [](const Order& o, const Context& c) { return refund(o, {.choice = tickets(o, {0})}, c); }),
        "taken");
    const Caller person = world.caller;
    Caller shop_front;
    shop_front.actor = {ActorKind::token, "", "shop front"};
    shop_front.memberships = {{world.shop.id, Role::storefront, 0}};
    command.lines[0].quantity = 1;
    command.lines[0].attendees = {{"One", "one@EXAMPLE.org"}};
    const auto again = [&](const Caller& caller) {
        world.caller = caller;
        try {
            world.place(command);
        } catch (const std::exception& refused) {
            return std::string(refused.what());
        }
        return std::string("taken");
    };
    EXPECT_THAT(again(shop_front), testing::HasSubstr("address_blocked"));
    EXPECT_EQ(again(person), "taken") << "who may change orders lets in by hand";
    world.services.storage.read([&](ports::Snapshot& snapshot) {
        const auto blocked = snapshot.openings().blocked(world.shop.id, "", 10);
        ASSERT_EQ(blocked.size(), 1U);
        EXPECT_EQ(blocked[0].email, "One@example.org");
        EXPECT_EQ(blocked[0].order_number, order.number);
    });
    world.services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        EXPECT_TRUE(work.openings().unblock(world.shop.id, "one@example.org"));
    });
    EXPECT_EQ(again(shop_front), "taken") << "somebody lifted it";
}

TEST(Openings, W28_W29_tickets_open_and_leave_once_the_order_is_paid) {
    World world(event);
    PlaceOrder command = event_tickets(3, "cheque");
    command.lines[0].attendees = {{"One", "one@example.org"}, {"Two", "two@example.org"}, {"Three", ""}};
    const Order order = world.place(command);
    const auto told = [&] {
        std::vector<std::string> addresses;
        for (const ports::MailRow& mail : world.mails(order.id)) {
            if (mail.kind == MailKind::tickets) addresses.push_back(mail.recipient);
        }
        std::ranges::sort(addresses);
        return addresses;
    };
    EXPECT_TRUE(told().empty()) << "nobody gets a ticket that is not paid";
    EXPECT_EQ(world.bulk(Action::mark_paid, "{}", order.id), "taken");
    EXPECT_EQ(told(), (std::vector<std::string>{"one@example.org", order.buyer.email, "two@example.org"}));
}

TEST(Openings, W48_a_replaced_attendee_has_another_code_and_the_former_one_says_so) {
    World world(event);
    const Order order = world.place(event_tickets(1, "cheque"));
    world.bulk(Action::mark_paid, "{}", order.id);
    const TicketUnit before = world.order(order.id).lines[0].units[0];
    const std::string body = R"({"unit": ")" + before.id + R"(", "name": "Ny Gæst", "email": "ny@example.org"})";
    EXPECT_EQ(world.bulk(Action::replace_attendee, body, order.id), "taken");
    const TicketUnit after = world.order(order.id).lines[0].units[0];
    EXPECT_NE(after.code, before.code);
    EXPECT_EQ(after.attendee.email, "ny@example.org");
    world.services.storage.read([&](ports::Snapshot& snapshot) {
        const auto former = snapshot.openings().find_code(world.shop.id, before.code);
        ASSERT_TRUE(former);
        EXPECT_TRUE(former->is_former);
        EXPECT_FALSE(snapshot.openings().find_code(world.shop.id, after.code)->is_former);
    });
    const auto enter = [&](const std::string& code) {
        return world.act(order.id, [&](const Order& o, const Context& c) {
            return admit(o, {.unit_id = before.id, .code = code, .gate = "1", .at_ms = c.now_ms}, c);
        });
    };
    EXPECT_EQ(enter(before.code), "code_replaced");
    EXPECT_EQ(enter(after.code), "taken");
    EXPECT_EQ(enter(after.code), "already_admitted");
    EXPECT_EQ(world.bulk(Action::undo_admission, R"({"unit": ")" + before.id + R"("})", order.id), "taken");
    EXPECT_EQ(enter(after.code), "taken");
}

TEST(Openings, codes_of_one_order_have_nothing_in_common) {
    World world(event);
    const Order order = world.place(event_tickets(50, "cheque"));
    std::set<std::string> codes;
    std::set<std::string> beginnings;
    for (const TicketUnit& unit : order.lines[0].units) {
        EXPECT_EQ(unit.code.size(), 12U);
        EXPECT_EQ(unit.code.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ"), std::string::npos) << unit.code;
        codes.insert(unit.code);
        beginnings.insert(unit.code.substr(0, 6));
    }
    EXPECT_EQ(codes.size(), 50U);
    EXPECT_GT(beginnings.size(), 48U) << "who knows one guesses no other";
}

TEST(Openings, seats_never_oversell_and_come_back_with_the_tickets) {
    World world(event);
    world.stock("DAY", 3);
    PlaceOrder command = event_tickets(2, "cheque");
    command.lines[0].sku = "DAY";
    const Order first = world.place(command);
    EXPECT_EQ(world.stock_of("DAY").on_hand, 1);
    EXPECT_THROW(world.place(command), std::exception);
    EXPECT_EQ(world.stock_of("DAY").on_hand, 1) << "all of them or none";
    EXPECT_EQ(world.act(first.id, [](const Order& o, const Context& c) { return cancel(o, {}, c); }), "taken");
    EXPECT_EQ(world.stock_of("DAY").on_hand, 3);
    const Order second = world.place(command);
    EXPECT_EQ(world.stock_of("DAY").on_hand, 1);
    EXPECT_EQ(world.bulk(Action::delete_, "{}", second.id), "taken");
    EXPECT_EQ(world.stock_of("DAY").on_hand, 3);
    world.place(command);
    EXPECT_EQ(world.bulk(Action::restore, "{}", second.id), "/lines sold_out") << "its seats are another's now";
}

}  // namespace
}  // namespace commis::domain::requirements
