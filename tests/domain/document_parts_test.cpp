// The credit notes of an invoice add up to it at every rate of tax, whatever is credited in which order.
#include "domain/document_parts.hpp"

#include <rapidcheck.h>

#include "domain/decisions/units.hpp"
#include "domain/sample.hpp"
#include "gtest/gtest.h"

namespace commis::domain {
namespace {

constexpr TaxRate high = TaxRate::of(200'000);
constexpr TaxRate low = TaxRate::of(55'000);

std::int64_t sum(const std::vector<RateSum>& sums) {
    std::int64_t amount_minor = 0;
    for (const RateSum& each : sums) amount_minor += each.amount_minor;
    return amount_minor;
}

// What stands after a credit of these parts.
std::vector<RateSum> less(std::vector<RateSum> sums, std::span<const DocumentPart> parts) {
    for (const RateSum& credited : by_rate(parts)) {
        for (RateSum& each : sums) {
            if (each.rate != credited.rate) continue;
            each.amount_minor -= credited.amount_minor;
            each.tax_minor -= credited.tax_minor;
        }
    }
    return sums;
}

TEST(DocumentParts, AnInvoiceIsAboutEveryLineAndTheShipping) {
    const Order order = sample::placed(sample::example(), sample::profile("web-shop"));
    const auto parts = parts_to_invoice(order);
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(amount_of(parts), content_totals(order).total_minor);
    EXPECT_EQ(tax_of(parts), content_totals(order).tax_minor);
    EXPECT_EQ(parts[0].quantity, 3);
    EXPECT_TRUE(parts[2].shipping);
    const auto sums = by_rate(parts);
    ASSERT_EQ(sums.size(), 2U);
    EXPECT_EQ(sums[0].rate, high) << "the highest rate first";
}

TEST(DocumentParts, WhatLeftIsTheDifference) {
    const Order before = sample::placed(sample::example(), sample::profile("web-shop"));
    Order after = before;
    const Taken taken = take_active(after.lines[0], 2, {}, UnitStatus::cancelled, Leaving::unshipped_first);
    after.shipping.cancelled = true;
    const auto parts = parts_left(before, after);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].line_id, before.lines[0].id);
    EXPECT_EQ(parts[0].quantity, 2);
    EXPECT_EQ(parts[0].amount_minor, taken.value_minor);
    EXPECT_EQ(parts[0].tax_minor, taken.tax_minor);
    EXPECT_EQ(parts[1].amount_minor, before.shipping.total_minor);
    EXPECT_TRUE(parts_left(before, before).empty());
}

TEST(DocumentParts, AnAmountIsSpreadOverTheRates) {
    const std::vector<RateSum> standing{{high, 12'000, 2'000}, {low, 6'000, 313}};
    const auto parts = credit_parts(standing, {}, 3'000);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].amount_minor, 2'000);
    EXPECT_EQ(parts[0].tax_minor, 333);
    EXPECT_EQ(parts[1].amount_minor, 1'000);
    EXPECT_EQ(parts[1].tax_minor, 52);
    EXPECT_TRUE(parts[0].line_id.empty());
}

// After a goodwill credit a line can ask back more than its rate still has: the rest comes off the other rate.
TEST(DocumentParts, NoRateGoesBelowZero) {
    const std::vector<RateSum> standing{{high, 7'500, 1'250}, {low, 7'500, 391}};
    const DocumentPart unit{
        .line_id = "a", .quantity = 1, .tax_rate = high, .amount_minor = 10'000, .tax_minor = 1'667};
    const auto parts = credit_parts(standing, std::vector{unit}, 0);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].amount_minor, 7'500);
    EXPECT_EQ(parts[0].tax_minor, 1'250) << "all that is left takes all of its tax";
    EXPECT_EQ(parts[1].amount_minor, 2'500);
    EXPECT_EQ(parts[1].tax_rate, low);
}

TEST(DocumentParts, NothingIsCreditedBeyondWhatStands) {
    EXPECT_TRUE(credit_parts({}, {}, 500).empty());
    EXPECT_TRUE(credit_parts({{high, 0, 0}}, {}, 500).empty());
    EXPECT_EQ(amount_of(credit_parts({{high, 300, 50}}, {}, 500)), 300);
}

TEST(DocumentParts, CreditsInAnyOrderAddUpToTheInvoiceAtEveryRate) {
    EXPECT_TRUE(rc::check([] {
        std::vector<RateSum> standing;
        for (const std::int64_t percent_e4 : {250'000, 200'000, 81'000, 55'000, 0}) {
            if (*rc::gen::arbitrary<bool>()) continue;
            const std::int64_t amount_minor = *rc::gen::inRange<std::int64_t>(1, 500'000);
            const TaxRate rate = TaxRate::of(percent_e4);
            standing.push_back({rate, amount_minor, tax_of(amount_minor, rate, true)});
        }
        std::int64_t credited_minor = 0;
        const std::int64_t invoiced_minor = sum(standing);
        for (int round = 0; round < 50 && sum(standing) > 0; ++round) {
            std::vector<DocumentPart> wanted;
            for (const RateSum& each : standing) {
                if (*rc::gen::arbitrary<bool>()) continue;
                const std::int64_t amount_minor = *rc::gen::inRange<std::int64_t>(1, 200'000);
                wanted.push_back({.line_id = "x",
                                  .quantity = 1,
                                  .tax_rate = each.rate,
                                  .amount_minor = amount_minor,
                                  .tax_minor = tax_of(amount_minor, each.rate, true)});
            }
            const std::int64_t extra_minor = *rc::gen::inRange<std::int64_t>(0, 50'000);
            const std::int64_t asked_minor = amount_of(wanted) + extra_minor;
            const auto parts = credit_parts(standing, wanted, extra_minor);
            RC_ASSERT(amount_of(parts) == std::min(asked_minor, sum(standing)));
            standing = less(standing, parts);
            credited_minor += amount_of(parts);
            for (const RateSum& each : standing) {
                RC_ASSERT(each.amount_minor >= 0);
                RC_ASSERT(each.tax_minor >= 0);
                RC_ASSERT(each.tax_minor <= each.amount_minor);
                RC_ASSERT(each.amount_minor > 0 || each.tax_minor == 0);
            }
        }
        const auto rest = credit_parts(standing, {}, invoiced_minor);
        RC_ASSERT(credited_minor + amount_of(rest) == invoiced_minor);
        for (const RateSum& each : less(standing, rest)) {
            RC_ASSERT(each.amount_minor == 0);
            RC_ASSERT(each.tax_minor == 0);
        }
    }));
}

}  // namespace
}  // namespace commis::domain
