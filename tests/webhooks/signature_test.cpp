// The signature against known answers of others.
#include "adapters/webhooks/signature.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "support/shared_data.hpp"

namespace commis::webhooks {
namespace {

TEST(WebhookSignature, EqualsTheKnownAnswers) {
    COMMIS_NEED_SHARED_DATA("payments/webhook-signature-vectors.json");
    const auto text = tests::read_text(tests::shared_data("payments/webhook-signature-vectors.json"));
    const auto vectors = boost::json::parse(text).at("standard_webhooks").as_array();
    ASSERT_FALSE(vectors.empty());
    for (const auto& vector : vectors) {
        const auto member = [&](const char* name) { return std::string(vector.at(name).as_string()); };
        EXPECT_EQ(signature_of(member("webhook-id"), std::stoll(member("webhook-timestamp")), member("body"),
                               {member("secret")}),
                  member("webhook-signature"));
    }
}

TEST(WebhookSignature, EverySecretSignsWhileTheyChange) {
    const std::string one = signature_of("id", 1, "{}", {"whsec_b25l"});
    const std::string two = signature_of("id", 1, "{}", {"whsec_dHdv"});
    EXPECT_TRUE(one.starts_with("v1,"));
    EXPECT_NE(one, two);
    EXPECT_EQ(signature_of("id", 1, "{}", {"whsec_b25l", "whsec_dHdv"}), one + " " + two);
    EXPECT_EQ(signature_of("id", 1, "{}", {"whsec_no base64!"}), "");
    EXPECT_NE(signature_of("id", 2, "{}", {"whsec_b25l"}), one);
    EXPECT_NE(signature_of("ie", 1, "{}", {"whsec_b25l"}), one);
}

}  // namespace
}  // namespace commis::webhooks
