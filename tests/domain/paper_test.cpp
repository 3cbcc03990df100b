// Which tax a position falls under, and sums by kind and rate.
#include "domain/paper.hpp"

#include "gtest/gtest.h"

namespace commis::domain {
namespace {

TEST(Paper, TheCategoryFollowsFromRateKindAndPlaces) {
    struct Row {
        LineKind kind;
        std::int64_t percent;
        const char* seller;
        const char* buyer;
        const char* delivery;
        bool is_business;
        bool has_reason;
        TaxCategory expected;
    };
    using enum LineKind;
    using enum TaxCategory;
    for (const Row& row : {
             Row{goods, 20, "FR", "DE", "DE", true, false, standard},  // A rate is a rate, whoever buys.
             Row{goods, 0, "FR", "FR", "FR", false, false, zero},
             Row{goods, 0, "FR", "FR", "FR", true, true, exempt},
             Row{goods, 0, "FR", "DE", "DE", true, false, intra_community},
             Row{goods, 0, "FR", "DE", "DE", true, true, intra_community},
             Row{goods, 0, "FR", "DE", "FR", true, false, zero},  // Fetched at the counter, it stays in the country.
             Row{goods, 0, "FR", "DE", "DE", false, false, zero},
             Row{digital, 0, "FR", "DE", "DE", true, false, reverse_charge},
             Row{ticket, 0, "DK", "SE", "SE", true, false, reverse_charge},
             Row{goods, 0, "FR", "CH", "CH", false, false, exported},
             Row{goods, 0, "DE", "DE", "US", true, false, exported},
             Row{service, 0, "FR", "CH", "CH", true, false, outside},
             Row{goods, 0, "CH", "DE", "DE", true, false, zero},  // The rules of the EU bind sellers there.
             Row{goods, 0, "FR", "", "", true, false, zero},
         }) {
        const TaxPlace place{row.seller, row.buyer, row.delivery, row.is_business, row.has_reason};
        EXPECT_EQ(tax_category(row.kind, TaxRate::of(row.percent * 10'000), place), row.expected)
            << row.seller << " to " << row.buyer << " " << row.delivery;
    }
    EXPECT_TRUE(is_in_eu("GR"));
    EXPECT_FALSE(is_in_eu("EL")) << "that is the prefix of its VAT numbers";
    EXPECT_FALSE(is_in_eu("GB"));
}

TEST(Paper, SumsStandByCategoryAndRate) {
    const auto line = [](std::int64_t percent, TaxCategory category, std::int64_t net, std::int64_t tax) {
        return PaperLine{
            .tax_rate = TaxRate::of(percent * 10'000), .category = category, .net_minor = net, .tax_minor = tax};
    };
    using enum TaxCategory;
    Paper paper;
    paper.lines = {line(5, standard, 1'000, 50), line(20, standard, 500, 100), line(0, zero, 70, 0),
                   line(20, standard, 1'500, 300)};
    paper.shipping = line(20, standard, 500, 100);
    paper.taxes = {{reverse_charge, {}, 1, 1}};
    add_up(paper);
    ASSERT_EQ(paper.taxes.size(), 3U) << "what stood there before is gone";
    EXPECT_EQ(paper.taxes[0], (PaperTax{standard, TaxRate::of(200'000), 2'500, 500}));
    EXPECT_EQ(paper.taxes[1], (PaperTax{standard, TaxRate::of(50'000), 1'000, 50}));
    EXPECT_EQ(paper.taxes[2], (PaperTax{zero, {}, 70, 0}));
    EXPECT_EQ(paper.net_minor, 3'570);
    EXPECT_EQ(paper.tax_minor, 550);
    EXPECT_EQ(paper.total_minor, 4'120);
}

}  // namespace
}  // namespace commis::domain
