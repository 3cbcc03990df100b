#include "http/trusted_proxies.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <ranges>

#include "http/header_text.hpp"

namespace commis::http {
namespace {

constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr unsigned mapped_bits = 96;

unsigned char mask_of(std::size_t at, unsigned bits) {
    if (bits >= (at + 1) * 8) return 0xFF;
    if (bits <= at * 8) return 0;
    return static_cast<unsigned char>(0xFFU << (8 - bits % 8));
}

// As it is written and compared everywhere; IPv4 in IPv6's clothes as itself. Nothing for what is no address.
std::string plain_address(std::string_view text) {
    const std::string address(text);
    std::array<unsigned char, 16> bytes{};
    std::array<char, INET6_ADDRSTRLEN> shown{};
    if (inet_pton(AF_INET, address.c_str(), bytes.data()) == 1) return address;
    if (inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return "";
    const bool is_mapped = std::equal(mapped.begin(), mapped.end(), bytes.begin());
    const void* const start = is_mapped ? bytes.data() + mapped.size() : bytes.data();
    const char* written = inet_ntop(is_mapped ? AF_INET : AF_INET6, start, shown.data(), shown.size());
    return written == nullptr ? "" : written;
}

}  // namespace

bool TrustedProxies::read(const std::string& address, Bytes& bytes) {
    if (inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1) return true;
    std::ranges::copy(mapped, bytes.begin());
    return inet_pton(AF_INET, address.c_str(), bytes.data() + mapped.size()) == 1;
}

bool TrustedProxies::read(std::string_view entry, Network& network) {
    const auto slash = entry.find('/');
    const std::string address(entry.substr(0, slash));
    if (!read(address, network.bytes)) return false;
    const bool is_v4 = address.find(':') == std::string::npos;
    const unsigned all = is_v4 ? 32 : 128;
    unsigned bits = all;
    if (slash != std::string_view::npos) {
        const std::string_view text = entry.substr(slash + 1);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits);
        if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return false;
    }
    if (bits == 0 || bits > all) return false;
    network.bits = bits + (is_v4 ? mapped_bits : 0);
    // What stands behind the network's own part is a slip of whoever wrote it.
    for (std::size_t at = 0; at < network.bytes.size(); ++at) {
        if ((network.bytes[at] & ~mask_of(at, network.bits)) != 0) return false;
    }
    return true;
}

std::expected<TrustedProxies, std::string> TrustedProxies::parse(std::string_view list) {
    TrustedProxies proxies;
    for (const auto part : std::views::split(list, ',')) {
        std::string_view left = trim(std::string_view(part.begin(), part.end()));
        while (!left.empty()) {
            const auto end = std::min(left.find_first_of(" \t"), left.size());
            const std::string_view entry = left.substr(0, end);
            left = trim(left.substr(end));
            Network network;
            if (!read(entry, network)) return std::unexpected(std::string(entry));
            proxies.networks_.push_back(network);
            proxies.entries_.emplace_back(entry);
        }
    }
    return proxies;
}

std::expected<TrustedProxies, std::string> TrustedProxies::chosen(std::string_view list, bool is_behind_https) {
    auto proxies = parse(list);
    if (!proxies || !proxies->entries_.empty() || !is_behind_https) return proxies;
    return parse("127.0.0.0/8, ::1");
}

bool TrustedProxies::holds(const Network& network, const Bytes& bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if ((bytes[at] & mask_of(at, network.bits)) != network.bytes[at]) return false;
    }
    return true;
}

bool TrustedProxies::believes(const std::string& address) const {
    Bytes bytes{};
    if (networks_.empty() || !read(address, bytes)) return false;
    return std::ranges::any_of(networks_, [&](const Network& network) { return holds(network, bytes); });
}

void TrustedProxies::apply(Request& request) const {
    if (!believes(request.remote_address)) return;
    std::vector<std::string_view> told;
    for (const std::string_view value : request.headers.all("X-Forwarded-For")) {
        for_each_part(value, ',', [&](std::string_view part) { told.push_back(part); });
    }
    for (const std::string_view text : told | std::views::reverse) {
        const std::string address = plain_address(trim(text));
        if (address.empty()) break;  // What a proxy of ours did not understand itself.
        request.remote_address = address;
        if (!believes(address)) break;
    }
    if (const std::string* scheme = request.headers.find("X-Forwarded-Proto")) request.is_secure = *scheme == "https";
}

}  // namespace commis::http
