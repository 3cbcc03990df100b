// Connected services are asked once a day what they paid out; what they tell is matched to the orders in it.
#include "worker/payouts.hpp"
#include "payments/service_world.hpp"

namespace commis::tests {
namespace {

constexpr std::int64_t hour_ms = 60LL * 60 * 1000;
constexpr std::int64_t day_ms = 24 * hour_ms;

class Payouts : public ServiceWorld, public testing::TestWithParam<test::StorageKind> {
protected:
    void SetUp() override {
        if (!test::TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES names no server";
        open_connected(GetParam());
        worker_of_payouts_ = std::make_unique<worker::PayoutWorker>(*services_);
    }
    std::int64_t ask() { return worker_of_payouts_->run_due({}); }

    domain::PayoutReport report(const std::string& payment_reference) const {
        domain::PayoutReport made;
        made.provider = "stripe";
        made.account = "acct_1";
        made.reference = "po_1";
        made.status = domain::PayoutStatus::on_its_way;
        made.amount_minor = 9'712;
        made.currency = *domain::Currency::find("EUR");
        made.arrives_at_ms = clock_.at_ms;
        domain::PayoutItem item;
        item.payment_reference = payment_reference;
        item.gross_minor = 9'880;
        item.fee_minor = 168;
        item.net_minor = 9'712;
        made.items.push_back(item);
        return made;
    }
    std::vector<ports::PayoutRecord> told() {
        std::vector<ports::PayoutRecord> records;
        ports::PayoutFilter filter;
        filter.shop_id = shop_.id;
        (*storage_)->read([&](ports::Snapshot& snapshot) { records = snapshot.payouts().list(filter); });
        return records;
    }
    std::int64_t missing() {
        std::int64_t count = 0;
        (*storage_)->read([&](ports::Snapshot& snapshot) {
            count = snapshot.payouts().count_open_captures(shop_.id, clock_.at_ms + day_ms, 10);
        });
        return count;
    }

    std::unique_ptr<worker::PayoutWorker> worker_of_payouts_;
};

TEST_P(Payouts, C31_a_connected_service_is_asked_once_a_day_and_its_payouts_find_their_orders) {
    const domain::Order order = place_at("pi_1", domain::AttemptStatus::captured);
    EXPECT_EQ(missing(), 1);
    book_.payouts = {report("pi_1")};
    EXPECT_EQ(ask(), 1);
    ASSERT_EQ(told().size(), 1U);
    EXPECT_EQ(told().front().unmatched, 0);
    EXPECT_EQ(told().front().fee_minor, 168);
    EXPECT_EQ(missing(), 0);
    EXPECT_EQ(ask(), 0) << "not due";
    EXPECT_EQ(book_.asked_since_ms.size(), 1U);
    clock_.at_ms += day_ms;
    book_.payouts.front().status = domain::PayoutStatus::paid;
    EXPECT_EQ(ask(), 0) << "known";
    EXPECT_EQ(told().front().report.status, domain::PayoutStatus::paid);
    ASSERT_EQ(book_.asked_since_ms.size(), 2U);
    EXPECT_EQ(book_.asked_since_ms.back(), clock_.at_ms - 14 * day_ms) << "what changes for days is asked for again";
}

TEST_P(Payouts, C32_a_payout_that_fails_makes_its_payments_missing_again) {
    place_at("pi_1", domain::AttemptStatus::captured);
    book_.payouts = {report("pi_1")};
    ask();
    clock_.at_ms += day_ms;
    book_.payouts.front().status = domain::PayoutStatus::failed;
    book_.payouts.front().fault = "account_closed";
    ask();
    EXPECT_EQ(missing(), 1);
    EXPECT_EQ(told().front().report.fault, "account_closed");
}

TEST_P(Payouts, an_order_that_comes_after_the_report_is_found_the_next_day) {
    book_.payouts = {report("pi_1")};
    ask();
    EXPECT_EQ(told().front().unmatched, 1);
    place_at("pi_1", domain::AttemptStatus::captured);
    clock_.at_ms += day_ms;
    ask();
    EXPECT_EQ(told().front().unmatched, 0);
    EXPECT_EQ(missing(), 0);
}

TEST_P(Payouts, a_service_that_is_silent_is_asked_again_within_the_hour) {
    book_.is_silent = true;
    EXPECT_EQ(ask(), 0);
    clock_.at_ms += hour_ms / 2;
    EXPECT_EQ(ask(), 0);
    EXPECT_EQ(book_.asked_since_ms.size(), 1U);
    clock_.at_ms += hour_ms / 2;
    book_.is_silent = false;
    book_.payouts = {report("pi_1")};
    EXPECT_EQ(ask(), 1);
}

INSTANTIATE_TEST_SUITE_P(Storages, Payouts,
                         testing::Values(test::StorageKind::fake, test::StorageKind::sqlite,
                                         test::StorageKind::postgres),
                         [](const auto& tested) { return test::storage_names[static_cast<int>(tested.param)]; });

}  // namespace
}  // namespace commis::tests
