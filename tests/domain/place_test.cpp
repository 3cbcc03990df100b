// Placing orders: what is stored, who is told, what opens, and every field that is refused.
#include "domain/decisions/place.hpp"

#include "domain/sample.hpp"
#include "gtest/gtest.h"

namespace commis::domain {
namespace {

using sample::context;
using sample::outcome;

Result<Decision> place_in(const Profile& profile, const PlaceOrder& command, PlaceRules rules = sample::rules()) {
    return place(command, 7, rules, context(profile));
}

std::string refusal(const PlaceOrder& command) { return outcome(place_in(sample::profile("web-shop"), command)); }

TEST(Place, keeps_what_was_asked_for) {
    const auto decision = place_in(sample::profile("web-shop"), sample::example());
    ASSERT_TRUE(decision);
    const Order& order = decision->order;
    EXPECT_EQ(order.shop_id, 7);
    EXPECT_EQ(order.external_id, "web-1001");
    EXPECT_EQ(order.version, 1);
    EXPECT_EQ(order.state, "received") << "P-18, C-06: the first state";
    EXPECT_EQ(order.placed_at_ms, sample::now_ms);
    EXPECT_EQ(order.promo_code, "NOEL");
    EXPECT_EQ(order.note, "Leave at the door");
    EXPECT_EQ(order.payment_method, "cheque");
    ASSERT_EQ(order.lines[1].units.size(), 2U);
    EXPECT_EQ(order.lines[1].units[1].attendee.name, "B. Two");
    EXPECT_EQ(order.lines[1].units[0].value_minor + order.lines[1].units[1].value_minor, order.lines[1].total_minor);
    EXPECT_EQ(order.lines[1].units[0].tax_minor + order.lines[1].units[1].tax_minor, order.lines[1].tax_minor);
    EXPECT_NE(order.lines[1].units[0].code, order.lines[1].units[1].code);
    EXPECT_TRUE(order.lines[0].units.empty());
}

TEST(Place, C02_C03_tells_the_buyer_and_the_shop) {
    const auto decision = place_in(sample::profile("swiss-shop"), sample::plain(LineKind::goods, 1, "prepayment"));
    ASSERT_TRUE(decision);
    ASSERT_EQ(decision->events.size(), 1U);
    EXPECT_EQ(decision->events[0].type, EventType::order_placed);
    EXPECT_EQ(decision->events[0].sequence, 1);
    ASSERT_EQ(decision->mails.size(), 3U);
    EXPECT_EQ(decision->mails[0].kind, MailKind::order_placed);
    EXPECT_EQ(decision->mails[0].recipient, "soren@example.org");
    EXPECT_EQ(decision->mails[1].kind, MailKind::order_placed_operator);
    EXPECT_EQ(decision->mails[2].recipient, "desk@example.org");
    for (const auto& mail : decision->mails) {
        EXPECT_EQ(mail.suppressed, Suppression::none);
        EXPECT_EQ(mail.event_sequence, 1);
    }
}

TEST(Place, nobody_to_tell_in_the_shop_is_on_record) {
    Context without = context(sample::profile("web-shop"));
    without.staff.clear();
    const auto decision = place(sample::example(), 7, sample::rules(), without);
    ASSERT_TRUE(decision);
    EXPECT_EQ(decision->mails.back().suppressed, Suppression::no_address);
}

TEST(Place, language_falls_back_to_the_shop_s) {
    PlaceOrder command = sample::plain(LineKind::goods, 1, "cheque");
    EXPECT_EQ(place_in(sample::profile("web-shop"), command)->order.language, "en");
    command.language = "da";
    EXPECT_EQ(place_in(sample::profile("web-shop"), command)->order.language, "da");
}

TEST(Place, D10_the_mail_switch_is_the_order_s_own) {
    PlaceOrder command = sample::plain(LineKind::goods, 1, "card");
    EXPECT_TRUE(place_in(sample::profile("nordic-shop"), command)->order.notify_on_state);
    command.notify_on_state = false;
    EXPECT_FALSE(place_in(sample::profile("nordic-shop"), command)->order.notify_on_state);
}

TEST(Place, a_draft_tells_nobody_and_opens_nothing_until_it_is_placed) {
    PlaceOrder command = sample::plain(LineKind::ticket, 1, "free");
    command.lines[0].unit_price_minor = 0;
    command.draft = true;
    const Profile& profile = sample::profile("event-registration");
    const auto draft = place_in(profile, command);
    ASSERT_TRUE(draft);
    EXPECT_TRUE(draft->events.empty());
    EXPECT_TRUE(draft->mails.empty());
    EXPECT_EQ(draft->order.lines[0].units[0].access, Access::none);
    Context later = context(profile);
    later.now_ms += 5'000;
    const auto placed = place_draft(draft->order, later);
    ASSERT_TRUE(placed);
    EXPECT_FALSE(placed->order.draft);
    EXPECT_EQ(placed->order.placed_at_ms, sample::now_ms + 5'000);
    EXPECT_EQ(placed->order.version, 2);
    EXPECT_EQ(placed->order.lines[0].units[0].access, Access::granted);
    EXPECT_EQ(placed->mails.size(), 3U);
    EXPECT_EQ(outcome(place_draft(placed->order, later)), "not_a_draft");
}

TEST(Place, W28_tickets_open_once_paid_and_free_ones_at_once) {
    const Profile& profile = sample::profile("event-registration");
    EXPECT_EQ(sample::placed(sample::plain(LineKind::ticket, 1, "cheque"), profile).lines[0].units[0].access,
              Access::none);
    PlaceOrder free = sample::plain(LineKind::ticket, 1, "free");
    free.lines[0].unit_price_minor = 0;
    EXPECT_EQ(sample::placed(free, profile).lines[0].units[0].access, Access::granted);
}

TEST(Place, P30_a_captured_claim_opens_what_a_trusted_token_paid) {
    PlaceOrder command = sample::plain(LineKind::ticket, 1, "");
    command.payments = {{.method = "card",
                         .provider = "stripe",
                         .reference = "pi_1",
                         .status = AttemptStatus::captured,
                         .amount_minor = 1'000,
                         .expires_at_ms = {},
                         .received_at_ms = {}}};
    const Profile& profile = sample::profile("web-shop");
    const auto trusted = place_in(profile, command);
    ASSERT_TRUE(trusted);
    EXPECT_EQ(trusted->order.payment_method, "card");
    EXPECT_EQ(standing_of(trusted->order, profile).payment_status, PaymentStatus::paid);
    EXPECT_EQ(trusted->order.ledger.entries[0].source, Source::gateway) << "G-04";
    EXPECT_EQ(trusted->order.lines[0].units[0].access, Access::granted);
    PlaceRules rules = sample::rules();
    rules.trusts_payment_claims = false;
    const auto untrusted = place_in(profile, command, rules);
    ASSERT_TRUE(untrusted);
    EXPECT_TRUE(untrusted->order.ledger.entries.empty());
    EXPECT_EQ(standing_of(untrusted->order, profile).payment_status, PaymentStatus::awaiting);
    EXPECT_EQ(untrusted->order.lines[0].units[0].access, Access::none);
}

TEST(Place, an_imported_order_tells_nobody_and_has_the_past_its_state_says) {
    PlaceOrder command = sample::plain(LineKind::goods, 2, "Barzahlung");
    command.imported = true;
    command.buyer.email.clear();
    command.state = "cancelled";
    const auto cancelled = place_in(sample::profile("swiss-shop"), command);
    ASSERT_TRUE(cancelled) << outcome(cancelled);
    EXPECT_EQ(cancelled->events[0].type, EventType::order_imported);
    ASSERT_EQ(cancelled->mails.size(), 1U);
    EXPECT_EQ(cancelled->mails[0].suppressed, Suppression::imported);
    EXPECT_EQ(standing_of(cancelled->order, sample::profile("swiss-shop")).summary, SummaryStatus::cancelled);
    command.state = "completed";
    const auto completed = place_in(sample::profile("swiss-shop"), command);
    EXPECT_EQ(completed->order.lines[0].shipped, 2);
}

TEST(Place, needs_the_right_to) {
    EXPECT_EQ(outcome(place(sample::example(), 7, sample::rules(),
                            context(sample::profile("web-shop"), rights_of(Role::packer)))),
              "forbidden");
    EXPECT_EQ(outcome(place(sample::example(), 7, sample::rules(),
                            context(sample::profile("web-shop"), rights_of(Role::storefront)))),
              "taken");
}

TEST(Place, only_the_required_fields_are_required) {
    PlaceOrder command;
    command.currency = "EUR";
    command.buyer.email = "a@example.org";
    command.lines = {{.sku = "", .name = "Thing", .unit_price_minor = 0, .attendees = {}}};
    command.payment_method = "free";
    EXPECT_EQ(refusal(command), "taken");
    EXPECT_EQ(refusal(PlaceOrder{}),
              "/currency unknown_currency, /buyer/email required, /lines required, /payment/method required");
}

template <class Change>
std::string refusal_with(Change change) {
    PlaceOrder command = sample::example();
    change(command);
    return refusal(command);
}

TEST(Place, every_bad_field_is_named) {
    using P = PlaceOrder;
    const std::string long_name(501, 'x');
    EXPECT_EQ(refusal_with([](P& p) { p.currency = "EURO"; }), "/currency unknown_currency");
    EXPECT_EQ(refusal_with([](P& p) { p.language = "pt"; }), "/language unknown_language");
    EXPECT_EQ(refusal_with([](P& p) { p.channel = ""; }), "/channel required");
    EXPECT_EQ(refusal_with([](P& p) { p.external_id = std::string(101, 'x'); }), "/external_id too_long");
    EXPECT_EQ(refusal_with([](P& p) { p.placed_at_ms = sample::now_ms + 25 * 3'600'000; }), "/placed_at in_future");
    EXPECT_EQ(refusal_with([](P& p) { p.state = "lost"; }), "/state unknown_state");
    EXPECT_EQ(refusal_with([](P& p) { p.buyer.email = "no address"; }), "/buyer/email invalid_email");
    EXPECT_EQ(refusal_with([](P& p) { p.buyer.email = "a@b.org\r\nBcc: c@d.org"; }), "/buyer/email invalid_email");
    EXPECT_EQ(refusal_with([&](P& p) { p.buyer.name = long_name; }), "/buyer/name too_long");
    EXPECT_EQ(refusal_with([](P& p) { p.buyer.name = std::string("a\0b", 3); }), "/buyer/name invalid_text");
    EXPECT_EQ(refusal_with([](P& p) { p.billing_address.country = "France"; }),
              "/billing_address/country invalid_country");
    EXPECT_EQ(refusal_with([](P& p) {
                  p.shipping_address = Address{.name = "",
                                               .company = "",
                                               .line1 = "",
                                               .line2 = "",
                                               .postal_code = "",
                                               .city = "",
                                               .region = "",
                                               .country = "fr"};
              }),
              "/shipping_address/country invalid_country");
    EXPECT_EQ(refusal_with([](P& p) { p.shipping.amount_minor = -1; }), "/shipping/amount out_of_range");
    EXPECT_EQ(refusal_with([](P& p) { p.shipping.tax_rate = "20%"; }), "/shipping/tax_rate invalid_rate");
    EXPECT_EQ(refusal_with([](P& p) { p.discount_minor = -1; }), "/discount out_of_range");
    EXPECT_EQ(refusal_with([](P& p) { p.discount_minor = 15'998; }), "/discount exceeds_lines");
    EXPECT_EQ(refusal_with([](P& p) { p.promo_code = std::string(101, 'x'); }), "/promo_code too_long");
    EXPECT_EQ(refusal_with([](P& p) { p.note = std::string(20'001, 'x'); }), "/note too_long");
    EXPECT_EQ(refusal_with([](P& p) { p.tags = std::vector<std::string>(51, "t"); }), "/tags too_many");
    EXPECT_EQ(refusal_with([](P& p) { p.tags = {"a", ""}; }), "/tags/1 required");
}

TEST(Place, every_bad_line_is_named) {
    using P = PlaceOrder;
    EXPECT_EQ(refusal_with([](P& p) { p.lines[1].name = ""; }), "/lines/1/name required");
    EXPECT_EQ(refusal_with([](P& p) { p.lines[0].quantity = 0; }), "/lines/0/quantity out_of_range");
    EXPECT_EQ(refusal_with([](P& p) { p.lines[0].quantity = 1'000'001; }), "/lines/0/quantity out_of_range");
    EXPECT_EQ(refusal_with([](P& p) { p.lines[1].quantity = 1'001; }), "/lines/1/quantity out_of_range");
    EXPECT_EQ(refusal_with([](P& p) { p.lines[0].unit_price_minor = -1; }), "/lines/0/unit_price out_of_range");
    EXPECT_EQ(refusal_with([](P& p) { p.lines[0].unit_price_minor = amount_limit_minor; }),
              "/lines/0/unit_price out_of_range");
    EXPECT_EQ(refusal_with([](P& p) { p.lines[0].discount_minor = 5'998; }), "/lines/0/discount exceeds_line");
    EXPECT_EQ(refusal_with([](P& p) { p.lines[0].tax_rate = "120"; }), "/lines/0/tax_rate invalid_rate");
    EXPECT_EQ(refusal_with([](P& p) { p.lines[0].attendees = {{"A", ""}}; }), "/lines/0/attendees not_a_ticket");
    EXPECT_EQ(refusal_with([](P& p) { p.lines[1].attendees.resize(3); }), "/lines/1/attendees too_many");
    EXPECT_EQ(refusal_with([](P& p) { p.lines[1].attendees[1].email = "x"; }),
              "/lines/1/attendees/1/email invalid_email");
    EXPECT_EQ(refusal_with([](P& p) { p.lines.resize(2'001, p.lines[0]); }), "/lines too_many");
    EXPECT_EQ(refusal_with([](P& p) {
                  p.lines[0].name = "";
                  p.lines[1].tax_rate = "x";
              }),
              "/lines/0/name required, /lines/1/tax_rate invalid_rate")
        << "all at once";
}

TEST(Place, every_bad_payment_is_named) {
    using P = PlaceOrder;
    EXPECT_EQ(refusal_with([](P& p) { p.payment_method = "barter"; }), "/payment/method unknown_payment_method");
    EXPECT_EQ(refusal_with([](P& p) { p.payment_method = "twint"; }), "/payment/method payment_method_off");
    EXPECT_EQ(refusal_with([](P& p) { p.payment_method = "free"; }), "/payment/method not_free");
    const auto with_payment = [](auto change) {
        return refusal_with([&](P& p) {
            PlacePayment payment{.method = "card",
                                 .provider = "stripe",
                                 .reference = "pi_1",
                                 .status = AttemptStatus::authorized,
                                 .amount_minor = {},
                                 .expires_at_ms = {},
                                 .received_at_ms = {}};
            change(payment);
            p.payments = {payment};
        });
    };
    EXPECT_EQ(with_payment([](PlacePayment&) {}), "taken");
    EXPECT_EQ(with_payment([](PlacePayment& p) { p.provider = "sandbox"; }), "/payments/0/provider unknown_provider");
    EXPECT_EQ(with_payment([](PlacePayment& p) { p.amount_minor = -1; }), "/payments/0/amount out_of_range");
    EXPECT_EQ(with_payment([](PlacePayment& p) { p.method = ""; }), "/payments/0/method required");
    EXPECT_EQ(with_payment([](PlacePayment& p) { p.reference = std::string(501, 'x'); }),
              "/payments/0/reference too_long");
    EXPECT_EQ(refusal_with([](P& p) {
                  p.payments.resize(21, {.method = "card",
                                         .provider = "stripe",
                                         .reference = "",
                                         .status = AttemptStatus::initiated,
                                         .amount_minor = {},
                                         .expires_at_ms = {},
                                         .received_at_ms = {}});
              }),
              "/payments too_many");
}

TEST(Place, sums_beyond_the_limit_are_refused_not_wrapped) {
    PlaceOrder command = sample::example();
    command.lines[0].unit_price_minor = amount_limit_minor / 3;
    command.lines[0].quantity = 3;
    EXPECT_EQ(refusal(command), "/lines/1/unit_price out_of_range");
    command = sample::example();
    command.shipping.amount_minor = amount_limit_minor;
    EXPECT_EQ(refusal(command), "/shipping/amount out_of_range");
}

}  // namespace
}  // namespace commis::domain
