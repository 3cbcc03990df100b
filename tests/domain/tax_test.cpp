// Tax by rate on the document's sum: the contract's example to the cent, other currencies, both ways of pricing.
#include "domain/tax.hpp"

#include <rapidcheck.h>

#include <numeric>

#include "domain/decisions/pricing.hpp"
#include "domain/sample.hpp"
#include "gtest/gtest.h"

namespace commis::domain {
namespace {

TEST(TaxRate, reads_exact_decimals) {
    struct Row {
        const char* text;
        std::int64_t percent_e4;
        const char* shortest;
    };
    for (const Row& row : {Row{"0", 0, "0"}, Row{"20", 200'000, "20"}, Row{"5.5", 55'000, "5.5"},
                           Row{"8.10", 81'000, "8.1"}, Row{"2.6", 26'000, "2.6"}, Row{"0.0001", 1, "0.0001"},
                           Row{"100", 1'000'000, "100"}, Row{"007", 70'000, "7"}}) {
        ASSERT_TRUE(TaxRate::parse(row.text)) << row.text;
        EXPECT_EQ(TaxRate::parse(row.text)->percent_e4(), row.percent_e4) << row.text;
        EXPECT_EQ(TaxRate::parse(row.text)->to_string(), row.shortest) << row.text;
    }
}

TEST(TaxRate, refuses_everything_else) {
    for (const char* text : {"", "-1", "+1", "20%", "20,5", "1e1", "100.0001", "101", "0.00001", ".5", "5.", " 5", "5 ",
                             "1000", "0x5", "five"}) {
        EXPECT_FALSE(TaxRate::parse(text)) << text;
    }
}

TEST(Tax, is_contained_or_added_half_away_from_zero) {
    const TaxRate twenty = TaxRate::of(200'000);
    EXPECT_EQ(tax_of(6'000, twenty, true), 1'000);
    EXPECT_EQ(tax_of(5'000, twenty, false), 1'000);
    EXPECT_EQ(tax_of(3, twenty, true), 1) << "0.5 goes up";
    EXPECT_EQ(tax_of(-3, twenty, true), -1);
    EXPECT_EQ(tax_of(12'345, TaxRate{}, true), 0);
    EXPECT_EQ(tax_of(100, TaxRate::of(1'000'000), true), 50);
}

// api.md: lines 15997, discount 500, shipping 690, tax 1588, total 16187; line 1 discount 187, tax 968, total 5810.
TEST(Tax, the_contract_s_example_is_right_to_the_cent) {
    const Order order = sample::placed(sample::example(), sample::profile("web-shop"));
    const ContentTotals totals = content_totals(order);
    EXPECT_EQ(totals.lines_minor, 15'997);
    EXPECT_EQ(totals.discount_minor, 500);
    EXPECT_EQ(totals.shipping_minor, 690);
    EXPECT_EQ(totals.tax_minor, 1'588);
    EXPECT_EQ(totals.total_minor, 16'187);
    EXPECT_EQ(order.lines[0].discount_minor, 187);
    EXPECT_EQ(order.lines[0].tax_minor, 968);
    EXPECT_EQ(order.lines[0].total_minor, 5'810);
    EXPECT_EQ(order.lines[0].total_minor + order.lines[1].total_minor + order.shipping.total_minor, 16'187);
}

// api.md's second half: one of the three mugs cancelled after payment leaves 14250 owed.
TEST(Tax, one_mug_less_is_owed_back) {
    Order order = sample::placed(sample::example(), sample::profile("web-shop"));
    order.lines[0].cancelled = 1;
    order.lines[0].left_minor = 1'937;
    sample::add_payment(order, AttemptStatus::captured, 16'187);
    const Standing standing = standing_of(order, sample::profile("web-shop"));
    EXPECT_EQ(standing.figures().cancelled_minor, 1'937);
    EXPECT_EQ(standing.figures().owed(), 14'250);
    EXPECT_EQ(standing.figures().due(), 0);
    EXPECT_EQ(standing.figures().owed_back(), 1'937);
    EXPECT_EQ(standing.figures().refundable(), 16'187);
    EXPECT_EQ(standing.payment_status, PaymentStatus::paid);
    EXPECT_EQ(standing.summary, SummaryStatus::partial);
    EXPECT_EQ(standing.units.active, 4);
    EXPECT_EQ(standing.units.total, 5);
}

TEST(Tax, prices_without_tax_add_it) {
    PlaceOrder command = sample::example();
    command.prices_include_tax = false;
    const ContentTotals totals = content_totals(sample::placed(command, sample::profile("web-shop")));
    EXPECT_EQ(totals.lines_minor - totals.discount_minor + totals.shipping_minor + totals.tax_minor,
              totals.total_minor);
    // 20 % of 5810 + 690 and 5.5 % of 9687.
    EXPECT_EQ(totals.tax_minor, 1'300 + 533);
    EXPECT_EQ(totals.total_minor, 16'187 + 1'833);
}

TEST(Tax, currencies_without_or_with_three_digits_round_in_their_own_unit) {
    PlaceOrder command = sample::plain(LineKind::goods, 3, "cheque");
    command.lines[0].tax_rate = "10";
    command.currency = "JPY";
    command.lines[0].unit_price_minor = 333;
    EXPECT_EQ(content_totals(sample::placed(command, sample::profile("web-shop"))).tax_minor, 91);
    command.currency = "KWD";
    command.lines[0].unit_price_minor = 1'234;
    EXPECT_EQ(content_totals(sample::placed(command, sample::profile("web-shop"))).tax_minor, 337);
}

TEST(Tax, a_shop_may_round_per_line) {
    PlaceOrder command = sample::plain(LineKind::goods, 1, "cheque");
    command.lines[0].unit_price_minor = 103;
    command.lines[0].tax_rate = "20";
    command.lines.resize(3, command.lines[0]);
    Profile profile = sample::profile("web-shop");
    // 51.5 on the document, 17.17 on a line.
    EXPECT_EQ(content_totals(sample::placed(command, profile)).tax_minor, 52);
    profile.tax_rounding = TaxRounding::line;
    EXPECT_EQ(content_totals(sample::placed(command, profile)).tax_minor, 51);
}

TEST(Tax, the_taxes_of_one_rate_sum_to_the_tax_of_their_sum) {
    EXPECT_TRUE(rc::check([](bool included) {
        const auto amounts = *rc::gen::nonEmpty(
            rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 10'000'000)));
        std::vector<Taxable> taxables;
        std::array<std::int64_t, 3> sums{};
        const std::array<TaxRate, 3> rates{TaxRate::of(200'000), TaxRate::of(55'000), TaxRate{}};
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            taxables.push_back({amounts[i], rates[i % 3]});
            sums[i % 3] += amounts[i];
        }
        const auto taxes = taxes_of(taxables, included, TaxRounding::document);
        std::int64_t expected = 0;
        for (std::size_t i = 0; i < 3; ++i) expected += tax_of(sums[i], rates[i], included);
        RC_ASSERT(std::accumulate(taxes.begin(), taxes.end(), std::int64_t{0}) == expected);
    }));
}

// The parts of every order add up to its total, whatever was ordered.
TEST(Pricing, lines_and_shipping_add_up_to_the_total) {
    EXPECT_TRUE(rc::check([](bool included, bool per_line) {
        Order order;
        order.prices_include_tax = included;
        const auto count = *rc::gen::inRange<std::size_t>(1, 12);
        std::int64_t entered = 0;
        for (std::size_t i = 0; i < count; ++i) {
            Line line;
            line.quantity = *rc::gen::inRange<std::int32_t>(1, 100);
            line.unit_price_minor = *rc::gen::inRange<std::int64_t>(0, 1'000'000);
            line.discount_minor = *rc::gen::inRange<std::int64_t>(0, line.unit_price_minor * line.quantity + 1);
            line.tax_rate = TaxRate::of(*rc::gen::element<std::int64_t>(0, 26'000, 81'000, 200'000, 250'000));
            entered += line.unit_price_minor * line.quantity - line.discount_minor;
            order.lines.push_back(line);
        }
        order.discount_minor = *rc::gen::inRange<std::int64_t>(0, entered + 1);
        order.shipping.amount_minor = *rc::gen::inRange<std::int64_t>(0, 10'000);
        order.shipping.tax_rate = TaxRate::of(200'000);
        std::vector<FieldError> errors;
        price(order, per_line ? TaxRounding::line : TaxRounding::document, errors);
        RC_ASSERT(errors.empty());
        const ContentTotals totals = content_totals(order);
        const std::int64_t net_or_gross = totals.lines_minor - totals.discount_minor + totals.shipping_minor;
        RC_ASSERT(totals.total_minor == net_or_gross + (included ? 0 : totals.tax_minor));
        for (const Line& line : order.lines) RC_ASSERT(line.total_minor >= 0);
    }));
}

}  // namespace
}  // namespace commis::domain
