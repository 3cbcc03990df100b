// Against npm stripe-stateful-mock, which remembers: money moves once whatever happens to the connection, and what
// became of a call is found by looking it up.
#include <gtest/gtest.h>

#include "adapters/gateways/stripe_gateway.hpp"
#include "gateways/contract_server.hpp"
#include "gateways/gateway_world.hpp"

namespace commis::tests {
namespace {

using domain::AttemptStatus;
using domain::CallAnswer;
using domain::CallStatus;

struct Book {
    std::int64_t captured = 0;
    std::int64_t refunded = 0;
    std::int64_t refunds = 0;
    friend bool operator==(const Book&, const Book&) = default;
};

class StripeMock : public testing::Test {
protected:
    static void SetUpTestSuite() {
        if (NodeServer::has_modules())
            server_ = std::make_unique<NodeServer>("stateful.mjs", std::vector<std::string>{});
    }
    static void TearDownTestSuite() { server_.reset(); }
    void SetUp() override {
        if (!server_) GTEST_SKIP() << "no modules in tests/gateways";
    }

    // 98.80 reserved.
    static std::string reserve() {
        gateways::Form form;
        form.add("amount", 9'880).add("currency", "eur").add("source", "tok_visa").add("capture", "false");
        const auto answer = gateways::RestClient(rest_at(server_->url()))
                                .send({"POST",
                                       "/v1/charges",
                                       {"Authorization: Bearer sk_test_1"},
                                       "application/x-www-form-urlencoded",
                                       form.text()});
        return gateways::text_of(answer.body, {"id"});
    }

    static Book book(const std::string& reference) {
        const auto all = gateways::RestClient(rest_at(server_->url())).send({"GET", "/-/charges", {}, {}, {}});
        for (const auto& charge : gateways::list_of(all.body)) {
            if (gateways::text_of(charge, {"id"}) != reference) continue;
            const auto number = [&](const char* name) { return gateways::number_of(charge, {name}).value(); };
            return {number("captured"), number("refunded"), number("refunds")};
        }
        return {};
    }

    // A gateway whose POSTs fare as `fate` says.
    gateways::StripeGateway stripe(const std::string& fate = "plain") {
        client_ = std::make_unique<gateways::RestClient>(rest_at(server_->url() + '/' + fate, 500));
        return {*client_, "sk_test_1", "acct_1"};
    }

    static inline std::unique_ptr<NodeServer> server_;
    std::unique_ptr<gateways::RestClient> client_;
};

TEST_F(StripeMock, captures_and_gives_back_in_parts) {
    const GatewayPayment payment(reserve());
    EXPECT_EQ(stripe().look_up(payment.at())->status, AttemptStatus::authorized);
    const auto captured = stripe().capture(payment.at(), "a-1", 6'000);
    EXPECT_EQ(captured.status, CallStatus::done);
    EXPECT_EQ(captured.amount_minor, 6'000);
    EXPECT_EQ(stripe().refund(payment.at(), "a-2", 1'000).status, CallStatus::done);
    EXPECT_EQ(stripe().refund(payment.at(), "a-3", 2'000).status, CallStatus::done);
    EXPECT_EQ(book(payment.payment.reference), (Book{6'000, 3'000, 2}));
    const auto truth = stripe().look_up(payment.at()).value();
    EXPECT_EQ(truth.status, AttemptStatus::captured);
    ASSERT_EQ(truth.captures.size(), 1U);
    EXPECT_EQ(truth.captures[0].key, "a-1");
    EXPECT_EQ(truth.captures[0].amount_minor, 6'000);
    EXPECT_EQ(truth.refunds.size(), 2U) << "what was never captured was not given back";
}

TEST_F(StripeMock, does_a_thing_once_a_key) {
    const GatewayPayment payment(reserve());
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(stripe().capture(payment.at(), "b-1", 9'880).status, CallStatus::done);
        EXPECT_EQ(stripe().refund(payment.at(), "b-2", 1'000).status, CallStatus::done);
    }
    EXPECT_EQ(book(payment.payment.reference), (Book{9'880, 1'000, 1}));
}

TEST_F(StripeMock, says_why_not) {
    const GatewayPayment payment(reserve());
    EXPECT_EQ(stripe().capture(payment.at(), "c-1", 10).reason, "amount_too_small");
    EXPECT_EQ(stripe().capture(payment.at(), "c-2", 9'880).status, CallStatus::done);
    EXPECT_EQ(stripe().capture(payment.at(), "c-3", 9'880).reason, "already_captured");
    EXPECT_EQ(stripe().refund(payment.at(), "c-4", 9'881).reason, "amount_too_large");
    EXPECT_EQ(stripe().refund(payment.at(), "c-5", 9'880).status, CallStatus::done);
    EXPECT_EQ(stripe().refund(payment.at(), "c-6", 1).reason, "amount_too_large");
    EXPECT_EQ(fault_of(stripe().look_up(GatewayPayment("ch_unknown").at())), "not_found");
}

TEST_F(StripeMock, releases_what_is_held) {
    const GatewayPayment payment(reserve());
    EXPECT_EQ(stripe().release(payment.at(), "d-1").status, CallStatus::done);
    const auto truth = stripe().look_up(payment.at()).value();
    EXPECT_EQ(truth.status, AttemptStatus::voided);
    EXPECT_TRUE(truth.captures.empty());
    EXPECT_TRUE(truth.refunds.empty());
}

// What the worker does with a call without an answer: look up, and ask again with the same key when nothing is known.
CallAnswer settled(gateways::StripeGateway gateway, const GatewayPayment& payment, const std::string& key,
                   bool is_capture, std::int64_t amount_minor) {
    const auto truth = gateway.look_up(payment.at()).value();
    for (const auto& moved : is_capture ? truth.captures : truth.refunds) {
        if (moved.key == key) return {CallStatus::done, moved.reference, "acct_1", "", moved.amount_minor};
    }
    return is_capture ? gateway.capture(payment.at(), key, amount_minor)
                      : gateway.refund(payment.at(), key, amount_minor);
}

TEST_F(StripeMock, moves_money_once_whatever_happens_to_the_connection) {
    for (const char* fate :
         {"late", "cut-before", "cut-after", "cut-within", "error-before", "error-after", "busy", "doubled"}) {
        const GatewayPayment payment(reserve());
        const CallStatus wanted = std::string(fate) == "doubled" ? CallStatus::done : CallStatus::unknown;
        EXPECT_EQ(stripe(fate).capture(payment.at(), std::string(fate) + "-1", 6'000).status, wanted) << fate;
        const auto captured = settled(stripe(), payment, std::string(fate) + "-1", true, 6'000);
        EXPECT_EQ(captured.status, CallStatus::done) << fate;
        EXPECT_EQ(captured.amount_minor, 6'000) << fate;
        EXPECT_EQ(stripe(fate).refund(payment.at(), std::string(fate) + "-2", 1'000).status, wanted) << fate;
        EXPECT_EQ(settled(stripe(), payment, std::string(fate) + "-2", false, 1'000).status, CallStatus::done) << fate;
        EXPECT_EQ(book(payment.payment.reference), (Book{6'000, 1'000, 1})) << fate;
    }
}

TEST_F(StripeMock, releases_once_whatever_happens_to_the_connection) {
    for (const char* fate : {"late", "cut-before", "cut-after", "cut-within", "error-after", "busy", "doubled"}) {
        const GatewayPayment payment(reserve());
        const CallStatus wanted = std::string(fate) == "doubled" ? CallStatus::done : CallStatus::unknown;
        EXPECT_EQ(stripe(fate).release(payment.at(), std::string(fate) + "-3").status, wanted) << fate;
        EXPECT_EQ(stripe().release(payment.at(), std::string(fate) + "-3").status, CallStatus::done) << fate;
        EXPECT_EQ(stripe().look_up(payment.at())->status, AttemptStatus::voided) << fate;
    }
}

}  // namespace
}  // namespace commis::tests
