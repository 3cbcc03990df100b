// Where a page of a list begins, as the cursor in its address says it.
#include <gtest/gtest.h>

#include "http/order_query.hpp"

namespace commis::http {
namespace {

// As it stands in an address: the digits of its bytes.
std::string in_digits(std::string_view text) {
    std::string digits;
    for (const char sign : text) {
        constexpr std::string_view hex = "0123456789abcdef";
        digits += hex[static_cast<unsigned char>(sign) >> 4U];
        digits += hex[static_cast<unsigned char>(sign) & 15U];
    }
    return digits;
}

TEST(ListCursor, comes_back_as_it_was) {
    const ports::OrderCursor cursor{"K\u00e4te", -1'760'000'000'000, 7, "01K7000000000000000000000A"};
    const auto again = decode_cursor(encode_cursor(cursor));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->key_text, cursor.key_text);
    EXPECT_EQ(again->key_number, cursor.key_number);
    EXPECT_EQ(again->shop_id, cursor.shop_id);
    EXPECT_EQ(again->order_id, cursor.order_id);
}

TEST(ListCursor, what_no_list_wrote_is_refused) {
    for (const char* text : {"", "abc", "zz", "-15b", "7b7d"}) EXPECT_FALSE(decode_cursor(text)) << text;
    EXPECT_TRUE(decode_cursor(in_digits(R"(["",1,7,""])")));
    EXPECT_FALSE(decode_cursor(in_digits(R"(["",1.5,7,""])")));
    EXPECT_FALSE(decode_cursor(in_digits(R"(["",1,7])")));
    // A sign that no stored text has, and that PostgreSQL refuses.
    EXPECT_FALSE(decode_cursor(in_digits("[\"\\u0000\",1,7,\"\"]")));
    EXPECT_FALSE(decode_cursor(in_digits("[\"\",1,7,\"\\u0000\"]")));
}

}  // namespace
}  // namespace commis::http
