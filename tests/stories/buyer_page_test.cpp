// The buyer's page: what it says (O-22, C-08), who may open it, and that nothing anybody typed becomes markup.
#include <gtest/gtest.h>

#include <regex>

#include "features/buyer/link.hpp"
#include "features/buyer/page.hpp"
#include "stories/buyer_site.hpp"

namespace commis::test {
namespace {

using testing::Test;

bool says(const http::Response& page, std::string_view words) {
    return words_of(page.body).find(words) != std::string::npos;
}

TEST(BuyerPage, tells_where_the_order_stands_what_is_to_pay_and_what_was_bought) {
    BuyerSite shop;
    const auto id = shop.place();
    const auto page = shop.get(shop.page(id));
    ASSERT_EQ(page.status, 200);
    for (const std::string_view words :
         {"Order 10001", "Nordlys & Co", "Placed on 22 November 2026", "Please transfer €120.00",
          "DK50 0040 0440 1162 43", "NDEADKKK", "3 × Mug €30.00", "1 × Lamp €90.00", "Total €120.00", "+45 86 00 00 00",
          "Withdraw from the contract here", "Ask to cancel items", "There is nothing in the order"}) {
        EXPECT_TRUE(says(page, words)) << words << "\n" << words_of(page.body);
    }
    EXPECT_EQ(page.headers.get("Referrer-Policy"), "no-referrer");
    EXPECT_EQ(page.headers.get("Cache-Control"), "no-store");
    EXPECT_EQ(page.headers.get("X-Robots-Tag"), "noindex");
    const auto policy = std::string(page.headers.get("Content-Security-Policy"));
    EXPECT_TRUE(policy.starts_with("default-src 'none'; style-src 'self'; img-src 'self';")) << policy;
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
    EXPECT_EQ(page.body.find("<script"), std::string::npos);
    EXPECT_EQ(page.body.find(" style="), std::string::npos);
}

TEST(BuyerPage, speaks_the_orders_language_and_any_other_of_the_four) {
    BuyerSite shop;
    const auto path = shop.page(shop.place(R"("language": "fr")"));
    EXPECT_TRUE(says(shop.get(path), "Commande 10001"));
    EXPECT_TRUE(says(shop.get(path + "?lang=de"), "Bestellung 10001"));
    EXPECT_TRUE(says(shop.get(path + "?lang=da"), "Ordre 10001"));
    EXPECT_TRUE(says(shop.get(path + "?lang=en"), "Order 10001"));
    EXPECT_TRUE(says(shop.get(path + "?lang=xx"), "Commande 10001"));
    EXPECT_NE(shop.get(path + "?lang=da").body.find("/ask/withdrawal?lang=da"), std::string::npos) << "it is kept";
    EXPECT_EQ(shop.get(path).body.find("/ask/withdrawal?lang"), std::string::npos);
}

TEST(BuyerPage, O22_C08_shows_published_states_alone_and_nothing_that_was_undone) {
    BuyerSite shop;
    const auto id = shop.place();
    const auto path = shop.page(id);
    EXPECT_EQ(shop.act(id, "change-state", R"({"state": "processing"})"), "taken");
    EXPECT_EQ(shop.act(id, "undo"), "taken");
    EXPECT_FALSE(says(shop.get(path), "So far")) << "an undone change never was";
    EXPECT_EQ(shop.act(id, "change-state", R"({"state": "processing"})"), "taken");
    EXPECT_TRUE(says(shop.get(path), "So far"));
    const std::string hide = R"({"settings": {"states": [
        {"id": "received", "stage": "new", "color": "blue", "label": {"en": "Here"}},
        {"id": "processing", "stage": "processing", "color": "amber", "label": {"en": "Secret"}, "published": false},
        {"id": "shipped", "stage": "shipped", "color": "violet", "label": {"en": "Gone"}},
        {"id": "cancelled", "stage": "cancelled", "color": "grey", "label": {"en": "Off"}}]}})";
    const auto changed = shop.site.call("PATCH", "/api/v1/shops/nordlys", hide, {});
    ASSERT_EQ(changed.status, 200) << changed.body;
    const auto page = shop.get(path);
    EXPECT_FALSE(says(page, "Secret")) << words_of(page.body);
    EXPECT_TRUE(says(page, "Here"));
}

