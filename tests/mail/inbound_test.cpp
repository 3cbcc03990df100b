// Returned mail of many systems is read as its reviewed list says, letters are left alone, and no bytes break the
// reader.
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "adapters/smtp/bounce_words.hpp"
#include "adapters/smtp/inbound.hpp"
#include "support/shared_data.hpp"

namespace commis::tests {
namespace {

using domain::BounceCause;
using domain::BounceVerdict;
using ports::InboundKind;
using smtp::read_inbound_mail;

std::string or_dash(std::string_view text) { return text.empty() ? "-" : std::string{text}; }

// As the reviewed list writes it.
std::string summary_of(const ports::InboundMail& mail) {
    if (mail.kind != InboundKind::report) return std::string{ports::id_of(mail.kind)} + " - - -";
    const auto& report = mail.reports.at(0);
    return std::string{domain::id_of(report.verdict)} + " " + std::string{domain::id_of(report.cause)} + " " +
           or_dash(report.status) + " " + or_dash(report.recipient);
}

TEST(InboundMail, reads_the_collections_of_returned_mail_as_reviewed) {
    std::ifstream list{std::string{COMMIS_SOURCE_DIR} + "/tests/mail/returned_mail.txt"};
    const auto folder = shared_data("email");
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is absent";
    int count = 0;
    for (std::string line; std::getline(list, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream words{line};
        std::string name;
        words >> name;
        auto path = folder / "bounces-sisimai" / name;
        if (!std::filesystem::exists(path)) path = folder / "mail-fixtures" / name;
        const auto mail = read_inbound_mail(read_text(path));
        EXPECT_EQ(name + " " + summary_of(mail), line);
        for (const auto& report : mail.reports) EXPECT_LE(report.words.size(), 500U) << name;
        ++count;
    }
    EXPECT_GT(count, 170);
}

std::string report_with(const std::string& group, const std::string& returned = "") {
    return "From: Mail Delivery System <MAILER-DAEMON@mx.example>\r\nMessage-ID: <b1@mx.example>\r\n"
           "Subject: Undelivered Mail Returned to Sender\r\nMIME-Version: 1.0\r\n"
           "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n"
           "--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n"
           "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n" +
           group + "\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n" + returned + "\r\n--b--\r\n";
}

TEST(InboundMail, a_delivery_report_names_mail_recipient_code_and_words) {
    const auto mail = read_inbound_mail(report_with(
        "Original-Recipient: rfc822;zoe@example.org\r\nFinal-Recipient: rfc822; other@relay.example\r\n"
        "Action: failed\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; 550 5.1.1 <zoe@example.org>:\r\n  User unknown\r\n",
        "Message-ID: <01JABCDEFGHJKMNPQRSTVWXYZ0@shop.example>\r\nTo: zoe@example.org\r\n"));
    ASSERT_EQ(mail.reports.size(), 1U);
    EXPECT_EQ(mail.message_id, "b1@mx.example");
    EXPECT_EQ(mail.about, std::vector<std::string>{"01JABCDEFGHJKMNPQRSTVWXYZ0@shop.example"});
    EXPECT_EQ(mail.reports[0].recipient, "zoe@example.org");
    EXPECT_EQ(mail.reports[0].status, "5.1.1");
    EXPECT_EQ(mail.reports[0].verdict, BounceVerdict::permanent);
    EXPECT_EQ(mail.reports[0].cause, BounceCause::address_unknown);
    EXPECT_EQ(mail.reports[0].words, "550 5.1.1 <zoe@example.org>: User unknown");
}

TEST(InboundMail, the_verdict_follows_the_action_and_the_code_that_says_most) {
    const auto verdict = [](const std::string& group) {
        const auto mail = read_inbound_mail(report_with("Final-Recipient: rfc822; a@b.example\r\n" + group));
        return mail.reports.empty() ? std::string{"none"} : std::string{domain::id_of(mail.reports[0].verdict)};
    };
    EXPECT_EQ(verdict("Action: failed\r\nStatus: 5.1.1\r\n"), "permanent");
    EXPECT_EQ(verdict("Action: failed\r\nStatus: 4.4.1\r\n"), "temporary");
    EXPECT_EQ(verdict("Action: failed\r\nStatus: 4.0.0\r\nDiagnostic-Code: smtp; 550 5.1.1 no\r\n"), "permanent");
    EXPECT_EQ(verdict("Action: failed\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; 451 4.3.0 later\r\n"), "temporary");
    EXPECT_EQ(verdict("Action: delayed\r\nStatus: 4.4.1\r\n"), "delayed");
    EXPECT_EQ(verdict("Action: delivered\r\nStatus: 2.1.5\r\n"), "delivered");
    EXPECT_EQ(verdict("Action: relayed\r\nStatus: 2.1.9\r\n"), "delivered");
    EXPECT_EQ(verdict("Action: FAILED (gone)\r\nStatus: 5.1.1 (bad)\r\n"), "permanent");
}

TEST(InboundMail, people_and_their_machines_are_told_from_mail_servers) {
    const auto kind = [](const std::string& header, const std::string& body) {
        return ports::id_of(read_inbound_mail(header + "\r\n" + body).kind);
    };
    EXPECT_EQ(kind("From: Zoé <zoe@example.org>\r\nSubject: Delivery failed?\r\n",
                   "550 5.1.1 user unknown, says my neighbour <max@example.org>"),
              "ordinary");
    EXPECT_EQ(kind("From: zoe@example.org\r\nSubject: Re: Your order\r\nIn-Reply-To: <x@y>\r\n", "Thanks!"),
              "ordinary");
    EXPECT_EQ(kind("From: zoe@example.org\r\nSubject: Abwesenheitsnotiz: Ihre Bestellung\r\n", "Bin weg."),
              "auto_reply");
    EXPECT_EQ(kind("From: zoe@example.org\r\nAuto-Submitted: auto-replied\r\n", "Back on Monday."), "auto_reply");
    EXPECT_EQ(kind("From: MAILER-DAEMON@mx.example\r\nSubject: failure notice\r\n", "<a@b.example>:\n550 no such user"),
              "report");
}

TEST(InboundMail, a_complaint_is_no_failure_and_a_signature_report_is_nobodys) {
    const auto feedback = [](const std::string& type) {
        return read_inbound_mail(
            "From: fbl@isp.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\n"
            "Content-Type: message/feedback-report\r\n\r\nFeedback-Type: " +
            type +
            "\r\nOriginal-Rcpt-To: <zoe@example.org>\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
            "Message-ID: <01JABCDEFGHJKMNPQRSTVWXYZ0@shop.example>\r\nTo: zoe@example.org\r\n\r\nHello\r\n--b--\r\n");
    };
    const auto abuse = feedback("abuse");
    ASSERT_EQ(abuse.reports.size(), 1U);
    EXPECT_EQ(abuse.reports[0].verdict, BounceVerdict::complaint);
    EXPECT_EQ(abuse.reports[0].recipient, "zoe@example.org");
    EXPECT_EQ(abuse.about.at(0), "01JABCDEFGHJKMNPQRSTVWXYZ0@shop.example");
    EXPECT_TRUE(feedback("auth-failure").reports.empty());
    EXPECT_TRUE(feedback("not-spam").reports.empty());
}

TEST(InboundMail, words_and_codes_say_the_cause) {
    EXPECT_EQ(smtp::cause_of_words("452 4.2.2 Mailbox full"), BounceCause::mailbox_full);
    EXPECT_EQ(smtp::cause_of_words("550 Host unknown (Name server: x: not found)"), BounceCause::domain_unknown);
    EXPECT_EQ(smtp::cause_of_words("Bonjour"), BounceCause::other);
    EXPECT_EQ(smtp::cause_of_status("5.1.1"), BounceCause::address_unknown);
    EXPECT_EQ(smtp::cause_of_status("5.7.26"), BounceCause::sender_refused);
    EXPECT_EQ(smtp::cause_of_status("5.3.4"), BounceCause::too_large);
    EXPECT_EQ(smtp::cause_of_status("4.4.7"), BounceCause::unreachable);
    EXPECT_EQ(smtp::cause_of_status("nonsense"), BounceCause::other);
    EXPECT_EQ(smtp::enhanced_status("host 192.0.2.1 said: 5.0.0 and then 5.2.2"), "5.2.2");
    EXPECT_EQ(smtp::enhanced_status("version 4.5.6.7 of 5.1.1beta"), "");
    EXPECT_EQ(smtp::reply_code("on port 25: 550-no"), 550);
    EXPECT_EQ(smtp::reply_code("room 5501 or 660"), 0);
}

TEST(InboundMail, a_mailbox_file_is_split_and_unquoted) {
    const auto messages = smtp::split_mbox(
        "From a@b Mon Jan  1 00:00:00 2026\nSubject: 1\n\n>From here on\nnot From here\n\nFrom c@d Tue\nSubject: "
        "2\n\n>>From\n");
    ASSERT_EQ(messages.size(), 2U);
    EXPECT_EQ(messages[0], "Subject: 1\n\nFrom here on\nnot From here\n\n");
    EXPECT_EQ(messages[1], "Subject: 2\n\n>>From\n");
    EXPECT_TRUE(smtp::split_mbox("").empty());
    EXPECT_TRUE(smtp::split_mbox("Subject: no mailbox\n\n").empty());
}

TEST(InboundMail, deep_long_and_broken_messages_are_survived) {
    std::string nested = "From: mailer-daemon@x\nContent-Type: multipart/mixed; boundary=b0\n\n";
    for (int level = 0; level < 20'000; ++level) {
        nested += "--b" + std::to_string(level) + "\nContent-Type: multipart/mixed; boundary=b" +
                  std::to_string(level + 1) + "\n\n";
    }
    EXPECT_TRUE(read_inbound_mail(nested).about.empty());
    std::string enclosed = "From: mailer-daemon@x\n";
    for (int level = 0; level < 20'000; ++level) enclosed += "Content-Type: message/rfc822\n\n";
    EXPECT_TRUE(read_inbound_mail(enclosed).about.empty());
    EXPECT_EQ(read_inbound_mail("").kind, InboundKind::ordinary);
    const auto whole = report_with("Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n");
    for (std::size_t length = 0; length < whole.size(); ++length) read_inbound_mail(whole.substr(0, length));
    std::mt19937 random{7};
    for (int round = 0; round < 500; ++round) {
        auto broken = whole;
        for (int change = 0; change < 8; ++change) broken[random() % broken.size()] = static_cast<char>(random());
        for (const auto& report : read_inbound_mail(broken).reports) {
            EXPECT_EQ(report.words.find('\n'), std::string::npos);
        }
    }
}

}  // namespace
}  // namespace commis::tests
