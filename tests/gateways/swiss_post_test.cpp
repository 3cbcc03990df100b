// Labels of Swiss Post: addresses in the lines and lengths of its contract, leave to ask that is kept, and every way in
// which a question can end, told apart by whether a label may have been bought.
#include <gtest/gtest.h>

#include "adapters/gateways/answer_members.hpp"
#include "adapters/labels/address_lines.hpp"
#include "adapters/labels/services.hpp"
#include "adapters/labels/swiss_post_wire.hpp"
#include "gateways/scripted_server.hpp"

namespace commis::tests {
namespace {

using gateways::text_of;
using ports::LabelFault;

constexpr const char* label_answer =
    R"({"labelDefinition": {"labelLayout": "A6"}, "item": {"itemID": "1", "identCode": "996003080000000014",
        "label": ["JVBERi0xLjQK"], "warnings": [{"code": "W1", "message": "Bald\nteurer"}]}})";

ports::LabelWish wish() {
    ports::LabelWish made;
    made.sender = {"", "Uhrmacherei Lüthi", "Marktgasse 7", "", "3011", "Bern", "", "CH"};
    made.recipient = {"Zoé Müller", "", "Bahnhofstrasse 12a", "", "8001", "Zürich", "", "CH"};
    made.id = "01JD";
    made.reference = "10007";
    made.product = "PRI,SI";
    made.size = "A6";
    made.language = "da";
    return made;
}

json::Value body_of(const ports::LabelWish& asked, bool is_cut_expected = false) {
    bool is_cut = false;
    const std::string body = labels::swiss_post_body("60030800", asked, is_cut);
    EXPECT_EQ(is_cut, is_cut_expected) << body;
    return json::parse(body).value();
}

json::Value recipient(domain::Address address, bool is_cut_expected = false) {
    ports::LabelWish asked = wish();
    asked.recipient = std::move(address);
    return gateways::member_of(body_of(asked, is_cut_expected), {"item", "recipient"});
}

TEST(AddressLines, are_printed_in_latin_1_and_keep_the_letters_that_it_has) {
    EXPECT_EQ(labels::printable("Zoé Müller-Ægir"), "Zoé Müller-Ægir");
    EXPECT_EQ(labels::printable("Zoe\u0301 Mu\u0308ller"), "Zoé Müller") << "composed first";
    EXPECT_EQ(labels::printable("Łukasz Wiśniewski"), "Lukasz Wisniewski");
    EXPECT_EQ(labels::printable("Ольга"), "Ol'ga");
    EXPECT_EQ(labels::printable("Σωκράτης"), "Sokrates");
    EXPECT_EQ(labels::printable("李明 😀"), "li ming");
    EXPECT_EQ(labels::printable(" \t a\u00A0\n b \x01 "), "a b");
    EXPECT_EQ(labels::printable("😀"), "");
    EXPECT_EQ(labels::printable("“Chez” l’ami – 5 €"), "\"Chez\" l'ami - 5");
}

TEST(AddressLines, are_cut_between_words_and_say_when_something_had_no_room) {
    bool is_cut = false;
    EXPECT_EQ(labels::fit("aa bb cc", 5, 2, is_cut), (std::vector<std::string>{"aa bb", "cc"}));
    EXPECT_EQ(labels::fit("öö üü", 5, 1, is_cut), std::vector<std::string>{"öö üü"}) << "letters count, not bytes";
    EXPECT_FALSE(is_cut);
    EXPECT_EQ(labels::fit("aa bb cc", 5, 1, is_cut), std::vector<std::string>{"aa bb"});
    EXPECT_TRUE(is_cut);
    EXPECT_EQ(labels::fit("aa bbbbbbb", 7, 1, is_cut), std::vector<std::string>{"aa bbbb"});
    is_cut = false;
    EXPECT_EQ(labels::fit("öööööö a", 5, 2, is_cut), (std::vector<std::string>{"ööööö", "a"}));
    EXPECT_TRUE(is_cut);
    EXPECT_TRUE(labels::fit("", 5, 2, is_cut).empty());
}

