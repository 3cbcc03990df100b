// Mail is signed so that a foreign verifier agrees, in every language and shape, and keys are nobody else's to read.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "adapters/smtp/compose.hpp"
#include "adapters/smtp/dkim_keys.hpp"
#include "adapters/smtp/dkim_sign.hpp"
#include "adapters/smtp/sender.hpp"
#include "support/smtp/child.hpp"
#include "support/test_engine.hpp"

namespace commis::tests {
namespace {

using smtp::DkimKeys;

class Dkim : public testing::Test {
protected:
    std::filesystem::path key_folder() const { return folder_.path() / "dkim"; }

    // What dkimpy says of each message.
    std::vector<std::string> verdicts(const smtp::DkimKey& key, const std::vector<std::string>& messages) {
        std::vector<std::string> command{"/usr/bin/python3",
                                         std::string{COMMIS_SOURCE_DIR} + "/tests/support/smtp/dkim_verify.py",
                                         key.record_value(), key.record_name()};
        for (const auto& message : messages) {
            const auto path = folder_.path() / ("mail-" + std::to_string(command.size()));
            std::ofstream{path, std::ios::binary} << message;
            command.push_back(path.string());
        }
        Child python{command};
        std::vector<std::string> said;
        for (std::size_t count = 0; count < messages.size(); ++count) said.push_back(python.line().value_or("silence"));
        return said;
    }

    static ports::MailMessage letter(const std::string& language, const std::string& subject, const std::string& text) {
        ports::MailMessage message;
        message.from = {"Nørdlys & Söhne", "shop@Shop.Example"};
        message.reply_to = ports::Mailbox{"", "desk@shop.example"};
        message.to = {"Zoé Lefèvre", "zoe@example.org"};
        message.subject = subject;
        message.text = text;
        message.html = "<p>" + text + "</p>";
        message.message_id = "01JABCDEFGHJKMNPQRSTVWXYZ0@shop.example";
        message.date_ms = 1'764'716'400'000;
        message.language = language;
        return message;
    }

