// Sending against a scripted server: what each answer, silence or break means for the mail.
#include "adapters/smtp/sender.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "mail/smtp_server.hpp"

namespace commis::tests {
namespace {

using ports::SendStatus;

ports::SendResult deliver_to(const std::string& mode) {
    SmtpServer server{mode};
    auto mailer = mailer_for(server.url() + "?timeout_s=2");
    return deliver(mailer, sample_message());
}

TEST(SmtpMailer, sends_8bit_text_over_one_kept_connection) {
    SmtpServer server{"ok"};
    auto mailer = mailer_for(server.url());
    for (int count = 0; count < 3; ++count) {
        const auto result = deliver(mailer, sample_message());
        EXPECT_EQ(result.status, SendStatus::sent);
        EXPECT_EQ(result.code, 250);
        EXPECT_EQ(result.words, "250 2.0.0 Taken as 4711");
        const auto taken = server.taken();
        EXPECT_EQ(taken.at("session"), 1);
        EXPECT_EQ(taken.at("from"), "shop@nordlys.example");
        EXPECT_EQ(taken.at("to"), boost::json::value({"zoe@example.org"}));
        EXPECT_NE(boost::json::serialize(taken.at("options")).find("BODY=8BITMIME"), std::string::npos);
        const auto bytes = decoded(taken.at("data").as_string());
        EXPECT_NE(bytes.find("Content-Transfer-Encoding: 8bit\r\n"), std::string::npos);
        EXPECT_EQ(bytes.find("base64"), std::string::npos);
        EXPECT_NE(bytes.find("\r\n.a line with a dot\r\n.\r\nFin\r\n"), std::string::npos);
    }
}

TEST(SmtpMailer, sends_quoted_printable_where_8bit_is_not_offered) {
    SmtpServer server{"no8bit"};
    auto mailer = mailer_for(server.url());
    EXPECT_FALSE(mailer.features()->eight_bit_mime);
    EXPECT_EQ(deliver(mailer, sample_message()).status, SendStatus::sent);
    const auto bytes = decoded(server.taken().at("data").as_string());
    EXPECT_NE(bytes.find("Content-Transfer-Encoding: quoted-printable"), std::string::npos);
    EXPECT_NE(bytes.find("Bonjour Zo=C3=A9,"), std::string::npos);
    EXPECT_EQ(bytes.find("base64"), std::string::npos);
    const auto result = mailer.send({"shop@nordlys.example", "zoe@example.org"}, "Subject: x\r\n\r\nZoé\r\n");
    EXPECT_EQ(result.status, SendStatus::temporary) << "8bit bytes must not leave undeclared";
}

TEST(SmtpMailer, asks_together_where_the_server_takes_commands_together) {
    SmtpServer server{"pipelining"};
    auto mailer = mailer_for(server.url());
    for (int count = 0; count < 2; ++count) {
        EXPECT_EQ(deliver(mailer, sample_message()).status, SendStatus::sent);
        EXPECT_EQ(server.taken().at("session"), 1);
    }
}

TEST(SmtpMailer, tells_temporary_from_permanent_by_the_servers_code) {
    const auto greylisted = deliver_to("greylist");
    EXPECT_EQ(greylisted.status, SendStatus::temporary);
    EXPECT_EQ(greylisted.code, 451);
    EXPECT_EQ(greylisted.words, "451 4.7.1 Greylisted, please try again later");
    for (const auto* mode : {"reject", "reject-pipelined"}) {
        const auto rejected = deliver_to(mode);
        EXPECT_EQ(rejected.status, SendStatus::permanent) << mode;
        EXPECT_EQ(rejected.words, "550 5.1.1 No such user here") << mode;
    }
    EXPECT_EQ(deliver_to("refuse-data").code, 554);
    EXPECT_EQ(deliver_to("refuse-data").status, SendStatus::permanent);
    EXPECT_EQ(deliver_to("busy-data").status, SendStatus::temporary);
}

TEST(SmtpMailer, goes_on_with_the_same_connection_after_a_refusal) {
    SmtpServer server{"reject"};
    auto mailer = mailer_for(server.url());
    for (int count = 0; count < 3; ++count) {
        EXPECT_EQ(deliver(mailer, sample_message()).code, 550) << "not 503 nested MAIL";
    }
}

TEST(SmtpMailer, knows_when_a_broken_connection_means_nothing_was_taken) {
    EXPECT_EQ(deliver_to("drop-at-mail").status, SendStatus::temporary);
    EXPECT_EQ(deliver_to("drop-in-data").status, SendStatus::unknown) << "the dot had left: nobody can know";
}

TEST(SmtpMailer, calls_the_fate_unknown_when_the_connection_goes_after_the_dot) {
    SmtpServer server{"drop-after-dot"};
    auto mailer = mailer_for(server.url());
    const auto result = deliver(mailer, sample_message());
    EXPECT_EQ(result.status, SendStatus::unknown);
    EXPECT_EQ(result.code, 0);
    EXPECT_FALSE(result.words.empty());
    EXPECT_FALSE(server.taken().empty()) << "the server had taken it, indeed";
}

TEST(SmtpMailer, waits_only_so_long_for_an_answer) {
    SmtpServer server{"slow"};
    auto mailer = mailer_for(server.url() + "?timeout_s=1");
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(deliver(mailer, sample_message()).status, SendStatus::unknown);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds{10});
}

TEST(SmtpMailer, stops_waiting_when_the_program_is_in_a_hurry) {
    SmtpServer server{"slow"};
    auto mailer = mailer_for(server.url());
    std::thread stopper{[&mailer] {
        std::this_thread::sleep_for(std::chrono::milliseconds{300});
        mailer.hurry();
    }};
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(deliver(mailer, sample_message()).status, SendStatus::unknown);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds{6});
    stopper.join();
}