TEST(AddressLines, tell_a_house_number_from_its_street) {
    const auto apart = [](std::string_view line) {
        const auto read = labels::read_street(line);
        return read.street + "|" + read.house_number + "|" + read.post_box;
    };
    EXPECT_EQ(apart("Bahnhofstrasse 12a"), "Bahnhofstrasse|12a|");
    EXPECT_EQ(apart("Rue du Lac, 3"), "Rue du Lac|3|");
    EXPECT_EQ(apart("Via San Gottardo 12/14"), "Via San Gottardo|12/14|");
    EXPECT_EQ(apart("12 rue du Lac"), "12 rue du Lac||");
    EXPECT_EQ(apart("Dorf"), "Dorf||");
    EXPECT_EQ(apart("Platz 1234567890123"), "Platz 1234567890123||") << "longer than the member";
    EXPECT_EQ(apart("Postfach 600"), "||Postfach 600");
    EXPECT_EQ(apart("Case postale"), "||Case postale");
    EXPECT_EQ(apart("Postfachstrasse 6"), "Postfachstrasse|6|");
}

TEST(SwissPost, asks_with_the_members_of_the_contract) {
    const json::Value body = body_of(wish());
    EXPECT_EQ(text_of(body, {"frankingLicense"}), "60030800");
    EXPECT_EQ(text_of(body, {"language"}), "EN") << "it speaks no Danish";
    EXPECT_EQ(text_of(body, {"customer", "name1"}), "Uhrmacherei Lüthi");
    EXPECT_EQ(text_of(body, {"customer", "street"}), "Marktgasse 7");
    EXPECT_EQ(text_of(body, {"customer", "domicilePostOffice"}), "3011 Bern");
    EXPECT_EQ(text_of(body, {"labelDefinition", "labelLayout"}), "A6");
    EXPECT_EQ(text_of(body, {"labelDefinition", "imageFileType"}), "PDF");
    EXPECT_FALSE(gateways::is_true(body, {"labelDefinition", "printPreview"})) << "a specimen carries no parcel";
    EXPECT_EQ(text_of(body, {"item", "itemID"}), "01JD");
    EXPECT_EQ(text_of(body, {"item", "recipient", "name1"}), "Zoé Müller");
    EXPECT_TRUE(gateways::is_true(body, {"item", "recipient", "personallyAddressed"}));
    EXPECT_EQ(text_of(body, {"item", "recipient", "street"}), "Bahnhofstrasse");
    EXPECT_EQ(text_of(body, {"item", "recipient", "houseNo"}), "12a");
    EXPECT_EQ(text_of(body, {"item", "attributes", "freeText"}), "10007");
    const auto& services = gateways::list_of(body, {"item", "attributes", "przl"});
    ASSERT_EQ(services.size(), 2U);
    EXPECT_EQ(text_of(services.at(1)), "SI");
    EXPECT_FALSE(gateways::number_of(body, {"item", "attributes", "weight"}));
    ports::LabelWish weighed = wish();
    weighed.weight_grams = 850;
    EXPECT_EQ(gateways::number_of(body_of(weighed), {"item", "attributes", "weight"}), 850);
}

