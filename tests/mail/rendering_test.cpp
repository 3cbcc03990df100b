// Every event in every language: complete, translated, and deaf to whatever people type. The mails are written to
// build/mails for reading.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <set>

#include "adapters/smtp/compose.hpp"
#include "adapters/smtp/mail_events.hpp"
#include "adapters/system/shop_color.hpp"
#include "domain/language.hpp"
#include "mail/sample_model.hpp"

namespace commis::tests {
namespace {

using Case = std::tuple<std::string_view, std::string_view>;

class EachMail : public testing::TestWithParam<Case> {
protected:
    static ports::RenderedMail render(const ports::MailModel& model) {
        const auto [event, language] = GetParam();
        const auto mail = shipped_renderer().render(event, language, model);
        if (!mail) throw std::runtime_error{mail.error().code + " " + mail.error().detail};
        return *mail;
    }
};

void keep_for_reading(std::string_view event, std::string_view language, const ports::RenderedMail& mail) {
    const auto folder = std::filesystem::path{COMMIS_BINARY_DIR}.parent_path() / "mails";
    std::filesystem::create_directories(folder);
    const auto name = std::string{event} + "." + std::string{language};
    std::ofstream{folder / (name + ".txt")} << "Subject: " << mail.subject << "\n\n" << mail.text;
    std::ofstream{folder / (name + ".html")} << mail.html;
}

TEST_P(EachMail, has_a_valid_template) {
    const auto [event, language] = GetParam();
    const auto path = "templates/" + std::string{language} + "/" + std::string{event} + ".md";
    for (const auto& fault :
         shipped_renderer().validate(event, read_text(std::filesystem::path{COMMIS_SOURCE_DIR} / path))) {
        ADD_FAILURE() << path << ":" << fault.line << " " << fault.code << " " << fault.detail;
    }
}

TEST_P(EachMail, says_everything_in_both_parts) {
    const auto [event, language] = GetParam();
    const auto mail = render(sample_model());
    keep_for_reading(event, language, mail);
    EXPECT_FALSE(mail.subject.empty());
    for (const auto* part : {&mail.text, &mail.html}) {
        for (const std::string_view trace : {"{{", "}}", "\xEE\x80", "\\", " ,", "()", "**", "](", "##"}) {
            const auto found = part->find(trace);
            EXPECT_EQ(found, std::string::npos) << trace << " in " << part->substr(found > 60 ? found - 60 : 0, 120);
        }
        EXPECT_NE(part->find("Havnegade 12"), std::string::npos);
        if (event != "free_message") {
            EXPECT_NE(part->find("N-1042"), std::string::npos);
        }
        if (event != "free_message" && event != "order_placed_operator") {
            EXPECT_NE(part->find("Zoé Lefèvre"), std::string::npos);
        }
    }
    EXPECT_NE(mail.html.find("<html lang=\"" + std::string{language} + "\">"), std::string::npos);
    EXPECT_NE(mail.html.find("Nordlys &amp; Co"), std::string::npos);
    EXPECT_NE(mail.html.find("#0f766e"), std::string::npos);
}

TEST_P(EachMail, reads_well_with_the_least_there_may_be) {
    ports::MailModel model;
    model.texts = {{"shop_name", "Nordlys"},
                   {"order_number", "7"},
                   {"order_date", "3.12."},
                   {"total", "1"},
                   {"state", "Sent"},
                   {"payment_status", "Paid"},
                   {"payment_method", "Cash"},
                   {"subject", "Hi"},
                   {"buyer_email", "zoe@example.org"},
                   {"order_time", "3.12."}};
    model.links = {{"desk_url", "https://shop.example/o"}};
    const auto mail = render(model);
    for (const std::string_view trace : {" ,", "()", "<>", "  ", " .", "**", "\n\n\n", ": \n"}) {
        EXPECT_EQ(mail.text.find(trace), std::string::npos) << "'" << trace << "' in\n" << mail.text;
    }
    EXPECT_EQ(mail.html.find("<li></li>"), std::string::npos);
    EXPECT_EQ(mail.html.find("<p></p>"), std::string::npos) << mail.html;
    EXPECT_EQ(mail.html.find("<blockquote>\n</blockquote>"), std::string::npos);
}

// Nothing from the list of naughty strings, in any field at once, becomes a tag, a link or a header.
TEST_P(EachMail, takes_naughty_strings_in_every_field) {
    COMMIS_NEED_SHARED_DATA("bad-input/blns.json");
    const auto strings = boost::json::parse(read_text(shared_data("bad-input/blns.json")));
    const auto tags_of = [](std::string_view html) {
        std::multiset<std::string> tags;
        for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
            tags.emplace(html.substr(at, html.find('>', at) - at + 1));
        }
        return tags;
    };
    auto model = sample_model();
    model.notes.clear();
    for (auto& [name, text] : model.texts) text = "x";
    for (auto& line : model.lists["lines"]) line.texts["name"] = "x";
    const auto usual = tags_of(render(model).html);
    const ports::MailServerFeatures modern{true, true, 0};
    // Each language takes its quarter of the strings: the templates of an event differ in words only.
    const auto language = std::ranges::find(domain::languages, std::get<1>(GetParam())) - domain::languages.begin();
    for (std::size_t index = static_cast<std::size_t>(language); index < strings.as_array().size(); index += 4) {
        const std::string naughty{strings.at(index).as_string()};
        for (auto& [name, text] : model.texts) text = "x " + naughty;
        for (auto& line : model.lists["lines"]) line.texts["name"] = "x " + naughty;
        const auto mail = render(model);
        auto tags = tags_of(mail.html);
        tags.erase("<br />");
        auto expected = usual;
        expected.erase("<br />");
        EXPECT_TRUE(tags == expected) << naughty << "\n" << mail.html;
        EXPECT_EQ(mail.subject.find('\n'), std::string::npos);
        ports::MailMessage message;
        message.from = message.to = {"x " + naughty, "zoe@example.org"};
        message.subject = mail.subject;
        message.text = mail.text;
        message.html = mail.html;
        message.message_id = "1@example.org";
        const auto bytes = smtp::compose_message(message, modern);
        ASSERT_TRUE(bytes.has_value());
        EXPECT_EQ(bytes->substr(0, bytes->find("\r\n\r\n")).find("\r\nBcc"), std::string::npos);
    }
}

std::string name_of(const testing::TestParamInfo<Case>& parameters) {
    return std::string{std::get<0>(parameters.param)} + "_" + std::string{std::get<1>(parameters.param)};
}

INSTANTIATE_TEST_SUITE_P(Mails, EachMail,
                         testing::Combine(testing::ValuesIn(smtp::mail_events), testing::ValuesIn(domain::languages)),
                         name_of);

TEST(Rendering, translates_every_event) {
    for (const auto event : smtp::mail_events) {
        if (event == "free_message") continue;
        std::set<std::string> texts;
        for (const auto language : domain::languages) {
            texts.insert(shipped_renderer().render(event, language, sample_model())->text);
        }
        EXPECT_EQ(texts.size(), domain::languages.size()) << event;
    }
}

TEST(Rendering, falls_back_to_english_and_names_what_is_missing) {
    const auto renderer = shipped_renderer();
    const auto english = renderer.render("state_changed", "en", sample_model());
    for (const auto* language : {"en-GB", "xx", "", "../../etc"}) {
        EXPECT_EQ(renderer.render("state_changed", language, sample_model())->text, english->text) << language;
    }
    EXPECT_NE(renderer.render("state_changed", "fr-CH", sample_model())->text, english->text);
    EXPECT_EQ(renderer.render("nonsense", "en", sample_model()).error().code, "unknown_event");
}

TEST(Rendering, tells_customer_and_operator_what_each_needs) {
    const auto renderer = shipped_renderer();
    const auto placed = renderer.render("order_placed", "de", sample_model())->text;
    for (const auto* fact : {"2 × Aurora lamp 40×40 (brass): €98.80", "Rabatt (WINTER_10), bereits abgezogen: €10.00",
                             "Versand (PostNord): €4.90", "Enthaltene MwSt. 25 %: €22.74", "Gesamtbetrag: €113.70",
                             "IBAN DK50 0040 0440 1162 43", "We ship as soon as", "c/o Atelier *Nord*"}) {
        EXPECT_NE(placed.find(fact), std::string::npos) << fact << "\n" << placed;
    }
    EXPECT_EQ(placed.find("/desk/"), std::string::npos) << "a buyer gets no link to the desk";
    const auto operators = renderer.render("order_placed_operator", "en", sample_model())->text;
    for (const auto* fact : {"<https://shop.example/desk/orders/01J9?tab=all&x=1>", "(AL-40) at €49.40",
                             "zoe@example.org", "+33 1 23 45 67 89", "Atelier Lefèvre", "FR40303265045",
                             "A. One, a@example.org", "Please ring twice.", "Still to pay: €63.70"}) {
        EXPECT_NE(operators.find(fact), std::string::npos) << fact << "\n" << operators;
    }
    const auto sent = renderer.render("order_sent", "fr", sample_model())->html;
    EXPECT_NE(sent.find("href=\"https://track.example/p_a_r/00370730254912345678\""), std::string::npos) << sent;
}

TEST(Rendering, shows_the_logo_in_place_of_the_name_and_says_the_name_without_it) {
    auto model = sample_model();
    model.links["logo_url"] = "https://shop.example/logo.png?a=1&b=\"x";
    const auto with = shipped_renderer().render("order_sent", "en", model)->html;
    EXPECT_NE(with.find("<img src=\"https://shop.example/logo.png?a=1&amp;b=&quot;x\" alt=\"Nordlys &amp; Co\""),
              std::string::npos)
        << with;
    model.links["logo_url"] = "javascript:alert(1)";
    const auto without = shipped_renderer().render("order_sent", "en", model)->html;
    EXPECT_EQ(without.find("<img"), std::string::npos);
    EXPECT_NE(without.find("<p class=\"shop\">Nordlys &amp; Co</p>"), std::string::npos) << without;
}

// Yellow on white can't be read; what readers click on is darkened, on a dark ground lightened, and keeps its tone.
TEST(Rendering, darkens_a_colour_until_words_in_it_can_be_read) {
    EXPECT_EQ(system::readable_color("#1d4ed8", "#ffffff"), "#1d4ed8") << "this one can be read";
    EXPECT_EQ(system::readable_color("#ffffff", "#ffffff"), "#737373");
    EXPECT_EQ(system::readable_color("#000000", "#1f2937"), "#939393");
    auto model = sample_model();
    model.texts["shop_color"] = "#facc15";
    const auto html = shipped_renderer().render("order_sent", "en", model)->html;
    EXPECT_NE(html.find("border-top: 4px solid #facc15"), std::string::npos) << "the bar is what was chosen";
    EXPECT_EQ(html.find("\na { color: #facc15"), std::string::npos);
}

TEST(Rendering, drops_links_and_colours_that_are_none) {
    auto model = sample_model();
    model.links["tracking_url"] = "javascript:alert(1)";
    model.texts["shop_color"] = "red;} body{display:none";
    const auto mail = shipped_renderer().render("order_sent", "en", model);
    EXPECT_EQ(mail->html.find("javascript"), std::string::npos);
    EXPECT_EQ(mail->html.find("Follow your parcel"), std::string::npos);
    EXPECT_EQ(mail->html.find("display:none"), std::string::npos);
}

}  // namespace
}  // namespace commis::tests
