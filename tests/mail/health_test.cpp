// Twelve made zones behind a real name server: what each domain is told, and which record it is asked to publish.
#include "features/mails/health.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "adapters/dns/resolver.hpp"
#include "adapters/system/words.hpp"
#include "features/mails/mail_records.hpp"
#include "support/smtp/child.hpp"
#include "support/test_engine.hpp"

namespace commis::tests {
namespace {

using mails::HealthLevel;
using mails::MailHealth;

// dnsmasq's own language. All zones lie under "test", for which it asks nobody else.
constexpr const char* zones = R"(no-resolv
no-hosts
local=/test/
host-record=mail.provider.test,192.0.2.25,2001:db8::25
txt-record=_spf.provider.test,"v=spf1 ip4:192.0.2.0/28 ip6:2001:db8::/64 -all"

mx-host=good.test,mail.provider.test,10
txt-record=good.test,"v=spf1 include:_spf.provider.test -all"
txt-record=good.test,"some-verification=1"
txt-record=s1._domainkey.good.test,"v=DKIM1; k=rsa; p=AAAA","BBBB"
txt-record=_dmarc.good.test,"v=DMARC1; p=reject; rua=mailto:d@good.test"

host-record=bare.test,192.0.2.99

mx-host=two.test,mail.provider.test,10
txt-record=two.test,"v=spf1 mx -all"
txt-record=two.test,"v=spf1 a -all"
txt-record=_dmarc.two.test,"v=DMARC1; p=none"
txt-record=_dmarc.two.test,"v=DMARC1; p=reject"
txt-record=s1._domainkey.two.test,"v=DKIM1; p=AAAABBBB"
txt-record=s1._domainkey.two.test,"v=DKIM1; p=CCCC"

mx-host=others.test,mail.provider.test,10
txt-record=others.test,"v=spf1 ip4:198.51.100.7 -all"
txt-record=s1._domainkey.others.test,"v=DKIM1; k=rsa; p=CCCC"
txt-record=_dmarc.others.test,"v=DMARC1; p=none"

txt-record=open.test,"v=spf1 mx +all"
txt-record=s1._domainkey.open.test,"v=DKIM1; p="
txt-record=_dmarc.open.test,"v=DMARC1; pct=20"

txt-record=many.test,"v=spf1 include:m1.test include:m2.test include:m3.test a:mail.provider.test ~all"
txt-record=m1.test,"v=spf1 a:a1.test a:a2.test a:a3.test -all"
txt-record=m2.test,"v=spf1 a:a1.test a:a2.test a:a3.test -all"
txt-record=m3.test,"v=spf1 a:a1.test mx:a2.test -all"

txt-record=typo.test,"v=spf1 inlcude:_spf.provider.test -all"
txt-record=s1._domainkey.typo.test,"no tags here"
txt-record=lost.test,"v=spf1 include:gone.test ip4:192.0.2.25 -all"
txt-record=s1._domainkey.lost.test,"v=DKIM1; t=y; p=AAAABBBB"
txt-record=neutral.test,"v=spf1 a:mail.provider.test"
txt-record=moved.test,"v=spf1 redirect=_spf.provider.test"
txt-record=_dmarc.family.test,"v=DMARC1; p=reject; sp=quarantine"
mx-host=six.test,mail.provider.test,10
txt-record=six.test,"v=spf1 ip6:2001:db8::25 -all"
)";

// Binds a loopback socket; 0 asks for any port. The port, or 0 when somebody has it.
std::uint16_t bound_port(int channel, std::uint16_t port) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    place.sin_port = htons(port);
    socklen_t length = sizeof place;
    if (::bind(channel, reinterpret_cast<sockaddr*>(&place), length) != 0) return 0;
    ::getsockname(channel, reinterpret_cast<sockaddr*>(&place), &length);
    return ntohs(place.sin_port);
}

// A name server listens on both: a port that is free for one may be taken for the other.
std::uint16_t free_port() {
    for (int attempt = 0; attempt < 50; ++attempt) {
        const int datagrams = ::socket(AF_INET, SOCK_DGRAM, 0);
        const int stream = ::socket(AF_INET, SOCK_STREAM, 0);
        const std::uint16_t port = bound_port(datagrams, 0);
        const bool is_free = port != 0 && bound_port(stream, port) == port;
        ::close(datagrams);
        ::close(stream);
        if (is_free) return port;
    }
    throw std::runtime_error{"no port"};
}