TEST(SwissPost, fits_addresses_into_its_lines) {
    const auto firm = recipient(
        {"Zoé Müller", "Gesellschaft für angewandte Uhrmacherkunst", "Dorf", "3. Stock", "8001", "Zürich", "", "CH"});
    EXPECT_EQ(text_of(firm, {"name1"}), "Gesellschaft für angewandte");
    EXPECT_EQ(text_of(firm, {"name2"}), "Uhrmacherkunst");
    EXPECT_EQ(text_of(firm, {"name3"}), "Zoé Müller");
    EXPECT_FALSE(gateways::is_true(firm, {"personallyAddressed"}));
    EXPECT_EQ(text_of(firm, {"addressSuffix"}), "3. Stock");
    EXPECT_EQ(firm.as_object().count("houseNo"), 0U) << "no empty members";

    const auto road =
        recipient({"A", "", "Chemin de la Fontaine des Trois Ormeaux 5", "", "1000", "Lausanne", "", "CH"});
    EXPECT_EQ(text_of(road, {"addressSuffix"}), "Chemin de la Fontaine des Trois");
    EXPECT_EQ(text_of(road, {"street"}), "Ormeaux");
    EXPECT_EQ(text_of(road, {"houseNo"}), "5");

    const auto box = recipient({"A", "", "Postfach 600", "", "3000", "Bern", "", "CH"});
    EXPECT_EQ(text_of(box, {"pobox"}), "Postfach 600");
    EXPECT_EQ(box.as_object().count("street"), 0U);

    const auto second = recipient({"A", "", "", "Dorfweg 1", "3000", "Bern", "", "CH"});
    EXPECT_EQ(text_of(second, {"street"}), "Dorfweg") << "what stands in the second line alone";

    const auto both =
        recipient({"A", "", "Chemin de la Fontaine des Trois Ormeaux 5", "Étage 2", "1000", "L", "", "CH"}, true);
    EXPECT_EQ(text_of(both, {"street"}), "Chemin de la Fontaine des Trois Orm");
    EXPECT_EQ(text_of(both, {"addressSuffix"}), "Étage 2");
    for (const auto& [name, value] : both.as_object()) {
        EXPECT_LE(labels::letter_count(text_of(value)), 35U) << std::string(name);
    }
}

// The post as a test wants it, with the place for tokens beside it.
class SwissPostTest : public testing::Test {
protected:
    ScriptedReply answer(const HeardRequest& request) {
        if (request.target == "/OAuth/token") {
            if (request.body.find("client_secret=right%20one") == std::string::npos) {
                return {401, R"({"error": "invalid_client", "error_description": "Unknown client"})"};
            }
            ++tokens;
            return {200, R"({"access_token": "token-)" + std::to_string(tokens) + R"(", "expires_in": 3600})"};
        }
        const std::string wanted = "Bearer token-" + std::to_string(tokens);
        if (request.headers.at("authorization") != wanted || forgets_token) {
            forgets_token = false;
            return {401, "{}"};
        }
        return reply;
    }
    std::expected<ports::Label, ports::LabelRefusal> buy(const std::string& secret = "right one") {
        return post->buy({"client", secret, "60030800"}, wish());
    }
    LabelFault fault() {
        const auto label = buy();
        EXPECT_FALSE(label);
        return label ? LabelFault::refused : label.error().fault;
    }
    void answer_with(ScriptedReply next) {
        const auto lock = server.hold();
        reply = std::move(next);
    }
    std::size_t asked() const { return server.count("POST", "/barcode/v1/generateAddressLabel"); }

    int tokens = 0;
    bool forgets_token = false;
    ScriptedReply reply{200, label_answer};
    ScriptedServer server{[this](const HeardRequest& request) { return answer(request); }};
    std::unique_ptr<ports::LabelService> post = labels::make_swiss_post({.base_url = server.url(), .timeout_ms = 400},
                                                                        {.base_url = server.url(), .timeout_ms = 400});
};

TEST_F(SwissPostTest, a_label_comes_with_its_number_and_the_token_is_kept) {
    const auto label = buy();
    ASSERT_TRUE(label);
    EXPECT_EQ(label->bytes, "%PDF-1.4\n");
    EXPECT_EQ(label->tracking_number, "996003080000000014");
    EXPECT_EQ(label->warnings, std::vector<std::string>{"Bald teurer (W1)"}) << "no line breaks of strangers";
    EXPECT_FALSE(label->is_shortened);
    ASSERT_TRUE(buy());
    EXPECT_EQ(tokens, 1) << "one token for both";
    EXPECT_NE(server.heard().front().body.find("scope=DCAPI_BARCODE_READ"), std::string::npos);
    EXPECT_NE(server.heard().front().body.find("grant_type=client_credentials"), std::string::npos);
}

TEST_F(SwissPostTest, a_token_that_is_not_accepted_any_more_is_renewed_once) {
    ASSERT_TRUE(buy());
    forgets_token = true;
    ASSERT_TRUE(buy());
    EXPECT_EQ(tokens, 2);
    answer_with({401, R"({"error": "unauthorized"})"});
    EXPECT_EQ(fault(), LabelFault::credentials_refused);
}

