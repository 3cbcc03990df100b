// Whom the server believes about its clients: lists that are none, networks of both kinds, and chains of proxies.
#include "http/trusted_proxies.hpp"

#include <gtest/gtest.h>

namespace commis::http {
namespace {

TrustedProxies known(std::string_view list) {
    auto proxies = TrustedProxies::parse(list);
    EXPECT_TRUE(proxies) << list;
    return proxies.value_or(TrustedProxies{});
}

// What the server takes a client for, that came from `peer` with this header.
std::string seen(const TrustedProxies& proxies, const std::string& peer, const std::vector<std::string>& told,
                 const std::string& scheme = "") {
    Request request;
    request.remote_address = peer;
    for (const std::string& value : told) request.headers.add("X-Forwarded-For", value);
    if (!scheme.empty()) request.headers.add("X-Forwarded-Proto", scheme);
    proxies.apply(request);
    return request.remote_address + (request.is_secure ? " secure" : "");
}

TEST(TrustedProxies, an_entry_that_is_no_address_and_no_network_is_named) {
    for (const char* entry :
         {"localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "10.0.0.0/-1", "10.0.0.1/8", "::/0", "0.0.0.0/0",
          "2001:db8::/129", "2001:db8::1/64", "10.0.0", "10.0.0.1:80", "*", "/8"}) {
        const auto proxies = TrustedProxies::parse(std::string("127.0.0.1, ") + entry);
        ASSERT_FALSE(proxies) << entry;
        EXPECT_EQ(proxies.error(), entry);
    }
    EXPECT_TRUE(known("").entries().empty());
    EXPECT_TRUE(known(" , ").entries().empty());
    EXPECT_EQ(known("10.0.0.0/8,::1 192.0.2.7").entries(),
              (std::vector<std::string>{"10.0.0.0/8", "::1", "192.0.2.7"}));
}

TEST(TrustedProxies, networks_of_both_kinds_end_where_they_end) {
    const TrustedProxies proxies = known("10.4.0.0/14, 192.0.2.7, 2001:db8:40::/42, fd00::9");
    for (const char* inside : {"10.4.0.0", "10.7.255.255", "192.0.2.7", "2001:db8:40::1", "2001:db8:7f:ffff::1",
                               "fd00::9", "::ffff:10.5.1.1"}) {
        EXPECT_TRUE(proxies.believes(inside)) << inside;
    }
    for (const char* outside : {"10.3.255.255", "10.8.0.0", "192.0.2.6", "192.0.2.8", "2001:db8:3f::1",
                                "2001:db8:80::1", "fd00::8", "::ffff:10.8.0.0", "::a04:0", "", "proxy"}) {
        EXPECT_FALSE(proxies.believes(outside)) << outside;
    }
    EXPECT_FALSE(TrustedProxies{}.believes("127.0.0.1"));
}

TEST(TrustedProxies, the_rightmost_address_that_is_no_proxy_is_the_clients) {
    const TrustedProxies proxies = known("10.0.0.0/8, ::1");
    EXPECT_EQ(seen(proxies, "10.0.0.1", {"203.0.113.9"}), "203.0.113.9");
    EXPECT_EQ(seen(proxies, "10.0.0.1", {"1.2.3.4, 203.0.113.9, 10.0.0.2"}), "203.0.113.9");
    EXPECT_EQ(seen(proxies, "10.0.0.1", {"1.2.3.4", "203.0.113.9", "10.0.0.2,10.0.0.3"}), "203.0.113.9");
    EXPECT_EQ(seen(proxies, "::1", {"2001:DB8::0:1"}), "2001:db8::1") << "one spelling counts";
    EXPECT_EQ(seen(proxies, "::ffff:10.0.0.1", {"::ffff:203.0.113.9"}), "203.0.113.9");
    EXPECT_EQ(seen(proxies, "10.0.0.1", {"10.0.0.9, 10.0.0.8"}), "10.0.0.9") << "a client in the same network";
    EXPECT_EQ(seen(proxies, "10.0.0.1", {"203.0.113.9, unknown, 10.0.0.2"}), "10.0.0.2") << "not beyond what is read";
    EXPECT_EQ(seen(proxies, "10.0.0.1", {}), "10.0.0.1");
    EXPECT_EQ(seen(proxies, "203.0.113.1", {"1.2.3.4"}, "https"), "203.0.113.1") << "no proxy of ours";
    EXPECT_EQ(seen(proxies, "10.0.0.1", {"203.0.113.9"}, "https"), "203.0.113.9 secure");
    EXPECT_EQ(seen(proxies, "10.0.0.1", {"203.0.113.9"}, "http"), "203.0.113.9");
}

TEST(TrustedProxies, without_a_list_it_is_this_machine_behind_https_and_nobody_else) {
    const auto by_default = TrustedProxies::chosen("", true);
    ASSERT_TRUE(by_default);
    EXPECT_TRUE(by_default->believes("127.0.0.1") && by_default->believes("::1"));
    EXPECT_FALSE(by_default->believes("10.0.0.1"));
    EXPECT_FALSE(TrustedProxies::chosen("", false)->believes("127.0.0.1"));
    const auto listed = TrustedProxies::chosen("10.0.0.1", true);
    EXPECT_TRUE(listed->believes("10.0.0.1"));
    EXPECT_FALSE(listed->believes("127.0.0.1")) << "a list says all";
    EXPECT_TRUE(TrustedProxies::chosen("10.0.0.1", false)->believes("10.0.0.1"));
    EXPECT_FALSE(TrustedProxies::chosen("here", true));
}

}  // namespace
}  // namespace commis::http