TEST(BuyerPage, says_what_was_cancelled_refunded_and_sent) {
    BuyerSite shop;
    const auto id = shop.place();
    const auto path = shop.page(id);
    const auto order = shop.order(id);
    const std::string mug(order.at("lines").at(0).at("id").as_string());
    ASSERT_EQ(shop.act(id, "mark-paid"), "taken");
    ASSERT_EQ(shop.act(id, "cancel", R"({"lines": [{"line": ")" + mug + R"(", "quantity": 1}]})"), "taken");
    ASSERT_EQ(shop.act(id, "ship", R"({"lines": [{"line": ")" + mug + R"(", "quantity": 1}], "tracking":
        {"carrier": "DHL", "number": "JD0146", "url": "https://track.example/JD0146"}})"),
              "taken");
    ASSERT_EQ(shop.act(id, "invoice"), "taken");
    const auto page = shop.get(path);
    for (const std::string_view words : {"1 cancelled", "1 sent so far", "Cancelled -€10.00", "New total €110.00",
                                         "You get €10.00 back", "DHL JD0146", "Sent on 22 November 2026", "Invoice"}) {
        EXPECT_TRUE(says(page, words)) << words << "\n" << words_of(page.body);
    }
    EXPECT_NE(page.body.find(R"(<a href="https://track.example/JD0146" rel="noreferrer">)"), std::string::npos);
    EXPECT_FALSE(says(page, "DK50 0040")) << "nothing is to be paid";
    const std::regex link("href=\"(/o/[^\"]*/documents/[^\"]*)\"");
    std::smatch found;
    ASSERT_TRUE(std::regex_search(page.body, found, link));
    const auto pdf = shop.get(found[1]);
    EXPECT_EQ(pdf.status, 200);
    EXPECT_EQ(pdf.headers.get("Content-Type"), "application/pdf");
    EXPECT_EQ(pdf.headers.get("Cache-Control"), "no-store");
    EXPECT_EQ(shop.get(path + "/documents/01ARZ3NDEKTSV4RRFFQ69G5FAV.pdf").status, 404);
    // Another order's document is none of this one.
    const auto other = shop.place();
    EXPECT_EQ(shop.get(shop.page(other) + found[1].str().substr(found[1].str().find("/documents"))).status, 404);
}

TEST(BuyerPage, shows_the_transfers_code_as_a_picture_of_its_own) {
    BuyerSite shop;
    const auto id = shop.place();
    const auto path = shop.page(id);
    EXPECT_NE(shop.get(path).body.find("<img src=\"" + path + "/payment.svg\""), std::string::npos);
    const auto picture = shop.get(path + "/payment.svg");
    EXPECT_EQ(picture.headers.get("Content-Type"), "image/svg+xml");
    EXPECT_TRUE(picture.body.starts_with("<svg") || picture.body.starts_with("<?xml"));
    ASSERT_EQ(shop.act(id, "mark-paid"), "taken");
    EXPECT_EQ(shop.get(path + "/payment.svg").status, 404);
}

TEST(BuyerPage, lists_tickets_with_who_goes_and_why_one_is_closed) {
    BuyerSite shop("event-registration");
    const auto id = shop.place(R"("payment": {"method": "cheque"}, "lines": [
        {"sku": "PASS", "name": "Winter concert", "kind": "ticket", "quantity": 2, "unit_price": 5000, "tax_rate": "19",
         "attendees": [{"name": "Ada Byron", "email": "ada@example.org"}, {"name": "Niels Bohr"}]}])");
    const auto path = shop.page(id);
    EXPECT_TRUE(says(shop.get(path), "Winter concert Ada Byron")) << words_of(shop.get(path).body);
    ASSERT_EQ(shop.act(id, "mark-paid"), "taken");
    EXPECT_TRUE(says(shop.get(path), "Ada Byron Ticket (PDF) Valid"));
    const auto order = shop.order(id);
    const std::string unit(order.at("lines").at(0).at("units").at(0).at("id").as_string());
    ASSERT_EQ(shop.act(id, "block-access", R"({"units": [")" + unit + R"("]})"), "taken");
    EXPECT_TRUE(says(shop.get(path), "Ada Byron Ticket (PDF) Access is blocked."));
    EXPECT_TRUE(says(shop.get(path), "Niels Bohr Ticket (PDF) Valid"));
}