TEST_F(SwissPostTest, a_wrong_secret_is_told_and_buys_nothing) {
    const auto label = buy("wrong one");
    ASSERT_FALSE(label);
    EXPECT_EQ(label.error().fault, LabelFault::credentials_refused);
    EXPECT_EQ(label.error().words, "Unknown client");
    EXPECT_EQ(asked(), 0U);
    EXPECT_EQ(post->check({"client", "wrong one", ""}).error().fault, LabelFault::credentials_refused);
    EXPECT_TRUE(post->check({"client", "right one", ""}));
}

TEST_F(SwissPostTest, the_posts_own_words_come_along_when_it_refuses) {
    reply.body = R"({"item": {"itemID": "1", "label": [], "errors": [
        {"code": "E1011", "message": "PLZ unbekannt"}, {"code": "E2"}]}})";
    auto label = buy();
    ASSERT_FALSE(label);
    EXPECT_EQ(label.error().fault, LabelFault::refused);
    EXPECT_EQ(label.error().words, "PLZ unbekannt (E1011); E2");
    answer_with({400, R"([{"field": "customer.zip", "error": "may not be null", "rejectedValue": "x"}])"});
    label = buy();
    EXPECT_EQ(label.error().fault, LabelFault::refused);
    EXPECT_EQ(label.error().words, "may not be null (customer.zip)");
    answer_with({422, "<html>"});
    EXPECT_EQ(fault(), LabelFault::refused) << "a no without words is a no";
    EXPECT_EQ(asked(), 3U) << "each asked once";
}

TEST_F(SwissPostTest, what_may_have_bought_a_label_is_unclear) {
    answer_with({500, "{}"});
    EXPECT_EQ(fault(), LabelFault::unclear);
    answer_with({200, label_answer, {}, Delivery::cut_within});
    EXPECT_EQ(fault(), LabelFault::unclear);
    answer_with({200, label_answer, {}, Delivery::whole, 900});
    EXPECT_EQ(fault(), LabelFault::unclear) << "too late";
    for (const char* body :
         {"{}", R"({"item": {"identCode": "99", "label": []}})", R"({"item": {"identCode": "99", "label": ["%%%"]}})",
          R"({"item": {"identCode": "", "label": ["JVBERi0xLjQK"]}})",
          R"({"item": {"identCode": "<b>", "label": ["JVBERi0xLjQK"]}})"}) {
        answer_with({200, body});
        EXPECT_EQ(fault(), LabelFault::unclear) << body;
    }
}

TEST_F(SwissPostTest, what_cannot_have_bought_one_is_not) {
    answer_with({503, "{}"});
    EXPECT_EQ(fault(), LabelFault::unavailable);
    answer_with({429, "{}"});
    EXPECT_EQ(fault(), LabelFault::unavailable);
    post = labels::make_swiss_post({.base_url = server.url()}, {.base_url = "http://127.0.0.1:9"});
    EXPECT_EQ(fault(), LabelFault::unavailable) << "no token, no question";
    post = labels::make_swiss_post({.base_url = "http://127.0.0.1:9"}, {.base_url = server.url()});
    EXPECT_EQ(fault(), LabelFault::unavailable) << "nothing was sent";
}

TEST_F(SwissPostTest, says_what_an_address_lacks_and_where_it_delivers) {
    const auto missing = [&](const domain::Address& address) {
        std::string lines;
        for (const auto& error : post->missing(address)) lines += error.field + " " + error.code + "\n";
        return lines;
    };
    EXPECT_EQ(missing(wish().recipient), "");
    EXPECT_EQ(missing({"", "", "", "", "", "", "", ""}),
              "name required\nline1 required\npostal_code required\ncity required\ncountry required\n");
    EXPECT_EQ(missing({"😀", "", "Dorf 1", "", "75011", "Bern", "", "CH"}),
              "name required\npostal_code invalid_value\n");
    EXPECT_TRUE(post->serves("CH") && post->serves("LI"));
    EXPECT_FALSE(post->serves("FR"));
    EXPECT_TRUE(post->is_licence("60030800"));
    EXPECT_FALSE(post->is_licence("6003080") || post->is_licence("6003080x"));
}

}  // namespace
}  // namespace commis::tests
