// What is asked of Stripe and what is made of its answers, with answers of every kind.
#include <gtest/gtest.h>

#include "gateways/gateway_world.hpp"
#include "gateways/scripted_server.hpp"
#include "gateways/stripe_world.hpp"

namespace commis::tests {
namespace {

using domain::AttemptStatus;
using domain::CallStatus;

TEST_F(StripeTest, a_capture_bears_its_key_and_says_what_was_taken) {
    replies_["GET /v1/payment_intents/pi_1"] = {200, intent("requires_capture", "")};
    replies_["POST /v1/payment_intents/pi_1"] = {200, "{}"};
    replies_["POST /v1/payment_intents/pi_1/capture"] = {200, intent("succeeded", charge(6'000, true))};
    const auto answer = stripe().capture(GatewayPayment("pi_1").at(), "call-1", 6'000);
    EXPECT_EQ(answer.status, CallStatus::done);
    EXPECT_EQ(answer.reference, "ch_1");
    EXPECT_EQ(answer.amount_minor, 6'000);
    EXPECT_EQ(answer.fee_minor, 59);
    EXPECT_EQ(answer.open_minor, 0) << "Stripe releases the rest";
    EXPECT_EQ(answer.account, "acct_1");
    const auto heard = server_.heard();
    ASSERT_EQ(heard.size(), 3U);
    EXPECT_EQ(heard[1].body, "metadata%5Bcommis_call%5D=call-1");
    EXPECT_EQ(heard[1].headers.at("idempotency-key"), "call-1-note");
    EXPECT_EQ(heard[2].body, "amount_to_capture=6000&expand%5B%5D=charges.data.balance_transaction");
    EXPECT_EQ(heard[2].headers.at("idempotency-key"), "call-1");
    EXPECT_EQ(heard[2].headers.at("stripe-version"), "2020-08-27");
    EXPECT_EQ(heard[2].headers.at("authorization"), "Bearer sk_test_1");
}

TEST_F(StripeTest, a_declined_capture_is_an_answer_with_a_reason) {
    const std::vector<std::pair<ScriptedReply, std::string>> table{
        {{402, R"({"error": {"type": "card_error", "code": "card_declined", "decline_code": "do_not_honor"}})"},
         "declined"},
        {{400, R"({"error": {"code": "charge_expired_for_capture"}})"}, "expired"},
        {{404, R"({"error": {"code": "resource_missing"}})"}, "not_found"},
        {{400, R"({"error": {"code": "amount_too_large"}})"}, "amount_too_large"},
        {{400, R"({"error": {"type": "invalid_request_error", "param": "amount_to_capture"}})"}, "amount_too_large"},
        {{400, R"({"error": {"code": "amount_too_small"}})"}, "amount_too_small"},
        {{400, R"({"error": {"code": "something_new"}})"}, "refused"},
    };
    replies_["GET /v1/payment_intents/pi_1"] = {200, intent("requires_capture", "")};
    replies_["POST /v1/payment_intents/pi_1"] = {200, "{}"};
    for (const auto& [reply, reason] : table) {
        replies_["POST /v1/payment_intents/pi_1/capture"] = reply;
        const auto answer = stripe().capture(GatewayPayment("pi_1").at(), "call-1", 6'000);
        EXPECT_EQ(answer.status, CallStatus::declined) << reply.body;
        EXPECT_EQ(answer.reason, reason) << reply.body;
    }
}

TEST_F(StripeTest, what_was_captured_before_is_looked_up) {
    replies_["GET /v1/payment_intents/pi_1"] = {200, intent("succeeded", "", "call-1")};
    replies_["GET /v1/charges"] = {200, list(charge(6'000, true))};
    replies_["GET /v1/refunds"] = {200, list("")};
    auto answer = stripe().capture(GatewayPayment("pi_1").at(), "call-1", 6'000);
    EXPECT_EQ(answer.status, CallStatus::done) << "by this very call, whose answer was lost";
    EXPECT_EQ(answer.reference, "ch_1");
    answer = stripe().capture(GatewayPayment("pi_1").at(), "call-2", 6'000);
    EXPECT_EQ(answer.status, CallStatus::declined) << "by somebody else";
    EXPECT_EQ(answer.reason, "already_captured");
    EXPECT_EQ(server_.count("POST", "/v1/payment_intents/pi_1"), 0U) << "whose key stays beside the payment";
    replies_["GET /v1/payment_intents/pi_1"] = {200, R"({"status": "canceled", "cancellation_reason": "automatic"})"};
    replies_["GET /v1/charges"] = {200, list("")};
    EXPECT_EQ(stripe().capture(GatewayPayment("pi_1").at(), "call-2", 6'000).reason, "expired");
}

// A second quicker: what the key beside the payment says then was written by the slower one.
TEST_F(StripeTest, a_capture_by_somebody_else_in_between_is_theirs) {
    replies_["GET /v1/payment_intents/pi_1"] = {200, intent("requires_capture", "")};
    replies_["POST /v1/payment_intents/pi_1"] = {200, "{}"};
    replies_["POST /v1/payment_intents/pi_1/capture"] = {400,
                                                         R"({"error": {"code": "payment_intent_unexpected_state"}})"};
    on_post_ = [&](const HeardRequest& request) {
        if (!request.target.ends_with("/capture")) return;
        replies_["GET /v1/payment_intents/pi_1"] = {200, intent("succeeded", "", "call-1")};
        replies_["GET /v1/charges"] = {200, list(charge(6'000, true))};
        replies_["GET /v1/refunds"] = {200, list("")};
    };
    EXPECT_EQ(stripe().capture(GatewayPayment("pi_1").at(), "call-1", 6'000).reason, "already_captured");
}

TEST_F(StripeTest, an_unclear_answer_is_unknown) {
    const GatewayPayment payment("pi_1");
    for (const int status : {429, 500, 503, 409}) {
        replies_["GET /v1/payment_intents/pi_1"] = {200, intent("requires_capture", "")};
        replies_["POST /v1/payment_intents/pi_1"] = {status, "{}"};
        EXPECT_EQ(stripe().capture(payment.at(), "call-1", 6'000).status, CallStatus::unknown) << status;
        replies_["POST /v1/payment_intents/pi_1"] = {200, "{}"};
        replies_["POST /v1/payment_intents/pi_1/capture"] = {status, "{}"};
        EXPECT_EQ(stripe().capture(payment.at(), "call-1", 6'000).status, CallStatus::unknown) << status;
        replies_["POST /v1/refunds"] = {status, "{}"};
        EXPECT_EQ(stripe().refund(payment.at(), "call-2", 100).status, CallStatus::unknown) << status;
        replies_["POST /v1/payment_intents/pi_1/cancel"] = {status, "{}"};
        EXPECT_EQ(stripe().release(payment.at(), "call-3").status, CallStatus::unknown) << status;
        replies_["GET /v1/payment_intents/pi_1"] = {status, "{}"};
        EXPECT_EQ(fault_of(stripe().look_up(payment.at())), "unavailable") << status;
    }
    replies_["GET /v1/payment_intents/pi_1"] = {200, intent("requires_capture", "")};
    replies_["POST /v1/payment_intents/pi_1/capture"] = {200, R"({"status": "processing"})"};
    EXPECT_EQ(stripe().capture(payment.at(), "call-1", 6'000).status, CallStatus::unknown);
}

TEST_F(StripeTest, the_charges_of_older_shops_are_captured_by_themselves) {
    replies_["GET /v1/charges/ch_9"] = {200, charge(0, false)};
    replies_["POST /v1/charges/ch_9"] = {200, "{}"};
    replies_["POST /v1/charges/ch_9/capture"] = {200, charge(9'880, true)};
    EXPECT_EQ(stripe().capture(GatewayPayment("ch_9").at(), "call-1", 9'880).amount_minor, 9'880);
    EXPECT_EQ(body_of("/v1/charges/ch_9/capture"), "amount=9880&expand%5B%5D=balance_transaction");
    replies_["POST /v1/refunds"] = {200, R"({"id": "re_1", "status": "succeeded"})"};
    EXPECT_EQ(stripe().release(GatewayPayment("ch_9").at(), "call-2").status, CallStatus::done);
    EXPECT_EQ(body_of("/v1/refunds"), "charge=ch_9&metadata%5Bcommis_call%5D=call-2");
    // That refund would give captured money back.
    replies_["GET /v1/charges/ch_9"] = {200, charge(9'880, true)};
    EXPECT_EQ(stripe().release(GatewayPayment("ch_9").at(), "call-3").reason, "already_captured");
    EXPECT_EQ(server_.count("POST", "/v1/refunds"), 1U);
}

TEST_F(StripeTest, a_charge_of_an_intent_is_treated_as_the_intent) {
    replies_["GET /v1/charges/ch_9"] = {200, R"({"id": "ch_9", "payment_intent": "pi_1"})"};
    replies_["POST /v1/payment_intents/pi_1/cancel"] = {200, R"({"status": "canceled"})"};
    EXPECT_EQ(stripe().release(GatewayPayment("ch_9").at(), "call-1").status, CallStatus::done);
}

TEST_F(StripeTest, a_release_of_what_is_over_is_done_and_of_what_was_taken_is_not) {
    replies_["POST /v1/payment_intents/pi_1/cancel"] = {400,
                                                        R"({"error": {"code": "payment_intent_unexpected_state"}})"};
    replies_["GET /v1/payment_intents/pi_1"] = {200, R"({"status": "canceled"})"};
    replies_["GET /v1/charges"] = {200, list("")};
    EXPECT_EQ(stripe().release(GatewayPayment("pi_1").at(), "call-1").status, CallStatus::done);
    replies_["GET /v1/payment_intents/pi_1"] = {200, R"({"status": "succeeded"})"};
    EXPECT_EQ(stripe().release(GatewayPayment("pi_1").at(), "call-1").reason, "already_captured");
}

TEST_F(StripeTest, a_refund_bears_our_key_where_a_look_up_finds_it) {
    replies_["POST /v1/refunds"] = {200, R"({"id": "re_1", "status": "pending"})"};
    const auto answer = stripe().refund(GatewayPayment("pi_1").at(), "call-2", 100);
    EXPECT_EQ(answer.status, CallStatus::done);
    EXPECT_EQ(answer.reference, "re_1");
    EXPECT_EQ(body_of("/v1/refunds"), "payment_intent=pi_1&amount=100&metadata%5Bcommis_call%5D=call-2");
    const std::vector<std::pair<ScriptedReply, std::string>> table{
        {{400, R"({"error": {"code": "charge_already_refunded"}})"}, "amount_too_large"},
        {{400, R"({"error": {"code": "charge_disputed"}})"}, "disputed"},
        {{400, R"({"error": {"code": "balance_insufficient"}})"}, "balance_insufficient"},
        {{200, R"({"id": "re_2", "status": "failed"})"}, "declined"},
    };
    for (const auto& [reply, reason] : table) {
        replies_["POST /v1/refunds"] = reply;
        EXPECT_EQ(stripe().refund(GatewayPayment("pi_1").at(), "call-2", 100).reason, reason);
    }
}

TEST_F(StripeTest, amounts_are_counted_as_stripe_counts_them) {
    replies_["POST /v1/refunds"] = {200, R"({"id": "re_1", "status": "succeeded"})"};
    const auto asked = [&](const std::string& currency, std::int64_t amount_minor) {
        return stripe().refund(GatewayPayment("pi_1", 100'000, currency).at(), "call-2", amount_minor).reason;
    };
    EXPECT_EQ(asked("JPY", 500), "");
    EXPECT_NE(body_of("/v1/refunds").find("&amount=500&"), std::string::npos);
    EXPECT_EQ(asked("ISK", 500), "") << "krónur have no aurar any more, but Stripe still counts them";
    EXPECT_NE(body_of("/v1/refunds").find("&amount=50000&"), std::string::npos);
    EXPECT_EQ(asked("MGA", 500), "");
    EXPECT_NE(body_of("/v1/refunds").find("&amount=5&"), std::string::npos);
    EXPECT_EQ(asked("MGA", 550), "amount_not_possible");
}

TEST_F(StripeTest, a_reference_that_is_none_is_not_found_without_asking) {
    for (const char* reference : {"", "pi_1/../account", "sub_1", "pi_1?expand=x"}) {
        EXPECT_EQ(stripe().capture(GatewayPayment(reference).at(), "call-1", 1).reason, "not_found") << reference;
        EXPECT_EQ(fault_of(stripe().look_up(GatewayPayment(reference).at())), "not_found") << reference;
    }
    EXPECT_TRUE(server_.heard().empty());
}

TEST_F(StripeTest, C18_a_payment_says_who_bears_a_fraud) {
    replies_["GET /v1/payment_intents/pi_1"] = {200, intent("requires_capture", "")};
    const std::string card = R"({"id": "ch_1", "status": "succeeded", "captured": false, "amount": 9880,
        "payment_method_details": {"type": "card", "card": {"capture_before": 1800000000, "three_d_secure": )";
    replies_["GET /v1/charges"] = {200, list(card + R"({"result": "authenticated"}}}})")};
    auto truth = stripe().look_up(GatewayPayment("pi_1").at()).value();
    EXPECT_EQ(truth.guarantee, "three_d_secure_authenticated");
    EXPECT_EQ(truth.status, AttemptStatus::authorized);
    EXPECT_EQ(truth.expires_at_ms, 1'800'000'000'000);
    EXPECT_TRUE(truth.captures.empty());
    replies_["GET /v1/charges"] = {200, list(card + "null}}}")};
    truth = stripe().look_up(GatewayPayment("pi_1").at()).value();
    EXPECT_EQ(truth.guarantee, "no_three_d_secure");
}

TEST_F(StripeTest, W39_a_look_up_tells_captures_with_their_fees_and_refunds_with_our_keys) {
    replies_["GET /v1/payment_intents/pi_1"] = {200, intent("succeeded", "", "call-1")};
    replies_["GET /v1/charges"] = {200, list(charge(6'000, true))};
    // The newest first; the oldest is the rest of 3880 that was never captured.
    replies_["GET /v1/refunds"] = {200, list(R"(
        {"id": "re_4", "amount": 3880, "charge": "ch_1", "status": "succeeded", "metadata": {"commis_call": "call-4"}},
        {"id": "re_3", "amount": 3880, "charge": "ch_1", "status": "succeeded", "metadata": {}},
        {"id": "re_2", "amount": 200, "charge": "ch_1", "status": "failed", "metadata": {"commis_call": "call-2"}},
        {"id": "re_1", "amount": 3880, "charge": "ch_1", "status": "succeeded", "metadata": {}})")};
    const auto truth = stripe().look_up(GatewayPayment("pi_1").at()).value();
    EXPECT_EQ(truth.account, "acct_1");
    ASSERT_EQ(truth.captures.size(), 1U);
    EXPECT_EQ(truth.captures[0].key, "call-1");
    EXPECT_EQ(truth.captures[0].reference, "ch_1");
    EXPECT_EQ(truth.captures[0].amount_minor, 6'000);
    EXPECT_EQ(truth.captures[0].fee_minor, 59);
    ASSERT_EQ(truth.refunds.size(), 3U);
    EXPECT_EQ(truth.refunds[0].key, "call-4");
    EXPECT_EQ(truth.refunds[1].reference, "re_3") << "made in Stripe's own dashboard";
    EXPECT_TRUE(truth.refunds[2].failed);
}

TEST_F(StripeTest, disputes_are_told_once_they_took_money) {
    replies_["GET /v1/payment_intents/pi_1"] = {200, intent("succeeded", "")};
    std::string disputed = charge(9'880, true);
    disputed.back() = ',';
    replies_["GET /v1/charges"] = {200, list(disputed + R"("disputed": true})")};
    replies_["GET /v1/refunds"] = {200, list("")};
    const auto told = [&](const std::string& status) {
        replies_["GET /v1/disputes"] = {200, list(R"({"id": "dp_1", "amount": 9880, "reason": "duplicate",
            "evidence_details": {"due_by": 1800000000}, "status": ")" +
                                                  status + "\"}")};
        return stripe().look_up(GatewayPayment("pi_1").at()).value().disputes;
    };
    const auto open = told("needs_response");
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0].reason, "duplicate");
    EXPECT_EQ(open[0].amount_minor, 9'880);
    EXPECT_EQ(open[0].answer_by_ms, 1'800'000'000'000);
    EXPECT_TRUE(open[0].undecided);
    EXPECT_TRUE(told("under_review").at(0).undecided);
    EXPECT_FALSE(told("won").at(0).undecided);
    EXPECT_TRUE(told("won").at(0).won);
    EXPECT_FALSE(told("lost").at(0).undecided);
    EXPECT_FALSE(told("lost").at(0).won);
    EXPECT_TRUE(told("warning_needs_response").empty()) << "an inquiry took nothing";
    EXPECT_TRUE(told("charge_refunded").empty()) << "a refund is a refund";
}

TEST_F(StripeTest, lists_are_read_to_their_end) {
    replies_["GET /v1/payment_intents/pi_1"] = {200, intent("succeeded", "")};
    replies_["GET /v1/charges"] = {200, list(charge(9'880, true))};
    const auto page = [](const std::string& id, bool has_more) {
        return R"({"data": [{"id": ")" + id + R"(", "amount": 1, "status": "succeeded"}], "has_more": )" +
               (has_more ? "true}" : "false}");
    };
    replies_["GET /v1/refunds"] = {200, page("re_1", true)};
    replies_["GET /v1/refunds?payment_intent=pi_1&limit=100&starting_after=re_1"] = {200, page("re_2", false)};
    EXPECT_EQ(stripe().look_up(GatewayPayment("pi_1").at()).value().refunds.size(), 2U);
    replies_["GET /v1/refunds?payment_intent=pi_1&limit=100&starting_after=re_1"] = {500, "{}"};
    EXPECT_EQ(fault_of(stripe().look_up(GatewayPayment("pi_1").at())), "unavailable") << "half a list is none";
}

TEST_F(StripeTest, intents_stand_as_stripe_says) {
    const std::vector<std::pair<std::string, AttemptStatus>> table{
        {R"({"status": "requires_payment_method"})", AttemptStatus::initiated},
        {R"({"status": "requires_payment_method", "last_payment_error": {"code": "card_declined"}})",
         AttemptStatus::failed},
        {R"({"status": "requires_action"})", AttemptStatus::initiated},
        {R"({"status": "processing"})", AttemptStatus::pending},
        {R"({"status": "requires_capture"})", AttemptStatus::authorized},
        {R"({"status": "succeeded"})", AttemptStatus::captured},
        {R"({"status": "canceled", "cancellation_reason": "requested_by_customer"})", AttemptStatus::voided},
        {R"({"status": "canceled", "cancellation_reason": "automatic"})", AttemptStatus::expired},
    };
    replies_["GET /v1/charges"] = {200, list("")};
    for (const auto& [body, status] : table) {
        replies_["GET /v1/payment_intents/pi_1"] = {200, body};
        EXPECT_EQ(stripe().look_up(GatewayPayment("pi_1").at()).value().status, status) << body;
    }
}

}  // namespace
}  // namespace commis::tests