TEST(SmtpMailer, replaces_a_kept_connection_that_died_without_sending_twice) {
    for (const auto* mode : {"drop-each", "close-421"}) {
        SmtpServer server{mode};
        auto mailer = mailer_for(server.url());
        for (int session = 1; session <= 3; ++session) {
            EXPECT_EQ(deliver(mailer, sample_message()).status, SendStatus::sent) << mode;
            EXPECT_EQ(server.taken().at("session"), session) << mode;
            std::this_thread::sleep_for(std::chrono::milliseconds{150});
        }
    }
}

TEST(SmtpMailer, says_why_nobody_answers) {
    auto mailer = mailer_for("smtp://127.0.0.1:1/?timeout_s=2");
    const auto features = mailer.features();
    ASSERT_FALSE(features.has_value());
    EXPECT_EQ(features.error().status, SendStatus::temporary);
    EXPECT_NE(features.error().words.find("127.0.0.1"), std::string::npos) << features.error().words;
}

TEST(SmtpMailer, refuses_bad_addresses_before_they_reach_the_server) {
    SmtpServer server{"ok"};
    auto mailer = mailer_for(server.url());
    for (const auto* to : {"zoe@example.org>\r\nRCPT TO:<eve@example.org", "zoe@example.org\nRCPT TO:<eve@example.org>",
                           "zoe@example.org, eve@example.org", "", "zoe"}) {
        const auto result = mailer.send({"shop@nordlys.example", to}, "Subject: x\r\n\r\nx\r\n");
        EXPECT_EQ(result.status, SendStatus::permanent) << to;
        EXPECT_TRUE(result.words.starts_with("invalid_address")) << result.words;
    }
    auto message = sample_message();
    message.to.address = "zoe@example.org\r\nBcc: eve@example.org";
    EXPECT_EQ(deliver(mailer, message).words, "invalid_address: to: line_break");
    EXPECT_EQ(deliver(mailer, sample_message()).status, SendStatus::sent);
    EXPECT_EQ(server.taken().at("to"), boost::json::value({"zoe@example.org"}));
}

TEST(SmtpMailer, takes_international_addresses_where_the_server_does) {
    auto message = sample_message();
    message.to.address = "zoé@bücher.example";
    SmtpServer server{"ok"};
    auto mailer = mailer_for(server.url());
    EXPECT_EQ(deliver(mailer, message).status, SendStatus::sent);
    const auto taken = server.taken();
    EXPECT_EQ(taken.at("to"), boost::json::value({"zoé@bücher.example"}));
    EXPECT_NE(boost::json::serialize(taken.at("options")).find("SMTPUTF8"), std::string::npos);

    SmtpServer ascii{"ascii"};
    auto plain = mailer_for(ascii.url());
    const auto refused = deliver(plain, message);
    EXPECT_EQ(refused.status, SendStatus::permanent);
    EXPECT_TRUE(refused.words.starts_with("internationalized_not_offered")) << refused.words;
    message.to.address = "zoe@bücher.example";
    EXPECT_EQ(deliver(plain, message).status, SendStatus::sent);
    EXPECT_EQ(ascii.taken().at("to"), boost::json::value({"zoe@xn--bcher-kva.example"}));
}

