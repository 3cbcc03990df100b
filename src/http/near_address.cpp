// The ranges of RFC 1918 (IPv4), RFC 4193 and RFC 4291 (IPv6); an IPv4 address inside an IPv6 one counts as itself.
#include "http/near_address.hpp"

#include <arpa/inet.h>

#include <array>
#include <cstdint>

namespace commis::http {
namespace {

struct Range {
    std::uint32_t network;
    std::uint32_t mask;
};
constexpr std::array near_ranges{
    Range{0x7F000000, 0xFF000000},  // 127.0.0.0/8
    Range{0x0A000000, 0xFF000000},  // 10.0.0.0/8
    Range{0xAC100000, 0xFFF00000},  // 172.16.0.0/12
    Range{0xC0A80000, 0xFFFF0000},  // 192.168.0.0/16
    Range{0xA9FE0000, 0xFFFF0000},  // 169.254.0.0/16
};

bool is_near_v4(std::uint32_t address) {
    for (const Range& range : near_ranges) {
        if ((address & range.mask) == range.network) return true;
    }
    return false;
}

}  // namespace

bool is_near(const std::string& address) {
    in_addr v4{};
    if (::inet_pton(AF_INET, address.c_str(), &v4) == 1) return is_near_v4(ntohl(v4.s_addr));
    in6_addr v6{};
    if (::inet_pton(AF_INET6, address.c_str(), &v6) != 1) return false;
    if (IN6_IS_ADDR_V4MAPPED(&v6)) {
        return is_near_v4(static_cast<std::uint32_t>(v6.s6_addr[12]) << 24U |
                          static_cast<std::uint32_t>(v6.s6_addr[13]) << 16U |
                          static_cast<std::uint32_t>(v6.s6_addr[14]) << 8U | v6.s6_addr[15]);
    }
    const bool is_unique_local = (v6.s6_addr[0] & 0xFEU) == 0xFC;
    return IN6_IS_ADDR_LOOPBACK(&v6) || IN6_IS_ADDR_LINKLOCAL(&v6) || is_unique_local;
}

}  // namespace commis::http
