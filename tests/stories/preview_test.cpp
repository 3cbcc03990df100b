// What a dry run shows is what the same call then books: the order after it, its papers, its mails, its stock; and the
// dry run itself leaves no trace.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "stories/story_site.hpp"

namespace commis::test {
namespace {

namespace bj = boost::json;

constexpr const char* order_json = R"({"currency": "EUR", "buyer": {"name": "Ann", "email": "ann@example.org"},
    "lines": [{"sku": "MUG-1", "name": "Mug", "quantity": 3, "unit_price": 1999, "tax_rate": "20"},
              {"name": "Day ticket", "kind": "ticket", "quantity": 2, "unit_price": 5000, "tax_rate": "5.5"}],
    "shipping": {"method": "parcel", "name": "Colissimo", "amount": 690, "tax_rate": "20"},
    "payment": {"method": "cheque"}})";

// A call that is previewed and then made. "{mug}" and "{ticket}" stand for the ids of the mug's line and a ticket.
struct Step {
    const char* action;
    const char* body;
};

const std::vector<Step> steps{
    {"mark-pending", R"({"note": "In the post", "notify": true})"},
    {"revise", R"({"lines": [{"id": "{mug}", "sku": "MUG-1", "name": "Mug", "quantity": 4, "unit_price": 1999,
                              "tax_rate": "20"}, {"id": "{tickets}", "name": "Day ticket", "kind": "ticket",
                              "quantity": 2, "unit_price": 5000, "tax_rate": "5.5"}], "discount": 100})"},
    {"remind", "{}"},
    {"mark-paid", R"({"reference": "cheque 1", "notify": true})"},
    {"ship", R"({"lines": [{"line": "{mug}", "quantity": 1}], "notify": true})"},
    {"return", R"({"lines": [{"line": "{mug}", "quantity": 1}], "restock": true})"},
    {"block-access", R"({"units": ["{ticket}"]})"},
    {"unblock-access", "{}"},
    {"refund", R"({"lines": [{"line": "{mug}", "quantity": 1}], "notify": true})"},
    {"invoice", "{}"},
    {"refund", R"({"units": ["{ticket}"], "restock": false, "notify": true})"},
    {"refund", R"({"amount": 250})"},
    {"cancel", R"({"lines": [{"line": "{mug}", "quantity": 1, "restock": false}], "notify": true})"},
    {"change-state", R"({"state": "delivered", "notify": true})"},
    {"credit", R"({"shipping": true})"},
    {"mark-refunded", R"({"amount": 100})"},
    {"resend-confirmation", R"({"to": "boss@example.org"})"},
    {"send-mail", R"({"subject": "Hello", "body": "there"})"},
    {"mark-review", "{}"},
    {"cancel", "{}"},
};

bool is_id(const bj::string& text) {
    const auto fits = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
    return text.size() == 26 && std::ranges::all_of(text, fits);
}

// Ids are made anew each time, and papers are numbered when they are issued.
bj::value without_ids(const bj::value& value) {
    if (value.is_string()) return is_id(value.get_string()) ? bj::value("an id") : value;
    if (value.is_array()) {
        bj::array list;
        for (const bj::value& each : value.get_array()) list.push_back(without_ids(each));
        return list;
    }
    if (!value.is_object()) return value;
    bj::object object;
    const bool is_paper = value.get_object().contains("refers_to");
    for (const auto& [name, each] : value.get_object()) {
        if (!(is_paper && name == "number")) object[name] = without_ids(each);
    }
    return object;
}

class Preview : public testing::TestWithParam<StorageKind> {
protected:
    void SetUp() override {
        if (!TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
        site_ = std::make_unique<StorySite>(GetParam());
        site_->make_shop("maison", "web-shop", "EUR", "fr", "Europe/Paris");
        call("POST", "/articles", R"({"sku": "MUG-1", "name": "Mug", "price": 1999, "stock": 20})");
        order_ = call("POST", "/orders", order_json);
    }

    bj::value call(const std::string& method, const std::string& path, const std::string& body = "") {
        const http::Response response = site_->call(method, "/api/v1/shops/maison" + path, body, {});
        EXPECT_LT(response.status, 300) << path << body << response.body;
        return bj::parse(response.body);
    }
    std::string text(const char* pointer) { return std::string(order_.at_pointer(pointer).as_string()); }
    std::string path() { return "/orders/" + text("/id"); }
    std::int64_t stock() { return call("GET", "/articles").at_pointer("/items/0/stock").as_int64(); }
    std::size_t mails() { return call("GET", "/mails?limit=200").at("items").as_array().size(); }

    std::string filled(std::string body) {
        const std::pair<std::string, std::string> names[] = {{"{mug}", text("/lines/0/id")},
                                                             {"{tickets}", text("/lines/1/id")},
                                                             {"{ticket}", text("/lines/1/units/0/id")}};
        for (const auto& [name, id] : names) {
            if (const auto at = body.find(name); at != std::string::npos) body.replace(at, name.size(), id);
        }
        return body;
    }

    void preview_then_do(const Step& step) {
        SCOPED_TRACE(std::string(step.action) + " " + step.body);
        const std::string at = path() + "/actions/" + step.action;
        const std::string body = filled(step.body);
        bj::value asked = bj::parse(body);
        asked.as_object()["dry_run"] = true;
        const bj::value before = call("GET", path());
        const std::int64_t stock_before = stock();
        const std::size_t mails_before = mails();
        const bj::value shown = call("POST", at, bj::serialize(asked));
        EXPECT_EQ(call("GET", path()), before);
        EXPECT_EQ(stock(), stock_before);
        EXPECT_EQ(mails(), mails_before);

        const bj::value booked = call("POST", at, body);
        EXPECT_EQ(without_ids(shown.at("order")), without_ids(booked));
        EXPECT_EQ(mails() - mails_before, shown.at("mails").as_array().size());
        std::int64_t moved = 0;
        for (const bj::value& move : shown.at("stock").as_array()) moved += move.at("change").as_int64();
        EXPECT_EQ(stock() - stock_before, moved);
        EXPECT_EQ(shown.at_pointer("/after/held"), booked.at_pointer("/totals/held"));
        EXPECT_EQ(shown.at_pointer("/amounts/due"), booked.at_pointer("/totals/due"));
        EXPECT_EQ(shown.at_pointer("/amounts/owed_back"), booked.at_pointer("/totals/owed_back"));
        const std::size_t papers = booked.at("documents").as_array().size() - before.at("documents").as_array().size();
        EXPECT_EQ(shown.at("documents").as_array().size(), papers);
    }

    std::unique_ptr<StorySite> site_;
    bj::value order_;
};

TEST_P(Preview, ShowsWhatIsBookedThen) {
    for (const Step& step : steps) preview_then_do(step);
}

INSTANTIATE_TEST_SUITE_P(All, Preview, testing::Values(StorageKind::fake, StorageKind::sqlite, StorageKind::postgres),
                         [](const auto& each) { return std::string(storage_names[static_cast<int>(each.param)]); });

}  // namespace
}  // namespace commis::test
