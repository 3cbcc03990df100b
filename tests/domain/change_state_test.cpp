// Moving through the shop's states: what each stage brings, who is told, what is refused.
#include <gtest/gtest.h>

#include "domain/decisions/change_state.hpp"
#include "domain/decisions/mark_paid.hpp"
#include "domain/sample.hpp"

namespace commis::domain {
namespace {

using sample::context;
using sample::find_data;
using sample::outcome;
using sample::plain;
using sample::profile;

Order cheque_order(const Profile& rules) { return sample::placed(plain(LineKind::goods, 2, "cheque"), rules); }

TEST(ChangeState, P28_C01_imposes_no_order_of_states) {
    const Profile& gallery = profile("client-gallery");
    Order order = cheque_order(gallery);
    for (const char* state : {"fulfilled", "processed", "on_hold", "shipped", "processed", "cancelled"}) {
        const auto decision = change_state(order, {state, "", {}, {}}, context(gallery));
        ASSERT_TRUE(decision) << state << " " << outcome(decision);
        EXPECT_EQ(decision->order.state, state);
        EXPECT_EQ(*find_data(decision->events[0], "from"), order.state);
        EXPECT_EQ(*find_data(decision->events[0], "to"), state);
        order = decision->order;
    }
}

TEST(ChangeState, P19_the_initial_state_cannot_be_chosen) {
    const Profile& gallery = profile("client-gallery");
    const auto processed = change_state(cheque_order(gallery), {"processed", "", {}, {}}, context(gallery));
    EXPECT_EQ(outcome(change_state(processed->order, {"unfulfilled", "", {}, {}}, context(gallery))),
              "state_initial_only");
    int selectable = 0;
    for (const StateChoice& choice : state_choices(cheque_order(gallery), gallery)) selectable += !choice.reason;
    EXPECT_EQ(selectable, 5) << "exactly five by hand";
}

TEST(ChangeState, refuses_what_the_shop_and_the_fields_forbid) {
    const Profile& shop = profile("web-shop");
    const Order order = cheque_order(shop);
    const auto result = [&](ChangeState command) { return outcome(change_state(order, command, context(shop))); };
    EXPECT_EQ(result({"lost", "", {}, {}}), "/state unknown_state");
    EXPECT_EQ(result({"received", "", {}, {}}), "already_in_state");
    EXPECT_EQ(result({"validated", std::string(501, 'x'), {}, {}}), "/reason too_long");
    EXPECT_EQ(result({"validated", "", {}, {std::string(20'001, 'x'), {}}}), "/note too_long");
    EXPECT_EQ(result({"validated", "", Tracking{"", "1Z", "javascript:alert(1)"}, {}}), "/tracking/url invalid_url");
    EXPECT_EQ(result({"validated", "", Tracking{"", "1Z", ""}, {}}), "/tracking no_parcel");
    EXPECT_EQ(result({"validated", "", Tracking{}, {}}), "taken") << "empty tracking says nothing";
    const std::string long_text(101, 'x');
    EXPECT_EQ(result({"validated", "", Tracking{long_text, long_text, "https://" + std::string(1'000, 'x')}, {}}),
              "/tracking/carrier too_long, /tracking/number too_long, /tracking/url too_long");
    Order draft = order;
    draft.draft = true;
    EXPECT_EQ(outcome(change_state(draft, {"validated", "", {}, {}}, context(shop))), "draft_order");
    EXPECT_EQ(outcome(change_state(order, {"validated", "", {}, {}}, context(shop, rights_of(Role::accountant)))),
              "forbidden");
    EXPECT_EQ(outcome(change_state(order, {"cancelled", "", {}, {}}, context(shop, rights_of(Role::packer)))),
              "forbidden")
        << "cancelling needs the right to edit";
}

TEST(ChangeState, a_shop_may_restrict_where_a_state_is_reached_from) {
    Profile shop = profile("web-shop");
    shop.states[4].allowed_from = {"to_deliver"};
    const Order order = cheque_order(shop);
    EXPECT_EQ(outcome(change_state(order, {"delivered", "", {}, {}}, context(shop))), "state_not_reachable");
}

TEST(ChangeState, entering_shipped_records_a_parcel_of_what_is_left) {
    const Profile& shop = profile("swiss-shop");
    PlaceOrder command = plain(LineKind::goods, 3, "prepayment");
    command.lines.push_back(command.lines[0]);
    command.lines[1].kind = LineKind::digital;
    Order order = sample::placed(command, shop);
    order.lines[0].cancelled = 1;
    order.lines[0].left_minor = 1'000;
    const Tracking tracking{"Post", "99.00", "https://example.org/99"};
    const auto sent = change_state(order, {"sent", "", tracking, {}}, context(shop));
    ASSERT_TRUE(sent) << outcome(sent);
    ASSERT_EQ(sent->order.shipments.size(), 1U);
    EXPECT_EQ(sent->order.shipments[0].tracking, tracking);
    ASSERT_EQ(sent->order.shipments[0].parts.size(), 1U) << "downloads travel in no parcel";
    EXPECT_EQ(sent->order.shipments[0].parts[0].quantity, 2);
    EXPECT_EQ(sent->order.lines[0].shipped, 2);
    EXPECT_EQ(sent->warning, Refusal::not_paid) << "C-11: a warning, not a block";
    const auto back = change_state(sent->order, {"processing", "", {}, {}}, context(shop));
    const auto again = change_state(back->order, {"sent", "", {}, {}}, context(shop));
    EXPECT_EQ(again->order.shipments.size(), 1U) << "nothing is left to send";
}

TEST(ChangeState, X04_a_blocking_guard_keeps_the_parcel_here) {
    Profile shop = profile("swiss-shop");
    shop.ship_guard = GuardForce::block;
    const Order order = sample::placed(plain(LineKind::goods, 1, "prepayment"), shop);
    EXPECT_EQ(outcome(change_state(order, {"sent", "", {}, {}}, context(shop))), "payment_required_before_shipping");
    const auto paid = mark_paid(order, {}, context(shop));
    EXPECT_EQ(outcome(change_state(paid->order, {"sent", "", {}, {}}, context(shop))), "taken");
}

TEST(ChangeState, a_cancelled_state_is_the_cancel_action) {
    const Profile& shop = profile("web-shop");
    PlaceOrder command = sample::example();
    command.lines.push_back(
        {.sku = "", .name = "Handling", .kind = LineKind::fee, .unit_price_minor = 200, .attendees = {}});
    const Order order = sample::placed(command, shop);
    const auto paid = mark_paid(order, {}, context(shop));
    const auto cancelled = change_state(paid->order, {"cancelled", "", {}, {}}, context(shop));
    ASSERT_TRUE(cancelled) << outcome(cancelled);
    const Standing standing = standing_of(cancelled->order, shop);
    EXPECT_EQ(standing.summary, SummaryStatus::cancelled) << "no order is cancelled in label only";
    EXPECT_EQ(standing.figures().owed(), 0) << "shipping and fees went with the last unit";
    EXPECT_EQ(standing.figures().owed_back(), 16'387);
    EXPECT_EQ(*find_data(cancelled->events[0], "owed_back"), "16387");
    for (const TicketUnit& unit : cancelled->order.lines[1].units) {
        EXPECT_EQ(unit.status, UnitStatus::cancelled);
        EXPECT_EQ(unit.access, Access::revoked);
    }
    EXPECT_EQ(cancelled->mails[0].kind, MailKind::order_cancelled);
    EXPECT_EQ(cancelled->mails[0].due_at_ms, sample::now_ms) << "a cancellation is not held for undo";
    EXPECT_TRUE(cancelled->order.ledger.refunds.empty()) << "captured money is never refunded silently";
    EXPECT_EQ(outcome(change_state(cancelled->order, {"validated", "", {}, {}}, context(shop))), "cancel_is_final")
        << "W-22: a cancelled ticket never revives";
}

TEST(ChangeState, X09_goods_come_back_to_life_where_cancelling_is_not_final) {
    const Profile& shop = profile("web-shop");
    const Order order = cheque_order(shop);
    const auto cancelled = change_state(order, {"cancelled", "", {}, {}}, context(shop));
    const auto revived = change_state(cancelled->order, {"validated", "", {}, {}}, context(shop));
    ASSERT_TRUE(revived) << outcome(revived);
    EXPECT_EQ(standing_of(revived->order, shop).figures().owed(), 2'000);
    EXPECT_FALSE(revived->order.shipping.cancelled);
    Order refunded = order;
    refunded.lines[0].refunded = 1;
    refunded.lines[0].left_minor = 1'000;
    const auto rest = change_state(refunded, {"cancelled", "", {}, {}}, context(shop));
    EXPECT_EQ(rest->order.lines[0].cancelled, 1);
    EXPECT_EQ(standing_of(rest->order, shop).figures().owed(), 0);
    const auto back = change_state(rest->order, {"validated", "", {}, {}}, context(shop));
    EXPECT_EQ(standing_of(back->order, shop).figures().owed(), 1'000) << "what was refunded stays gone";
    refunded.lines[0].refunded = 2;
    refunded.lines[0].left_minor = 2'000;
    EXPECT_EQ(outcome(change_state(refunded, {"cancelled", "", {}, {}}, context(shop))), "nothing_to_cancel");
}

// C-26 asks at the button, C-27 sends silently from the list, A-05 gives three answers.
TEST(ChangeState, X01_tells_the_buyer_per_entry_point) {
    const Profile& swiss = profile("swiss-shop");
    const Order order = sample::placed(plain(LineKind::goods, 1, "prepayment"), swiss);
    const auto told = [&](EntryPoint entry, std::optional<bool> notify) {
        Context where = context(swiss);
        where.entry = entry;
        const auto decision = change_state(order, {"sent", "", {}, {"", notify}}, where);
        EXPECT_EQ(decision->order.state, "sent");
        EXPECT_EQ(decision->mails.at(0).kind, MailKind::order_sent);
        EXPECT_EQ(decision->mails[0].due_at_ms, sample::now_ms + 30'000) << "held, so that it can be undone";
        return std::string(id_of(decision->mails[0].suppressed));
    };
    EXPECT_EQ(told(EntryPoint::button, true), "none");
    EXPECT_EQ(told(EntryPoint::button, false), "declined") << "A-05: marked without mail";
    EXPECT_EQ(told(EntryPoint::button, std::nullopt), "none");
    EXPECT_EQ(told(EntryPoint::list, false), "none") << "C-27: a flag that the rule overrules is ignored";
    EXPECT_EQ(told(EntryPoint::bulk, std::nullopt), "none");
}

TEST(ChangeState, D10_the_order_s_switch_decides_in_nordic_shops) {
    const Profile& nordic = profile("nordic-shop");
    Order order = sample::placed(plain(LineKind::goods, 1, "card"), nordic);
    const auto reason = [&](std::optional<bool> notify) {
        return id_of(change_state(order, {"sent", "", {}, {"", notify}}, context(nordic))->mails.at(0).suppressed);
    };
    EXPECT_EQ(reason(false), "none");
    order.notify_on_state = false;
    EXPECT_EQ(reason(true), "order_switch_off");
}

TEST(ChangeState, O22_an_unpublished_state_is_told_to_nobody) {
    const Profile& shop = profile("web-shop");
    const auto decision = change_state(cheque_order(shop), {"in_dispute", "angry", {}, {"", true}}, context(shop));
    EXPECT_EQ(decision->mails.at(0).suppressed, Suppression::state_unpublished);
    EXPECT_EQ(decision->events[0].reason, "angry") << "P-21: a reason for colleagues";
}

TEST(ChangeState, nobody_is_told_at_an_address_that_is_none) {
    const Profile& swiss = profile("swiss-shop");
    Order order = sample::placed(plain(LineKind::goods, 1, "prepayment"), swiss);
    order.buyer.email.clear();
    EXPECT_EQ(change_state(order, {"sent", "", {}, {}}, context(swiss))->mails[0].suppressed, Suppression::no_address);
    order.buyer.email = "not an address";
    EXPECT_EQ(change_state(order, {"sent", "", {}, {}}, context(swiss))->mails[0].suppressed,
              Suppression::invalid_address);
}

TEST(Notify, X01_each_rule_answers_each_wish) {
    using enum NotifyRule;
    using enum Suppression;
    struct Row {
        NotifyRule rule;
        std::optional<bool> wish;
        bool order_switch;
        Suppression answer;
    };
    for (const Row& row :
         {Row{ask, {}, true, not_asked}, Row{ask, false, true, not_asked}, Row{ask, true, false, none},
          Row{confirm, {}, false, none}, Row{confirm, true, false, none}, Row{confirm, false, true, declined},
          Row{always, {}, false, none}, Row{always, false, false, none},
          Row{order_switch, true, false, order_switch_off}, Row{order_switch, false, true, none},
          Row{never, true, true, rule_never}, Row{never, {}, false, rule_never}}) {
        EXPECT_EQ(decide_notify(row.rule, row.wish, row.order_switch), row.answer) << static_cast<int>(row.rule);
    }
}

}  // namespace
}  // namespace commis::domain
