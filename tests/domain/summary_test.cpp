// Summary and next step: each row is reachable, every order has one summary and waits in one queue at most.
#include "domain/summary.hpp"

#include <set>

#include "domain/next_step.hpp"
#include "domain/sample.hpp"
#include "domain/standings.hpp"
#include "gtest/gtest.h"

namespace commis::domain {
namespace {

template <class Rows>
std::size_t first_row(const Rows& rows, const Standing& standing) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].holds(standing)) return i;
    }
    return rows.size();
}

TEST(SummaryTable, covers_every_standing_and_has_no_dead_row) {
    std::set<std::size_t> reached;
    sample::for_each_standing([&](const Standing& each) { reached.insert(first_row(summary_rows(), each)); });
    for (std::size_t i = 0; i <= summary_rows().size(); ++i) {
        EXPECT_EQ(reached.contains(i), i < summary_rows().size()) << "row " << i;
    }
}

TEST(SummaryTable, each_word_keeps_its_promise) {
    sample::for_each_standing([](const Standing& each) {
        switch (each.summary) {
            case SummaryStatus::complete:
                ASSERT_TRUE(each.figures().due() == 0);
                break;
            case SummaryStatus::partial:
                ASSERT_TRUE(each.units.active > 0 && each.figures().due() == 0);
                break;
            case SummaryStatus::open:
            case SummaryStatus::unpaid:
                ASSERT_TRUE(each.figures().due() > 0);
                break;
            case SummaryStatus::cancelled:
                ASSERT_TRUE(each.units.refunded == 0 && each.units.active == 0);
                break;
            case SummaryStatus::refunded:
                ASSERT_TRUE(each.units.refunded == each.units.total);
                break;
            case SummaryStatus::refunded_cancelled:
                ASSERT_TRUE(each.units.refunded > 0 && each.units.cancelled > 0 && each.units.active == 0);
                break;
            case SummaryStatus::abandoned:
                ASSERT_EQ(each.payment_status, PaymentStatus::awaiting);
                break;
            case SummaryStatus::draft:
                break;
        }
    });
}

Order registration(std::int64_t tickets, std::string method = "cheque") {
    return sample::placed(sample::plain(LineKind::ticket, tickets, std::move(method)),
                          sample::profile("event-registration"));
}

void take_away(Order& order, std::int32_t cancelled, std::int32_t refunded) {
    order.lines[0].cancelled = cancelled;
    order.lines[0].refunded = refunded;
    order.lines[0].left_minor = 1'000 * (cancelled + refunded);
}

SummaryStatus summary_of(const Order& order) {
    return standing_of(order, sample::profile("event-registration")).summary;
}

