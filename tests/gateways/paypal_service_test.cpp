// PayPal as a service that shops connect to: whose credentials they are, the page on which a buyer pays, what its
// notices name.
#include <gtest/gtest.h>

#include "adapters/gateways/paypal_gateway.hpp"
#include "adapters/gateways/services.hpp"
#include "gateways/gateway_world.hpp"
#include "gateways/scripted_server.hpp"

namespace commis::tests {
namespace {

using ports::NoticeProof;

class PayPalServiceTest : public testing::Test {
protected:
    std::unique_ptr<ports::PaymentService> service() {
        gateways::RestSettings settings;
        settings.base_url = server_.url();
        return gateways::make_paypal(settings);
    }

    std::string body_of(const std::string& path) const {
        std::string body;
        for (const HeardRequest& request : server_.heard()) {
            if (request.target == path) body = request.body;
        }
        return body;
    }

    static ports::ProviderNotice notice(const std::string& body) {
        return {{{"paypal-auth-algo", "SHA256withRSA"},
                 {"paypal-cert-url", "https://api.paypal.com/cert"},
                 {"paypal-transmission-id", "t-1"},
                 {"paypal-transmission-sig", "sig"},
                 {"paypal-transmission-time", "2026-11-23T02:00:00Z"}},
                body,
                0};
    }

    const ports::GatewayCredentials credentials_{"client", "secret", "WH1"};
    std::map<std::string, ScriptedReply> replies_{
        {"POST /v1/oauth2/token", {200, R"({"access_token": "T1", "expires_in": 32400})"}}};
    ScriptedServer server_{[this](const HeardRequest& request) {
        const auto found = replies_.find(request.method + ' ' + request.target);
        return found == replies_.end() ? ScriptedReply{404, "{}"} : found->second;
    }};
};

TEST_F(PayPalServiceTest, W40_credentials_say_whose_account_they_open) {
    const std::string asked = "GET /v1/identity/oauth2/userinfo?schema=paypalv1.1";
    replies_[asked] = {200, R"({"payer_id": "PAYER1", "name": "Maison Zoé"})"};
    const auto account = service()->identify(credentials_);
    ASSERT_TRUE(account) << account.error();
    EXPECT_EQ(account->id, "PAYER1");
    EXPECT_EQ(account->name, "Maison Zoé");
    EXPECT_EQ(server_.heard().front().headers.at("authorization"), "Basic Y2xpZW50OnNlY3JldA==");
    replies_[asked] = {403, "{}"};
    EXPECT_EQ(service()->identify(credentials_)->id, "client") << "who may not ask stands for the account by name";
    replies_[asked] = {500, "{}"};
    EXPECT_EQ(fault_of(service()->identify(credentials_)), "unavailable");
    replies_["POST /v1/oauth2/token"] = {401, R"({"error": "invalid_client"})"};
    EXPECT_EQ(fault_of(service()->identify(credentials_)), "credentials_refused");
    replies_["POST /v1/oauth2/token"] = {503, "{}"};
    EXPECT_EQ(fault_of(service()->identify(credentials_)), "unavailable");
}

TEST_F(PayPalServiceTest, a_page_asks_for_one_sum) {
    replies_["POST /v2/checkout/orders"] = {201, R"({"id": "O1", "links": [{"rel": "self", "href": "https://a"},
        {"rel": "payer-action", "href": "https://www.paypal.com/checkoutnow?token=O1"}]})"};
    ports::PaymentPageWish wish;
    wish.key = "page-1";
    wish.amount_minor = 9'880;
    wish.currency = domain::Currency::find("EUR").value();
    wish.title = "Order 10001";
    wish.order_number = "10001";
    wish.return_url = "https://shop.example.org/paid";
    wish.cancel_url = "https://shop.example.org/left";
    const auto paypal = service();
    const auto gateway = paypal->connect(credentials_, {"PAYER1", "Maison Zoé", false});
    const auto page = gateway->open_page(wish);
    ASSERT_TRUE(page) << page.error();
    EXPECT_EQ(page->reference, "O1");
    EXPECT_EQ(page->url, "https://www.paypal.com/checkoutnow?token=O1");
    EXPECT_EQ(server_.heard().back().headers.at("paypal-request-id"), "page-1");
    EXPECT_EQ(body_of("/v2/checkout/orders"),
              R"({"intent":"CAPTURE","purchase_units":[{"custom_id":"10001","invoice_id":"page-1",)"
              R"("description":"Order 10001","amount":{"currency_code":"EUR","value":"98.80"}}],)"
              R"("payment_source":{"paypal":{"experience_context":{"return_url":"https://shop.example.org/paid",)"
              R"("cancel_url":"https://shop.example.org/left","user_action":"PAY_NOW",)"
              R"("shipping_preference":"NO_SHIPPING"}}}})");
    replies_["POST /v2/checkout/orders"] = {422, R"({"details": [{"issue": "INVALID_CURRENCY_CODE"}]})"};
    EXPECT_EQ(fault_of(gateway->open_page(wish)), "refused");
    EXPECT_EQ(fault_of(gateway->payouts(0)), "unsupported");
}

