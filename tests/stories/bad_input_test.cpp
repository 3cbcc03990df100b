// Naughty strings through the API: each is stored and reads back byte for byte, or is refused with a clear 4xx; never
// a fault. The strings lie outside the project.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "stories/story_site.hpp"
#include "support/shared_data.hpp"

namespace commis::test {
namespace {

namespace bj = boost::json;

bj::object smallest_order() {
    return bj::parse(R"({"currency": "EUR", "buyer": {"email": "a@example.org"}, "payment": {"method": "cheque"},
                         "lines": [{"name": "Mug", "quantity": 1, "unit_price": 500}]})")
        .as_object();
}

// Where a text goes in, and where it is read back.
struct TextField {
    const char* name;
    void (*put)(bj::object& order, const bj::string& text);
    const char* pointer;
};

const TextField fields[] = {
    {"buyer name", [](bj::object& o, const bj::string& t) { o["buyer"].as_object()["name"] = t; }, "/buyer/name"},
    {"buyer company", [](bj::object& o, const bj::string& t) { o["buyer"].as_object()["company"] = t; },
     "/buyer/company"},
    {"city", [](bj::object& o, const bj::string& t) { o["billing_address"] = {{"city", t}}; }, "/billing_address/city"},
    {"line name", [](bj::object& o, const bj::string& t) { o["lines"].as_array()[0].as_object()["name"] = t; },
     "/lines/0/name"},
    {"note", [](bj::object& o, const bj::string& t) { o["note"] = t; }, "/note"},
    {"promo code", [](bj::object& o, const bj::string& t) { o["promo_code"] = t; }, "/promo_code"},
};

class BadInput : public testing::TestWithParam<StorageKind> {
protected:
    void SetUp() override {
        if (!TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
        site_ = std::make_unique<StorySite>(GetParam());
        site_->make_shop("maison", "web-shop", "EUR", "fr", "Europe/Paris");
    }
    http::Response place(const bj::object& order) {
        return site_->call("POST", "/api/v1/shops/maison/orders", bj::serialize(order), {});
    }
    std::unique_ptr<StorySite> site_;
};

TEST_P(BadInput, NaughtyStringsReadBackByteForByteOrAreRefused) {
    COMMIS_NEED_SHARED_DATA("bad-input/blns.json");
    const bj::value strings = bj::parse(tests::read_text(tests::shared_data("bad-input/blns.json")));
    int stored = 0;
    for (const bj::value& entry : strings.as_array()) {
        const bj::string& text = entry.as_string();
        bj::object order = smallest_order();
        for (const TextField& field : fields) field.put(order, text);
        const http::Response placed = place(order);
        ASSERT_TRUE(placed.status == 201 || placed.status == 422) << text << placed.body;
        const bj::value made = bj::parse(placed.body);
        if (placed.status == 422) {
            // Too long, empty where a word is needed, or not to be stored: said by field.
            EXPECT_FALSE(made.at("errors").as_array().empty()) << text;
            continue;
        }
        ++stored;
        const std::string id(made.at("id").as_string());
        const http::Response read = site_->call("GET", "/api/v1/shops/maison/orders/" + id, "", {});
        ASSERT_EQ(read.status, 200) << read.body;
        const bj::value shown = bj::parse(read.body);
        for (const TextField& field : fields) {
            EXPECT_EQ(shown.at_pointer(field.pointer).as_string(), text) << field.name;
        }
    }
    EXPECT_GT(stored, 400);
}

TEST_P(BadInput, OddAddressesAreTakenOrRefusedByField) {
    COMMIS_NEED_SHARED_DATA("bad-input/email-addresses-isemail-odd.json");
    const auto text = tests::read_text(tests::shared_data("bad-input/email-addresses-isemail-odd.json"));
    const bj::value addresses = bj::parse(text);
    for (const bj::value& entry : addresses.as_array()) {
        bj::object order = smallest_order();
        order["buyer"].as_object()["email"] = entry.at("address").as_string();
        const http::Response placed = place(order);
        ASSERT_TRUE(placed.status == 201 || placed.status == 422 || placed.status == 400) << placed.body;
        if (placed.status == 201) {
            const bj::value made = bj::parse(placed.body);
            EXPECT_EQ(made.at_pointer("/buyer/email"), entry.at("address"));
        }
        const std::string_view category = entry.at("category").as_string();
        if (category == "ISEMAIL_ERR") {
            EXPECT_NE(placed.status, 201) << entry.at("address");
        }
    }
}

TEST_P(BadInput, AmountsAreIntegersOrRefused) {
    for (const char* amount : {"1e2", "1.0", "\"5\"", "null", "-1", "9007199254740992", "1e400", "true", "[]"}) {
        std::string body = bj::serialize(smallest_order());
        body.replace(body.find("500"), 3, amount);
        const http::Response placed = site_->call("POST", "/api/v1/shops/maison/orders", body, {});
        EXPECT_TRUE(placed.status == 422 || placed.status == 400) << amount << " " << placed.body;
    }
}

INSTANTIATE_TEST_SUITE_P(All, BadInput, testing::Values(StorageKind::fake, StorageKind::sqlite, StorageKind::postgres),
                         [](const auto& each) { return storage_names[static_cast<int>(each.param)]; });

}  // namespace
}  // namespace commis::test