TEST(BuyerPage, offers_files_and_says_why_one_is_closed) {
    BuyerSite shop;
    const auto token = shop.page(shop.place()).substr(3);
    auto found = buyer::find(shop.site.services(), token).value();
    const buyer::Reader reader(shop.site.services(), found.shop, found.order, token);
    const buyer::PageFacts facts{
        .downloads = {{"L1", "Album", "F1", "album.zip", 12'345'678, 3, 1'800'000'000'000, {}, "/d/x"},
                      {"L2", "Poster", "F2", "poster.pdf", 90, {}, {}, domain::Refusal::download_expired, ""}}};
    const auto words = words_of(reader.services.renderer.page("order.html", buyer::order_page(reader, facts)));
    for (const std::string_view part : {"album.zip 12.3\u00A0MB Album 3 more times Possible until 15 January 2027",
                                        "poster.pdf 90\u00A0B Poster The time for downloading this is over."}) {
        EXPECT_NE(words.find(part), std::string::npos) << part << "\n" << words;
    }
    const buyer::Reader french(shop.site.services(), found.shop, found.order, token, "fr");
    const auto read = words_of(french.services.renderer.page("order.html", buyer::order_page(french, facts)));
    EXPECT_NE(read.find("album.zip 12,3\u00A0Mo Album"), std::string::npos) << read;
}

TEST(BuyerPage, shows_six_large_digits_once_the_order_can_be_collected) {
    BuyerSite shop;
    const auto id = shop.place(R"("shipping": {"method": "pickup", "name": "Pickup", "amount": 0, "pickup": true})");
    const auto path = shop.page(id);
    const std::regex code("class=\"code\">\\d{6}<");
    EXPECT_FALSE(std::regex_search(shop.get(path).body, code));
    ASSERT_EQ(shop.act(id, "change-state", R"({"state": "processing"})"), "taken");
    const auto page = shop.get(path);
    ASSERT_TRUE(std::regex_search(page.body, code)) << words_of(page.body);
    EXPECT_TRUE(says(page, "Show it at the counter."));
    ASSERT_EQ(shop.act(id, "ship"), "taken");
    EXPECT_FALSE(std::regex_search(shop.get(path).body, code));
}

TEST(BuyerPage, takes_hostile_names_as_words) {
    BuyerSite shop;
    const std::string hostile = R"(<script>alert(1)</script>\" onload=\"x' {{title}} &lt; \u202egnp)";
    const auto id = shop.place(R"("lines": [{"name": ")" + hostile + R"(", "quantity": 1, "unit_price": 100}],
        "buyer": {"name": ")" + hostile +
                               R"(", "email": "zoe@example.org"})");
    const auto path = shop.page(id);
    for (const auto* rest : {"", "/ask/withdrawal", "/ask/cancellation"}) {
        const auto page = shop.get(path + rest);
        ASSERT_EQ(page.status, 200) << rest;
        EXPECT_EQ(page.body.find("<script"), std::string::npos);
        EXPECT_EQ(page.body.find("\" onload"), std::string::npos);
        EXPECT_NE(page.body.find("&lt;script&gt;"), std::string::npos);
        EXPECT_NE(page.body.find("{{title}}"), std::string::npos) << "no value is a template";
        EXPECT_NE(page.body.find("dir=\"auto\""), std::string::npos);
    }
    EXPECT_EQ(shop.get(path + "?lang=%22%3E%3Cscript%3E").body.find("<script"), std::string::npos);
}

