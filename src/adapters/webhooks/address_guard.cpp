// The registries of special-purpose addresses (RFC 6890 and its successors) as two tables.
#include "adapters/webhooks/address_guard.hpp"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>

namespace commis::webhooks {
namespace {

constexpr std::array<std::uint8_t, 12> mapped_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr std::array<std::uint8_t, 12> nat64_prefix{0, 0x64, 0xFF, 0x9B};

constexpr std::array<std::string_view, 16> closed_ipv4{
    "0.0.0.0/8",       // This network.
    "10.0.0.0/8",      // Private.
    "100.64.0.0/10",   // Carrier-grade NAT; some clouds serve metadata there.
    "127.0.0.0/8",     // This machine.
    "169.254.0.0/16",  // Link-local, cloud metadata.
    "172.16.0.0/12",   // Private.
    "192.0.0.0/24",    // Protocol assignments.
    "192.0.2.0/24",    // Documentation.
    "192.31.196.0/24", "192.52.193.0/24",
    "192.88.99.0/24",  // 6to4 relays.
    "192.168.0.0/16",  // Private.
    "198.18.0.0/15",   // Benchmarks.
    "198.51.100.0/24", "203.0.113.0/24",
    "224.0.0.0/3",  // Multicast, reserved, broadcast.
};
// Besides these, only 2000::/3 is the internet.
constexpr std::array<std::string_view, 5> closed_ipv6{
    "2001::/23",      // Teredo and other carriers of hidden addresses.
    "2001:db8::/32",  // Documentation.
    "2002::/16",      // 6to4: an IPv4 address inside.
    "3fff::/20",      // Documentation.
    "3ffe::/16",      // Returned.
};

template <std::size_t N>
std::vector<AddressRange> ranges_of(const std::array<std::string_view, N>& texts) {
    std::vector<AddressRange> ranges;
    for (const std::string_view text : texts) ranges.push_back(parse_range(text).value());
    return ranges;
}

bool any_holds(const std::vector<AddressRange>& ranges, const AddressBytes& address) {
    return std::ranges::any_of(ranges, [&](const AddressRange& range) { return range.holds(address); });
}

bool is_mapped(const AddressBytes& address) {
    return std::equal(mapped_prefix.begin(), mapped_prefix.end(), address.begin());
}

// An IPv6 address through which a translator reaches an IPv4 one is judged as that one.
AddressBytes reached(const AddressBytes& address) {
    if (!std::equal(nat64_prefix.begin(), nat64_prefix.end(), address.begin())) return address;
    AddressBytes inner = address;
    std::ranges::copy(mapped_prefix, inner.begin());
    return inner;
}

bool is_public(const AddressBytes& address) {
    static const std::vector<AddressRange> ipv4 = ranges_of(closed_ipv4);
    static const std::vector<AddressRange> ipv6 = ranges_of(closed_ipv6);
    if (is_mapped(address)) return !any_holds(ipv4, address);
    return (address[0] & 0xE0) == 0x20 && !any_holds(ipv6, address);
}

std::optional<AddressBytes> parse_address(const std::string& text) {
    AddressBytes bytes{};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return bytes;
    in_addr ipv4{};
    if (inet_pton(AF_INET, text.c_str(), &ipv4) != 1) return std::nullopt;
    std::ranges::copy(mapped_prefix, bytes.begin());
    std::memcpy(bytes.data() + 12, &ipv4, 4);
    return bytes;
}

}  // namespace

bool AddressRange::holds(const AddressBytes& address) const {
    const auto whole = static_cast<std::size_t>(bits / 8);
    if (!std::equal(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(whole), address.begin())) return false;
    const int rest = bits % 8;
    if (rest == 0) return true;
    const auto mask = static_cast<std::uint8_t>(0xFF << (8 - rest));
    return (first.at(whole) & mask) == (address.at(whole) & mask);
}

std::optional<AddressRange> parse_range(std::string_view text) {
    const auto slash = text.find('/');
    const auto address = parse_address(std::string(text.substr(0, slash)));
    if (!address) return std::nullopt;
    const bool is_ipv4 = text.substr(0, slash).find(':') == std::string_view::npos;
    const int width = is_ipv4 ? 32 : 128;
    int bits = width;
    if (slash != std::string_view::npos) {
        const std::string_view number = text.substr(slash + 1);
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), bits);
        const bool is_number = error == std::errc{} && end == number.data() + number.size() && !number.empty();
        if (!is_number || bits < 0 || bits > width) return std::nullopt;
    }
    return AddressRange{*address, bits + 128 - width};
}

std::expected<std::vector<AddressRange>, std::string> parse_ranges(std::string_view text) {
    std::vector<AddressRange> ranges;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(", "), text.size());
        const std::string_view part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (part.empty()) continue;
        const auto range = parse_range(part);
        if (!range) return std::unexpected(std::string(part));
        ranges.push_back(*range);
    }
    return ranges;
}

std::optional<AddressBytes> bytes_of(const sockaddr& address) {
    AddressBytes bytes{};
    if (address.sa_family == AF_INET6) {
        std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, bytes.size());
        return bytes;
    }
    if (address.sa_family != AF_INET) return std::nullopt;
    std::ranges::copy(mapped_prefix, bytes.begin());
    std::memcpy(bytes.data() + 12, &reinterpret_cast<const sockaddr_in&>(address).sin_addr, 4);
    return bytes;
}

bool AddressGuard::allows(const AddressBytes& address) const {
    const AddressBytes judged = reached(address);
    return any_holds(allowed_, judged) || is_public(judged);
}

bool AddressGuard::allows(const sockaddr& address) const {
    const auto bytes = bytes_of(address);
    return bytes && allows(*bytes);
}

bool AddressGuard::allows_host(const std::string& host) const {
    addrinfo hints{};
    hints.ai_flags = AI_NUMERICHOST;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return true;
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owner(found, freeaddrinfo);
    for (const addrinfo* each = found; each != nullptr; each = each->ai_next) {
        if (!allows(*each->ai_addr)) return false;
    }
    return true;
}

}  // namespace commis::webhooks
