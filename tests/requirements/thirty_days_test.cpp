// Thirty days of a shop on a clock wound by hand: six kinds of cards and four offline methods, and what is told, asked
// and done about each of them, against a table written by hand (C-13, C-14, D-02, X-13, A-11, A-18).
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "features/unpaid/unpaid.hpp"
#include "requirements/world.hpp"

namespace commis::domain::requirements {
namespace {

// How long each card's hold is counted on, and what happens to who does not pay. The shop is closed on a Monday.
constexpr std::string_view settings = R"({
    "bank_days": {"holidays": "target", "closed": ["2026-11-30"]},
    "payment_methods": {
        "visa":       {"kind": "gateway", "label": {"en": "Visa"}, "authorization_days": 7},
        "mastercard": {"kind": "gateway", "label": {"en": "Mastercard"}, "authorization_days": 14},
        "amex":       {"kind": "gateway", "label": {"en": "American Express"}, "authorization_days": 5},
        "maestro":    {"kind": "gateway", "label": {"en": "Maestro"}, "authorization_days": 3},
        "cb":         {"kind": "gateway", "label": {"en": "Carte Bancaire"}, "authorization_days": 10},
        "dankort":    {"kind": "gateway", "label": {"en": "Dankort"}, "authorization_days": 28},
        "prepayment": {"dunning": [{"day": 7, "action": "remind", "automatic": true},
                                   {"day": 14, "action": "remind", "automatic": true},
                                   {"day": 21, "action": "delete", "automatic": false}]},
        "cheque":     {"kind": "offline", "on": true, "label": {"en": "Cheque"}, "grace_days": 1,
                       "dunning": [{"day": 5, "action": "remind", "automatic": false}]},
        "transfer":   {"kind": "offline", "label": {"en": "Transfer"}, "grace_days": 2,
                       "dunning": [{"day": 10, "action": "remind", "automatic": true},
                                   {"day": 24, "action": "delete", "automatic": true}]},
        "account":    {"kind": "offline", "label": {"en": "On account"}, "grace_days": 1,
                       "dunning": [{"day": 27, "action": "remind", "automatic": true}]}
    }})";

// Placed on Monday, 2 November 2026, at nine; looked at every morning at eight.
constexpr std::int64_t placed_at_ms = 1'793'606'400'000;
constexpr std::int64_t hour_ms = 3'600'000;

TEST(X, X13_A18_thirty_days_bring_exactly_the_alerts_reminders_and_removals_of_the_table) {
    World world("swiss-shop");
    ASSERT_TRUE(world.set(settings).empty());
    world.clock.at_ms = placed_at_ms;
    std::map<std::string, std::string> methods;  // By number.
    std::map<std::string, std::string> ids;      // By method.
    const auto place = [&](const PlaceOrder& command) {
        const Order order = world.place(command);
        methods[order.number] = command.payment_method;
        ids[command.payment_method] = order.id;
    };
    for (const char* card : {"visa", "mastercard", "amex", "maestro", "cb", "dankort"}) {
        PlaceOrder command = with_attempt(goods(card), AttemptStatus::authorized);
        command.payments.front().reference = card;
        place(command);
    }
    for (const char* offline : {"prepayment", "cheque", "transfer", "account"}) place(goods(offline));

    std::set<std::string> warned;
    std::vector<std::string> told;
    for (int day = 0; day <= 30; ++day) {
        world.clock.at_ms = placed_at_ms + day * 24 * hour_ms - hour_ms;
        const std::string begin = std::to_string(day) + " ";
        for (const std::string& line : world.tick()) {
            const auto space = line.find(' ');
            told.push_back(begin + methods.at(line.substr(0, space)) + line.substr(space));
        }
        unpaid::Held held;
        world.services.storage.read(
            [&](ports::Snapshot& snapshot) { held = unpaid::list_held(snapshot, world.services, world.shop, 50, {}); });
        for (const Order& order : held.orders) {
            const auto until_ms = standing_of(order, *world.profile()).authorization_expires_at_ms;
            if (*until_ms >= held.pressing_until_ms || !warned.insert(order.number).second) continue;
            told.push_back(begin + order.payment_method + " warned");
        }
    }
    EXPECT_EQ(told, (std::vector<std::string>{
                        "2 maestro warned",
                        "4 maestro expire_authorization",
                        "4 amex warned",
                        "6 amex expire_authorization",
                        "6 visa warned",
                        "7 prepayment remind",
                        "8 visa expire_authorization",
                        "8 cheque raise_reminder",  // Day 5 is a Saturday; the Monday has to pass.
                        "9 cb warned",
                        "11 cb expire_authorization",
                        "12 transfer remind",  // Thursday and Friday have to pass.
                        "13 mastercard warned",
                        "14 prepayment remind",
                        "15 mastercard expire_authorization",
                        "21 prepayment raise_removal",  // A person removes.
                        "26 transfer remove",           // A rule names it.
                        "27 dankort warned",
                        "29 dankort expire_authorization",
                        "30 account remind",  // Sunday, the shop's own closed Monday, and the Tuesday has to pass.
                    }));
    // Each reminder was one mail, and whoever was removed was told.
    const auto mails = [&](const std::string& method) {
        std::string kinds;
        for (const ports::MailRow& mail : world.mails(ids.at(method))) kinds += std::string(id_of(mail.kind)) + " ";
        return kinds;
    };
    EXPECT_EQ(mails("prepayment"), "payment_reminder payment_reminder order_placed_operator order_placed ");
    EXPECT_EQ(mails("cheque"), "order_placed_operator order_placed ");
    EXPECT_EQ(mails("transfer"), "order_removed payment_reminder order_placed_operator order_placed ");
    EXPECT_EQ(mails("account"), "payment_reminder order_placed_operator order_placed ");
    EXPECT_TRUE(world.tick().empty()) << "nothing happens twice";
}

TEST(X, X13_reminding_by_hand_is_the_schedules_next_reminder) {
    World world("swiss-shop");
    const Order order = world.place(goods("prepayment"));
    world.wait_days(3);
    ASSERT_EQ(world.bulk(Action::remind, "{}", order.id), "taken");
    EXPECT_EQ(world.order(order.id).dunning_done, 1);
    world.wait_days(5);
    EXPECT_TRUE(world.tick().empty()) << "the first reminder has been sent already";
    world.wait_days(6);
    EXPECT_EQ(world.tick(), std::vector<std::string>{order.number + " remind"});
    const auto last = world.timeline(order.id).back().event;
    EXPECT_EQ(*sample::find_data(last, "level"), "2");
}

TEST(X, X13_nobody_is_reminded_while_a_transfer_may_be_for_the_order) {
    Desk desk("swiss-shop", goods("prepayment"));
    desk.now_ms += 8 * day_ms;
    Context context = desk.context();
    context.may_be_paid = [&](std::string_view order_id) { return order_id == desk.order.id; };
    EXPECT_EQ(sample::outcome(tick(desk.order, context, false)), "nothing_changed");
    context.may_be_paid = [](std::string_view) { return false; };
    EXPECT_EQ(sample::outcome(tick(desk.order, context, false)), "taken");
}

}  // namespace
}  // namespace commis::domain::requirements
