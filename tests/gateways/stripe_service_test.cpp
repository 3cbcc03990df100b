// Stripe as a service that shops connect to: whose key it is, the page on which a buyer pays, what its notices name.
#include <gtest/gtest.h>

#include <sodium.h>

#include "adapters/gateways/services.hpp"
#include "gateways/gateway_world.hpp"
#include "gateways/stripe_world.hpp"

namespace commis::tests {
namespace {

using domain::AttemptStatus;
using domain::CallStatus;
using ports::NoticeProof;

constexpr std::int64_t at_s = 1'700'000'000;
const std::string notice_secret = "whsec_1";

class StripeServiceTest : public StripeTest {
protected:
    std::unique_ptr<ports::PaymentService> service() {
        gateways::RestSettings settings;
        settings.base_url = server_.url();
        return gateways::make_stripe(settings);
    }

    static ports::PaymentPageWish wish() {
        ports::PaymentPageWish wish;
        wish.key = "page-1";
        wish.amount_minor = 9'880;
        wish.currency = domain::Currency::find("EUR").value();
        wish.title = "Order 10001";
        wish.order_number = "10001";
        wish.buyer_email = "zoe@example.org";
        wish.language = "fr";
        wish.return_url = "https://shop.example.org/paid";
        wish.cancel_url = "https://shop.example.org/left";
        return wish;
    }

