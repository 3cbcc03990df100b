// One-time codes against the vectors of RFC 4226 and RFC 6238, and keys that come back as they were drawn.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "adapters/system/secrets.hpp"

namespace commis::system {
namespace {

// "12345678901234567890", the key of both documents.
constexpr std::string_view rfc_key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

TEST(OneTimeCode, IsThatOfRfc4226AppendixD) {
    SodiumSecrets secrets;
    const std::vector<std::string> codes{"755224", "287082", "359152", "969429", "338314",
                                         "254676", "287922", "162583", "399871", "520489"};
    for (std::size_t counter = 0; counter < codes.size(); ++counter) {
        EXPECT_EQ(secrets.one_time_code(rfc_key, static_cast<std::int64_t>(counter)), codes[counter]);
    }
}

// Appendix B shows eight digits; six digits are their last ones.
TEST(OneTimeCode, IsThatOfRfc6238AppendixB) {
    SodiumSecrets secrets;
    const std::vector<std::pair<std::int64_t, std::string>> codes{{59, "94287082"},
                                                                  {1'111'111'109, "07081804"},
                                                                  {1'111'111'111, "14050471"},
                                                                  {1'234'567'890, "89005924"},
                                                                  {2'000'000'000, "69279037"},
                                                                  {20'000'000'000, "65353130"}};
    for (const auto& [at_s, code] : codes) {
        EXPECT_EQ(secrets.one_time_code(rfc_key, at_s / 30), code.substr(2)) << at_s;
    }
}

TEST(OneTimeCode, KeysAreDrawnWholeAndEachAnother) {
    SodiumSecrets secrets;
    std::set<std::string> keys;
    for (int round = 0; round < 200; ++round) {
        const std::string key = secrets.random_base32(20);
        EXPECT_TRUE(std::regex_match(key, std::regex("[A-Z2-7]{32}"))) << key;
        EXPECT_EQ(secrets.one_time_code(key, 1).size(), 6U);
        keys.insert(key);
    }
    EXPECT_EQ(keys.size(), 200U);
    EXPECT_EQ(secrets.random_base32(10).size(), 16U);
}

TEST(OneTimeCode, ATextThatIsNoKeyGivesNone) {
    SodiumSecrets secrets;
    EXPECT_EQ(secrets.one_time_code("", 1), "");
    EXPECT_EQ(secrets.one_time_code("not base32", 1), "");
}

// FIPS 180-2, appendix B.1.
TEST(Sha256, IsThatOfTheStandard) {
    SodiumSecrets secrets;
    EXPECT_EQ(secrets.sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace commis::system
