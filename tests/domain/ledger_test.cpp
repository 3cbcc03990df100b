// The payment status: the table covers every combination of facts, and each row says what domain.md says.
#include "domain/ledger.hpp"

#include <set>

#include "domain/sample.hpp"
#include "domain/standing.hpp"
#include "domain/standings.hpp"
#include "gtest/gtest.h"

namespace commis::domain {
namespace {

using sample::add_payment;
using sample::add_refund;

std::size_t first_row(const PaymentFacts& facts) {
    const auto& rows = payment_status_rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].holds(facts)) return i;
    }
    return rows.size();
}

TEST(PaymentStatusTable, covers_every_combination_and_has_no_dead_row) {
    std::set<std::size_t> reached;
    sample::for_each_payment_facts([&](const PaymentFacts& facts) { reached.insert(first_row(facts)); });
    EXPECT_FALSE(reached.contains(payment_status_rows().size())) << "some facts have no status";
    for (std::size_t i = 0; i < payment_status_rows().size(); ++i) {
        EXPECT_TRUE(reached.contains(i)) << "row " << i << " is never first: " << payment_status_rows()[i].when;
    }
}

// What a status promises about money, whatever led to it.
TEST(PaymentStatusTable, each_status_keeps_its_promise_about_money) {
    sample::for_each_payment_facts([](const PaymentFacts& facts) {
        const Figures& figures = facts.figures;
        switch (payment_status(facts)) {
            case PaymentStatus::not_required:
                ASSERT_TRUE(figures.captured_minor == 0 && figures.owed() == 0);
                break;
            case PaymentStatus::refunded:
                ASSERT_TRUE(figures.captured_minor > 0 && figures.held() == 0 && figures.due() == 0);
                break;
            case PaymentStatus::partially_refunded:
            case PaymentStatus::paid:
                ASSERT_TRUE(figures.due() == 0 && figures.held() > 0);
                break;
            case PaymentStatus::partially_paid:
                ASSERT_TRUE(figures.held() > 0 && figures.due() > 0);
                break;
            case PaymentStatus::review:
                break;
            default:
                ASSERT_TRUE(figures.due() > 0 && figures.held() <= 0);
                break;
        }
    });
}

TEST(Figures, due_and_owed_back_are_never_both_there) {
    sample::for_each_payment_facts([](const PaymentFacts& facts) {
        const Figures& figures = facts.figures;
        ASSERT_TRUE(figures.due() == 0 || figures.owed_back() == 0);
        ASSERT_EQ(figures.held() + figures.due() - figures.owed_back(), figures.owed());
        ASSERT_GE(figures.due(), 0);
        ASSERT_GE(figures.owed_back(), 0);
    });
}

Order order_by(std::string method, std::int64_t quantity = 2) {
    return sample::placed(sample::plain(LineKind::goods, quantity, std::move(method)), sample::profile("web-shop"));
}

PaymentStatus status_of(const Order& order) { return standing_of(order, sample::profile("web-shop")).payment_status; }