    static ports::ProviderNotice signed_notice(const std::string& body) {
        crypto_auth_hmacsha256_state state;
        unsigned char digest[crypto_auth_hmacsha256_BYTES];
        const std::string text = std::to_string(at_s) + "." + body;
        const auto bytes = [](const std::string& of) { return reinterpret_cast<const unsigned char*>(of.data()); };
        crypto_auth_hmacsha256_init(&state, bytes(notice_secret), notice_secret.size());
        crypto_auth_hmacsha256_update(&state, bytes(text), text.size());
        crypto_auth_hmacsha256_final(&state, digest);
        std::string hex(2 * sizeof digest + 1, '\0');
        sodium_bin2hex(hex.data(), hex.size(), digest, sizeof digest);
        hex.pop_back();
        return {{{"stripe-signature", "t=" + std::to_string(at_s) + ",v1=" + hex}}, body, at_s * 1'000};
    }

    ports::NoticeReading read(const ports::ProviderNotice& notice) {
        return service()->read_notice({"", "sk_test_1", notice_secret}, notice);
    }
};

TEST_F(StripeServiceTest, W40_a_key_says_whose_account_it_opens) {
    replies_["GET /v1/account"] = {
        200,
        R"({"id": "acct_7", "settings": {"dashboard": {"display_name": "Maison Zoé"}}, "email": "z@example.org"})"};
    auto account = service()->identify({"", "sk_test_1", ""});
    ASSERT_TRUE(account) << account.error();
    EXPECT_EQ(account->id, "acct_7");
    EXPECT_EQ(account->name, "Maison Zoé");
    EXPECT_FALSE(account->is_live);
    EXPECT_TRUE(service()->identify({"", "rk_live_1", ""})->is_live);
    replies_["GET /v1/account"] = {200, R"({"id": "acct_7", "business_profile": {"name": null}})"};
    EXPECT_EQ(service()->identify({"", "sk_test_1", ""})->name, "acct_7");
    replies_["GET /v1/account"] = {401, R"({"error": {"message": "Invalid API Key provided: sk_test_1"}})"};
    EXPECT_EQ(fault_of(service()->identify({"", "sk_test_1", ""})), "credentials_refused");
    replies_["GET /v1/account"] = {503, "{}"};
    EXPECT_EQ(fault_of(service()->identify({"", "sk_test_1", ""})), "unavailable");
}

TEST_F(StripeServiceTest, a_page_asks_for_one_sum_in_the_buyers_language) {
    replies_["POST /v1/checkout/sessions"] = {
        200, R"({"id": "cs_test_1", "url": "https://checkout.stripe.com/c/1", "expires_at": 1700086400})"};
    const auto page = stripe().open_page(wish());
    ASSERT_TRUE(page) << page.error();
    EXPECT_EQ(page->reference, "cs_test_1");
    EXPECT_EQ(page->url, "https://checkout.stripe.com/c/1");
    EXPECT_EQ(page->expires_at_ms, 1'700'086'400'000);
    const std::string asked = body_of("/v1/checkout/sessions");
    for (const char* part : {"mode=payment", "unit_amount%5D=9880", "currency%5D=eur", "name%5D=Order%2010001",
                             "client_reference_id=10001", "locale=fr", "customer_email=zoe%40example.org"}) {
        EXPECT_NE(asked.find(part), std::string::npos) << part;
    }
    EXPECT_EQ(asked.find("capture_method"), std::string::npos);
    EXPECT_EQ(server_.heard().back().headers.at("idempotency-key"), "page-1");
    auto held = wish();
    held.reserves_only = true;
    ASSERT_TRUE(stripe().open_page(held));
    EXPECT_NE(body_of("/v1/checkout/sessions").find("capture_method%5D=manual"), std::string::npos);
    replies_["POST /v1/checkout/sessions"] = {400, R"({"error": {"code": "amount_too_small"}})"};
    EXPECT_EQ(fault_of(stripe().open_page(wish())), "refused");
    replies_["POST /v1/checkout/sessions"] = {500, "{}"};
    EXPECT_EQ(fault_of(stripe().open_page(wish())), "unavailable");
}

TEST_F(StripeServiceTest, a_page_becomes_the_payment_that_was_made_on_it) {
    const GatewayPayment payment("cs_test_1");
    replies_["GET /v1/checkout/sessions/cs_test_1"] = {200, R"({"status": "open", "payment_intent": "pi_1"})"};
    EXPECT_EQ(stripe().look_up(payment.at())->status, AttemptStatus::initiated);
    EXPECT_EQ(stripe().look_up(payment.at())->reference, "");
    replies_["GET /v1/checkout/sessions/cs_test_1"] = {200, R"({"status": "complete", "payment_intent": "pi_1"})"};
    replies_["GET /v1/payment_intents/pi_1"] = {200, intent("succeeded", "")};
    replies_["GET /v1/charges"] = {200, list(charge(9'880, true))};
    replies_["GET /v1/refunds"] = {200, list("")};
    const auto truth = stripe().look_up(payment.at()).value();
    EXPECT_EQ(truth.status, AttemptStatus::captured);
    EXPECT_EQ(truth.reference, "pi_1");
    EXPECT_EQ(truth.captures.size(), 1U);
}

TEST_F(StripeServiceTest, a_page_is_ended_by_a_release) {
    const GatewayPayment payment("cs_test_1");
    replies_["GET /v1/checkout/sessions/cs_test_1"] = {200, R"({"status": "open", "payment_intent": null})"};
    replies_["POST /v1/checkout/sessions/cs_test_1/expire"] = {200, R"({"status": "expired"})"};
    EXPECT_EQ(stripe().release(payment.at(), "call-1").status, CallStatus::done);
    replies_["GET /v1/checkout/sessions/cs_test_1"] = {200, R"({"status": "expired"})"};
    replies_["POST /v1/checkout/sessions/cs_test_1/expire"] = {400, R"({"error": {"type": "invalid_request_error"}})"};
    EXPECT_EQ(stripe().release(payment.at(), "call-1").status, CallStatus::done) << "it ended by itself";
    EXPECT_EQ(stripe().refund(payment.at(), "call-2", 1).reason, "not_refundable");
    EXPECT_EQ(stripe().capture(payment.at(), "call-3", 1).reason, "not_reserved");
}

TEST_F(StripeServiceTest, a_notice_names_every_payment_in_it) {
    const auto reading = read(signed_notice(R"({"id": "evt_1", "type": "charge.refunded", "data": {"object": {
        "id": "ch_1", "payment_intent": "pi_1", "client_secret": "pi_1_secret_abc",
        "refunds": {"data": [{"charge": "ch_1"}, {"charge": "ch_2"}]},
        "source": "cs_test_9", "note": "pi_1 and more", "customer": "cus_1"}}})"));
    EXPECT_EQ(reading.proof, NoticeProof::proven);
    EXPECT_EQ(reading.event_id, "evt_1");
    EXPECT_EQ(reading.type, "charge.refunded");
    EXPECT_EQ(reading.references, (std::vector<std::string>{"pi_1", "cs_test_9", "ch_1", "ch_2"}));
}

TEST_F(StripeServiceTest, a_notice_that_nobody_signed_is_refused) {
    const std::string body = R"({"id": "evt_1", "type": "x", "data": {}})";
    auto notice = signed_notice(body);
    EXPECT_EQ(read(notice).proof, NoticeProof::proven) << "unknown events are kept";
    EXPECT_EQ(service()->confirm_notice({"", "", notice_secret}, notice), NoticeProof::proven);
    notice.body += ' ';
    EXPECT_EQ(read(notice).reason, "signature_invalid");
    EXPECT_EQ(read({{}, body, at_s * 1'000}).reason, "signature_missing");
    notice = signed_notice(body);
    notice.received_at_ms += 301'000;
    EXPECT_EQ(read(notice).reason, "too_old");
    EXPECT_EQ(read(signed_notice("no JSON")).reason, "malformed");
    EXPECT_EQ(read(signed_notice(R"({"type": "x"})")).reason, "malformed");
    EXPECT_EQ(service()->read_notice({"", "", ""}, signed_notice(body)).reason, "signature_invalid");
}

}  // namespace
}  // namespace commis::tests
