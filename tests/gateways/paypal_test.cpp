// Payments at PayPal: captured in parts, released, given back over several captures, carried out once the buyer has
// approved; once each, whatever happens to the connection.
#include <gtest/gtest.h>

#include "adapters/gateways/answer_members.hpp"
#include "adapters/gateways/paypal_gateway.hpp"
#include "adapters/gateways/services.hpp"
#include "gateways/gateway_world.hpp"
#include "gateways/paypal_fake.hpp"

namespace commis::tests {
namespace {

using domain::AttemptStatus;
using domain::CallAnswer;
using domain::CallStatus;
using gateways::text_of;

class PayPalTest : public testing::Test {
protected:
    gateways::PayPalGateway paypal() { return {{client_, tokens_, {"client", "secret"}}, "PAYER1"}; }

    static std::int64_t sum(const boost::json::array& movements) {
        std::int64_t sum_minor = 0;
        for (const auto& each : movements) {
            sum_minor +=
                domain::parse_decimal(text_of(each, {"amount", "value"}), domain::Currency::find("EUR").value())
                    .value();
        }
        return sum_minor;
    }

    PayPalFake fake_;
    gateways::RestClient client_{[this] {
        gateways::RestSettings settings;
        settings.base_url = fake_.url();
        settings.timeout_ms = 400;
        return settings;
    }()};
    gateways::BearerTokens tokens_;
};

TEST_F(PayPalTest, an_authorization_is_captured_in_parts) {
    fake_.add_authorization("A1", "98.80");
    const GatewayPayment payment("A1");
    auto captured = paypal().capture(payment.at(), "call-1", 6'000);
    EXPECT_EQ(captured.status, CallStatus::done);
    EXPECT_EQ(captured.open_minor, 3'880);
    EXPECT_EQ(captured.fee_minor, 59);
    EXPECT_EQ(paypal().look_up(payment.at())->status, AttemptStatus::authorized) << "the rest stays reserved";
    captured = paypal().capture(payment.at(), "call-2", 3'880);
    EXPECT_EQ(captured.status, CallStatus::done);
    EXPECT_EQ(captured.open_minor, 0);
    const auto truth = paypal().look_up(payment.at()).value();
    EXPECT_EQ(truth.status, AttemptStatus::captured);
    ASSERT_EQ(truth.captures.size(), 2U);
    EXPECT_EQ(truth.captures[0].key, "call-1");
    EXPECT_EQ(truth.captures[1].key, "call-2");
    EXPECT_EQ(truth.guarantee, "seller_protection_not_eligible");
    EXPECT_EQ(paypal().capture(payment.at(), "call-3", 100).reason, "already_captured");
    EXPECT_EQ(paypal().release(payment.at(), "call-4").reason, "already_captured");
}

TEST_F(PayPalTest, a_refund_goes_over_several_captures_when_it_must) {
    fake_.add_authorization("A1", "98.80");
    const GatewayPayment payment("A1");
    paypal().capture(payment.at(), "call-1", 6'000);
    paypal().capture(payment.at(), "call-2", 3'880);
    EXPECT_EQ(paypal().refund(payment.at(), "call-3", 1'000).amount_minor, 1'000);
    EXPECT_EQ(paypal().refund(payment.at(), "call-4", 8'881).reason, "amount_too_large");
    const auto refunded = paypal().refund(payment.at(), "call-5", 8'880);
    EXPECT_EQ(refunded.status, CallStatus::done);
    EXPECT_EQ(refunded.amount_minor, 8'880);
    EXPECT_EQ(sum(fake_.refunds()), 9'880);
    const auto truth = paypal().look_up(payment.at()).value();
    ASSERT_EQ(truth.refunds.size(), 2U) << "two parts are one refund";
    EXPECT_EQ(truth.refunds[1].key, "call-5");
    EXPECT_EQ(truth.refunds[1].amount_minor, 8'880);
    EXPECT_EQ(paypal().refund(payment.at(), "call-6", 1).reason, "not_refundable");
}

TEST_F(PayPalTest, a_refund_of_which_one_part_was_made_is_ended_and_not_begun_anew) {
    fake_.add_authorization("A1", "98.80");
    const GatewayPayment payment("A1");
    paypal().capture(payment.at(), "call-1", 6'000);
    paypal().capture(payment.at(), "call-2", 3'880);
    fake_.next_fault = ScriptedReply{200, "{}", {}, Delivery::cut_before};
    fake_.fault_is_after = true;
    EXPECT_EQ(paypal().refund(payment.at(), "call-3", 9'000).status, CallStatus::unknown);
    EXPECT_EQ(fake_.refunds().size(), 1U);
    EXPECT_TRUE(paypal().look_up(payment.at())->refunds.empty()) << "half of it is not the refund that was asked for";
    EXPECT_EQ(paypal().refund(payment.at(), "call-3", 9'000).status, CallStatus::done);
    EXPECT_EQ(sum(fake_.refunds()), 9'000);
    EXPECT_EQ(paypal().look_up(payment.at())->refunds.at(0).amount_minor, 9'000);
}

TEST_F(PayPalTest, what_is_held_is_released_once) {
    fake_.add_authorization("A1", "98.80");
    const GatewayPayment payment("A1");
    EXPECT_EQ(paypal().release(payment.at(), "call-1").status, CallStatus::done);
    EXPECT_EQ(paypal().look_up(payment.at())->status, AttemptStatus::voided);
    EXPECT_EQ(paypal().release(payment.at(), "call-1").status, CallStatus::done);
    EXPECT_EQ(paypal().capture(payment.at(), "call-2", 100).reason, "not_reserved");
}

TEST_F(PayPalTest, an_authorization_that_ran_out_is_renewed_and_captured) {
    fake_.add_authorization("A1", "98.80");
    const GatewayPayment payment("A1");
    fake_.expire_authorization("A1");
    const auto captured = paypal().capture(payment.at(), "call-1", 6'000);
    EXPECT_EQ(captured.status, CallStatus::done);
    EXPECT_EQ(captured.open_minor, 3'880);
    EXPECT_EQ(paypal().capture(payment.at(), "call-1", 6'000).status, CallStatus::done) << "and once";
    EXPECT_EQ(fake_.captures().size(), 1U);
    EXPECT_EQ(paypal().look_up(payment.at())->status, AttemptStatus::authorized) << "by the one it was renewed by";
}

TEST_F(PayPalTest, what_the_buyer_approved_is_carried_out_by_looking_at_it) {
    fake_.add_order("O1", "CAPTURE", "PAYER_ACTION_REQUIRED", "98.80");
    GatewayPayment payment("O1");
    payment.payment.status = AttemptStatus::initiated;
    EXPECT_EQ(paypal().look_up(payment.at())->status, AttemptStatus::initiated);
    fake_.add_order("O1", "CAPTURE", "APPROVED", "98.80");
    for (int i = 0; i < 2; ++i) {
        const auto truth = paypal().look_up(payment.at()).value();
        EXPECT_EQ(truth.status, AttemptStatus::captured);
        ASSERT_EQ(truth.captures.size(), 1U);
        EXPECT_EQ(truth.captures[0].amount_minor, 9'880);
    }
    EXPECT_EQ(fake_.captures().size(), 1U);
    fake_.add_order("O2", "AUTHORIZE", "APPROVED", "98.80");
    payment.payment.reference = "O2";
    EXPECT_EQ(paypal().look_up(payment.at())->status, AttemptStatus::authorized);
    EXPECT_EQ(paypal().capture(payment.at(), "call-1", 9'880).status, CallStatus::done);
}

TEST_F(PayPalTest, nothing_is_taken_of_a_buyer_for_a_sum_that_changed_or_a_link_that_ended) {
    fake_.add_order("O1", "CAPTURE", "APPROVED", "98.80");
    GatewayPayment payment("O1", 9'000);
    payment.payment.status = AttemptStatus::initiated;
    EXPECT_EQ(paypal().look_up(payment.at())->status, AttemptStatus::pending);
    payment.payment.amount_minor = 9'880;
    payment.payment.status = AttemptStatus::voided;
    EXPECT_TRUE(paypal().look_up(payment.at())->captures.empty());
    EXPECT_TRUE(fake_.captures().empty());
    EXPECT_EQ(paypal().release(payment.at(), "call-1").status, CallStatus::done) << "nothing is held";
}

TEST_F(PayPalTest, references_of_every_kind_lead_to_the_same_payment) {
    fake_.add_authorization("A1", "98.80");
    paypal().capture(GatewayPayment("A1").at(), "call-1", 9'880);
    const std::string capture_id = text_of(fake_.captures().at(0), {"id"});
    for (const std::string& reference : {std::string("A1"), std::string("ORDERA1"), capture_id}) {
        const GatewayPayment payment(reference);
        const auto truth = paypal().look_up(payment.at());
        ASSERT_TRUE(truth) << reference;
        EXPECT_EQ(truth->status, AttemptStatus::captured) << reference;
        EXPECT_EQ(truth->captures.at(0).key, "call-1") << reference;
        EXPECT_EQ(paypal().refund(payment.at(), "refund-" + reference, 100).status, CallStatus::done) << reference;
    }
    EXPECT_EQ(sum(fake_.refunds()), 300);
    EXPECT_EQ(fault_of(paypal().look_up(GatewayPayment("NOBODY").at())), "not_found");
    EXPECT_EQ(fault_of(paypal().look_up(GatewayPayment("A1/../../x").at())), "not_found");
}

TEST_F(PayPalTest, a_token_serves_until_it_is_not_accepted_and_is_renewed_once) {
    fake_.add_authorization("A1", "98.80");
    const GatewayPayment payment("A1");
    EXPECT_TRUE(paypal().look_up(payment.at()));
    EXPECT_TRUE(paypal().look_up(payment.at()));
    EXPECT_EQ(fake_.tokens_given(), 1U);
    fake_.forgets_tokens = true;
    EXPECT_TRUE(paypal().look_up(payment.at()));
    EXPECT_EQ(fake_.tokens_given(), 2U);
}

// What the worker does with a call without an answer: look up, and ask again with the same key when nothing is known.
CallAnswer settled(gateways::PayPalGateway gateway, const GatewayPayment& payment, const std::string& key,
                   bool is_capture, std::int64_t amount_minor) {
    const auto truth = gateway.look_up(payment.at()).value();
    for (const auto& moved : is_capture ? truth.captures : truth.refunds) {
        if (moved.key == key) return {CallStatus::done, moved.reference, "PAYER1", "", moved.amount_minor};
    }
    return is_capture ? gateway.capture(payment.at(), key, amount_minor)
                      : gateway.refund(payment.at(), key, amount_minor);
}

TEST_F(PayPalTest, money_moves_once_whatever_happens_to_the_connection) {
    const std::vector<std::pair<std::string, ScriptedReply>> fates{
        {"late", {200, "{}", {}, Delivery::whole, 700}}, {"cut", {200, "{}", {}, Delivery::cut_before}},
        {"half", {200, "{}", {}, Delivery::cut_within}}, {"error", {500, "{}"}},
        {"busy", {429, "{}", {"Retry-After: 1"}}},       {"down", {503, "{}", {"Retry-After: 1"}}},
        {"twice", {200, "{}", {}, Delivery::doubled}},
    };
    int number = 0;
    for (const bool is_after : {false, true}) {
        for (const auto& [name, reply] : fates) {
            if (!is_after && reply.status == 200 && reply.delivery != Delivery::cut_before) continue;
            const std::string id = "A" + std::to_string(++number);
            fake_.add_authorization(id, "98.80");
            const GatewayPayment payment(id);
            const CallStatus wanted = name == "twice" ? CallStatus::done : CallStatus::unknown;
            const auto captures_before = fake_.captures().size();
            const auto refunds_before = fake_.refunds().size();
            fake_.fault_is_after = is_after;
            fake_.next_fault = reply;
            EXPECT_EQ(paypal().capture(payment.at(), "capture-" + id, 6'000).status, wanted) << name;
            EXPECT_EQ(settled(paypal(), payment, "capture-" + id, true, 6'000).amount_minor, 6'000) << name;
            fake_.next_fault = reply;
            EXPECT_EQ(paypal().refund(payment.at(), "refund-" + id, 1'000).status, wanted) << name;
            EXPECT_EQ(settled(paypal(), payment, "refund-" + id, false, 1'000).status, CallStatus::done) << name;
            EXPECT_EQ(fake_.captures().size(), captures_before + 1) << name;
            EXPECT_EQ(fake_.refunds().size(), refunds_before + 1) << name;
        }
    }
}

TEST(PayPalAmounts, are_exact_in_every_currency) {
    const auto written = [](std::int64_t amount_minor, const char* code) {
        return gateways::paypal_money(amount_minor, domain::Currency::find(code).value()).value_or("none");
    };
    EXPECT_EQ(written(9'880, "EUR"), R"({"currency_code":"EUR","value":"98.80"})");
    EXPECT_EQ(written(5, "CHF"), R"({"currency_code":"CHF","value":"0.05"})");
    EXPECT_EQ(written(500, "JPY"), R"({"currency_code":"JPY","value":"500"})");
    EXPECT_EQ(written(50'000, "HUF"), R"({"currency_code":"HUF","value":"500"})") << "PayPal knows no fillér";
    EXPECT_EQ(written(50'050, "HUF"), "none");
    EXPECT_EQ(written(9'007'199'254'740'991, "EUR"), R"({"currency_code":"EUR","value":"90071992547409.91"})");
    const auto read = [](const char* text) {
        return gateways::paypal_amount(json::parse(text).value(), domain::Currency::find("EUR").value());
    };
    EXPECT_EQ(read(R"({"currency_code": "EUR", "value": "98.80"})"), 9'880);
    EXPECT_EQ(read(R"({"currency_code": "EUR", "value": "98.8"})"), 9'880);
    EXPECT_EQ(read(R"({"currency_code": "USD", "value": "98.80"})"), 0) << "another currency is another thing";
}

}  // namespace
}  // namespace commis::tests
