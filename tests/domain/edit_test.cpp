// Editing, notes and abandonment: every field, every refusal.
#include <gtest/gtest.h>

#include "domain/decisions/abandon.hpp"
#include "domain/decisions/add_note.hpp"
#include "domain/decisions/edit.hpp"
#include "domain/decisions/mark_paid.hpp"
#include "domain/next_step.hpp"
#include "domain/sample.hpp"

namespace commis::domain {
namespace {

using sample::context;
using sample::find_data;
using sample::outcome;
using sample::plain;
using sample::profile;

Order cheque_order(const Profile& rules) { return sample::placed(plain(LineKind::goods, 2, "cheque"), rules); }

TEST(Edit, W49_changes_the_buyer_and_names_the_field_only) {
    const Profile& event = profile("event-registration");
    const Order order = sample::placed(plain(LineKind::ticket, 1, "cheque"), event);
    EditOrder command;
    command.buyer = Buyer{"Zoé", "zoe@example.org", "", "", ""};
    command.tags = std::vector<std::string>{"vip"};
    const auto decision = edit_order(order, command, context(event));
    ASSERT_TRUE(decision);
    EXPECT_EQ(decision->order.buyer.email, "zoe@example.org");
    EXPECT_EQ(*find_data(decision->events.at(0), "fields"), "buyer tags");
    for (const auto& [name, value] : decision->events[0].data) {
        EXPECT_EQ(value.find("zoe"), std::string::npos) << "events hold no personal data";
    }
    EXPECT_TRUE(decision->mails.empty());
}

TEST(Edit, A09_reaches_everything_but_the_content) {
    const Profile& shop = profile("web-shop");
    Order order = cheque_order(shop);
    EditOrder command;
    command.billing_address = Address{};
    command.billing_address->country = "DK";
    command.shipping_address = Address{};
    command.note = "ring twice";
    command.promo_code = "X";
    command.language = "de";
    command.notify_on_state = false;
    command.assignee = "op-1";
    const auto decision = edit_order(order, command, context(shop));
    ASSERT_TRUE(decision);
    EXPECT_EQ(*find_data(decision->events.at(0), "fields"),
              "billing_address shipping_address note promo_code language notify_on_state assignee");
    EXPECT_EQ(decision->order.lines, order.lines);
    command = {};
    command.shipping_address = std::optional<Address>{};
    EXPECT_FALSE(edit_order(decision->order, command, context(shop))->order.shipping_address);
}

TEST(Edit, A09_words_the_delivery_and_the_outside_reference_and_moves_no_amount) {
    const Profile& shop = profile("web-shop");
    PlaceOrder command = plain(LineKind::goods, 2, "cheque");
    command.shipping = {"parcel", "Parcel", 690, "20", false};
    const Order order = sample::placed(command, shop);
    EditOrder words;
    words.shipping_name = "Parcel with signature";
    words.external_id = "WEB-17";
    const auto decision = edit_order(order, words, context(shop));
    ASSERT_TRUE(decision);
    EXPECT_EQ(*find_data(decision->events.at(0), "fields"), "shipping_name external_id");
    EXPECT_EQ(decision->order.shipping.name, "Parcel with signature");
    EXPECT_EQ(decision->order.external_id, "WEB-17");
    Order expected = decision->order;
    expected.shipping.name = order.shipping.name;
    EXPECT_EQ(expected.shipping, order.shipping) << "method, amount and tax stay";
    EXPECT_EQ(decision->order.lines, order.lines);
    EXPECT_EQ(decision->order.ledger, order.ledger);
    words.external_id = "";
    EXPECT_EQ(edit_order(decision->order, words, context(shop))->order.external_id, "") << "and away again";
}

TEST(Edit, changing_nothing_is_no_event_and_no_version) {
    const Profile& shop = profile("web-shop");
    const Order order = cheque_order(shop);
    EditOrder command;
    command.buyer = order.buyer;
    const auto decision = edit_order(order, command, context(shop));
    EXPECT_TRUE(decision->events.empty());
    EXPECT_EQ(decision->order, order);
}

TEST(Edit, every_bad_field_is_named) {
    const Profile& shop = profile("web-shop");
    const Order order = cheque_order(shop);
    EditOrder command;
    command.buyer = Buyer{"", "nobody", "", "", ""};
    command.billing_address = Address{};
    command.billing_address->country = "dk";
    command.shipping_address = Address{};
    (*command.shipping_address)->city = std::string(501, 'x');
    command.language = "xx";
    command.tags = std::vector<std::string>{""};
    command.note = std::string(20'001, 'x');
    command.promo_code = std::string(101, 'x');
    command.assignee = std::string(101, 'x');
    command.shipping_name = std::string(501, 'x');
    command.external_id = std::string(101, 'x');
    EXPECT_EQ(outcome(edit_order(order, command, context(shop))),
              "/buyer/email invalid_email, /billing_address/country invalid_country, /shipping_address/city too_long, "
              "/note too_long, /promo_code too_long, /assignee too_long, /shipping/name too_long, "
              "/external_id too_long, /tags/0 required, /language unknown_language");
    command = {};
    command.buyer = Buyer{};
    EXPECT_EQ(outcome(edit_order(order, command, context(shop))), "/buyer/email required");
    EXPECT_EQ(outcome(edit_order(order, {}, context(shop, rights_of(Role::packer)))), "forbidden");
}

TEST(Note, is_internal_unless_it_is_for_the_buyer) {
    const Profile& shop = profile("web-shop");
    const Order order = cheque_order(shop);
    const auto internal = add_note(order, {"check the **stock**", false}, context(shop));
    EXPECT_EQ(internal->events.at(0).note, "check the **stock**");
    EXPECT_TRUE(internal->events[0].note_is_internal);
    EXPECT_FALSE(add_note(order, {"hello", true}, context(shop))->events[0].note_is_internal);
    EXPECT_EQ(outcome(add_note(order, {"", false}, context(shop))), "/text required");
    EXPECT_EQ(outcome(add_note(order, {std::string(20'001, 'x'), false}, context(shop))), "/text too_long");
    EXPECT_EQ(outcome(add_note(order, {std::string("a\0", 2), false}, context(shop))), "/text invalid_text");
    EXPECT_EQ(outcome(add_note(order, {"x", false}, context(shop, rights_of(Role::viewer)))), "forbidden");
}

TEST(Abandon, O28_marks_an_unanswered_payment_and_A07_a_late_success_still_confirms) {
    const Profile& shop = profile("web-shop");
    const Order order = sample::placed(plain(LineKind::goods, 1, "card"), shop);
    const auto abandoned = abandon(order, context(shop));
    ASSERT_TRUE(abandoned);
    EXPECT_EQ(standing_of(abandoned->order, shop).summary, SummaryStatus::abandoned);
    EXPECT_EQ(standing_of(abandoned->order, shop).payment_status, PaymentStatus::awaiting) << "the status stays";
    EXPECT_EQ(next_step(standing_of(abandoned->order, shop)).queue, Queue::none) << "no action required";
    EXPECT_EQ(abandoned->events.at(0).type, EventType::order_abandoned);
    EXPECT_TRUE(abandoned->mails.empty());
    EXPECT_EQ(outcome(abandon(abandoned->order, context(shop))), "payment_settled");
    Order late = abandoned->order;
    sample::add_payment(late, AttemptStatus::captured, 1'000, "stripe");
    EXPECT_EQ(standing_of(late, shop).summary, SummaryStatus::complete);
    const auto by_hand = mark_paid(abandoned->order, {}, context(shop));
    EXPECT_EQ(standing_of(by_hand->order, shop).payment_status, PaymentStatus::paid) << "O-29";
}

TEST(Abandon, leaves_settled_orders_and_drafts_alone) {
    const Profile& shop = profile("web-shop");
    EXPECT_EQ(outcome(abandon(cheque_order(shop), context(shop))), "payment_settled");
    Order draft = sample::placed(plain(LineKind::goods, 1, "card"), shop);
    draft.draft = true;
    EXPECT_EQ(outcome(abandon(draft, context(shop))), "draft_order");
}

}  // namespace
}  // namespace commis::domain
