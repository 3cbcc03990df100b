// Templates: their limits, their faults by name, and what customers' and operators' words may become.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "adapters/smtp/mail_events.hpp"
#include "adapters/smtp/markdown.hpp"
#include "adapters/smtp/template_fill.hpp"
#include "mail/sample_model.hpp"

namespace commis::tests {
namespace {

std::string faults_of(const std::string& source, std::string_view event = "state_changed") {
    std::string codes;
    for (const auto& fault : shipped_renderer().validate(event, source)) {
        codes += (codes.empty() ? "" : " ") + fault.code + ":" + std::to_string(fault.line);
    }
    return codes;
}

ports::RenderedMail rendered(const std::string& source, const ports::MailModel& model) {
    const auto mail = shipped_renderer().render_source(source, "en", model);
    if (!mail) throw std::runtime_error{mail.error().code};
    return *mail;
}

std::string body_of(const std::string& html) {
    const auto begin = html.find("<p class=\"shop\">");
    return html.substr(begin, html.find("<hr") - begin);
}

TEST(TemplateCheck, names_each_fault_and_its_line) {
    EXPECT_EQ(faults_of("Subject: a\n\nHello {{buyer_name}} {{#note}}\n{{note}}{{/note}}{{! a remark }}\n"), "");
    EXPECT_EQ(faults_of("Subject: a\n\n{{{buyer_name}}}"), "unescaped_tag:3");
    EXPECT_EQ(faults_of("Subject: a\n\n{{& buyer_name}}"), "unescaped_tag:3");
    EXPECT_EQ(faults_of("Subject: a\n\n{{=<% %>=}}"), "delimiter_change:3");
    EXPECT_EQ(faults_of("Subject: a\n\n{{> footer}}"), "partial:3");
    EXPECT_EQ(faults_of("Subject: a\n\n{{#note}}"), "unclosed_section:3");
    EXPECT_EQ(faults_of("Subject: a\n\n\n{{/note}}"), "unopened_section:4");
    EXPECT_EQ(faults_of("Subject: a\n\n{{#note}}{{#state}}{{/note}}{{/state}}"), "unopened_section:3");
    EXPECT_EQ(faults_of("Subject: a\n\n{{buyer_name"), "unclosed_tag:3");
    EXPECT_EQ(faults_of("Subject: a\n\n{{}}"), "empty_tag:3");
    EXPECT_EQ(faults_of("Subject: a\n\n{{buyer.name}} {{.}}"), "bad_name:3 bad_name:3");
    EXPECT_EQ(faults_of("Subject: {{nonsense}}\n\n{{#sku}}{{/sku}}"), "unknown_name:1 unknown_name:3");
    EXPECT_EQ(faults_of("Hello"), "subject_missing:1");
    EXPECT_EQ(faults_of("Subject:  \n\nHello"), "subject_empty:1");
    EXPECT_EQ(faults_of("Subject: a\n\n" + std::string(2001, 'x')), "line_too_long:3");
    EXPECT_EQ(faults_of("Subject: a\n\n\xEE\x80\x80"), "forbidden_character:0");
    EXPECT_EQ(faults_of(std::string(70'000, '\n')), "subject_missing:1 too_large:0");
    EXPECT_EQ(faults_of("Subject: a\n\nx", "no_such_event"), "unknown_event:0");
}

TEST(TemplateCheck, knows_names_by_their_list) {
    EXPECT_EQ(
        faults_of("Subject: a\n\n{{#lines}}{{sku}}{{#attendees}}{{email}}{{/attendees}}{{/lines}}", "order_placed"),
        "");
    EXPECT_EQ(faults_of("Subject: a\n\n{{sku}}", "order_placed"), "unknown_name:3");
    EXPECT_EQ(faults_of("Subject: a\n\n{{#attendees}}{{/attendees}}", "order_placed"), "unknown_name:3");
    EXPECT_EQ(faults_of("Subject: a\n\n{{#lines}}{{#lines}}{{/lines}}{{/lines}}", "order_placed"), "section_repeats:3");
    EXPECT_EQ(faults_of("Subject: a\n\n{{^lines}}none{{/lines}}", "order_placed"), "");
}

TEST(TemplateCheck, bounds_nesting) {
    std::string deep = "Subject: a\n\n";
    for (int depth = 0; depth < 17; ++depth) deep += "{{#note}}";
    for (int depth = 0; depth < 17; ++depth) deep += "{{/note}}";
    EXPECT_EQ(faults_of(deep), "too_deep:3");
}

TEST(TemplateFill, bounds_what_comes_out) {
    ports::MailModel model;
    model.lists["rows"].resize(500);
    model.lists["columns"].resize(500);
    const auto many =
        smtp::fill_template("{{#rows}}{{#columns}}x{{/columns}}{{/rows}}", model, smtp::ValueStyle::markdown);
    ASSERT_FALSE(many.has_value());
    EXPECT_EQ(many.error().code, "too_many_sections");
    model.texts["long"] = std::string(300'000, 'x');
    const auto large = smtp::fill_template("{{long}}{{long}}{{long}}{{long}}", model, smtp::ValueStyle::markdown);
    ASSERT_FALSE(large.has_value());
    EXPECT_EQ(large.error().code, "output_too_large");
}

TEST(TemplateFill, leaves_no_line_behind_for_sections_alone_on_a_line) {
    ports::MailModel model;
    model.texts["a"] = "A";
    const auto filled = smtp::fill_template("one\n{{#a}}\n{{a}}\\\n{{/a}}\n  {{#b}}\nb\n{{/b}}\n\ntwo\r\n", model,
                                            smtp::ValueStyle::markdown);
    EXPECT_EQ(filled.value().text, "one\nA\\\n\ntwo\n");
}

TEST(Markdown, shows_customers_words_literally) {
    ports::MailModel model;
    for (const std::string words :
         {"*bold* _x_ `code` ~~no~~", "# heading", "1. one", "- item", "> quote", "[a](http://evil.example)",
          "<http://evil.example>", "<b>x</b>", "![p](http://evil.example/p.png)", "&lt;b&gt; &amp;", "\\*x\\*",
          "a_b_c__d__", "===", "---", "|a|b|", "<!-- x -->", "$1 {{order_number}}"}) {
        model.texts["state"] = words;
        const auto mail = rendered("Subject: s {{state}}\n\n{{state}}\n\n- {{state}}\n\n> {{state}}\n", model);
        EXPECT_EQ(mail.subject, "s " + words);
        EXPECT_TRUE(mail.text.starts_with(words + "\n\n- " + words + "\n\n> " + words + "\n")) << mail.text;
        EXPECT_EQ(mail.html.find("evil.example\""), std::string::npos) << mail.html;
        EXPECT_EQ(mail.html.find("<a "), std::string::npos) << mail.html;
        EXPECT_EQ(mail.html.find("<b>"), std::string::npos) << mail.html;
    }
}

TEST(Markdown, keeps_lines_of_a_value_inside_their_paragraph) {
    ports::MailModel model;
    model.texts["state"] = "  one\n\n    four\r\n# two\n\t- three\n===\n";
    const auto mail = rendered("Subject: s\n\n{{state}}\n", model);
    EXPECT_EQ(body_of(mail.html),
              "<p class=\"shop\"></p>\n<p>one<br />\nfour<br />\n# two<br />\n- three<br "
              "/>\n===</p>\n\n</div>\n</body>\n</html>\n");
}

TEST(Markdown, renders_notes_safely) {
    EXPECT_EQ(smtp::note_to_html("a *b* **c**"), "<p>a <em>b</em> <strong>c</strong></p>\n");
    EXPECT_EQ(smtp::note_to_html("one\ntwo"), "<p>one<br />\ntwo</p>\n");
    EXPECT_EQ(smtp::note_to_html("size <L> <script>alert(1)</script>"),
              "<p>size &lt;L&gt; &lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
    EXPECT_EQ(smtp::note_to_html("<div onclick=x>\nhi\n</div>"), "<p>&lt;div onclick=x&gt;\nhi\n&lt;/div&gt;\n</p>\n");
    EXPECT_EQ(smtp::note_to_html("[a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](data:text/html,x)"), "<p>a b c</p>\n");
    EXPECT_EQ(smtp::note_to_html("[a](/desk) [b](//evil.example)"), "<p>a b</p>\n");
    EXPECT_EQ(smtp::note_to_html("[a](HTTPS://nordlys.example)"), "<p><a href=\"HTTPS://nordlys.example\">a</a></p>\n");
    EXPECT_EQ(smtp::note_to_html("![p](https://x.example/p.png)"),
              "<p><a href=\"https://x.example/p.png\">p</a></p>\n");
    EXPECT_EQ(smtp::note_to_html("![](https://x.example/p.png)"),
              "<p><a href=\"https://x.example/p.png\">https://x.example/p.png</a></p>\n");
}

TEST(Markdown, makes_links_of_bare_addresses_in_notes) {
    EXPECT_EQ(smtp::note_to_html("See https://track.example/p_a_r?x=1&y=2."),
              "<p>See <a "
              "href=\"https://track.example/p_a_r?x=1&amp;y=2\">https://track.example/p_a_r?x=1&amp;y=2</a>.</p>\n");
    EXPECT_EQ(smtp::note_to_html("`https://code.example`"), "<p><code>https://code.example</code></p>\n");
    EXPECT_EQ(smtp::note_to_html("[https://a.example](https://a.example)"),
              "<p><a href=\"https://a.example\">https://a.example</a></p>\n");
}

TEST(Markdown, keeps_a_note_from_leaving_its_place) {
    ports::MailModel model;
    model.notes["note"] =
        "```\nunclosed\n\n</blockquote></div> \xEE\x80\x80"
        "0\xEE\x80\x81";
    const auto mail = rendered("Subject: s\n\n> {{note}}\n\nafter\n", model);
    EXPECT_NE(mail.html.find("<blockquote>\n<pre><code>unclosed\n\n&lt;/blockquote&gt;&lt;/div&gt; 0\n</code></pre>\n"
                             "</blockquote>\n<p>after</p>"),
              std::string::npos)
        << mail.html;
    model.notes["note"] = "two\n\n*words*";
    EXPECT_NE(rendered("Subject: {{note}}\n\nNote: {{note}}!\n", model).text.find("Note: two words!\n"),
              std::string::npos);
    EXPECT_EQ(rendered("Subject: {{note}}\n\nx\n", model).subject, "two words");
}

TEST(Markdown, shows_absurd_nesting_as_text_instead_of_following_it) {
    for (const std::string sign : {">", "*a ", "[", "- "}) {
        std::string deep;
        for (int depth = 0; depth < 5000; ++depth) deep += sign;
        EXPECT_FALSE(smtp::note_to_html(deep).empty());
        ports::MailModel model;
        model.notes["note"] = deep;
        EXPECT_FALSE(rendered("Subject: s\n\n{{note}}\n", model).text.empty());
    }
}

}  // namespace
}  // namespace commis::tests
