// Tracking numbers: taken in from tables as carriers write them, each row accounted for; and shown with the carrier's
// own address wherever nobody told one (D-12).
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "stories/story_site.hpp"

namespace commis::test {
namespace {

namespace bj = boost::json;

class TrackingStory : public testing::TestWithParam<StorageKind> {
protected:
    void SetUp() override {
        if (!TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
        site_ = std::make_unique<StorySite>(GetParam());
        site_->make_shop("nord", "nordic-shop", "DKK", "da", "Europe/Copenhagen");
    }

    http::Response ask(const std::string& method, const std::string& path, const std::string& body = "",
                       const std::string& type = "application/json") {
        std::map<std::string, std::string> headers;
        if (!body.empty()) headers["Content-Type"] = type;
        return site_->call(method, "/api/v1/shops/nord" + path, body, headers);
    }
    bj::value call(const std::string& method, const std::string& path, const std::string& body = "") {
        const http::Response response = ask(method, path, body);
        EXPECT_LT(response.status, 300) << path << body << response.body;
        return bj::parse(response.body);
    }
    bj::value take(const std::string& table, const std::string& query = "") {
        const http::Response response = ask("POST", "/tracking-codes" + query, table, "text/csv");
        EXPECT_EQ(response.status, 200) << response.body;
        return bj::parse(response.body);
    }
    std::string unread(const std::string& table) {
        const http::Response response = ask("POST", "/tracking-codes", table, "text/csv");
        EXPECT_EQ(response.status, 422) << response.body;
        return std::string(bj::parse(response.body).at_pointer("/errors/0/code").as_string());
    }

    // A paid order of two lamps, by its number.
    std::string buy(const std::string& external_id = "") {
        const std::string named = external_id.empty() ? "" : R"("external_id": ")" + external_id + R"(", )";
        const bj::value order =
            call("POST", "/orders", "{" + named + R"("currency": "DKK", "buyer": {"email": "a@example.org"},
            "lines": [{"name": "Lampe", "quantity": 2, "unit_price": 49900}],
            "payment": {"method": "bank-transfer"}})");
        const std::string id(order.at("id").as_string());
        call("POST", "/orders/" + id + "/actions/mark-paid", "{}");
        const std::string number(order.at("number").as_string());
        ids_[number] = id;
        return number;
    }
    bj::value order(const std::string& number) { return call("GET", "/orders/" + ids_.at(number)); }
    static std::string result(const bj::value& answer, std::size_t row) {
        const bj::value& told = answer.at("rows").at(row);
        const bj::value& code = told.at("code");
        return std::string(told.at("result").as_string()) + (code.is_null() ? "" : " " + std::string(code.as_string()));
    }

