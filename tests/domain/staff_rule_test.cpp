// Who of the staff hears of what (X-18, W-50, D-23).
#include "domain/staff_rule.hpp"

#include <gtest/gtest.h>

#include "domain/decisions/decision.hpp"
#include "domain/shop.hpp"

namespace commis::domain {
namespace {

Order order_with(std::vector<std::string> skus) {
    Order order;
    for (std::string& sku : skus) order.lines.emplace_back().sku = std::move(sku);
    return order;
}

TEST(StaffRules, W50_only_orders_with_a_chosen_ticket_are_told) {
    const std::vector<StaffRule> rules{{.to = "door@example.org", .articles = {"VIP", "BACKSTAGE"}},
                                       {.to = "all@example.org"}};
    const auto kind = MailKind::order_placed_operator;
    EXPECT_EQ(staff_for(rules, kind, order_with({"DAY", "VIP"})),
              (std::vector<std::string>{"door@example.org", "all@example.org"}));
    EXPECT_EQ(staff_for(rules, kind, order_with({"DAY"})), std::vector<std::string>{"all@example.org"});
    EXPECT_TRUE(staff_for(rules, MailKind::order_sent, order_with({"VIP"})).empty());
}

TEST(StaffRules, name_an_address_once) {
    const std::vector<StaffRule> rules{{.to = "a@example.org"}, {.to = "a@example.org", .articles = {"VIP"}}};
    EXPECT_EQ(staff_for(rules, MailKind::order_placed_operator, order_with({"VIP"})).size(), 1U);
}

TEST(StaffRules, X18_copies_alone_are_no_news_of_new_orders) {
    Shop shop;
    shop.staff_rules = {{.to = "copies@example.org", .events = {MailKind::order_sent}}};
    EXPECT_FALSE(hears_of_new_orders(staff_of(shop)));
    shop.operator_addresses = {"desk@example.org"};
    EXPECT_TRUE(hears_of_new_orders(staff_of(shop)));
    EXPECT_EQ(staff_of(shop).size(), 2U);
}

TEST(StaffRules, D23_a_copy_leaves_with_the_buyers_mail_and_when_that_does) {
    const std::vector<StaffRule> rules{{.to = "copies@example.org", .events = {MailKind::order_sent}}};
    Decision decision{.order = order_with({"MUG"})};
    decision.mails.push_back({MailKind::order_sent, "buyer@example.org", Suppression::none, 30'000, 7});
    copy_to_staff(decision, rules);
    ASSERT_EQ(decision.mails.size(), 2U);
    const MailIntent& copy = decision.mails.back();
    EXPECT_EQ(copy.recipient, "copies@example.org");
    EXPECT_TRUE(copy.is_copy);
    EXPECT_EQ(copy.due_at_ms, 30'000);
    EXPECT_EQ(copy.event_sequence, 7);
}

TEST(StaffRules, nothing_is_copied_that_does_not_leave_or_that_goes_there_anyway) {
    const std::vector<StaffRule> rules{
        {.to = "copies@example.org", .events = {MailKind::order_sent, MailKind::order_placed_operator}}};
    Decision decision{.order = order_with({"MUG"})};
    decision.mails.push_back({MailKind::order_sent, "buyer@example.org", Suppression::not_asked, 0, 1});
    decision.mails.push_back({MailKind::order_sent, "copies@example.org", Suppression::none, 0, 2});
    decision.mails.push_back({MailKind::order_placed_operator, "desk@example.org", Suppression::none, 0, 2});
    copy_to_staff(decision, rules);
    EXPECT_EQ(decision.mails.size(), 3U);
}

}  // namespace
}  // namespace commis::domain
