// Killed between the question on disk, the call and the answer on disk: whatever the moment, money moves once, and
// every outcome is found by looking it up.
#include <random>

#include "payments/payment_world.hpp"

namespace commis::tests {
namespace {

using domain::Action;
using domain::PaymentStatus;

class KilledTest : public testing::Test, protected PaymentWorld {
protected:
    void SetUp() override { open(test::StorageKind::sqlite); }

    // Runs as often as it takes, with a new worker after each death.
    void run_through(const std::function<Cut()>& cut) {
        wire_->cut = cut;
        for (int life = 0; life < 60; ++life) {
            try {
                if (run().waiting == 0) break;
            } catch (const Killed&) {
                worker_ = std::make_unique<worker::PaymentWorker>(*services_);
            }
            wait(7'200'000);
        }
    }

    static std::int64_t moved(const std::vector<ports::SandboxMovement>& book, domain::CallKind kind) {
        std::int64_t sum_minor = 0;
        for (const auto& movement : book) sum_minor += movement.kind == kind ? movement.amount_minor : 0;
        return sum_minor;
    }
};

TEST_F(KilledTest, before_the_call_it_is_asked_again) {
    const auto order = place("sandbox_ok");
    ASSERT_TRUE(act(order, Action::capture, "{}"));
    int deaths = 1;
    run_through([&] { return deaths-- > 0 ? Cut::before : Cut::none; });
    EXPECT_EQ(status(order), PaymentStatus::paid);
    EXPECT_EQ(wire_->look_ups, 1) << "looked up before it is repeated";
    EXPECT_EQ(wire_->moves, 1);
}

TEST_F(KilledTest, after_the_call_its_outcome_is_found) {
    const auto order = place("sandbox_ok");
    ASSERT_TRUE(act(order, Action::capture, "{}"));
    int deaths = 1;
    run_through([&] { return deaths-- > 0 ? Cut::after : Cut::none; });
    EXPECT_EQ(status(order), PaymentStatus::paid);
    EXPECT_EQ(wire_->moves, 1);
    EXPECT_EQ(stored(order).ledger.entries.size(), 1U);
}

TEST_F(KilledTest, two_hundred_times_at_random_moments_money_moves_once) {
    std::mt19937 random(20261122);  // NOLINT: the same run each time.
    std::uniform_int_distribution<int> die(0, 2);
    for (int round = 0; round < 200; ++round) {
        const std::string reference = round % 3 == 0 ? "sandbox_timeout" : "sandbox_ok";
        const auto order = place(reference);
        ASSERT_TRUE(act(order, Action::capture, "{}"));
        int deaths = 3;
        const auto cut = [&] { return deaths-- > 0 ? static_cast<Cut>(die(random)) : Cut::none; };
        run_through(cut);
        ASSERT_EQ(status(order), PaymentStatus::paid) << "round " << round;
        ASSERT_TRUE(act(order, Action::refund, R"({"amount": 9880})"));
        deaths = 3;
        run_through(cut);
        ASSERT_EQ(status(order), PaymentStatus::refunded) << "round " << round;
        const auto movements = book(order);
        ASSERT_EQ(moved(movements, domain::CallKind::capture), 9880) << "round " << round;
        ASSERT_EQ(moved(movements, domain::CallKind::refund), 9880) << "round " << round;
    }
}

TEST_F(KilledTest, what_one_worker_has_in_hand_no_other_takes_before_its_lease_ends) {
    const auto order = place("sandbox_ok");
    ASSERT_TRUE(act(order, Action::capture, "{}"));
    write([&](ports::UnitOfWork& work) {
        EXPECT_EQ(work.gateway_calls().claim(shop_.id, clock_.at_ms, 40'000, 10).size(), 1U);
    });
    EXPECT_EQ(run().answered, 0);
    wait(40'000);
    EXPECT_EQ(run().answered, 1);
    EXPECT_EQ(wire_->look_ups, 1) << "the first may have asked before it died";
    EXPECT_EQ(status(order), PaymentStatus::paid);
}

}  // namespace
}  // namespace commis::tests
