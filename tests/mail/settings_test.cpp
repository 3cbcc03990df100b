// COMMIS_SMTP_URL: what it may say and how a wrong one is explained.
#include "adapters/smtp/settings.hpp"

#include <gtest/gtest.h>

namespace commis::smtp {
namespace {

std::string fault_of(std::string_view url) {
    const auto settings = parse_smtp_url(url);
    return settings ? "" : settings.error();
}

TEST(SmtpSettings, reads_addresses) {
    const auto plain = parse_smtp_url("smtp://mail.example").value();
    EXPECT_EQ(plain.shown(), "smtp://mail.example:25");
    EXPECT_EQ(plain.tls, TlsRule::automatic);
    const auto full =
        parse_smtp_url("smtps://shop%40example:p%40ss%3A%20w@mail.example?timeout_s=5&ca=/etc/x.pem").value();
    EXPECT_EQ(full.shown(), "smtps://mail.example:465");
    EXPECT_EQ(full.user, "shop@example");
    EXPECT_EQ(full.password, "p@ss: w");
    EXPECT_EQ(full.timeout_ms, 5000);
    EXPECT_EQ(full.ca_file, "/etc/x.pem");
    EXPECT_EQ(parse_smtp_url("smtp://[::1]:2525")->port, 2525);
}

TEST(SmtpSettings, never_sends_a_password_in_the_clear_unless_told) {
    EXPECT_EQ(parse_smtp_url("smtp://u:p@mail.example:587")->tls, TlsRule::required);
    EXPECT_EQ(parse_smtp_url("smtp://u:p@127.0.0.1:587")->tls, TlsRule::automatic);
    EXPECT_EQ(parse_smtp_url("smtp://u:p@mail.example:587?tls=none")->tls, TlsRule::none);
    EXPECT_EQ(parse_smtp_url("smtp://u:p@mail.example:587?tls=auto")->tls, TlsRule::required);
}

TEST(SmtpSettings, explains_wrong_ones_without_the_password) {
    EXPECT_EQ(fault_of("http://mail.example"), "the address must begin with smtp:// or smtps://");
    EXPECT_NE(fault_of("mail.example"), "");
    EXPECT_NE(fault_of(""), "");
    EXPECT_EQ(fault_of("smtp://mail.example?tls=maybe"), "tls must be auto, required or none");
    EXPECT_EQ(fault_of("smtp://mail.example?timeout_s=0"), "timeout_s must be a number from 1 to 600");
    EXPECT_EQ(fault_of("smtp://mail.example?colour=red"), "unknown option colour");
    EXPECT_EQ(fault_of("smtp://mail.example?tls"), "option without a value: tls");
    EXPECT_EQ(fault_of("smtp://u:geheim@mail.example:99999").find("geheim"), std::string::npos);
    EXPECT_NE(fault_of("smtp://u:geheim@mail.example:99999"), "");
}

}  // namespace
}  // namespace commis::smtp
