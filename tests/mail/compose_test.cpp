// The bytes of a message: encodings, headers that hold, the same input giving the same bytes.
#include "adapters/smtp/compose.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <ranges>

#include "mail/smtp_server.hpp"

namespace commis::tests {
namespace {

constexpr ports::MailServerFeatures modern{true, true, 0};
constexpr ports::MailServerFeatures plain{false, false, 0};

std::string composed(const ports::MailMessage& message, const ports::MailServerFeatures& features = modern) {
    const auto bytes = smtp::compose_message(message, features);
    return bytes ? *bytes : "fault " + bytes.error().code + " " + bytes.error().detail;
}

std::string headers_of(const std::string& bytes) { return bytes.substr(0, bytes.find("\r\n\r\n") + 2); }

// The names of the headers as a mail program sees them: every line that is no continuation.
std::vector<std::string> header_names(const std::string& bytes) {
    std::vector<std::string> names;
    for (const auto part : std::views::split(headers_of(bytes), '\n')) {
        const std::string line{part.begin(), part.end()};
        if (!line.empty() && line[0] != ' ' && line[0] != '\t') names.push_back(line.substr(0, line.find(':')));
    }
    return names;
}

TEST(ComposeMessage, takes_files_along_behind_the_words) {
    auto message = sample_message();
    std::string pdf = "%PDF-1.7\n";
    for (int sign = 0; sign < 256; ++sign) pdf += static_cast<char>(sign);
    message.attachments = {{"INV-2026-\u00e9.pdf", "application/pdf", pdf}};
    const auto bytes = composed(message);
    EXPECT_EQ(bytes, composed(message)) << "the same message, the same bytes";
    EXPECT_NE(bytes.find("Content-Type: multipart/mixed"), std::string::npos);
    EXPECT_NE(bytes.find("Content-Type: application/pdf"), std::string::npos);
    EXPECT_NE(bytes.find("Content-Disposition: attachment"), std::string::npos);
    EXPECT_LT(bytes.find("multipart/alternative"), bytes.find("application/pdf")) << "first the words";
    EXPECT_NE(bytes.find("JVBERi0xLjcK"), std::string::npos) << "in base64, whatever it holds";
    EXPECT_EQ(composed(sample_message()).find("multipart/mixed"), std::string::npos);
}

TEST(ComposeMessage, has_the_headers_a_mail_needs_and_no_more) {
    auto message = sample_message();
    message.reply_to = ports::Mailbox{"", "help@nordlys.example"};
    message.unsubscribe_url = "https://nordlys.example/u/1";
    const auto bytes = composed(message);
    EXPECT_EQ(header_names(bytes),
              (std::vector<std::string>{"From", "Reply-To", "To", "Subject", "Date", "Message-Id", "MIME-Version",
                                        "Content-Language", "Auto-Submitted", "List-Unsubscribe", "Content-Type"}));
    EXPECT_NE(bytes.find("Date: Tue, 02 Dec 2025 23:00:00 +0000\r\n"), std::string::npos);
    EXPECT_NE(bytes.find("Message-Id: <01J9ZK@nordlys.example>\r\n"), std::string::npos);
    EXPECT_NE(bytes.find("From: Nordlys & Co <shop@nordlys.example>\r\n"), std::string::npos) << headers_of(bytes);
    EXPECT_NE(bytes.find("Content-Type: multipart/alternative; boundary="), std::string::npos);
}

TEST(ComposeMessage, gives_the_same_bytes_for_the_same_input) {
    EXPECT_EQ(composed(sample_message()), composed(sample_message()));
    auto other = sample_message();
    other.message_id = "01J9ZL@nordlys.example";
    EXPECT_NE(composed(sample_message()), composed(other));
}

TEST(ComposeMessage, carries_the_pictures_that_its_html_shows) {
    auto message = sample_message();
    message.html = "<p><img src=\"cid:payment_qr\" alt=\"code\"></p>\n";
    message.pictures["payment_qr"] = "\x89PNG\r\n and so on";
    const auto bytes = composed(message);
    for (const std::string_view part :
         {"Content-Type: multipart/alternative; boundary=", "Content-Type: multipart/related; ",
          "<img src=\"cid:payment_qr.01J9ZK@nordlys.example\"", "Content-Id: <payment_qr.01J9ZK@nordlys.example>\r\n",
          "Content-Disposition: inline; filename=payment_qr.png\r\n", "Content-Type: image/png",
          "Content-Transfer-Encoding: base64\r\n", "iVBORw0KIGFuZCBzbyBvbg=="}) {
        EXPECT_NE(bytes.find(part), std::string::npos) << part << "\n" << bytes;
    }
    EXPECT_LT(bytes.find("text/plain"), bytes.find("multipart/related")) << "the plain text comes first";
    EXPECT_EQ(composed(message), bytes) << "the same mail, the same bytes";
}

TEST(ComposeMessage, writes_text_as_8bit_or_quoted_printable_but_never_base64) {
    for (const auto& features : {modern, plain}) {
        auto message = sample_message();
        for (const std::string_view text : {"Ascii only\n", "Zoé\n", "日本語\n", "🎈🎈\n", "\n", ""}) {
            message.text = text;
            const auto bytes = composed(message, features);
            EXPECT_EQ(bytes.find("base64"), std::string::npos) << text;
            EXPECT_EQ(bytes.find("Content-Transfer-Encoding: 8bit") != std::string::npos, features.eight_bit_mime);
        }
    }
    const auto quoted = composed(sample_message(), plain);
    EXPECT_TRUE(std::ranges::all_of(quoted, [](char sign) { return static_cast<unsigned char>(sign) < 0x80; }));
}

TEST(ComposeMessage, ends_every_line_with_crlf_and_keeps_lines_short) {
    auto message = sample_message();
    message.text = "first\nsecond\r\nthird\rfourth " + std::string(5000, 'x') + "\n";
    message.subject.assign(300, 's');
    message.subject += " é";
    message.to.name.assign(300, 'n');
    const auto bytes = composed(message);
    std::size_t length = 0;
    for (std::size_t index = 0; index < bytes.size(); ++index) {
        ASSERT_EQ(bytes[index] == '\n', index > 0 && bytes[index - 1] == '\r') << "at " << index;
        length = bytes[index] == '\n' ? 0 : length + 1;
        ASSERT_LE(length, 998U);
    }
}

TEST(ComposeMessage, lets_no_field_add_a_header) {
    const std::string trick = "x\r\nBcc: eve@example.org\r\n\r\n<b>body</b>\nX-Other: 1\rX-Third: 2";
    auto message = sample_message();
    message.subject = trick;
    message.to.name = trick;
    message.from.name = trick;
    message.reply_to = ports::Mailbox{trick, "help@nordlys.example"};
    message.language = trick;
    message.unsubscribe_url = trick;
    const auto names = header_names(composed(message));
    EXPECT_EQ(names, (std::vector<std::string>{"From", "Reply-To", "To", "Subject", "Date", "Message-Id",
                                               "MIME-Version", "Auto-Submitted", "Content-Type"}));
}

TEST(ComposeMessage, quotes_names_that_pretend_to_be_addresses) {
    auto message = sample_message();
    message.to.name = "eve@example.org, Zoé <eve@example.org>";
    const auto headers = headers_of(composed(message));
    const auto to = headers.substr(headers.find("To: "), headers.find("Subject: ") - headers.find("To: "));
    EXPECT_EQ(std::ranges::count(to, '<'),
              1 + static_cast<long>(to.find("\"") != std::string::npos && to.find("<eve") != std::string::npos))
        << to;
    EXPECT_NE(to.find("<zoe@example.org>"), std::string::npos) << to;
}

TEST(ComposeMessage, refuses_what_it_can_not_write_safely) {
    auto message = sample_message();
    message.message_id = "x>\r\nBcc: eve@example.org";
    EXPECT_TRUE(composed(message).starts_with("fault invalid_message_id"));
    message = sample_message();
    message.from.address = "shop";
    EXPECT_EQ(composed(message), "fault invalid_address from: at_sign_missing");
    message = sample_message();
    message.to.address = "zoé@example.org";
    EXPECT_TRUE(composed(message, plain).starts_with("fault internationalized_not_offered to:"));
}

TEST(ComposeMessage, survives_broken_utf8) {
    auto message = sample_message();
    message.subject = "a\xff\xfe";
    message.text = std::string{"b\xc3\0c\n", 5};
    message.html = "\xed\xa0\x80";
    message.to.name = "\xc0\xaf";
    EXPECT_FALSE(composed(message).starts_with("fault"));
}

}  // namespace
}  // namespace commis::tests
