// The strict JSON door: what is taken, what is refused, and with which code.
#include "json/parse.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "support/shared_data.hpp"

namespace commis::json {
namespace {

std::string code_of(std::string_view text) {
    const auto parsed = parse(text);
    return parsed ? "" : parsed.error().code;
}

TEST(Parse, takes_plain_documents) {
    const auto parsed = parse(R"( {"a": [1, -2, 18446744073709551615, 1.5e3, true, null, "é\u00e9\ud83d\ude00"]} )");
    ASSERT_TRUE(parsed);
    const auto& list = parsed->at("a").as_array();
    EXPECT_EQ(list[2].as_uint64(), 18446744073709551615U);
    EXPECT_EQ(list[6].as_string(), "éé😀");
}

TEST(Parse, names_a_repeated_name_with_its_pointer) {
    const auto parsed = parse(R"({"lines": [{"sku": "A"}, {"sku": "B", "b/c~": {"x": 1, "x": 2}}]})");
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().code, "duplicate_name");
    EXPECT_EQ(parsed.error().field, "/lines/1/b~1c~0/x");
}

TEST(Parse, sees_through_escapes_in_repeated_names) {
    EXPECT_EQ(code_of(R"({"a": 1, "\u0061": 2})"), "duplicate_name");
    EXPECT_EQ(code_of(R"({"": 1, "": 2})"), "duplicate_name");
}

TEST(Parse, a_repeat_inside_an_overwritten_value_is_found_too) {
    EXPECT_EQ(code_of(R"({"a": {"x": 1, "x": 2}, "a": 3})"), "duplicate_name");
}

TEST(Parse, limits_depth) {
    EXPECT_EQ(code_of(std::string(32, '[') + std::string(32, ']')), "");
    EXPECT_EQ(code_of(std::string(33, '[') + std::string(33, ']')), "nested_too_deep");
    EXPECT_EQ(code_of(std::string(100'000, '[')), "nested_too_deep");
}

TEST(Parse, refuses_numbers_that_would_lose_digits_or_overflow) {
    EXPECT_EQ(code_of("9223372036854775807"), "");
    EXPECT_EQ(code_of("18446744073709551616"), "number_out_of_range");
    EXPECT_EQ(code_of("-9223372036854775809"), "number_out_of_range");
    EXPECT_EQ(code_of("[123456789012345678901234567890]"), "number_out_of_range");
    EXPECT_EQ(code_of("1e400"), "number_out_of_range");
    EXPECT_EQ(code_of("-1e400"), "number_out_of_range");
    EXPECT_EQ(code_of("[1e99999999999999999999]"), "number_out_of_range");
    EXPECT_EQ(code_of("[1.5, 18446744073709551616]"), "number_out_of_range");
    EXPECT_EQ(code_of("12345678901234567890.5"), "");
}

TEST(Parse, refuses_broken_unicode) {
    EXPECT_EQ(code_of(R"(["\ud800"])"), "malformed_json");
    EXPECT_EQ(code_of(R"(["\udc00"])"), "invalid_unicode");
    EXPECT_EQ(code_of(R"(["\ud800\u0041"])"), "invalid_unicode");
    EXPECT_EQ(code_of("[\"\xff\"]"), "invalid_utf8");
    EXPECT_EQ(code_of("[\"\xc0\xaf\"]"), "invalid_utf8");
    EXPECT_EQ(code_of("[\"\xed\xa0\x80\"]"), "invalid_utf8");
}

TEST(Parse, says_where_it_stopped) {
    const auto parsed = parse("[1,,2]");
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().code, "malformed_json");
    EXPECT_EQ(parsed.error().detail, "This is not JSON, near byte 3.");
    EXPECT_EQ(parse("").error().detail, "The text ends too early, near byte 0.");
    EXPECT_EQ(code_of("{} {}"), "malformed_json");
    EXPECT_EQ(code_of("[1] // a comment"), "malformed_json");
    EXPECT_EQ(code_of("[1,]"), "malformed_json");
    EXPECT_EQ(code_of(std::string_view("[\"\0\"]", 5)), "malformed_json");
}

// JSONTestSuite: names starting with y must be taken, with n refused; i may go either way but must not crash.
TEST(Parse, agrees_with_the_public_test_suite) {
    COMMIS_NEED_SHARED_DATA("bad-input/json-parsing");
    const auto folder = tests::shared_data("bad-input/json-parsing");
    int seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string text = tests::read_text(entry.path());
        const std::string name = entry.path().filename().string();
        const auto parsed = parse(text);
        // Repeated names are legal in the suite and refused here on purpose.
        const bool is_repeat = name.find("duplicated_key") != std::string::npos;
        if (name.starts_with("y_") && !is_repeat) {
            EXPECT_TRUE(parsed) << name;
        }
        if (name.starts_with("n_") || is_repeat) {
            EXPECT_FALSE(parsed) << name;
        }
        if (!parsed) {
            EXPECT_FALSE(parsed.error().code.empty());
        }
        ++seen;
    }
    EXPECT_GT(seen, 100);
}

}  // namespace
}  // namespace commis::json
