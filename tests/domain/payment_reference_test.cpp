// Check digits agree with the published examples, and a reference gives back the number it was made of.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "domain/payment_reference.hpp"
#include "json/parse.hpp"
#include "support/shared_data.hpp"

namespace commis::domain {
namespace {

const json::Value& samples() {
    static const json::Value read =
        json::parse(tests::read_text(tests::shared_data("bank/reference-numbers.json"))).value();
    return read;
}

int agrees_on(std::string_view list, ReferenceKind kind) {
    int compared = 0;
    for (const json::Value& sample : samples().at(list).as_array()) {
        const std::string text(sample.at("ref").as_string());
        const auto read = read_payment_reference(text);
        EXPECT_EQ(read.has_value(), sample.at("valid").as_bool()) << text;
        EXPECT_TRUE(!read || read->kind == kind) << text;
        ++compared;
    }
    return compared;
}

TEST(PaymentReference, check_digits_agree_with_the_published_samples) {
    COMMIS_NEED_SHARED_DATA("bank/reference-numbers.json");
    EXPECT_EQ(agrees_on("qrr", ReferenceKind::qrr), 5);
    EXPECT_EQ(agrees_on("scor", ReferenceKind::scor), 4);
    int accounts = 0;
    for (const json::Value& sample : samples().at("account_kind").as_array()) {
        EXPECT_EQ(is_qr_iban(sample.at("iban").as_string()), sample.at("qr_iban").as_bool());
        ++accounts;
    }
    EXPECT_EQ(accounts, 2);
}

TEST(PaymentReference, is_printed_in_groups) {
    EXPECT_EQ(printed(*read_payment_reference("210000000003139471430009017")), "21 00000 00003 13947 14300 09017");
    EXPECT_EQ(printed(*read_payment_reference("rf18 5390 0754 7034")), "RF18 5390 0754 7034");
}

TEST(PaymentReference, holds_the_number_of_an_order) {
    const auto qrr = make_qrr("INV-2026-0007");
    ASSERT_TRUE(qrr);
    EXPECT_EQ(qrr->text.size(), 27U);
    EXPECT_EQ(held_number(*qrr), "20260007");
    EXPECT_TRUE(holds_number(*qrr, "INV-2026-0007"));
    EXPECT_FALSE(holds_number(*qrr, "INV-2026-0008"));
    const auto scor = make_scor("inv-2026-0007");
    ASSERT_TRUE(scor);
    EXPECT_EQ(held_number(*scor), "INV20260007");
    EXPECT_TRUE(holds_number(*scor, "INV-2026-0007"));
    EXPECT_FALSE(holds_number(*scor, "2026-0007"));
}

TEST(PaymentReference, of_nothing_is_none) {
    EXPECT_FALSE(make_qrr("ABC"));
    EXPECT_FALSE(make_qrr("000"));
    EXPECT_FALSE(make_qrr(std::string(27, '1')));
    EXPECT_FALSE(make_scor("--"));
    EXPECT_FALSE(make_scor(std::string(22, 'A')));
    EXPECT_FALSE(read_payment_reference(""));
    EXPECT_FALSE(read_payment_reference(std::string(27, '0'))) << "no number at all";
    EXPECT_EQ(number_digits("R-000"), "");
}

TEST(PaymentReference, made_is_read_and_one_wrong_digit_is_noticed) {
    EXPECT_TRUE(rc::check([](std::uint32_t chosen) {
        const std::string number = std::to_string(chosen % 1'000'000'000 + 1);
        for (auto made : {make_qrr(number), make_scor("A" + number)}) {
            RC_ASSERT(made.has_value());
            RC_ASSERT(read_payment_reference(printed(*made)) == made);
            char& digit = made->text.back();
            digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
            RC_ASSERT(!read_payment_reference(made->text).has_value());
        }
    }));
}

}  // namespace
}  // namespace commis::domain