class NameServer : public testing::Test {
protected:
    void SetUp() override {
        if (::access("/usr/sbin/dnsmasq", X_OK) != 0) GTEST_SKIP() << "dnsmasq is not there";
        const auto port = std::to_string(free_port());
        const auto file = folder_.path() / "zones.conf";
        std::ofstream{file} << zones;
        server_.emplace(std::vector<std::string>{
            "/usr/sbin/dnsmasq", "--keep-in-foreground", "--conf-file=" + file.string(), "--port=" + port,
            "--listen-address=127.0.0.1", "--bind-interfaces", "--pid-file", "--user=", "--log-facility=/dev/null"});
        resolver_.emplace("127.0.0.1:" + port);
        for (int attempt = 0; attempt < 100; ++attempt) {
            if (resolver_->txt("good.test").status == ports::DnsStatus::found) return;
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
        }
        FAIL() << "the name server does not answer";
    }

    MailHealth check(const std::string& domain, const std::vector<std::string>& hosts = {"mail.provider.test"}) {
        return mails::check_mail_health(*resolver_, {domain, hosts, {{"s1", "AAAABBBB"}}, "desk@" + domain});
    }

    static const mails::HealthCheck& part(const MailHealth& health, std::string_view subject) {
        return *std::ranges::find(health.checks, subject, &mails::HealthCheck::subject);
    }

    // "spf_good dkim_good dmarc_good mx_good".
    static std::string codes(const MailHealth& health) {
        std::string all;
        for (const auto& check : health.checks) all += (all.empty() ? "" : " ") + check.code;
        return all;
    }

    static std::string published(const MailHealth& health, std::string_view subject) {
        const auto& record = part(health, subject).publish;
        return record ? record->name + " " + record->type + " " + record->value : "nothing";
    }

    test::TemporaryFolder folder_;
    std::optional<Child> server_;
    std::optional<dns::AresResolver> resolver_;
};

TEST_F(NameServer, d_25_each_zone_is_told_what_is_wrong) {
    EXPECT_EQ(codes(check("good.test")), "spf_good dkim_good dmarc_good mx_good");
    EXPECT_EQ(check("good.test").level, HealthLevel::good);
    EXPECT_EQ(codes(check("bare.test")), "spf_missing dkim_missing dmarc_missing mx_missing");
    EXPECT_EQ(codes(check("nobody.test")), "spf_missing dkim_missing dmarc_missing mx_missing");
    EXPECT_EQ(codes(check("two.test")), "spf_two dkim_two dmarc_two mx_good");
    EXPECT_EQ(codes(check("others.test")), "spf_without_us dkim_other_key dmarc_none mx_good");
    EXPECT_EQ(codes(check("open.test")), "spf_allows_all dkim_revoked dmarc_broken mx_missing");
    EXPECT_EQ(codes(check("typo.test")), "spf_broken dkim_broken dmarc_missing mx_missing");
    EXPECT_EQ(codes(check("lost.test")), "spf_include_broken dkim_testing dmarc_missing mx_missing");
    EXPECT_EQ(part(check("neutral.test"), "spf").code, "spf_neutral");
    EXPECT_EQ(part(check("moved.test"), "spf").code, "spf_good");
    EXPECT_EQ(part(check("six.test"), "spf").code, "spf_good") << "by the server's IPv6 address";
    EXPECT_EQ(part(check("good.test", {}), "spf").code, "spf_host_unknown");
    EXPECT_EQ(part(check("good.test", {"192.0.2.3"}), "spf").code, "spf_good");
    EXPECT_EQ(part(check("good.test", {"192.0.2.16"}), "spf").code, "spf_without_us");
    const auto many = check("many.test");
    EXPECT_EQ(part(many, "spf").code, "spf_too_many");
    EXPECT_EQ(part(many, "spf").values.at("count"), "12");
}

