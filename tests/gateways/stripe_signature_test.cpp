// Who may speak as Stripe: known answers, and everything that only looks like one.
#include "adapters/gateways/stripe_signature.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "json/parse.hpp"

namespace commis::tests {
namespace {

using gateways::stripe_signature_fault;

constexpr std::int64_t at_s = 1'600'000'000;
const std::string secret = "whsec_test_secret";
const std::string body = "{\n  \"id\": \"evt_test_webhook\",\n  \"object\": \"event\"\n}";
const std::string signature = "d31a0c09b944148f3e0967540577eab14332f9eed37bc847aa57257cb33baf8e";
const std::string header = "t=1600000000,v1=" + signature;

std::string fault(const std::string& told, std::int64_t now_s = at_s) {
    return stripe_signature_fault(told, body, secret, now_s);
}

TEST(StripeSignature, agrees_with_the_known_answers) {
    const char* folder = std::getenv("COMMIS_SHARED_DATA");
    if (folder == nullptr) GTEST_SKIP() << "COMMIS_SHARED_DATA names no folder";
    std::ifstream file(std::string(folder) + "/payments/webhook-signature-vectors.json");
    if (!file) GTEST_SKIP() << "no vectors there";
    std::ostringstream text;
    text << file.rdbuf();
    const auto vectors = json::parse(text.str()).value();
    for (const auto& vector : vectors.at("stripe_style").as_array()) {
        const auto word = [&](const char* name) { return std::string(vector.at(name).as_string()); };
        const std::int64_t now_s = vector.at("timestamp").as_int64();
        EXPECT_EQ(stripe_signature_fault(word("header"), word("body"), word("secret"), now_s), "");
        EXPECT_EQ(stripe_signature_fault(word("header"), word("body") + " ", word("secret"), now_s),
                  "signature_invalid");
        EXPECT_EQ(stripe_signature_fault(word("header"), word("body"), word("secret") + "x", now_s),
                  "signature_invalid");
    }
}

TEST(StripeSignature, is_good_for_five_minutes_before_and_after) {
    EXPECT_EQ(fault(header, at_s + 300), "");
    EXPECT_EQ(fault(header, at_s - 300), "");
    EXPECT_EQ(fault(header, at_s + 301), "too_old");
    EXPECT_EQ(fault(header, at_s - 301), "too_old");
}

TEST(StripeSignature, may_come_with_others_while_a_secret_is_changed) {
    const std::string other(64, '0');
    EXPECT_EQ(fault("t=1600000000,v1=" + other + ",v1=" + signature), "");
    EXPECT_EQ(fault("t=1600000000,v0=" + signature + ",v1=" + other), "signature_invalid");
    EXPECT_EQ(fault("v1=" + signature + ",t=1600000000"), "");
}

TEST(StripeSignature, is_read_strictly) {
    for (const std::string& bad :
         {std::string("t=1600000000"), "v1=" + signature, "t=,v1=" + signature, "t=16e8,v1=" + signature,
          "t=-1600000000,v1=" + signature, "t=1600000000,v1=" + signature.substr(2),
          "t=1600000000,v1=" + signature + "00", "t=1600000000;v1=" + signature,
          "t=99999999999999999999,v1=" + signature, "t=1600000000,v1=zz" + signature.substr(2)}) {
        EXPECT_EQ(fault(bad), "signature_invalid") << bad;
    }
    EXPECT_EQ(fault(""), "signature_missing");
    EXPECT_EQ(fault("t=01600000000,v1=" + signature), "signature_invalid") << "another text of the time";
    EXPECT_EQ(fault("t=1600000001,v1=" + signature), "signature_invalid");
    EXPECT_EQ(fault(std::string(10'000, ',') + header), "signature_invalid");
}

TEST(StripeSignature, needs_a_secret) {
    // HMAC-SHA256 of the same text with an empty key, which anybody can make.
    const std::string made = "4322437ea7879b6a50873e4e4cd9caf9df610d655864ee4439aea886eba6717d";
    EXPECT_EQ(stripe_signature_fault("t=1600000000,v1=" + made, body, "", at_s), "signature_invalid");
}

}  // namespace
}  // namespace commis::tests
