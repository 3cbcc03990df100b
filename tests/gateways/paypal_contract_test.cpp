// Everything that is asked of PayPal's payments, against a mock made from its published contract: right and wrong, and
// judged with unknown members as faults.
#include <gtest/gtest.h>

#include "adapters/gateways/paypal_gateway.hpp"
#include "adapters/gateways/services.hpp"
#include "gateways/contract_server.hpp"
#include "gateways/gateway_world.hpp"

namespace commis::tests {
namespace {

using domain::AttemptStatus;
using domain::CallStatus;

constexpr const char* payments_contract = "paypal_payments_v2.prism-ready.openapi.json";
constexpr const char* webhooks_contract = "paypal_webhooks_v1.openapi.json";

class PayPalContract : public testing::Test {
protected:
    static void SetUpTestSuite() {
        if (!ContractServer::path_of(payments_contract).empty() && NodeServer::has_modules()) {
            server_ = std::make_unique<ContractServer>(payments_contract);
        }
    }
    static void TearDownTestSuite() { server_.reset(); }
    void SetUp() override {
        if (!server_) GTEST_SKIP() << "no contract in COMMIS_SHARED_DATA, or no modules in tests/gateways";
    }
    void TearDown() override { EXPECT_EQ(server_ ? server_->faults() : "", ""); }

    gateways::PayPalGateway paypal(const std::string& prefix = "") {
        client_ = std::make_unique<gateways::RestClient>(rest_at(server_->url() + prefix));
        return {{*client_, tokens_, {"client", "secret"}}, "PAYER1"};
    }

    static inline std::unique_ptr<ContractServer> server_;
    gateways::BearerTokens tokens_;
    std::unique_ptr<gateways::RestClient> client_;
};

TEST_F(PayPalContract, authorizations_are_captured_in_parts_and_released) {
    const GatewayPayment payment("AUTH1");
    const auto captured = paypal().capture(payment.at(), "call-1", 6'000);
    EXPECT_EQ(captured.status, CallStatus::done);
    EXPECT_EQ(captured.reference, "CAP1");
    EXPECT_EQ(captured.amount_minor, 6'000);
    EXPECT_EQ(captured.fee_minor, 120);
    EXPECT_EQ(captured.open_minor, 3'880);
    EXPECT_EQ(captured.account, "PAYER1");
    EXPECT_EQ(paypal().release(payment.at(), "call-2").status, CallStatus::done);
    for (const char* operation : {"get /v2/payments/authorizations/{authorization_id}",
                                  "post /v2/payments/authorizations/{authorization_id}/capture",
                                  "post /v2/payments/authorizations/{authorization_id}/void"}) {
        EXPECT_GE(server_->count(operation), 1) << operation;
    }
}

TEST_F(PayPalContract, an_authorization_beyond_its_three_days_is_renewed) {
    // The one that it is renewed by is captured with a key of its own.
    const auto captured = paypal().capture(GatewayPayment("OLD1").at(), "call-1", 9'880);
    EXPECT_EQ(captured.status, CallStatus::done);
    EXPECT_EQ(captured.open_minor, 0);
    EXPECT_EQ(server_->count("post /v2/payments/authorizations/{authorization_id}/reauthorize"), 1);
}

TEST_F(PayPalContract, captures_are_given_back) {
    const auto refunded = paypal().refund(GatewayPayment("CAP1").at(), "call-3", 1'000);
    EXPECT_EQ(refunded.status, CallStatus::done);
    EXPECT_EQ(refunded.reference, "REF1");
    EXPECT_EQ(server_->count("post /v2/payments/captures/{capture_id}/refund"), 1);
}

TEST_F(PayPalContract, payments_are_looked_up) {
    auto truth = paypal().look_up(GatewayPayment("AUTH1").at()).value();
    EXPECT_EQ(truth.status, AttemptStatus::authorized);
    EXPECT_EQ(truth.guarantee, "seller_protection_eligible");
    EXPECT_EQ(truth.expires_at_ms, 1'800'007'200'000);
    truth = paypal().look_up(GatewayPayment("CAP1").at()).value();
    EXPECT_EQ(truth.status, AttemptStatus::captured);
    ASSERT_EQ(truth.captures.size(), 1U);
    EXPECT_EQ(truth.captures[0].fee_minor, 120);
}

TEST_F(PayPalContract, no_is_taken_for_an_answer) {
    const GatewayPayment held("AUTH1");
    const GatewayPayment taken("CAP1");
    EXPECT_EQ(fault_of(paypal("/code-401").look_up(taken.at())), "credentials_refused");
    EXPECT_EQ(fault_of(paypal("/code-403").look_up(taken.at())), "credentials_refused");
    EXPECT_EQ(fault_of(paypal("/code-404").look_up(taken.at())), "not_found");
    EXPECT_EQ(fault_of(paypal("/code-500").look_up(taken.at())), "unavailable");
    EXPECT_EQ(paypal("/code-404").capture(held.at(), "call-1", 1).reason, "not_found");
    // The mock answers 422 by itself to what breaks the contract: a name longer than PayPal takes.
    const auto wrong = paypal().refund(taken.at(), std::string(200, 'k'), 1'000);
    EXPECT_EQ(wrong.status, CallStatus::declined);
    EXPECT_NE(server_->faults(), "") << "and the judge sees it as well";
    server_ = std::make_unique<ContractServer>(payments_contract);
}

TEST(PayPalNotices, are_confirmed_with_the_body_as_it_came) {
    if (ContractServer::path_of(webhooks_contract).empty() || !NodeServer::has_modules()) {
        GTEST_SKIP() << "no contract in COMMIS_SHARED_DATA, or no modules in tests/gateways";
    }
    const ContractServer server(webhooks_contract);
    const auto service = gateways::make_paypal(rest_at(server.url()));
    const ports::GatewayCredentials credentials{"client", "secret", "WH1"};
    ports::ProviderNotice notice;
    notice.headers = {{"paypal-auth-algo", "SHA256withRSA"},
                      {"paypal-cert-url", "https://api.paypal.com/v1/notifications/certs/CERT-1"},
                      {"paypal-transmission-id", "69cd13f0-d67a-11e5-baa3-778b53f4ae55"},
                      {"paypal-transmission-sig", "lmI95Jx3Y9nhR5SJWlHVIWpg4AgFk7n9bCHSRxbrd8A9"},
                      {"paypal-transmission-time", "2026-11-23T02:00:00Z"}};
    notice.body = "{ \"id\": \"WH-1\",\n \"event_type\":\"PAYMENT.CAPTURE.COMPLETED\" }";
    EXPECT_EQ(service->confirm_notice(credentials, notice), ports::NoticeProof::proven);
    const auto report = server.report();
    const std::string sent = gateways::text_of(gateways::list_of(report, {"requests"}).front(), {"body"});
    EXPECT_NE(sent.find("\"webhook_event\":" + notice.body + "}"), std::string::npos) << sent;
    notice.headers["paypal-transmission-id"] = "forged-1";
    EXPECT_EQ(service->confirm_notice(credentials, notice), ports::NoticeProof::refused);
    EXPECT_EQ(server.faults(), "");
}

}  // namespace
}  // namespace commis::tests
