// The carriers that ship: each has an address with its number's place, and is found under every name (D-12).
#include "adapters/system/carriers.hpp"

#include <gtest/gtest.h>

#include <set>

namespace commis::system {
namespace {

using domain::Carrier;
using domain::tracking_url;

TEST(Carriers, D12_each_name_is_one_carriers_and_each_address_takes_a_number) {
    std::set<std::string> ids;
    std::set<const Carrier*> reached;
    ASSERT_GE(carriers().size(), 20U);
    for (const Carrier& carrier : carriers()) {
        EXPECT_TRUE(ids.insert(carrier.id).second) << carrier.id;
        EXPECT_TRUE(carrier.url.starts_with("https://")) << carrier.id;
        EXPECT_NE(carrier.url.find("{number}"), std::string::npos) << carrier.id;
        EXPECT_FALSE(carrier.countries.empty()) << carrier.id;
        std::vector<std::string> names = carrier.also;
        names.push_back(carrier.id);
        names.push_back(carrier.name);
        for (const std::string& name : names) EXPECT_EQ(domain::find_carrier(carriers(), name), &carrier) << name;
    }
}

TEST(Carriers, D12_make_the_address_of_a_number_where_nobody_told_one) {
    EXPECT_EQ(tracking_url({"GLS", "12 34", ""}, carriers()), "https://gls-group.com/track/1234");
    EXPECT_EQ(tracking_url({"post-nord", "A/B?c", ""}, carriers()),
              "https://portal.postnord.com/tracking/details/A%2FB%3Fc");
    EXPECT_EQ(tracking_url({"GLS", "1", "https://shop.example/1"}, carriers()), "https://shop.example/1");
    EXPECT_EQ(tracking_url({"Uncle Bob", "1", ""}, carriers()), "");
    EXPECT_EQ(tracking_url({"", "1", ""}, carriers()), "");
    EXPECT_EQ(tracking_url({"GLS", "", ""}, carriers()), "");
    EXPECT_EQ(tracking_url({"GLS", "1", ""}, {}), "");
}

}  // namespace
}  // namespace commis::system