    std::unique_ptr<StorySite> site_;
    std::map<std::string, std::string> ids_;
};

TEST_P(TrackingStory, D12_RowsSendCorrectKnowAndRefuse) {
    const std::string sent = buy();
    const std::string waiting = buy();
    const std::string outside = buy("web-77");
    call("POST", "/orders/" + ids_.at(waiting) + "/actions/ship", R"({"label_only": true})");
    const std::string table = "Ordrenummer;Transportør;Pakkenummer\n" + sent + ";GLS;111\n" + waiting +
                              ";PostNord;222\nweb-77;dao;333\n4711;GLS;444\n" + sent + ";GLS;555\n;GLS;666\n" + sent +
                              ";GLS;\n";
    const bj::value shown = take(table, "?dry_run=true");
    EXPECT_EQ(shown.at("shipped").as_int64(), 3) << "each row sees the orders as they are";
    EXPECT_EQ(order(sent).at("shipments").as_array().size(), 0U);
    const bj::value taken = take(table);
    EXPECT_EQ(result(taken, 0), "shipped");
    EXPECT_EQ(result(taken, 1), "corrected");
    EXPECT_EQ(result(taken, 2), "shipped");
    EXPECT_EQ(result(taken, 3), "refused not_found");
    EXPECT_EQ(result(taken, 4), "refused parcel_has_number");
    EXPECT_EQ(result(taken, 5), "refused required");
    EXPECT_EQ(result(taken, 6), "refused required");
    EXPECT_EQ(taken.at_pointer("/rows/3/row").as_int64(), 5);
    EXPECT_EQ(taken.at("refused").as_int64(), 4);
    const bj::value after = order(sent);
    EXPECT_EQ(after.at_pointer("/shipments/0/tracking/number").as_string(), "111");
    EXPECT_EQ(after.at_pointer("/shipments/0/tracking/url").as_string(), "https://gls-group.com/track/111");
    EXPECT_EQ(order(waiting).at("shipments").as_array().size(), 1U);
    EXPECT_EQ(order(waiting).at_pointer("/shipments/0/tracking/carrier").as_string(), "PostNord");
    EXPECT_EQ(order(outside).at_pointer("/shipments/0/tracking/number").as_string(), "333");
    const bj::value again = take(table);
    EXPECT_EQ(result(again, 0), "known");
    EXPECT_EQ(again.at("known").as_int64(), 3) << "a file that comes twice changes nothing";
    EXPECT_EQ(order(sent), after);
}

TEST_P(TrackingStory, HeadersOfFourLanguagesAndNoneAreRead) {
    for (const char* header :
         {"Order number,Carrier,Tracking number,Tracking URL", "Bestellnummer;Versender;Sendungsnummer;Link",
          "N° de commande;Transporteur;Numéro de suivi;Lien de suivi",
          "Ordrenr.;Fragtfirma;Sporingsnummer;Sporingslink"}) {
        const char separator = std::string(header).find(';') == std::string::npos ? ',' : ';';
        const std::string number = buy();
        std::string row = number + ";DHL;JD014;https://track.example/JD014\n";
        std::ranges::replace(row, ';', separator);
        EXPECT_EQ(result(take(header + ("\n" + row)), 0), "shipped") << header;
        EXPECT_EQ(order(number).at_pointer("/shipments/0/tracking/url").as_string(), "https://track.example/JD014");
    }
    const std::string bare = buy();
    EXPECT_EQ(result(take(bare + ",Bring,7071\n"), 0), "shipped");
    EXPECT_EQ(order(bare).at_pointer("/shipments/0/tracking/url").as_string(),
              "https://tracking.bring.com/tracking/7071");
    const std::string two = buy();
    EXPECT_EQ(result(take(two + ",7072\n"), 0), "shipped");
    EXPECT_EQ(order(two).at_pointer("/shipments/0/tracking/url").as_string(), "");
}

TEST_P(TrackingStory, WhatIsNoTableIsRefused) {
    EXPECT_EQ(unread("Order,Carrier\n1,GLS\n"), "unknown_column");
    EXPECT_EQ(unread("one column\n1\n"), "not_a_table");
    EXPECT_EQ(unread("PK\x03\x04 a spreadsheet"), "not_a_table");
    EXPECT_EQ(ask("POST", "/tracking-codes", "{}").status, 415);
    EXPECT_EQ(ask("POST", "/tracking-codes?dry_run=perhaps", "a,b\n", "text/csv").status, 422);
    std::string many;
    for (int i = 0; i < 2'001; ++i) many += "1,2\n";
    EXPECT_EQ(unread(many), "too_many_entries");
    site_->act_as("nord", "viewer");
    EXPECT_EQ(ask("POST", "/tracking-codes", "1,2\n", "text/csv").status, 403);
}

TEST_P(TrackingStory, TheAddressWeMadeIsNobodysWord) {
    const std::string number = buy();
    take(number + ",GLS,111\n");
    const std::string parcel(order(number).at_pointer("/shipments/0/id").as_string());
    // A form sends back all that it showed, with another number.
    call("PATCH", "/shipments/" + parcel,
         R"({"tracking": {"carrier": "GLS", "number": "112", "url": "https://gls-group.com/track/111"}})");
    EXPECT_EQ(order(number).at_pointer("/shipments/0/tracking/url").as_string(), "https://gls-group.com/track/112");
    call("PATCH", "/shipments/" + parcel, R"({"tracking": {"url": "https://own.example/x"}})");
    EXPECT_EQ(order(number).at_pointer("/shipments/0/tracking/url").as_string(), "https://own.example/x");
}

TEST_P(TrackingStory, CarriersAreListed) {
    const http::Response response = site_->call("GET", "/api/v1/carriers", "", {});
    EXPECT_EQ(response.status, 200);
    const bj::array carriers = bj::parse(response.body).at("items").as_array();
    EXPECT_GE(carriers.size(), 20U);
    EXPECT_EQ(carriers.at(0).at("id").as_string(), "laposte");
}

INSTANTIATE_TEST_SUITE_P(All, TrackingStory,
                         testing::Values(StorageKind::fake, StorageKind::sqlite, StorageKind::postgres),
                         [](const auto& each) { return std::string(storage_names[static_cast<int>(each.param)]); });

}  // namespace
}  // namespace commis::test
