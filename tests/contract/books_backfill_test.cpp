// What moved before there was a register of it enters it with the schema: the same rows that a shop at work writes.
#include <algorithm>

#include "adapters/sql/engine/engine.hpp"
#include "contract/storage_fixture.hpp"
#include "domain/money_move.hpp"

namespace commis::test {
namespace {

class BooksBackfillTest : public StorageTest {
protected:
    // A card payment with a fee, half of it refunded, a case that was won, and a part that a person took back.
    static void earn(domain::Order& order) {
        domain::Payment payment;
        payment.id = "p1";
        payment.method = "card";
        payment.provider = "stripe";
        payment.account = "acct";
        payment.amount_minor = 500;
        order.ledger.payments.push_back(payment);
        domain::LedgerEntry capture;
        capture.id = "e1";
        capture.payment_id = "p1";
        capture.amount_minor = 500;
        capture.source = domain::Source::gateway;
        capture.reference = "ch_1";
        capture.received_at_ms = 90;
        capture.recorded_at_ms = 100;
        capture.fee_minor = 12;
        domain::LedgerEntry lost = capture;
        lost.id = "e2";
        lost.kind = domain::EntryKind::chargeback;
        lost.fee_minor = 0;
        lost.recorded_at_ms = lost.received_at_ms = 200;
        lost.won = true;
        domain::LedgerEntry wrong = lost;
        wrong.id = "e3";
        wrong.kind = domain::EntryKind::reversal;
        wrong.amount_minor = 50;
        wrong.source = domain::Source::operator_entry;
        wrong.won = false;
        order.ledger.entries = {capture, lost, wrong};
        domain::Refund refund;
        refund.id = "r1";
        refund.payment_id = "p1";
        refund.amount_minor = 250;
        refund.created_at_ms = 300;
        domain::Refund promised = refund;
        promised.id = "r2";
        promised.execution = domain::RefundExecution::initiated;
        promised.status = domain::RefundStatus::pending;
        order.ledger.refunds = {refund, promised};
    }
    std::vector<domain::MoneyMove> moves() const {
        return read([&](ports::Snapshot& snapshot) {
            return snapshot.books().moves_between(sample.shop.id, 0, 1'000'000'000'000'000, std::nullopt, 100);
        });
    }
    // The statements of the step that fill the register.
    void fill() const {
        const sql::EngineKind kind = under_test->engine()->kind();
        for (const sql::Migration& step : source_migrations(kind)) {
            if (step.version != 21) continue;
            under_test->engine()->write(sql::Priority::interactive, [&](sql::Session& session) {
                std::string_view text = step.text;
                for (std::size_t at = text.find("INSERT INTO"); at != std::string_view::npos;
                     at = text.find("INSERT INTO", at + 1)) {
                    session.define(text.substr(at, text.find(";\n", at) - at));
                }
            });
        }
    }
};

TEST_P(BooksBackfillTest, WhatMovedBeforeIsBookedAtItsMoment) {
    if (under_test->engine() == nullptr) GTEST_SKIP() << "the storage in memory has no steps";
    const domain::Order placed = sample.add(storage(), sample.command());
    const domain::Order after = apply(placed, earn);
    EXPECT_TRUE(moves().empty());
    fill();
    auto found = moves();
    // As a shop at work would have booked the payment, the case and the refund.
    domain::Order was = after;
    was.ledger.entries[1].won = false;
    auto expected = domain::moves_between(nullptr, was, 0);
    domain::MoneyMove won = expected[1];
    won.id = "e2.won";
    won.kind = domain::MoveKind::chargeback_won;
    expected.push_back(won);
    const auto by_id = [](const domain::MoneyMove& move) { return move.id; };
    std::ranges::sort(found, {}, by_id);
    std::ranges::sort(expected, {}, by_id);
    ASSERT_EQ(found.size(), 5U);
    EXPECT_EQ(found, expected);
}

TEST_P(BooksBackfillTest, APayoutThatArrivedIsBookedWithTheFeesThatNothingElseHas) {
    if (under_test->engine() == nullptr) GTEST_SKIP() << "the storage in memory has no steps";
    const domain::Order placed = sample.add(storage(), sample.command());
    const domain::Order after = apply(placed, earn);
    ports::PayoutRecord payout;
    payout.shop_id = sample.shop.id;
    payout.id = "po";
    payout.report.provider = "stripe";
    payout.report.account = "acct";
    payout.report.reference = "po_1";
    payout.report.amount_minor = 480;
    payout.report.currency = *domain::Currency::find("EUR");
    payout.report.arrives_at_ms = 400;
    payout.fee_minor = 20;
    payout.settled_at_ms = 500;
    ports::PayoutLine line;
    line.item.fee_minor = 12;
    line.order_id = after.id;
    line.entry_id = "e1";
    ports::PayoutLine charged;
    charged.item.kind = domain::PayoutItemKind::fee;
    charged.item.gross_minor = charged.item.net_minor = -30;
    write([&](ports::UnitOfWork& work) {
        work.payouts().insert(payout);
        work.payouts().replace_lines(sample.shop.id, "po", {line, charged});
    });
    fill();
    const auto move = read([&](ports::Snapshot& snapshot) {
        return snapshot.books().find_move(sample.shop.id, domain::payout_move_id("po", 500));
    });
    ASSERT_TRUE(move.has_value());
    domain::PayoutMove expected;
    expected.shop_id = sample.shop.id;
    expected.payout_id = "po";
    expected.fee_minor = 20 - 12 + 30;
    expected.now_ms = 500;
    EXPECT_EQ(*move, domain::move_of(payout.report, expected));
}

COMMIS_ON_EVERY_STORAGE(BooksBackfillTest);

}  // namespace
}  // namespace commis::test
