// The direct writer: commas, escapes, numbers, and text that is not UTF-8; the naughty strings survive a round trip.
#include "json/writer.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "json/parse.hpp"
#include "json/utf8.hpp"
#include "support/shared_data.hpp"

namespace commis::json {
namespace {

TEST(Writer, places_commas) {
    std::string out;
    Writer writer(out);
    writer.object().key("a").array().value(1).value(true).null().array().end().object().end().end();
    writer.member("b", "x").key("c").raw("[1,2]").end();
    EXPECT_EQ(out, R"({"a":[1,true,null,[],{}],"b":"x","c":[1,2]})");
    EXPECT_TRUE(writer.is_complete());
}

TEST(Writer, appends_to_what_is_there) {
    std::string out = "data: ";
    Writer(out).array().value(1).end();
    EXPECT_EQ(out, "data: [1]");
}

TEST(Writer, writes_whole_numbers_exactly) {
    std::string out;
    Writer writer(out);
    writer.array().value(std::numeric_limits<std::int64_t>::min()).value(std::numeric_limits<std::uint64_t>::max());
    writer.value(std::optional<int>{}).value(std::optional<int>{3}).end();
    EXPECT_EQ(out, "[-9223372036854775808,18446744073709551615,null,3]");
}

TEST(Writer, escapes_what_json_needs) {
    std::string out;
    append_quoted(out, std::string_view("\"\\/\n\r\t\b\f\x01\x1f\x7f\0é😀", 18));
    EXPECT_EQ(out, "\"\\\"\\\\/\\n\\r\\t\\b\\f\\u0001\\u001f\x7f\\u0000é😀\"");
}

TEST(Writer, repairs_text_that_is_not_utf8) {
    std::string out;
    append_quoted(out, "a\xff\xc3(\xe2\x82");
    EXPECT_EQ(out, "\"a\uFFFD\uFFFD(\uFFFD\uFFFD\"");
    EXPECT_TRUE(is_valid_utf8(out));
}

TEST(Writer, naughty_strings_come_back_byte_for_byte) {
    COMMIS_NEED_SHARED_DATA("bad-input/blns.json");
    const std::string text = tests::read_text(tests::shared_data("bad-input/blns.json"));
    const auto list = parse(text);
    ASSERT_TRUE(list) << list.error().detail;
    for (const auto& entry : list->as_array()) {
        const std::string_view naughty(entry.as_string().data(), entry.as_string().size());
        std::string out;
        append_quoted(out, naughty);
        EXPECT_EQ(parse(out).value(), entry);
    }
}

TEST(Utf8, knows_well_formed_text) {
    for (const std::string_view good : {"", "plain text of some length", "é", "€", "😀", "\xf4\x8f\xbf\xbf"}) {
        EXPECT_TRUE(is_valid_utf8(good)) << good;
    }
    for (const std::string_view bad : {"\x80", "\xc1\x81", "\xe0\x80\x80", "\xed\xbf\xbf", "\xf4\x90\x80\x80", "\xf5",
                                       "\xc3", "\xe2\x82", "\xf0\x9f\x98", "twelve bytes\xff and more text"}) {
        EXPECT_FALSE(is_valid_utf8(bad));
    }
}

}  // namespace
}  // namespace commis::json
