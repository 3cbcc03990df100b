// Money in by hand: what is taken, what opens, who is told, what is refused.
#include <gtest/gtest.h>

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

TEST(MarkPaid, P13_takes_what_is_due_and_says_so) {
    const Order order = cheque_order(profile("client-gallery"));
    const auto decision = mark_paid(order, {}, context(profile("client-gallery")));
    ASSERT_TRUE(decision);
    EXPECT_EQ(decision->order.version, order.version + 1);
    EXPECT_EQ(decision->order.state, order.state) << "P-06: the other axis stays";
    ASSERT_EQ(decision->order.ledger.entries.size(), 1U);
    EXPECT_EQ(decision->order.ledger.entries[0].amount_minor, 2'000) << "A-20: the full open balance";
    EXPECT_EQ(decision->order.ledger.entries[0].received_at_ms, sample::now_ms) << "A-20: dated today";
    EXPECT_EQ(decision->order.ledger.entries[0].source, Source::operator_entry) << "G-04";
    const Event& event = decision->events.at(0);
    EXPECT_EQ(event.type, EventType::payment_recorded);
    EXPECT_EQ(*find_data(event, "amount"), "2000");
    EXPECT_EQ(*find_data(event, "method"), "cheque");
    EXPECT_EQ(*find_data(event, "payment_status"), "paid");
    EXPECT_EQ(event.actor.name, "Ada");
}

TEST(MarkPaid, A20_amount_and_date_are_editable) {
    const Order order = cheque_order(profile("web-shop"));
    MarkPaid command;
    command.amount_minor = 500;
    command.received_at_ms = sample::now_ms - 86'400'000;
    command.reference = "cheque 123";
    const auto decision = mark_paid(order, command, context(profile("web-shop")));
    ASSERT_TRUE(decision);
    EXPECT_EQ(standing_of(decision->order, profile("web-shop")).payment_status, PaymentStatus::partially_paid);
    EXPECT_EQ(decision->order.ledger.entries[0].received_at_ms, sample::now_ms - 86'400'000);
    EXPECT_EQ(decision->order.ledger.payments[0].reference, "cheque 123");
    EXPECT_EQ(mark_paid(decision->order, {}, context(profile("web-shop")))->order.ledger.entries[1].amount_minor,
              1'500);
}

TEST(MarkPaid, refuses_what_the_facts_and_the_fields_forbid) {
    const Order order = cheque_order(profile("web-shop"));
    const Context all = context(profile("web-shop"));
    EXPECT_EQ(
        outcome(mark_paid(order, {.amount_minor = 2'001, .received_at_ms = {}, .reference = "", .telling = {}}, all)),
        "amount_exceeds_due");
    EXPECT_EQ(outcome(mark_paid(order, {.amount_minor = 0, .received_at_ms = {}, .reference = "", .telling = {}}, all)),
              "/amount out_of_range");
    MarkPaid bad;
    bad.received_at_ms = sample::now_ms + 1;
    bad.reference = std::string(501, 'x');
    bad.telling.note = std::string(20'001, 'x');
    EXPECT_EQ(outcome(mark_paid(order, bad, all)), "/received_at in_future, /reference too_long, /note too_long");
    EXPECT_EQ(outcome(mark_paid(order, {}, context(profile("web-shop"), rights_of(Role::packer)))), "forbidden");
    const auto paid = mark_paid(order, {}, all);
    EXPECT_EQ(outcome(mark_paid(paid->order, {}, all)), "already_paid");
    Order draft = order;
    draft.draft = true;
    EXPECT_EQ(outcome(mark_paid(draft, {}, all)), "draft_order");
}

TEST(MarkPaid, W28_W29_opens_the_tickets_of_everybody_at_once) {
    const Profile& event = profile("event-registration");
    const Order order = sample::placed(plain(LineKind::ticket, 2, "invoice"), event);
    MarkPaid part;
    part.amount_minor = 1'000;
    const auto half = mark_paid(order, part, context(event));
    EXPECT_EQ(half->order.lines[0].units[0].access, Access::none) << "not before it is paid in full";
    const auto whole = mark_paid(half->order, {}, context(event));
    for (const TicketUnit& unit : whole->order.lines[0].units) EXPECT_EQ(unit.access, Access::granted);
    EXPECT_EQ(outcome(mark_paid(whole->order, {}, context(event))), "not_offered_in_status") << "matrix 1";
}

TEST(MarkPaid, O36_a_payment_ends_a_mark_by_hand) {
    Order order = cheque_order(profile("web-shop"));
    order.ledger.mark = HandMark::failed;
    order.ledger.flagged_for_review = true;
    const auto decision = mark_paid(order, {}, context(profile("web-shop")));
    EXPECT_EQ(standing_of(decision->order, profile("web-shop")).payment_status, PaymentStatus::paid);
}

// X-01 and P-10: the note goes out only when the rule and the operator agree.
TEST(MarkPaid, X01_tells_the_buyer_as_the_profile_says) {
    const auto told = [](const char* id, const char* method, std::optional<bool> notify,
                         std::optional<std::int64_t> amount_minor = {}) {
        const Order order = sample::placed(plain(LineKind::goods, 2, method), profile(id));
        MarkPaid command;
        command.amount_minor = amount_minor;
        command.telling = {"**Thank you**", notify};
        const auto decision = mark_paid(order, command, context(profile(id)));
        const bool leaves = decision->mails.at(0).suppressed == Suppression::none;
        EXPECT_EQ(decision->events[0].note_is_internal, !leaves) << "a note that was mailed is not internal";
        EXPECT_EQ(decision->mails[0].kind, MailKind::payment_changed);
        return std::string(id_of(decision->mails[0].suppressed));
    };
    EXPECT_EQ(told("client-gallery", "cheque", std::nullopt), "not_asked") << "P-10: unticked by default";
    EXPECT_EQ(told("client-gallery", "cheque", true), "none");
    EXPECT_EQ(told("web-shop", "cheque", false), "none") << "always, once confirmed";
    EXPECT_EQ(told("web-shop", "cheque", true, 500), "not_confirmed");
    EXPECT_EQ(told("event-registration", "cheque", std::nullopt), "none");
    EXPECT_EQ(told("nordic-shop", "bank-transfer", false), "none") << "D-10: the order's switch is on";
}

}  // namespace
}  // namespace commis::domain
