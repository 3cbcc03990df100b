// What buyers do by themselves on their page: two steps each, facts and mails at the end, nothing twice
// (directive 2011/83/EU, article 11a; C-35).
#include <gtest/gtest.h>

#include <regex>

#include "stories/buyer_site.hpp"

namespace commis::test {
namespace {

class BuyerAsks : public testing::Test {
protected:
    void SetUp() override {
        id_ = shop_.place();
        path_ = shop_.page(id_);
        mug_ = line(0);
        lamp_ = line(1);
    }
    std::string line(std::size_t at) { return std::string(shop_.order(id_).at("lines").at(at).at("id").as_string()); }
    boost::json::array requests() { return shop_.order(id_).at("requests").as_array(); }
    http::Response ask(const std::string& kind, const std::string& form) {
        return shop_.post(path_ + "/ask/" + kind, form);
    }
    static std::string location(const http::Response& answer) { return std::string(answer.headers.get("Location")); }

    BuyerSite shop_;
    std::string id_, path_, mug_, lamp_;
};

TEST_F(BuyerAsks, to_withdraw_from_all_with_a_receipt_to_the_second) {
    const auto choice = shop_.get(path_ + "/ask/withdrawal");
    ASSERT_EQ(choice.status, 200);
    EXPECT_NE(choice.body.find("name=\"q-" + mug_ + "\" value=\"3\""), std::string::npos) << "all of it";
    EXPECT_EQ(words_of(choice.body).find("Why"), std::string::npos) << "no reason is asked for";
    const auto question = ask("withdrawal", "step=check&q-" + mug_ + "=3&q-" + lamp_ + "=1");
    ASSERT_EQ(question.status, 200);
    EXPECT_NE(words_of(question.body).find("Confirm withdrawal"), std::string::npos);
    EXPECT_NE(words_of(question.body).find("zoe@example.org"), std::string::npos);
    EXPECT_TRUE(requests().empty()) << "nothing happened yet";
    shop_.site.clock.at_ms += 7'000;
    const std::string form = "step=send&known=0&q-" + mug_ + "=3&q-" + lamp_ + "=1";
    const auto sent = ask("withdrawal", form);
    ASSERT_EQ(sent.status, 303) << words_of(sent.body);
    const auto receipt = shop_.get(location(sent));
    EXPECT_NE(
        words_of(receipt.body).find("Received on 22 November 2026, 11:00:07 CET (22 November 2026, 10:00:07 UTC)"),
        std::string::npos)
        << words_of(receipt.body);
    ASSERT_EQ(requests().size(), 1U);
    EXPECT_EQ(requests().at(0).at("kind").as_string(), "withdrawal");
    const auto mails = shop_.mails(id_);
    EXPECT_EQ(std::ranges::count(mails, "withdrawal_received"), 1);
    EXPECT_EQ(std::ranges::count(mails, "request_operator"), 1);
    const auto again = ask("withdrawal", form);
    EXPECT_EQ(again.status, 303);
    EXPECT_EQ(location(again), location(sent)) << "sent twice, asked once";
    EXPECT_EQ(requests().size(), 1U);
    const auto late = ask("withdrawal", "step=send&known=1&q-" + mug_ + "=3");
    EXPECT_EQ(late.status, 409);
    EXPECT_NE(words_of(late.body).find("There is nothing in the order"), std::string::npos);
}

TEST_F(BuyerAsks, a_part_twice_only_when_it_is_meant_twice) {
    const std::string form = "step=send&known=0&q-" + mug_ + "=1";
    const auto first = ask("cancellation", form);
    ASSERT_EQ(first.status, 303) << words_of(first.body);
    EXPECT_EQ(location(ask("cancellation", form)), location(first));
    EXPECT_EQ(requests().size(), 1U);
    EXPECT_EQ(ask("cancellation", "step=send&known=1&q-" + mug_ + "=1").status, 303);
    EXPECT_EQ(requests().size(), 2U);
}

TEST_F(BuyerAsks, to_cancel_a_single_unit_and_it_is_done_when_the_shop_agrees) {
    ASSERT_EQ(ask("cancellation", "step=send&known=0&q-" + mug_ + "=1&note=Too+many%0D%0Amugs").status, 303);
    EXPECT_NE(words_of(shop_.get(path_).body).find("Waiting for the shop’s answer"), std::string::npos);
    ASSERT_EQ(shop_.act(id_, "approve-request"), "taken");
    EXPECT_EQ(shop_.order(id_).at("lines").at(0).at("cancelled").as_int64(), 1);
    EXPECT_NE(words_of(shop_.get(path_).body).find("The shop agreed, and it is done."), std::string::npos);
    const auto mails = shop_.mails(id_);
    EXPECT_EQ(std::ranges::count(mails, "request_received"), 1);
    EXPECT_EQ(std::ranges::count(mails, "request_answered"), 1);
}

TEST_F(BuyerAsks, C35_to_send_something_back_and_gets_a_slip) {
    EXPECT_EQ(shop_.get(path_ + "/ask/return").body.find("<form"), std::string::npos) << "nothing has left";
    ASSERT_EQ(shop_.act(id_, "mark-paid"), "taken");
    ASSERT_EQ(shop_.act(id_, "ship"), "taken");
    const auto choice = shop_.get(path_ + "/ask/return");
    EXPECT_NE(words_of(choice.body).find("Damaged or faulty"), std::string::npos);
    const std::string form =
        "q-" + mug_ + "=2&r-" + mug_ + "=damaged&x-" + mug_ + "=1&note=One+%3Cb%3Eis%3C%2Fb%3E+cracked";
    const auto question = ask("return", "step=check&" + form);
    ASSERT_EQ(question.status, 200);
    const auto words = words_of(question.body);
    for (const std::string_view part :
         {"2 × Mug", "Damaged or faulty", "I would like an exchange", "Register return"}) {
        EXPECT_NE(words.find(part), std::string::npos) << part << words;
    }
    EXPECT_NE(question.body.find("One &lt;b&gt;is&lt;/b&gt; cracked"), std::string::npos);
    const auto sent = ask("return", "step=send&known=0&" + form);
    ASSERT_EQ(sent.status, 303);
    const auto request = requests().at(0);
    EXPECT_EQ(request.at("lines").at(0).at("reason").as_string(), "damaged");
    const std::string slip = path_ + "/returns/" + std::string(request.at("id").as_string()) + ".pdf";
    EXPECT_EQ(shop_.get(slip).status, 404) << "nobody agreed yet";
    ASSERT_EQ(shop_.act(id_, "approve-request"), "taken");
    EXPECT_NE(shop_.get(path_).body.find("href=\"" + slip + "\""), std::string::npos);
    const auto pdf = shop_.get(slip);
    EXPECT_EQ(pdf.status, 200);
    EXPECT_EQ(pdf.headers.get("Content-Type"), "application/pdf");
    ASSERT_EQ(
        shop_.act(id_, "receive-return", R"({"lines": [{"line": ")" + mug_ + R"(", "as_new": 1, "damaged": 1}]})"),
        "taken");
    EXPECT_EQ(shop_.get(slip).status, 404);
    const auto page = words_of(shop_.get(path_).body);
    EXPECT_NE(page.find("Your parcel is back"), std::string::npos) << page;
    EXPECT_EQ(std::ranges::count(shop_.mails(id_), "return_received"), 1);
}

TEST_F(BuyerAsks, with_what_was_typed_still_there_when_something_is_wrong) {
    const auto wrong = ask("cancellation", "step=check&q-" + mug_ + "=9&q-" + lamp_ + "=%3Cx%3E&note=Hello+there");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_NE(wrong.body.find("role=\"alert\""), std::string::npos);
    EXPECT_NE(wrong.body.find("href=\"#q-" + mug_ + "\""), std::string::npos);
    EXPECT_NE(wrong.body.find("value=\"9\""), std::string::npos);
    EXPECT_NE(wrong.body.find("value=\"&lt;x&gt;\""), std::string::npos);
    EXPECT_NE(wrong.body.find("Hello there"), std::string::npos);
    EXPECT_NE(words_of(wrong.body).find("Mug: Enter a whole number from 0 to 3."), std::string::npos);
    const auto none = ask("cancellation", "step=check&q-" + mug_ + "=0");
    EXPECT_EQ(none.status, 422);
    EXPECT_NE(words_of(none.body).find("Choose at least one item."), std::string::npos);
    EXPECT_EQ(ask("cancellation", "step=send&known=0&q-" + mug_ + "=9").status, 422);
    EXPECT_EQ(ask("cancellation", "step=check&q-" + mug_ + "=1&note=" + std::string(20'001, 'x')).status, 422);
    const auto back = ask("cancellation", "step=change&q-" + mug_ + "=2&note=a%0D%0Ab%0D%0A");
    EXPECT_EQ(back.status, 200);
    EXPECT_NE(back.body.find("value=\"2\""), std::string::npos);
    EXPECT_NE(back.body.find("a&#10;b&#10;</textarea>"), std::string::npos);
    EXPECT_TRUE(requests().empty());
}

TEST_F(BuyerAsks, on_the_shops_own_site_and_with_a_form_alone) {
    const std::string path = path_ + "/ask/cancellation";
    const std::string form = "step=check&q-" + mug_ + "=1";
    EXPECT_EQ(shop_.post(path, form, {{"Sec-Fetch-Site", "cross-site"}}).status, 403);
    EXPECT_EQ(shop_.post(path, form, {{"Sec-Fetch-Site", "same-site"}}).status, 403);
    EXPECT_EQ(
        shop_.post(path, form, {{"Sec-Fetch-Site", ""}, {"Origin", "https://evil.example"}, {"Host", "shop.example"}})
            .status,
        403);
    EXPECT_EQ(
        shop_.post(path, form, {{"Sec-Fetch-Site", ""}, {"Origin", "https://shop.example"}, {"Host", "shop.example"}})
            .status,
        200);
    EXPECT_EQ(shop_.post(path, form, {{"Origin", "null"}}).status, 200) << "a page without a referrer has no origin";
    EXPECT_EQ(shop_.post(path, "{}", {{"Content-Type", "application/json"}}).status, 415);
    EXPECT_EQ(shop_.post(path, "a=%FF").status, 400);
    EXPECT_EQ(shop_.post(path_ + "/ask/anything", form).status, 404);
    EXPECT_EQ(shop_.get(path_ + "/requests/01ARZ3NDEKTSV4RRFFQ69G5FAV").status, 404);
}

TEST_F(BuyerAsks, for_tickets_one_by_one) {
    BuyerSite shop("event-registration");
    const auto id = shop.place(R"("payment": {"method": "cheque"}, "lines": [
        {"sku": "PASS", "name": "Winter concert", "kind": "ticket", "quantity": 2, "unit_price": 5000, "tax_rate": "19",
         "attendees": [{"name": "Ada Byron"}, {"name": "Niels Bohr"}]}])");
    const auto path = shop.page(id);
    const auto unit = std::string(shop.order(id).at("lines").at(0).at("units").at(1).at("id").as_string());
    EXPECT_NE(shop.get(path + "/ask/cancellation").body.find("id=\"q-" + unit + "\""), std::string::npos);
    EXPECT_NE(words_of(shop.get(path).body).find("There is nothing in the order"), std::string::npos)
        << "tickets can't be withdrawn from";
    ASSERT_EQ(shop.post(path + "/ask/cancellation", "step=send&known=0&q-" + unit + "=1").status, 303);
    const auto request = shop.order(id).at("requests").at(0);
    EXPECT_EQ(request.at("lines").at(0).at("unit").as_string(), unit);
    EXPECT_NE(words_of(shop.get(path).body).find("Winter concert, Niels Bohr"), std::string::npos);
}

}  // namespace
}  // namespace commis::test
