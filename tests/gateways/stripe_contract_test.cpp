// Everything that is asked of Stripe, against a mock made from its published contract: right and wrong, and judged with
// unknown members as faults.
#include <gtest/gtest.h>

#include "adapters/gateways/stripe_gateway.hpp"
#include "gateways/contract_server.hpp"
#include "gateways/gateway_world.hpp"

namespace commis::tests {
namespace {

using domain::AttemptStatus;
using domain::CallStatus;

constexpr const char* contract = "stripe_subset_2020-08-27.openapi.json";

class StripeContract : public testing::Test {
protected:
    static void SetUpTestSuite() {
        if (!ContractServer::path_of(contract).empty() && NodeServer::has_modules()) {
            server_ = std::make_unique<ContractServer>(contract);
        }
    }
    static void TearDownTestSuite() { server_.reset(); }
    void SetUp() override {
        if (!server_) GTEST_SKIP() << "no contract in COMMIS_SHARED_DATA, or no modules in tests/gateways";
    }
    void TearDown() override { EXPECT_EQ(server_ ? server_->faults() : "", ""); }

    gateways::StripeGateway stripe(const std::string& prefix = "", const std::string& key = "sk_test_1") {
        client_ = std::make_unique<gateways::RestClient>(rest_at(server_->url() + prefix));
        return {*client_, key, "acct_1"};
    }

    static inline std::unique_ptr<ContractServer> server_;
    std::unique_ptr<gateways::RestClient> client_;
};

TEST_F(StripeContract, intents_are_captured_released_and_given_back) {
    const GatewayPayment payment("pi_held_1");
    const auto captured = stripe().capture(payment.at(), "call-1", 6'000);
    EXPECT_EQ(captured.status, CallStatus::done);
    EXPECT_EQ(captured.amount_minor, 6'000);
    EXPECT_EQ(captured.fee_minor, 59);
    EXPECT_EQ(stripe().release(payment.at(), "call-2").status, CallStatus::done);
    const auto refunded = stripe().refund(payment.at(), "call-3", 1'000);
    EXPECT_EQ(refunded.status, CallStatus::done);
    EXPECT_EQ(refunded.reference, "re_1Pgc72B7WZ01zgkWqPvrRrPE");
    for (const char* operation : {"post /v1/payment_intents/{intent}", "post /v1/payment_intents/{intent}/capture",
                                  "post /v1/payment_intents/{intent}/cancel", "post /v1/refunds"}) {
        EXPECT_GE(server_->count(operation), 1) << operation;
    }
}

TEST_F(StripeContract, charges_are_captured_released_and_given_back) {
    const GatewayPayment payment("ch_held_1");
    EXPECT_EQ(stripe().capture(payment.at(), "call-1", 9'880).status, CallStatus::done);
    EXPECT_EQ(stripe().refund(payment.at(), "call-2", 1'000).status, CallStatus::done);
    EXPECT_EQ(stripe().release(payment.at(), "call-3").status, CallStatus::done);
    EXPECT_EQ(stripe().release(GatewayPayment("ch_1").at(), "call-3").reason, "already_captured");
    EXPECT_GE(server_->count("post /v1/charges/{charge}/capture"), 1);
}

TEST_F(StripeContract, payments_are_looked_up) {
    for (const char* reference : {"pi_1", "ch_1"}) {
        const auto truth = stripe().look_up(GatewayPayment(reference).at());
        ASSERT_TRUE(truth) << truth.error();
        EXPECT_EQ(truth->status, AttemptStatus::captured);
        EXPECT_EQ(truth->guarantee, "three_d_secure_authenticated");
        EXPECT_EQ(truth->captures.size(), 1U);
    }
    const auto disputes = stripe().look_up(GatewayPayment("pi_1").at())->disputes;
    ASSERT_EQ(disputes.size(), 1U);
    EXPECT_EQ(disputes[0].reference, "dp_1");
    EXPECT_EQ(disputes[0].reason, "fraudulent");
    EXPECT_TRUE(disputes[0].undecided);
    EXPECT_EQ(disputes[0].answer_by_ms, 1'900'000'000'000);
    for (const char* operation : {"get /v1/payment_intents/{intent}", "get /v1/charges", "get /v1/charges/{charge}",
                                  "get /v1/refunds", "get /v1/disputes"}) {
        EXPECT_GE(server_->count(operation), 1) << operation;
    }
}

TEST_F(StripeContract, C31_payouts_come_with_what_they_are_made_of) {
    const auto payouts = stripe().payouts(1'700'000'000'000);
    ASSERT_TRUE(payouts) << payouts.error();
    ASSERT_EQ(payouts->size(), 1U);
    const domain::PayoutReport& payout = payouts->front();
    EXPECT_EQ(payout.reference, "po_1");
    EXPECT_EQ(payout.amount_minor, 8'821);
    EXPECT_EQ(payout.currency.code(), "EUR");
    EXPECT_EQ(payout.arrives_at_ms, 1'800'000'000'000);
    ASSERT_EQ(payout.items.size(), 2U) << "the payout itself is none";
    EXPECT_EQ(payout.items[0].kind, domain::PayoutItemKind::refund);
    EXPECT_EQ(payout.items[0].reference, "re_1");
    EXPECT_EQ(payout.items[1].kind, domain::PayoutItemKind::payment);
    EXPECT_EQ(payout.items[1].reference, "ch_1");
    EXPECT_EQ(payout.items[1].payment_reference, "pi_1");
    EXPECT_EQ(payout.items[1].fee_minor, 59);
    EXPECT_EQ(payout.items[0].net_minor + payout.items[1].net_minor, payout.amount_minor);
}

TEST_F(StripeContract, no_is_taken_for_an_answer) {
    const GatewayPayment payment("pi_held_1");
    EXPECT_EQ(stripe("/code-400").capture(payment.at(), "call-1", 6'000).reason, "refused");
    EXPECT_EQ(stripe("/code-400").refund(payment.at(), "call-1", 6'000).reason, "refused");
    EXPECT_EQ(stripe("/code-401").capture(payment.at(), "call-1", 6'000).status, CallStatus::unknown)
        << "which is no fault of the card";
    EXPECT_EQ(stripe("/code-401").refund(payment.at(), "call-1", 6'000).reason, "credentials_refused");
    EXPECT_EQ(fault_of(stripe("/code-401").look_up(payment.at())), "credentials_refused");
    EXPECT_EQ(fault_of(stripe("", "").look_up(payment.at())), "credentials_refused") << "without a key";
}

}  // namespace
}  // namespace commis::tests
