// Sums of what is still to come: unpaid orders by method and age, and what cards hold by the time it runs out.
#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

using domain::Order;
using ports::HeldSum;
using ports::OpenBalance;

class OpenMoneyTest : public StorageTest {
protected:
    Order add_placed(std::int64_t at_ms, const std::string& method) const {
        SampleShop earlier = sample;
        earlier.now_ms = at_ms;
        domain::PlaceOrder command = earlier.command();
        command.payment_method = method;
        return earlier.add(storage(), command);
    }
    [[nodiscard]] std::vector<OpenBalance> balances(const std::vector<std::int64_t>& older_than_ms) const {
        return read([&](ports::Snapshot& snapshot) {
            return snapshot.statistics().open_balances(sample.shop.id, older_than_ms);
        });
    }
};

TEST_P(OpenMoneyTest, UnpaidOrdersAreSummedByMethodAndAge) {
    EXPECT_TRUE(balances({5'000, 3'000}).empty());
    const std::int64_t due_minor = sample.projection(add_placed(9'000, "bank-transfer")).due_minor;
    add_placed(5'000, "bank-transfer");
    const Order old = add_placed(1'000, "bank-transfer");
    add_placed(4'999, "cheque");
    add_placed(2'999, "cheque");
    // What stands in the register is nobody's debt.
    apply(old, [](Order& changed) { changed.removed = domain::Removal{1, "Ada", "unpaid"}; });
    EXPECT_EQ(balances({5'000, 3'000}), (std::vector<OpenBalance>{
                                            {"EUR", "bank-transfer", 0, 2, 2 * due_minor},
                                            {"EUR", "cheque", 1, 1, due_minor},
                                            {"EUR", "cheque", 2, 1, due_minor},
                                        }));
    EXPECT_EQ(balances({}).size(), 2U) << "one age for all";
    const auto elsewhere =
        read([](ports::Snapshot& snapshot) { return snapshot.statistics().open_balances(999, {5'000}); });
    EXPECT_TRUE(elsewhere.empty());
}

TEST_P(OpenMoneyTest, CardHoldsAreSummedByTheTimeTheyRunOut) {
    for (const std::int64_t until_ms : {999, 1'000, 1'999, 2'000}) {
        apply(sample.add(storage(), sample.command()), [&](Order& changed) {
            domain::Payment payment;
            payment.id = "hold-" + changed.id;
            payment.method = "card";
            payment.amount_minor = 100;
            payment.status = domain::AttemptStatus::authorized;
            payment.expires_at_ms = until_ms;
            payment.created_at_ms = SampleShop::start_ms;
            changed.ledger.payments.push_back(payment);
        });
    }
    const auto sums = read(
        [&](ports::Snapshot& snapshot) { return snapshot.statistics().held_sums(sample.shop.id, {1'000, 2'000}); });
    EXPECT_EQ(sums, (std::vector<HeldSum>{{"EUR", 0, 1, 100}, {"EUR", 1, 2, 200}, {"EUR", 2, 1, 100}}));
}

COMMIS_ON_EVERY_STORAGE(OpenMoneyTest);

}  // namespace
}  // namespace commis::test