    test::TemporaryFolder folder_;
};

TEST_F(Dkim, a_foreign_verifier_agrees_in_four_languages_and_with_long_lines) {
    if (::access("/usr/lib/python3/dist-packages/dkim/__init__.py", R_OK) != 0)
        GTEST_SKIP() << "python3-dkim is not there";
    const DkimKeys keys{key_folder()};
    const auto key = keys.make("shop.example", "s1");
    ASSERT_TRUE(key) << key.error();
    smtp::SmtpMailer mailer{smtp::SmtpSettings{}, keys};
    std::vector<std::string> messages;
    for (const bool has_eight_bits : {true, false}) {
        for (const auto& [language, subject, text] :
             {std::tuple{"en", "Your order", "Thank you.\n\n.\n.. dots\nFrom here on   \n\n\n"},
              std::tuple{"fr", "Votre commande chez Nørdlys", "Merci — « à bientôt » : 98,80\u00a0€.\n"},
              std::tuple{"da", "Din ordre er på vej æøå", "Hej Zoé,\nvi har sendt æbler.\n"},
              std::tuple{"de", "Ihre Bestellung ist unterwegs – Größe XL, drei Stück, nach Österreich bis Freitag",
                         "Grüße\n"}}) {
            messages.push_back(
                mailer.compose(letter(language, subject, text), ports::MailServerFeatures{has_eight_bits, true, 0})
                    .value());
        }
        messages.push_back(mailer
                               .compose(letter("en", "Long", std::string(3'000, 'x') + " é " + std::string(500, 'y')),
                                        ports::MailServerFeatures{has_eight_bits, true, 0})
                               .value());
    }
    messages.push_back(
        smtp::dkim_signed("From: shop@shop.example\r\nTo: zoe@example.org\r\nSubject: Ticket\r\n"
                          "MIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary=b\r\n\r\n"
                          "--b\r\nContent-Type: text/plain\r\n\r\nYour ticket\r\n--b\r\n"
                          "Content-Type: application/pdf; name=ticket.pdf\r\n"
                          "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--b--\r\n",
                          *key, "attached"));
    EXPECT_EQ(verdicts(*key, messages), std::vector<std::string>(messages.size(), "good"));
    for (const auto& message : messages) {
        EXPECT_TRUE(message.starts_with("DKIM-Signature: ")) << message.substr(0, 80);
        for (std::size_t at = message.find('\n'); at != std::string::npos; at = message.find('\n', at + 1)) {
            ASSERT_EQ(message[at - 1], '\r');
        }
    }
    EXPECT_EQ(messages[0].find("Content-Transfer-Encoding: 8bit"), std::string::npos) << "nobody recodes it on the way";
}

TEST_F(Dkim, what_is_changed_or_added_on_the_way_is_noticed) {
    if (::access("/usr/lib/python3/dist-packages/dkim/__init__.py", R_OK) != 0)
        GTEST_SKIP() << "python3-dkim is not there";
    const auto key = DkimKeys{key_folder()}.make("shop.example", "s1").value();
    smtp::SmtpMailer mailer{smtp::SmtpSettings{}, DkimKeys{key_folder()}};
    const auto good = mailer.compose(letter("en", "Order", "Pay 10 now."), {true, true, 0}).value();
    auto amount = good;
    amount.replace(amount.find("Pay 10"), 6, "Pay 99");
    auto subject = good;
    subject.replace(subject.find("Subject: Order"), 14, "Subject: Other");
    auto second = good;
    second.insert(second.find("Subject:"), "From: thief@evil.example\r\n");
    const auto said = verdicts(key, {good, amount, subject, second});
    EXPECT_EQ(said.at(0), "good");
    for (std::size_t index = 1; index < said.size(); ++index) EXPECT_TRUE(said[index].starts_with("bad")) << index;
}

TEST_F(Dkim, mail_of_a_domain_without_a_key_is_not_signed) {
    DkimKeys{key_folder()}.make("other.example", "s1").value();
    smtp::SmtpMailer mailer{smtp::SmtpSettings{}, DkimKeys{key_folder()}};
    const auto bytes = mailer.compose(letter("en", "Order", "Grüße"), {true, true, 0}).value();
    EXPECT_EQ(bytes.find("DKIM-Signature"), std::string::npos);
    EXPECT_NE(bytes.find("8bit"), std::string::npos);
}

TEST_F(Dkim, a_key_is_private_new_each_time_and_never_written_over) {
    const DkimKeys keys{key_folder()};
    const auto made = keys.make("shop.example", "s1").value();
    const auto file = key_folder() / "s1._domainkey.shop.example.pem";
    struct stat facts {};
    ASSERT_EQ(::stat(file.c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777, 0600U);
    ASSERT_EQ(::stat(key_folder().c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777, 0700U);
    EXPECT_EQ(made.record_name(), "s1._domainkey.shop.example");
    EXPECT_EQ(keys.find("shop.example")->public_key, made.public_key);
    EXPECT_EQ(keys.make("shop.example", "s1").error(), "exists");
    EXPECT_NE(keys.make("shop.example", "s2")->public_key, made.public_key);
    EXPECT_EQ(keys.make("../shop", "s1").error(), "bad_domain");
    EXPECT_EQ(keys.make("shop.example", "../s").error(), "bad_selector");
    EXPECT_EQ(keys.make("Shop.example", "s3").error(), "bad_domain");
    EXPECT_FALSE(keys.find("example"));
    EXPECT_FALSE(keys.find("hop.example"));
}

TEST_F(Dkim, a_key_that_others_may_read_or_that_is_none_is_passed_over) {
    const DkimKeys keys{key_folder()};
    keys.make("shop.example", "s1").value();
    ::chmod((key_folder() / "s1._domainkey.shop.example.pem").c_str(), 0644);
    EXPECT_FALSE(keys.find("shop.example"));
    std::ofstream{key_folder() / "s2._domainkey.shop.example.pem"} << "not a key";
    ::chmod((key_folder() / "s2._domainkey.shop.example.pem").c_str(), 0600);
    EXPECT_FALSE(keys.find("shop.example"));
}

}  // namespace
}  // namespace commis::tests