TEST(Summary, W13_to_W18_as_the_source_says) {
    Order order = registration(3);
    EXPECT_EQ(summary_of(order), SummaryStatus::unpaid) << "W-13";
    take_away(order, 1, 0);
    EXPECT_EQ(summary_of(order), SummaryStatus::unpaid) << "A-04: unpaid with some cancelled stays unpaid";
    sample::add_payment(order, AttemptStatus::captured, 3'000);
    EXPECT_EQ(summary_of(order), SummaryStatus::partial) << "W-15";
    take_away(order, 0, 0);
    EXPECT_EQ(summary_of(order), SummaryStatus::complete) << "W-14";
    take_away(order, 0, 3);
    EXPECT_EQ(summary_of(order), SummaryStatus::refunded) << "W-16";
    take_away(order, 3, 0);
    EXPECT_EQ(summary_of(order), SummaryStatus::cancelled) << "W-17";
    take_away(order, 2, 1);
    EXPECT_EQ(summary_of(order), SummaryStatus::refunded_cancelled) << "W-18";
}

TEST(Summary, fees_are_no_units) {
    PlaceOrder command = sample::plain(LineKind::ticket, 2, "cheque");
    command.lines.push_back(command.lines[0]);
    command.lines[1].kind = LineKind::fee;
    const Order order = sample::placed(command, sample::profile("event-registration"));
    const Standing standing = standing_of(order, sample::profile("event-registration"));
    EXPECT_EQ(standing.units.total, 2);
    EXPECT_EQ(standing.figures().total_minor, 4'000);
}

TEST(Summary, what_is_covered_is_open) {
    const Profile& profile = sample::profile("web-shop");
    Order card = sample::placed(sample::plain(LineKind::goods, 2, "card"), profile);
    sample::add_payment(card, AttemptStatus::authorized, 1'999, "stripe");
    EXPECT_EQ(standing_of(card, profile).summary, SummaryStatus::unpaid) << "one cent is not covered";
    card.ledger.payments.back().amount_minor = 2'000;
    EXPECT_EQ(standing_of(card, profile).summary, SummaryStatus::open);
    const Order delivery = sample::placed(sample::plain(LineKind::goods, 2, "cash-on-delivery"), profile);
    EXPECT_EQ(standing_of(delivery, profile).summary, SummaryStatus::open);
}

TEST(StepTable, covers_every_standing_and_has_no_dead_row) {
    std::set<std::size_t> reached;
    sample::for_each_standing([&](const Standing& each) { reached.insert(first_row(step_rows(), each)); });
    for (std::size_t i = 0; i <= step_rows().size(); ++i) {
        EXPECT_EQ(reached.contains(i), i < step_rows().size()) << "row " << i;
    }
}

// A step has one queue wherever it stands in the table, so an order waits in one place at most.
TEST(StepTable, each_step_has_one_queue_and_each_queue_a_step) {
    std::map<Step, Queue> queues;
    std::set<Queue> used;
    for (const StepRow& row : step_rows()) {
        const auto [at, is_new] = queues.emplace(row.step, row.queue);
        EXPECT_EQ(at->second, row.queue) << id_of(row.step);
        used.insert(row.queue);
    }
    EXPECT_EQ(used.size(), static_cast<std::size_t>(queue_count));
    EXPECT_EQ(queues.size(), static_cast<std::size_t>(step_count));
}

TEST(StepTable, money_steps_name_an_amount) {
    sample::for_each_standing([](const Standing& each) {
        const NextStep next = next_step(each);
        const bool is_money = next.step == Step::give_back || next.step == Step::collect_rest ||
                              next.step == Step::wait_for_payment || next.step == Step::send_payment_link ||
                              next.step == Step::capture || next.step == Step::settle_promised_refund ||
                              next.step == Step::answer_chargeback || next.step == Step::retry_refund;
        ASSERT_TRUE(!is_money || next.amount_minor > 0) << id_of(next.step);
        const bool has_end = next.step == Step::ship_before_expiry ||
                             (next.step == Step::answer_chargeback && each.chargeback_answer_by_ms);
        ASSERT_EQ(next.until_ms.has_value(), has_end);
    });
}

// No step names an action that could never carry it out; where facts or rights forbid it, the action says why.
TEST(StepTable, each_step_names_an_action_that_can_carry_it_out) {
    std::set<Step> named;
    std::set<Step> possible;
    sample::for_each_standing([&](const Standing& each) {
        const Step step = next_step(each).step;
        const auto action = action_of(step);
        if (!action) return;
        named.insert(step);
        const ActionAnswer answer = ask(*action, each);
        if (answer.allowed) possible.insert(step);
        ASSERT_TRUE(answer.allowed || answer.reason) << id_of(step);
    });
    EXPECT_EQ(possible, named);
    EXPECT_EQ(named.size(), static_cast<std::size_t>(step_count - 2)) << "all but `none` and `do_not_ship`";
}

NextStep step_of(const Order& order, const Profile& profile) { return next_step(standing_of(order, profile)); }

// domain.md, the last column of the payment table; O-27.
TEST(NextStep, O27_each_payment_status_calls_for_its_step) {
    const Profile& profile = sample::profile("neutral");
    Order order = sample::placed(sample::plain(LineKind::goods, 2, "card"), profile);
    EXPECT_EQ(step_of(order, profile).step, Step::none) << "O-28: nothing until the provider speaks";
    sample::add_payment(order, AttemptStatus::authorized, 2'000, "stripe");
    EXPECT_EQ(step_of(order, profile).step, Step::ship);
    order.ledger.payments.back().expires_at_ms = 42;
    EXPECT_EQ(step_of(order, profile).step, Step::ship_before_expiry);
    EXPECT_EQ(step_of(order, profile).until_ms, 42);
    order.lines[0].shipped = 2;
    EXPECT_EQ(step_of(order, profile).step, Step::capture);
    order.ledger.payments.back().status = AttemptStatus::expired;
    EXPECT_EQ(step_of(order, profile).step, Step::send_payment_link) << "D-02";
    order.ledger.payments.back().status = AttemptStatus::failed;
    EXPECT_EQ(step_of(order, profile).step, Step::send_payment_link) << "the goods are gone";
    order.lines[0].shipped = 0;
    EXPECT_EQ(step_of(order, profile).step, Step::do_not_ship) << "O-32";
    order.ledger.payments.back().status = AttemptStatus::unknown;
    EXPECT_EQ(step_of(order, profile).step, Step::check_provider) << "O-35";
}

TEST(NextStep, O34_cash_on_delivery_ships_first_and_collects_after) {
    const Profile& profile = sample::profile("web-shop");
    Order order = sample::placed(sample::plain(LineKind::goods, 1, "cash-on-delivery"), profile);
    EXPECT_EQ(step_of(order, profile).step, Step::ship);
    order.lines[0].shipped = 1;
    EXPECT_EQ(step_of(order, profile).step, Step::collect_rest);
    EXPECT_EQ(step_of(order, profile).queue, Queue::to_collect);
}

TEST(NextStep, A17_fulfilled_and_unpaid_stays_on_the_money_list) {
    const Profile& profile = sample::profile("client-gallery");
    Order order = sample::placed(sample::plain(LineKind::goods, 1, "cheque"), profile);
    order.state = "fulfilled";
    EXPECT_EQ(step_of(order, profile).queue, Queue::to_collect);
    sample::add_payment(order, AttemptStatus::captured, 1'000);
    EXPECT_EQ(step_of(order, profile).step, Step::none) << "P-24: leaves every list";
}

TEST(NextStep, P16_cancelled_after_payment_is_to_refund) {
    const Profile& profile = sample::profile("client-gallery");
    Order order = sample::placed(sample::plain(LineKind::goods, 1, "cheque"), profile);
    sample::add_payment(order, AttemptStatus::captured, 1'000);
    order.lines[0].cancelled = 1;
    order.lines[0].left_minor = 1'000;
    EXPECT_EQ(step_of(order, profile).step, Step::give_back);
    EXPECT_EQ(step_of(order, profile).amount_minor, 1'000);
    EXPECT_EQ(step_of(order, profile).queue, Queue::to_refund);
}

TEST(NextStep, sent_and_paid_is_to_finish_where_the_shop_has_such_a_state) {
    const Profile& profile = sample::profile("swiss-shop");
    Order order = sample::placed(sample::plain(LineKind::goods, 1, "prepayment"), profile);
    sample::add_payment(order, AttemptStatus::captured, 1'000);
    EXPECT_EQ(step_of(order, profile).step, Step::ship) << "C-19";
    order.state = "sent";
    order.lines[0].shipped = 1;
    EXPECT_EQ(step_of(order, profile).step, Step::finish) << "C-30";
    order.state = "completed";
    EXPECT_EQ(step_of(order, profile).step, Step::none);
}

}  // namespace
}  // namespace commis::domain