TEST_F(PayPalServiceTest, a_notice_names_every_payment_in_it) {
    const auto reading = service()->read_notice(credentials_, notice(R"({"id": "WH-1",
        "event_type": "PAYMENT.CAPTURE.REFUNDED", "resource": {"id": "REF1", "links": [
        {"rel": "up", "href": "https://api-m.paypal.com/v2/payments/captures/CAP1"}],
        "supplementary_data": {"related_ids": {"order_id": "O1", "authorization_id": "A1"}}}})"));
    EXPECT_EQ(reading.proof, NoticeProof::unproven) << "only PayPal can say";
    EXPECT_EQ(reading.event_id, "WH-1");
    EXPECT_EQ(reading.type, "PAYMENT.CAPTURE.REFUNDED");
    EXPECT_EQ(reading.references, (std::vector<std::string>{"O1", "A1", "REF1", "CAP1"}));
}

TEST_F(PayPalServiceTest, a_notice_is_believed_when_paypal_says_that_it_sent_it) {
    const std::string path = "/v1/notifications/verify-webhook-signature";
    const auto told = notice(R"({"id": "WH-1"})");
    replies_["POST " + path] = {200, R"({"verification_status": "SUCCESS"})"};
    EXPECT_EQ(service()->confirm_notice(credentials_, told), NoticeProof::proven);
    replies_["POST " + path] = {200, R"({"verification_status": "FAILURE"})"};
    EXPECT_EQ(service()->confirm_notice(credentials_, told), NoticeProof::refused);
    replies_["POST " + path] = {500, "{}"};
    EXPECT_EQ(service()->confirm_notice(credentials_, told), NoticeProof::unproven) << "asked again later";
    replies_["POST " + path] = {400, "{}"};
    EXPECT_EQ(service()->confirm_notice(credentials_, told), NoticeProof::refused);
}

TEST_F(PayPalServiceTest, what_could_never_be_proven_is_refused_at_once) {
    auto told = notice(R"({"id": "WH-1"})");
    EXPECT_EQ(service()->read_notice({"client", "secret", ""}, told).reason, "signature_invalid");
    EXPECT_EQ(service()->read_notice(credentials_, notice("no JSON")).reason, "malformed");
    EXPECT_EQ(service()->read_notice(credentials_, notice("{}")).reason, "malformed");
    EXPECT_EQ(service()->confirm_notice(credentials_, notice(R"({"id": "WH-1"}, "webhook_id": "MINE")")),
              NoticeProof::refused)
        << "and nothing is smuggled into the question";
    told.headers.erase("paypal-transmission-sig");
    EXPECT_EQ(service()->read_notice(credentials_, told).reason, "signature_missing");
    EXPECT_TRUE(server_.heard().empty());
}

}  // namespace
}  // namespace commis::tests