TEST(BuyerPage, of_an_order_of_everything_is_small) {
    BuyerSite shop;
    std::string lines;
    for (int line = 0; line < 25; ++line) {
        lines += std::string(line == 0 ? "" : ", ") + R"({"name": "A thing with quite a long name, number )" +
                 std::to_string(line) + R"(", "quantity": 2, "unit_price": 1000, "tax_rate": "20"})";
    }
    const auto id = shop.place(R"("lines": [)" + lines + "]");
    ASSERT_EQ(shop.act(id, "mark-paid"), "taken");
    ASSERT_EQ(shop.act(id, "ship"), "taken");
    ASSERT_EQ(shop.act(id, "invoice"), "taken");
    const auto page = shop.get(shop.page(id));
    const auto style = shop.get("/pay/page.css");
    EXPECT_LE(page.body.size() + style.body.size(), 30'000U) << page.body.size() << " " << style.body.size();
}

TEST(BuyerPage, that_nobody_made_is_not_there_in_the_readers_language) {
    BuyerSite shop;
    const auto id = shop.place();
    const auto path = shop.page(id);
    for (const std::string& wrong : {std::string("/o/guessed"), std::string("/o/1.x.y"), path + "x",
                                     path.substr(0, path.size() - 1), std::string("/o/..")}) {
        const auto page = shop.get(wrong, {{"Accept-Language", "da"}});
        EXPECT_EQ(page.status, 404) << wrong;
        EXPECT_TRUE(says(page, "Siden findes ikke")) << page.body;
        EXPECT_EQ(page.headers.get("Referrer-Policy"), "no-referrer");
    }
    EXPECT_EQ(shop.get(path).status, 200);
}

TEST(BuyerPage, has_another_address_once_its_link_was_renewed) {
    BuyerSite shop;
    const auto id = shop.place();
    const auto first = shop.page(id);
    ASSERT_EQ(shop.act(id, "renew-link"), "taken");
    EXPECT_EQ(shop.get(first).status, 404);
    EXPECT_EQ(shop.post(first + "/ask/withdrawal", "step=send").status, 404);
    EXPECT_NE(shop.page(id), first);
    EXPECT_EQ(shop.get(shop.page(id)).status, 200);
}

TEST(BuyerPage, has_one_address_and_no_other_way_to_write_it) {
    BuyerSite shop;
    const auto path = shop.page(shop.place());
    const std::string token = path.substr(path.rfind('/') + 1);
    ASSERT_EQ(shop.get("/o/" + token).status, 200);
    for (const std::string_view before : {"0", "00", "+"}) {
        EXPECT_EQ(shop.get("/o/" + std::string(before) + token).status, 404) << before;
    }
}

TEST(BuyerPage, cannot_be_guessed) {
    BuyerSite shop;
    const auto path = shop.page(shop.place());
    for (int tries = 0; tries < 10; ++tries) EXPECT_EQ(shop.get("/o/1.a.b").status, 404);
    const auto page = shop.get(path, {{"Accept-Language", "de"}});
    EXPECT_EQ(page.status, 429);
    EXPECT_TRUE(says(page, "Bitte warten Sie"));
    EXPECT_GT(std::stoi(std::string(page.headers.get("Retry-After"))), 0);
    shop.site.clock.at_ms += 11 * 60'000;
    EXPECT_EQ(shop.get(path).status, 200);
}

}  // namespace
}  // namespace commis::test
