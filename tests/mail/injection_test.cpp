// A list of attacks of our own against headers and recipients: each is put into every field of a real message, and what
// comes out has the headers it should have, one recipient, and lines that every server takes.
#include <gtest/gtest.h>

#include <map>

#include "adapters/smtp/compose.hpp"
#include "adapters/smtp/inbound_parts.hpp"
#include "domain/email_address.hpp"

namespace commis::tests {
namespace {

using smtp::compose_message;
using smtp::wire_address;
using namespace std::string_literals;

// Whole addresses that must never reach a header or an SMTP command.
const std::vector<std::string>& hostile_addresses() {
    static const std::vector<std::string> list{
        "zoe@example.org\r\nBcc: eve@evil.example",
        "zoe@example.org\nBcc: eve@evil.example",
        "zoe@example.org\rBcc: eve@evil.example",
        "zoe@example.org\r\n\r\nbody",
        "zoe@example.org>\r\nRCPT TO:<eve@evil.example",
        "zoe@example.org> NOTIFY=SUCCESS ORCPT=rfc822;eve@evil.example",
        "zoe@example.org\0eve@evil.example"s,
        "zoe\0@example.org"s,
        "zoe@example.org, eve@evil.example",
        "zoe@example.org;eve@evil.example",
        "zoe@example.org eve@evil.example",
        "zoe@example.org\teve@evil.example",
        "eve@evil.example, zoe@example.org",
        "Eve <eve@evil.example>",
        "<eve@evil.example>",
        "\"zoe@example.org\" <eve@evil.example>",
        "\"eve@evil.example>\r\n\"@example.org",
        "\"a b\"@example.org",
        "zoe(comment)@example.org",
        "(Bcc: eve)zoe@example.org",
        "zoe@example.org(@evil.example)",
        "@evil.example:zoe@example.org",
        "zoe%evil.example@example.org\n",
        "zoe@[127.0.0.1]",
        "zoe@[IPv6:::1]",
        "zoe@example.org@evil.example",
        "friends: zoe@example.org, eve@evil.example;",
        "=?utf-8?q?zoe=40evil.example=2C?=@example.org\r\n",
        "=?utf-8?b?DQpCY2M6IGV2ZQ==?=",
        "zoe\u2028@example.org",
        "zoe\u2029Bcc: eve@evil.example",
        "zoe\u0085@example.org",
        "zoe\u000b@example.org",
        "zoe\u200b@example.org",
        "zoe\u202e@gro.elpmaxe",
        "zoe\uff20example.org",       // A full-width at sign.
        "zoe\ufe6bexample.org",       // A small one.
        "zoe@evil\uff0eexample.org",  // A full-width dot.
        "zoe@example\u3002org",
        "zoe@example.org\u00a0",
        "zo\xc0\x8a@example.org",  // An overlong line feed.
        "zo\xe2\x80@example.org",
        "zoe@exa\xadmple.org",
        std::string(70, 'a') + "@example.org",
        "zoe@" + std::string(300, 'a') + ".org",
        "-oQ/tmp -X/tmp/x@example.org ",
        "",
        "@",
        "zoe",
    };
    return list;
}

// Texts for names, subjects and bodies: they may be written, but as text.
const std::vector<std::string>& hostile_texts() {
    static const std::vector<std::string> list{
        "Zoé\r\nBcc: eve@evil.example",
        "Zoé\nBcc: eve@evil.example",
        "Zoé\rBcc: eve@evil.example",
        "Zoé\r\n\r\n<script>alert(1)</script>",
        "Zoé\r\n Bcc: eve@evil.example",
        "Zoé\0\r\nBcc: eve@evil.example"s,
        "Zoé\u2028Bcc: eve@evil.example",
        "Zoé\u2029Bcc: eve@evil.example",
        "Zoé\u0085Bcc: eve@evil.example",
        "Zoé\u000bBcc: eve@evil.example\u000c",
        "eve@evil.example",
        "bank@bank.example\" <eve@evil.example>, \"",
        "Zoé\" <eve@evil.example>",
        "Zoé <eve@evil.example>, x",
        "a, b; c: d@e.example;",
        "(comment) \\\" \\",
        "=?utf-8?q?=0D=0ABcc=3A_eve=40evil.example?=",
        "=?utf-8?b?DQpCY2M6IGV2ZUBldmlsLmV4YW1wbGU=?=",
        "=?utf-8?q?a?=\r\n =?utf-8?q?b?=",
        "=?utf-7?q?+AA0ACg-Bcc:?=",
        std::string(5'000, 'x'),
        std::string(5'000, ' ') + "x",
        "é" + std::string(3'000, 'y') + "\r\nBcc: z",
        "\r\n.\r\nMAIL FROM:<eve@evil.example>\r\nRCPT TO:<zoe@example.org>\r\nDATA\r\n",
        "\xff\xfe\r\nBcc: eve@evil.example",
        "\u202egpj.exe",
    };
    return list;
}

ports::MailMessage letter() {
    ports::MailMessage message;
    message.from = {"Nordlys", "shop@nordlys.example"};
    message.reply_to = ports::Mailbox{"Desk", "desk@nordlys.example"};
    message.to = {"Zoé", "zoe@example.org"};
    message.subject = "Order";
    message.text = "Hello";
    message.html = "<p>Hello</p>";
    message.message_id = "01JABCDEFGHJKMNPQRSTVWXYZ0@nordlys.example";
    message.language = "fr";
    message.unsubscribe_url = "https://nordlys.example/leave";
    return message;
}

// How often each field stands in the header; folded lines belong to the field before them.
std::map<std::string, int> count_fields(std::string_view bytes) {
    std::map<std::string, int> counts;
    auto header = bytes.substr(0, bytes.find("\r\n\r\n"));
    while (!header.empty()) {
        const auto end = std::min(header.find("\r\n"), header.size());
        const auto line = header.substr(0, end);
        if (!line.empty() && line.front() != ' ' && line.front() != '\t')
            ++counts[std::string{line.substr(0, line.find(':'))}];
        header.remove_prefix(std::min(end + 2, header.size()));
    }
    return counts;
}

void expect_safe(const ports::MailMessage& message, const std::string& what) {
    static const std::map<std::string, int> wanted{{"From", 1},
                                                   {"Reply-To", 1},
                                                   {"To", 1},
                                                   {"Subject", 1},
                                                   {"Date", 1},
                                                   {"Message-Id", 1},
                                                   {"MIME-Version", 1},
                                                   {"Content-Type", 1},
                                                   {"Content-Language", 1},
                                                   {"Auto-Submitted", 1},
                                                   {"List-Unsubscribe", 1}};
    for (const bool can_utf8 : {false, true}) {
        const auto bytes = compose_message(message, {can_utf8, can_utf8, 0});
        ASSERT_TRUE(bytes) << what;
        auto counts = count_fields(*bytes);
        counts.erase("Content-Transfer-Encoding");
        EXPECT_EQ(counts, wanted) << what << "\n" << bytes->substr(0, 900);
        for (std::size_t at = 0; at < bytes->size(); ++at) {
            ASSERT_TRUE((*bytes)[at] != '\n' || (at > 0 && (*bytes)[at - 1] == '\r')) << what;
            ASSERT_TRUE((*bytes)[at] != '\r' || (at + 1 < bytes->size() && (*bytes)[at + 1] == '\n')) << what;
            ASSERT_NE((*bytes)[at], '\0') << what;
        }
        std::string_view rest{*bytes};
        while (!rest.empty()) {
            const auto end = rest.find("\r\n");
            ASSERT_LE(end, 998U) << what;
            rest.remove_prefix(end + 2);
        }
        // As a reader of mail understands it: one recipient, whatever its name pretends.
        const auto parts = smtp::take_apart(*bytes);
        const auto& to = parts.fields.at("to");
        EXPECT_TRUE(to == "zoe@example.org" || to.ends_with("<zoe@example.org>")) << what << ": " << to;
        EXPECT_TRUE(parts.fields.at("from").ends_with("<shop@nordlys.example>")) << what;
        EXPECT_FALSE(parts.fields.contains("bcc")) << what;
    }
}

TEST(Injection, no_address_of_the_list_passes_the_one_validator_or_reaches_the_wire) {
    for (const auto& address : hostile_addresses()) {
        EXPECT_FALSE(domain::is_email_address(address)) << address;
        for (const bool can_utf8 : {false, true}) EXPECT_FALSE(wire_address(address, can_utf8)) << address;
    }
}

TEST(Injection, no_address_of_the_list_is_written_into_a_header) {
    for (const auto& address : hostile_addresses()) {
        auto to = letter();
        to.to.address = address;
        EXPECT_FALSE(compose_message(to, {true, true, 0})) << address;
        auto from = letter();
        from.from.address = address;
        EXPECT_FALSE(compose_message(from, {true, true, 0})) << address;
        auto reply = letter();
        reply.reply_to->address = address;
        EXPECT_FALSE(compose_message(reply, {true, true, 0})) << address;
    }
}

TEST(Injection, no_name_subject_or_body_adds_a_header_a_recipient_or_a_line) {
    expect_safe(letter(), "the letter itself");
    for (const auto& text : hostile_texts()) {
        auto message = letter();
        message.to.name = text;
        expect_safe(message, "to: " + text.substr(0, 80));
        message = letter();
        message.from.name = text;
        message.reply_to->name = text;
        expect_safe(message, "from: " + text.substr(0, 80));
        message = letter();
        message.subject = text;
        expect_safe(message, "subject: " + text.substr(0, 80));
        message = letter();
        message.text = text;
        message.html = text;
        expect_safe(message, "body: " + text.substr(0, 80));
    }
}

TEST(Injection, what_the_program_makes_itself_is_checked_as_well) {
    for (const char* id : {"a@b\r\nBcc: c@d.example", "a b@c", "<a@b>", "a", "@", "a@b>", "a\u00e9@b"}) {
        auto message = letter();
        message.message_id = id;
        EXPECT_FALSE(compose_message(message, {true, true, 0})) << id;
    }
    for (const char* url :
         {"https://x\r\nBcc: c@d.example", "javascript:alert(1)", "https://x> y", "http://plain.example"}) {
        auto message = letter();
        message.unsubscribe_url = url;
        const auto bytes = compose_message(message, {true, true, 0});
        ASSERT_TRUE(bytes);
        EXPECT_FALSE(count_fields(*bytes).contains("List-Unsubscribe")) << url;
    }
    auto message = letter();
    message.language = "fr\r\nBcc: c@d.example";
    EXPECT_FALSE(count_fields(compose_message(message, {true, true, 0}).value()).contains("Bcc"));
}

}  // namespace
}  // namespace commis::tests
