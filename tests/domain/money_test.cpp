// Amounts go in and out as text without loss, for every exponent, and never beyond the limit.
#include "domain/money.hpp"

#include <rapidcheck.h>

#include "gtest/gtest.h"

namespace commis::domain {
namespace {

Currency currency(std::string_view code) { return Currency::find(code).value(); }

TEST(Currency, knows_the_exponents_of_iso_4217) {
    struct Row {
        const char* code;
        int exponent;
    };
    for (const Row& row : {Row{"EUR", 2}, Row{"CHF", 2}, Row{"DKK", 2}, Row{"GBP", 2}, Row{"USD", 2}, Row{"JPY", 0},
                           Row{"KRW", 0}, Row{"ISK", 0}, Row{"KWD", 3}, Row{"BHD", 3}, Row{"TND", 3}, Row{"CLF", 4}}) {
        ASSERT_TRUE(Currency::find(row.code)) << row.code;
        EXPECT_EQ(currency(row.code).exponent(), row.exponent) << row.code;
        EXPECT_EQ(currency(row.code).code(), row.code);
    }
}

TEST(Currency, refuses_what_is_none) {
    for (const char* code : {"", "E", "EU", "eur", "EURO", "AAA", "ZZZ", "BTC", "UR ", "R C"}) {
        EXPECT_FALSE(Currency::find(code)) << code;
    }
}

TEST(Money, is_written_with_the_currency_s_digits) {
    EXPECT_EQ(to_decimal({123'450, currency("EUR")}), "1234.50");
    EXPECT_EQ(to_decimal({5, currency("EUR")}), "0.05");
    EXPECT_EQ(to_decimal({-5, currency("EUR")}), "-0.05");
    EXPECT_EQ(to_decimal({1'235, currency("JPY")}), "1235");
    EXPECT_EQ(to_decimal({0, currency("JPY")}), "0");
    EXPECT_EQ(to_decimal({1'234, currency("KWD")}), "1.234");
    EXPECT_EQ(to_decimal({amount_limit_minor, currency("EUR")}), "90071992547409.91");
}

TEST(Money, reads_decimals_and_loses_nothing) {
    EXPECT_EQ(parse_decimal("12.3", currency("EUR")), 1'230);
    EXPECT_EQ(parse_decimal("12", currency("EUR")), 1'200);
    EXPECT_EQ(parse_decimal("-0.05", currency("EUR")), -5);
    EXPECT_EQ(parse_decimal("5.000", currency("EUR")), 500);
    EXPECT_EQ(parse_decimal("5.00", currency("JPY")), 5);
    EXPECT_EQ(parse_decimal("0.001", currency("KWD")), 1);
    EXPECT_EQ(parse_decimal("90071992547409.91", currency("EUR")), amount_limit_minor);
}

TEST(Money, refuses_texts_that_are_no_amount) {
    for (const char* text : {"", "-", ".", ".5", "5.", "1,234.50", "1 234", "+5", "--5", "5-", "1e3", "0x10", "NaN",
                             "5.001", "1.2.3", "٣", "90071992547409.92", "99999999999999999999"}) {
        EXPECT_EQ(parse_decimal(text, currency("EUR")), std::nullopt) << text;
    }
    EXPECT_EQ(parse_decimal("5.5", currency("JPY")), std::nullopt);
}

TEST(Money, every_amount_reads_back_as_it_was_written) {
    EXPECT_TRUE(rc::check([] {
        const auto amount = *rc::gen::inRange<std::int64_t>(-amount_limit_minor, amount_limit_minor + 1);
        const auto unit = currency(*rc::gen::element("JPY", "EUR", "KWD", "CLF"));
        RC_ASSERT(parse_decimal(to_decimal({amount, unit}), unit) == amount);
    }));
}

TEST(Money, products_and_sums_stop_at_the_limit) {
    EXPECT_EQ(multiply_checked(1'999, 3), 5'997);
    EXPECT_EQ(multiply_checked(amount_limit_minor, 1), amount_limit_minor);
    EXPECT_EQ(multiply_checked(amount_limit_minor, 2), std::nullopt);
    EXPECT_EQ(multiply_checked(INT64_MAX, INT64_MAX), std::nullopt);
    EXPECT_EQ(multiply_checked(-amount_limit_minor, 1), -amount_limit_minor);
    EXPECT_EQ(add_checked(amount_limit_minor, 1), std::nullopt);
    EXPECT_EQ(add_checked(amount_limit_minor, -1), amount_limit_minor - 1);
    EXPECT_EQ(add_checked(INT64_MAX, INT64_MAX), std::nullopt);
}

}  // namespace
}  // namespace commis::domain