TEST_F(NameServer, d_25_the_record_to_publish_is_named_exactly) {
    const auto bare = check("bare.test");
    EXPECT_EQ(published(bare, "spf"), "bare.test TXT v=spf1 mx a:mail.provider.test ~all");
    EXPECT_EQ(published(bare, "dkim"), "s1._domainkey.bare.test TXT v=DKIM1; k=rsa; p=AAAABBBB");
    EXPECT_EQ(published(bare, "dmarc"), "_dmarc.bare.test TXT v=DMARC1; p=none; rua=mailto:desk@bare.test");
    const auto others = check("others.test");
    EXPECT_EQ(published(others, "spf"), "others.test TXT v=spf1 ip4:198.51.100.7 a:mail.provider.test -all");
    EXPECT_EQ(published(others, "dmarc"), "_dmarc.others.test TXT v=DMARC1; p=quarantine; rua=mailto:desk@others.test");
    EXPECT_EQ(published(check("others.test", {"203.0.113.9"}), "spf"),
              "others.test TXT v=spf1 ip4:198.51.100.7 ip4:203.0.113.9 -all");
    EXPECT_EQ(published(check("open.test"), "spf"), "open.test TXT v=spf1 mx ~all");
    EXPECT_EQ(published(check("good.test"), "spf"), "nothing");
    const auto foreign = mails::check_mail_health(*resolver_, {"bare.test", {}, {}, "desk@elsewhere.test"});
    EXPECT_EQ(published(foreign, "dmarc"), "_dmarc.bare.test TXT v=DMARC1; p=none");
    const auto parent = check("mail.family.test");
    EXPECT_EQ(part(parent, "dmarc").code, "dmarc_good") << "a name without its own follows its parent";
    EXPECT_EQ(part(parent, "dmarc").values.at("policy"), "quarantine");
}

TEST_F(NameServer, silence_is_not_taken_for_an_answer) {
    dns::AresResolver nobody{"127.0.0.1:9"};
    const auto health = mails::check_mail_health(nobody, {"good.test", {"mail.provider.test"}, {{"s1", "A"}}, ""});
    EXPECT_EQ(codes(health), "dns_failed dns_failed dns_failed dns_failed");
    EXPECT_EQ(health.level, HealthLevel::unknown);
    EXPECT_FALSE(part(health, "spf").values.at("words").empty());
    const auto unsigned_mail = mails::check_mail_health(*resolver_, {"good.test", {"mail.provider.test"}, {}, ""});
    EXPECT_EQ(part(unsigned_mail, "dkim").code, "dkim_off");
    EXPECT_EQ(unsigned_mail.level, HealthLevel::hint);
}

TEST(MailRecords, networks_hold_their_addresses) {
    using mails::is_in_network;
    EXPECT_TRUE(is_in_network("192.0.2.15", "192.0.2.0/28"));
    EXPECT_FALSE(is_in_network("192.0.2.16", "192.0.2.0/28"));
    EXPECT_TRUE(is_in_network("192.0.2.1", "192.0.2.1"));
    EXPECT_TRUE(is_in_network("2001:db8::1", "2001:db8::/32"));
    EXPECT_TRUE(is_in_network("::1", "0:0:0:0:0:0:0:1"));
    EXPECT_FALSE(is_in_network("2001:db9::1", "2001:db8::/32"));
    for (const char* broken :
         {"192.0.2/24", "192.0.2.0/33", "192.0.2.0/x", "192.0.2.256", "", ":::", "1:2:3:4:5:6:7:8:9"}) {
        EXPECT_FALSE(is_in_network("192.0.2.1", broken)) << broken;
    }
}

TEST(MailRecords, spf_and_tags_are_read_strictly) {
    const auto record = mails::parse_spf("v=spf1 a/24 -MX:x.test ip4:1.2.3.0/24 exp=e.test redirect=r.test");
    ASSERT_TRUE(record);
    ASSERT_EQ(record->terms.size(), 3U);
    EXPECT_EQ(record->terms[0].value, "/24");
    EXPECT_EQ(record->terms[1].qualifier, '-');
    EXPECT_EQ(record->terms[1].mechanism, "mx");
    EXPECT_EQ(record->redirect, "r.test");
    EXPECT_FALSE(mails::parse_spf("v=spf10 a"));
    EXPECT_FALSE(mails::parse_spf("v=spf1 nonsense"));
    EXPECT_FALSE(mails::parse_mail_tags("v=DMARC1; none"));
    EXPECT_EQ(mails::parse_mail_tags(" v = DMARC1 ; P=none;").value().at("p"), "none");
}

}  // namespace
}  // namespace commis::tests
