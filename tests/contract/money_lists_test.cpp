// Chargebacks by their deadline and refunds that are still to be made, on every storage.
#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

using domain::EntryKind;
using domain::LedgerEntry;
using domain::Order;
using domain::Refund;
using domain::RefundExecution;
using domain::RefundStatus;
using ports::ChargebackState;

class MoneyListsTest : public StorageTest {
protected:
    Order add_paid() const {
        return apply(sample.add(storage(), sample.command()), [](Order& order) {
            domain::Payment payment;
            payment.id = "p-" + order.id;
            payment.method = "card";
            payment.amount_minor = 5'000;
            payment.status = domain::AttemptStatus::captured;
            payment.created_at_ms = SampleShop::start_ms;
            order.ledger.payments.push_back(payment);
            LedgerEntry capture;
            capture.id = "c-" + order.id;
            capture.payment_id = payment.id;
            capture.amount_minor = 5'000;
            order.ledger.entries.push_back(capture);
        });
    }
    Order charge_back(const std::string& id, std::optional<std::int64_t> answer_by_ms, std::int64_t recorded_at_ms,
                      std::optional<bool> won = {}) const {
        return apply(add_paid(), [&](Order& order) {
            LedgerEntry entry;
            entry.id = id;
            entry.payment_id = "p-" + order.id;
            entry.kind = EntryKind::chargeback;
            entry.amount_minor = 700;
            entry.recorded_at_ms = recorded_at_ms;
            entry.answer_by_ms = answer_by_ms;
            entry.reason = "fraudulent";
            entry.undecided = !won;
            entry.won = won.value_or(false);
            order.ledger.entries.push_back(entry);
        });
    }
    Order refund(const Order& paid, const std::string& id, RefundExecution execution, RefundStatus status,
                 std::int64_t at_ms) const {
        return apply(paid, [&](Order& order) {
            Refund made{.id = id, .payment_id = "p-" + order.id, .amount_minor = 300};
            made.execution = execution;
            made.status = status;
            made.created_at_ms = at_ms;
            order.ledger.refunds.push_back(made);
        });
    }
    // Page by page, one at a time.
    [[nodiscard]] std::string cases(ChargebackState state) const {
        return ids([&](ports::Snapshot& snapshot, const std::optional<ports::ListedEntry>& after) {
            return snapshot.money_lists().chargebacks(sample.shop.id, state, after, 1);
        });
    }
    [[nodiscard]] std::string refunds() const {
        return ids([&](ports::Snapshot& snapshot, const std::optional<ports::ListedEntry>& after) {
            return snapshot.money_lists().refunds_to_make(sample.shop.id, after, 1);
        });
    }

private:
    [[nodiscard]] std::string ids(const auto& next_page) const {
        std::string text;
        std::optional<ports::ListedEntry> after;
        for (;;) {
            const auto page = read([&](ports::Snapshot& snapshot) { return next_page(snapshot, after); });
            if (page.empty()) return text;
            text += (text.empty() ? "" : " ") + page.front().entry_id;
            after = page.front();
        }
    }
};

TEST_P(MoneyListsTest, OpenChargebacksStandByTheirDeadlineAndDecidedOnesFromTheNewestOn) {
    EXPECT_EQ(cases(ChargebackState::open), "");
    charge_back("late", 9'000, 1);
    charge_back("endless", std::nullopt, 2);
    const Order first = charge_back("first", 1'000, 3);
    charge_back("won-1", 1'000, 4, true);
    charge_back("lost", 1'000, 5, false);
    charge_back("won-2", 500, 6, true);
    EXPECT_EQ(cases(ChargebackState::open), "first late endless");
    EXPECT_EQ(cases(ChargebackState::won), "won-2 won-1");
    EXPECT_EQ(cases(ChargebackState::lost), "lost");
    const auto risk = [&] {
        return read(
            [&](ports::Snapshot& snapshot) { return snapshot.money_lists().chargebacks_at_risk(sample.shop.id); });
    };
    EXPECT_EQ(risk(), (std::vector<ports::EntrySum>{{"EUR", 3, 2'100}}));
    const Order decided = apply(first, [](Order& order) {
        order.ledger.entries.back().undecided = false;
        order.ledger.entries.back().won = true;
        order.ledger.entries.back().answer_by_ms = 4'000;
    });
    EXPECT_EQ(cases(ChargebackState::open), "late endless");
    EXPECT_EQ(risk(), (std::vector<ports::EntrySum>{{"EUR", 2, 1'400}}));
    const auto stored =
        read([&](ports::Snapshot& snapshot) { return snapshot.orders().find(sample.shop.id, first.id); });
    EXPECT_EQ(stored->ledger, decided.ledger);
    const auto elsewhere = read([](ports::Snapshot& snapshot) {
        return snapshot.money_lists().chargebacks(999, ChargebackState::open, std::nullopt, 10);
    });
    EXPECT_TRUE(elsewhere.empty());
}

TEST_P(MoneyListsTest, RefundsToMakeArePromisesAndFailuresThatNothingFollowed) {
    using enum RefundExecution;
    refund(add_paid(), "promised", initiated, RefundStatus::pending, 2'000);
    refund(add_paid(), "kept", initiated, RefundStatus::succeeded, 1'000);
    refund(add_paid(), "under-way", gateway, RefundStatus::pending, 1'000);
    const Order failed = refund(add_paid(), "failed", gateway, RefundStatus::failed, 1'500);
    const Order made_good = refund(add_paid(), "made-good", gateway, RefundStatus::failed, 1'000);
    refund(made_good, "by-hand", recorded, RefundStatus::succeeded, 1'100);
    EXPECT_EQ(refunds(), "failed promised");
    refund(failed, "failed-again", gateway, RefundStatus::failed, 3'000);
    EXPECT_EQ(refunds(), "failed promised failed-again");
}

TEST_P(MoneyListsTest, AQuestionThatWaitsIsNobodysTurnBeforeItsTime) {
    const Order asked = apply(add_paid(), [](Order& order) {
        domain::GatewayCall call{.id = "call-1", .payment_id = "p-" + order.id};
        call.created_at_ms = 1'000;
        call.not_before_ms = 5'000;
        order.ledger.calls.push_back(call);
    });
    const auto claimed_at = [&](std::int64_t now_ms) {
        std::size_t count = 0;
        storage().write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            count = work.gateway_calls().claim(sample.shop.id, now_ms, 1'000, 10).size();
        });
        return count;
    };
    EXPECT_EQ(claimed_at(4'999), 0U);
    const auto stored =
        read([&](ports::Snapshot& snapshot) { return snapshot.orders().find(sample.shop.id, asked.id); });
    EXPECT_EQ(stored->ledger, asked.ledger);
    EXPECT_EQ(claimed_at(5'000), 1U);
    apply(*stored, [](Order& order) { order.ledger.calls.back().status = domain::CallStatus::withdrawn; });
    EXPECT_EQ(claimed_at(9'000), 0U) << "taken back";
}

COMMIS_ON_EVERY_STORAGE(MoneyListsTest);

}  // namespace
}  // namespace commis::test