TEST(PaymentStatus, follows_the_life_of_an_order) {
    EXPECT_EQ(status_of(order_by("card")), PaymentStatus::awaiting) << "O-28";
    EXPECT_EQ(status_of(order_by("cheque")), PaymentStatus::pending) << "O-30, P-14";
    EXPECT_EQ(status_of(order_by("cash-on-delivery")), PaymentStatus::on_delivery) << "O-34";
    Order card = order_by("card");
    add_payment(card, AttemptStatus::authorized, 2'000, "stripe");
    EXPECT_EQ(status_of(card), PaymentStatus::authorized);
    card.ledger.payments.back().status = AttemptStatus::expired;
    EXPECT_EQ(status_of(card), PaymentStatus::authorization_expired) << "D-02";
    card.ledger.payments.back().status = AttemptStatus::voided;
    EXPECT_EQ(status_of(card), PaymentStatus::voided);
    add_payment(card, AttemptStatus::failed, 2'000, "stripe");
    EXPECT_EQ(status_of(card), PaymentStatus::failed) << "O-32";
    add_payment(card, AttemptStatus::pending, 2'000, "stripe");
    EXPECT_EQ(status_of(card), PaymentStatus::pending) << "O-30: the provider answers later";
    add_payment(card, AttemptStatus::captured, 500, "stripe");
    EXPECT_EQ(status_of(card), PaymentStatus::partially_paid);
    add_payment(card, AttemptStatus::captured, 1'500, "stripe");
    EXPECT_EQ(status_of(card), PaymentStatus::paid);
    card.ledger.payments.front().status = AttemptStatus::unknown;
    EXPECT_EQ(status_of(card), PaymentStatus::review) << "O-35";
}

TEST(PaymentStatus, money_that_was_taken_back_is_pending_again) {
    Order order = order_by("card");
    add_payment(order, AttemptStatus::failed, 2'000, "stripe");
    add_payment(order, AttemptStatus::captured, 2'000, "stripe");
    LedgerEntry reversal = order.ledger.entries.front();
    reversal.kind = EntryKind::reversal;
    order.ledger.entries.push_back(reversal);
    EXPECT_EQ(status_of(order), PaymentStatus::pending) << "the payment came after the refusal";
}

TEST(PaymentStatus, a_disputed_chargeback_is_reviewed_and_a_lost_one_is_due) {
    Order order = order_by("card");
    add_payment(order, AttemptStatus::captured, 2'000, "stripe");
    LedgerEntry chargeback = order.ledger.entries.front();
    chargeback.kind = EntryKind::chargeback;
    chargeback.undecided = true;
    order.ledger.entries.push_back(chargeback);
    EXPECT_EQ(status_of(order), PaymentStatus::review);
    order.ledger.entries.back().undecided = false;
    EXPECT_EQ(status_of(order), PaymentStatus::pending);
}

TEST(PaymentStatus, O36_a_mark_by_hand_answers_after_partially_paid) {
    Order order = order_by("card");
    add_payment(order, AttemptStatus::authorized, 2'000, "stripe");
    order.ledger.mark = HandMark::failed;
    EXPECT_EQ(status_of(order), PaymentStatus::failed);
    order.ledger.mark = HandMark::pending;
    EXPECT_EQ(status_of(order), PaymentStatus::pending);
    add_payment(order, AttemptStatus::captured, 1'000, "stripe");
    EXPECT_EQ(status_of(order), PaymentStatus::partially_paid);
}

TEST(PaymentStatus, X07_a_promised_refund_moves_no_balance) {
    Order order = order_by("cheque");
    add_payment(order, AttemptStatus::captured, 2'000);
    order.lines[0].refunded = 2;
    order.lines[0].left_minor = 2'000;
    add_refund(order, 2'000, RefundExecution::initiated, RefundStatus::pending, true);
    const Figures figures = standing_of(order, sample::profile("web-shop")).figures();
    EXPECT_EQ(figures.held(), 2'000);
    EXPECT_EQ(figures.owed_back(), 2'000);
    EXPECT_EQ(figures.refundable(), 0);
    EXPECT_EQ(status_of(order), PaymentStatus::paid);
    order.ledger.refunds.back().execution = RefundExecution::recorded;
    order.ledger.refunds.back().status = RefundStatus::succeeded;
    EXPECT_EQ(status_of(order), PaymentStatus::refunded);
}

TEST(PaymentStatus, a_failed_refund_leaves_the_balance_as_it_was) {
    Order order = order_by("card");
    add_payment(order, AttemptStatus::captured, 2'000, "stripe");
    add_refund(order, 2'000, RefundExecution::gateway, RefundStatus::failed, true);
    EXPECT_EQ(status_of(order), PaymentStatus::paid);
    EXPECT_EQ(standing_of(order, sample::profile("web-shop")).figures().refundable(), 2'000);
}

TEST(PaymentStatus, P15_goodwill_lowers_what_is_owed_unless_it_reopens) {
    Order order = order_by("cheque");
    add_payment(order, AttemptStatus::captured, 2'000);
    add_refund(order, 300, RefundExecution::recorded, RefundStatus::succeeded, false);
    EXPECT_EQ(standing_of(order, sample::profile("web-shop")).figures().owed(), 1'700);
    EXPECT_EQ(status_of(order), PaymentStatus::partially_refunded);
    order.ledger.refunds.back().reopens_due = true;
    EXPECT_EQ(standing_of(order, sample::profile("web-shop")).figures().due(), 300);
    EXPECT_EQ(status_of(order), PaymentStatus::partially_paid);
}

TEST(PaymentStatus, an_overpayment_given_back_leaves_the_order_paid) {
    Order order = order_by("cheque");
    add_payment(order, AttemptStatus::captured, 2'500);
    EXPECT_EQ(standing_of(order, sample::profile("web-shop")).figures().owed_back(), 500) << "A-19";
    add_refund(order, 500, RefundExecution::recorded, RefundStatus::succeeded, true);
    EXPECT_EQ(status_of(order), PaymentStatus::paid);
}

TEST(PaymentStatus, W14_a_free_order_needs_no_payment) {
    PlaceOrder command = sample::plain(LineKind::ticket, 1, "free");
    command.lines[0].unit_price_minor = 0;
    const Profile& profile = sample::profile("event-registration");
    const Standing standing = standing_of(sample::placed(command, profile), profile);
    EXPECT_EQ(standing.payment_status, PaymentStatus::not_required);
    EXPECT_EQ(standing.summary, SummaryStatus::complete);
}

// profiles.md, last line: cancelling changes no payment word in two profiles.
TEST(PaymentStatus, P06_cancelling_changes_no_word_where_the_profile_says_so) {
    for (const char* id : {"client-gallery", "web-shop", "nordic-shop"}) {
        const Profile& profile = sample::profile(id);
        Order order = sample::placed(sample::plain(LineKind::goods, 1, "bank-transfer"), profile);
        order.lines[0].cancelled = 1;
        order.lines[0].left_minor = 1'000;
        const Standing standing = standing_of(order, profile);
        EXPECT_EQ(standing.payment_status, PaymentStatus::not_required) << id;
        const bool keeps = std::string_view(id) != "nordic-shop";
        EXPECT_EQ(worded_payment_status(standing, profile),
                  keeps ? PaymentStatus::pending : PaymentStatus::not_required)
            << id;
    }
}

TEST(RefundsToMake, of_a_promise_counts_what_is_left_of_a_failure_all_of_it) {
    Ledger ledger;
    ledger.refunds.push_back({.id = "promised", .amount_minor = 900, .execution = RefundExecution::initiated});
    ledger.refunds.back().status = RefundStatus::pending;
    ledger.refunds.push_back({.id = "part", .amount_minor = 500, .settles = "promised"});
    ledger.refunds.push_back({.id = "failed", .amount_minor = 900, .execution = RefundExecution::gateway});
    ledger.refunds.back().status = RefundStatus::failed;
    EXPECT_EQ(to_make_minor(ledger, ledger.refunds.front()), 400);
    EXPECT_EQ(to_make_minor(ledger, ledger.refunds.back()), 900);
}

}  // namespace
}  // namespace commis::domain
