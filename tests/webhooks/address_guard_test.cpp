// Addresses that a webhook must not reach, in every disguise, and those it may.
#include "adapters/webhooks/address_guard.hpp"

#include <gtest/gtest.h>

#include "adapters/webhooks/sender.hpp"

namespace commis::webhooks {
namespace {

bool allows(const std::string& host, const std::string& ranges = "") {
    return AddressGuard(parse_ranges(ranges).value()).allows_host(host);
}

TEST(AddressGuard, ClosesWhatIsNotTheInternet) {
    for (const char* host :
         {"127.0.0.1",   "127.255.255.254", "127.1",         "0x7f000001",      "2130706433",      "0177.0.0.1",
          "0",           "0.0.0.0",         "10.0.0.1",      "10.255.255.255",  "172.16.0.1",      "172.31.255.255",
          "192.168.1.1", "169.254.169.254", "169.254.170.2", "100.64.0.1",      "100.100.100.200", "100.127.255.255",
          "192.0.0.192", "192.0.2.1",       "198.18.0.1",    "198.19.255.255",  "198.51.100.7",    "203.0.113.9",
          "224.0.0.1",   "239.255.255.255", "240.0.0.1",     "255.255.255.255", "192.88.99.1"}) {
        EXPECT_FALSE(allows(host)) << host;
    }
    for (const char* host : {"::1",
                             "::",
                             "fe80::1",
                             "fec0::1",
                             "fc00::1",
                             "fd00:ec2::254",
                             "ff02::1",
                             "::ffff:127.0.0.1",
                             "::ffff:169.254.169.254",
                             "::ffff:7f00:1",
                             "::127.0.0.1",
                             "64:ff9b::7f00:1",
                             "64:ff9b::10.0.0.1",
                             "64:ff9b::169.254.169.254",
                             "64:ff9b:1::808:808",
                             "2002:7f00:1::",
                             "2002:a00:1::1",
                             "2001::1",
                             "2001:0:53aa:64c::1",
                             "2001:db8::1",
                             "3fff::1",
                             "100::1",
                             "4000::1",
                             "5f00::1"}) {
        EXPECT_FALSE(allows(host)) << host;
    }
}

TEST(AddressGuard, LeavesTheInternetOpen) {
    for (const char* host : {"8.8.8.8", "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
                             "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255",
                             "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808"}) {
        EXPECT_TRUE(allows(host)) << host;
    }
    EXPECT_TRUE(allows("hooks.example.org")) << "a name is judged when it is resolved";
}

TEST(AddressGuard, TheInstallerOpensRanges) {
    EXPECT_TRUE(allows("10.1.2.3", "10.1.0.0/16, fd00::/8"));
    EXPECT_TRUE(allows("::ffff:10.1.2.3", "10.1.0.0/16"));
    EXPECT_TRUE(allows("fd12::1", "10.1.0.0/16, fd00::/8"));
    EXPECT_TRUE(allows("127.0.0.1", "127.0.0.1"));
    EXPECT_FALSE(allows("127.0.0.2", "127.0.0.1"));
    EXPECT_FALSE(allows("10.2.0.0", "10.1.0.0/16"));
    EXPECT_FALSE(allows("fe80::1", "fd00::/8"));
    for (const char* wrong :
         {"10.0.0.0/33", "10.0.0/8", "fd00::/129", "home", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8x"}) {
        EXPECT_FALSE(parse_ranges(wrong)) << wrong;
    }
}

TEST(WebhookUrl, IsRefusedBeforeAnythingIsSaved) {
    const CurlWebhookSender strict{SenderOptions{}};
    const auto code = [&](std::string_view url) { return strict.refuse_url(url).value_or(""); };
    EXPECT_EQ(code("https://hooks.example.org/in?key=1"), "");
    EXPECT_EQ(code("https://8.8.8.8:8443/"), "");
    EXPECT_EQ(code("http://hooks.example.org/"), "url_not_https");
    EXPECT_EQ(code("https://user@hooks.example.org/"), "url_with_password");
    EXPECT_EQ(code("https://user:word@hooks.example.org/"), "url_with_password");
    for (const char* wrong :
         {"", "hooks", "ftp://example.org/", "file:///etc/passwd", "gopher://example.org/", "javascript:alert(1)",
          "https://", "https://exa mple.org/", "https://example.org/\r\nX: 1", "//example.org"}) {
        EXPECT_EQ(code(wrong), "invalid_url") << wrong;
    }
    EXPECT_EQ(code("https://example.org/" + std::string(2'000, 'a')), "invalid_url");
    for (const char* closed : {"https://127.0.0.1/", "https://[::1]/", "https://[::ffff:10.0.0.1]/", "https://0x7f.1/",
                               "https://169.254.169.254/latest/meta-data", "https://[64:ff9b::a00:1]:443/"}) {
        EXPECT_EQ(code(closed), "address_forbidden") << closed;
    }
    const CurlWebhookSender open{
        SenderOptions{.allowed_ranges = parse_ranges("127.0.0.0/8").value(), .allows_http = true}};
    EXPECT_FALSE(open.refuse_url("http://127.0.0.1:8080/"));
}

TEST(WebhookSender, AsksTheResolvedAddressAndNotTheName) {
    // "localhost" looks harmless; what it resolves to does not.
    CurlWebhookSender sender{SenderOptions{.allows_http = true}};
    ASSERT_FALSE(sender.refuse_url("http://localhost:9/"));
    const auto answer = sender.send({"http://localhost:9/", "id", 1, "{}", {"whsec_c2VjcmV0"}});
    EXPECT_EQ(answer.fault, "address_forbidden");
    EXPECT_EQ(answer.http_status, 0);
    CurlWebhookSender open{
        SenderOptions{.allowed_ranges = parse_ranges("127.0.0.0/8,::1").value(), .allows_http = true}};
    EXPECT_EQ(open.send({"http://localhost:9/", "id", 1, "{}", {}}).fault, "connection_failed");
}

}  // namespace
}  // namespace commis::webhooks