TEST(SmtpMailer, keeps_the_servers_size_limit) {
    SmtpServer server{"small"};
    auto mailer = mailer_for(server.url());
    EXPECT_EQ(mailer.features()->size_limit_bytes, 500);
    EXPECT_EQ(deliver(mailer, sample_message()).status, SendStatus::permanent);
}

TEST(SmtpMailer, lets_no_lone_line_end_or_dot_smuggle_a_second_message) {
    SmtpServer server{"ok"};
    auto mailer = mailer_for(server.url());
    for (const std::string_view trick : {"\n.\n", "\r.\r", "\r\n.\r\n", "\n.\r\n", "\r\n.\n"}) {
        const auto bytes = "Subject: a\r\n\r\none" + std::string{trick} + "MAIL FROM:<eve@example.org>\r\ntwo\r\n";
        EXPECT_EQ(mailer.send({"shop@nordlys.example", "zoe@example.org"}, bytes).status, SendStatus::sent);
        EXPECT_EQ(decoded(server.taken().at("data").as_string()),
                  "Subject: a\r\n\r\none\r\n.\r\nMAIL FROM:<eve@example.org>\r\ntwo\r\n");
    }
    EXPECT_EQ(deliver(mailer, sample_message()).status, SendStatus::sent);
    EXPECT_EQ(server.taken().at("session"), 1);
}

class SmtpTls : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() / ("commis-tls-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
        const auto command =
            "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
            "-addext subjectAltName=IP:127.0.0.1 -keyout " +
            (folder_ / "key.pem").string() + " -out " + (folder_ / "cert.pem").string() + " 2>/dev/null";
        ASSERT_EQ(std::system(command.c_str()), 0);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path folder_;
};

TEST_F(SmtpTls, uses_starttls_when_it_is_offered) {
    SmtpServer server{"starttls", folder_};
    auto mailer = mailer_for(server.url());
    EXPECT_EQ(deliver(mailer, sample_message()).status, SendStatus::sent);
    EXPECT_EQ(server.taken().at("tls"), true);
}

TEST_F(SmtpTls, sends_nothing_without_tls_where_it_is_required) {
    SmtpServer server{"ok"};
    auto mailer = mailer_for(server.url() + "?tls=required");
    const auto result = deliver(mailer, sample_message());
    EXPECT_EQ(result.status, SendStatus::temporary);
    EXPECT_EQ(result.code, 0) << result.words;
}

TEST_F(SmtpTls, trusts_only_certificates_that_verify) {
    SmtpServer server{"tls", folder_};
    auto distrusting = mailer_for(server.url("smtps"));
    const auto result = deliver(distrusting, sample_message());
    EXPECT_EQ(result.status, SendStatus::temporary);
    EXPECT_NE(result.words.find("certificate"), std::string::npos) << result.words;
    auto trusting = mailer_for(server.url("smtps") + "?ca=" + (folder_ / "cert.pem").string());
    EXPECT_EQ(deliver(trusting, sample_message()).status, SendStatus::sent);
    EXPECT_EQ(server.taken().at("tls"), true);
}

TEST(SmtpAuth, signs_in_and_says_when_it_can_not) {
    SmtpServer server{"auth"};
    auto mailer = mailer_for(server.url("smtp", "shop%40example:p%40ss%3Aword@"));
    EXPECT_EQ(deliver(mailer, sample_message()).status, SendStatus::sent);
    EXPECT_EQ(server.taken().at("user"), "shop@example");
    auto wrong = mailer_for(server.url("smtp", "shop%40example:secret@") + "?timeout_s=5");
    const auto result = deliver(wrong, sample_message());
    EXPECT_EQ(result.status, SendStatus::temporary);
    EXPECT_EQ(result.code, 535) << result.words;
    EXPECT_EQ(result.words.find("secret"), std::string::npos);
}

}  // namespace
}  // namespace commis::tests
