// Statistics of days that are over: counted ahead, answered with, made right by each change, and proven by the check.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "features/checks/check_orders.hpp"
#include "features/statistics/statistics.hpp"
#include "stories/story_site.hpp"

namespace commis::test {
namespace {

namespace bj = boost::json;

class KeptFigures : public testing::TestWithParam<StorageKind> {
protected:
    void SetUp() override {
        if (!TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
        site_ = std::make_unique<StorySite>(GetParam());
        site_->make_shop("maison", "web-shop", "EUR", "fr", "Europe/Paris");
    }

    bj::value call(const std::string& method, const std::string& path, const std::string& body = "") {
        const http::Response response = site_->call(method, "/api/v1/shops/maison" + path, body, {});
        EXPECT_LT(response.status, 300) << path << body << response.body;
        return bj::parse(response.body);
    }
    std::string place() {
        const bj::value order = call("POST", "/orders", R"({"currency": "EUR", "buyer": {"email": "a@example.org"},
                "lines": [{"name": "Mug", "quantity": 2, "unit_price": 500}], "payment": {"method": "cheque"}})");
        return std::string(order.at("id").as_string());
    }
    std::int64_t count_ahead() {
        return statistics::count_ahead(site_->services(), [] { return false; });
    }
    bj::value sum() { return call("GET", "/statistics?from=2026-11-01&to=2026-12-31&by=state").at("sum"); }

    std::unique_ptr<StorySite> site_;
};

TEST_P(KeptFigures, DaysAreKeptOnceAndCountedAgainAfterAChange) {
    const std::string first = place();
    EXPECT_EQ(count_ahead(), 0) << "the last days are left open";
    site_->clock.at_ms += 10LL * 86'400'000;
    place();
    EXPECT_EQ(count_ahead(), 4) << "from the first order's day to seven days ago";
    EXPECT_EQ(count_ahead(), 0);
    EXPECT_EQ(sum().at("net").as_int64(), 2'000);
    call("POST", "/orders/" + first + "/actions/cancel", R"({"reason": "test"})");
    EXPECT_EQ(sum().at("cancelled").as_int64(), 1'000) << "right at once";
    EXPECT_EQ(count_ahead(), 1);
    EXPECT_EQ(sum().at("cancelled").as_int64(), 1'000);
    EXPECT_TRUE(checks::check_orders(site_->services()).findings.empty());
}

TEST_P(KeptFigures, TheCheckNamesAShopWhoseFiguresSomebodyChanged) {
    place();
    site_->clock.at_ms += 10LL * 86'400'000;
    EXPECT_GT(count_ahead(), 0);
    site_->engine()->write([](sql::Session& session) {
        EXPECT_GT(session.execute({"test_tamper", "UPDATE sales_figures SET units = units + 1"}), 0);
    });
    const auto findings = checks::check_orders(site_->services()).findings;
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].shop, "maison");
    EXPECT_EQ(findings[0].code, "statistics");
}

INSTANTIATE_TEST_SUITE_P(All, KeptFigures, testing::Values(StorageKind::sqlite, StorageKind::postgres),
                         [](const auto& kind) { return storage_names[static_cast<int>(kind.param)]; });

}  // namespace
}  // namespace commis::test
