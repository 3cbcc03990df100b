#include "http/trusted_proxies.hpp"

#include <ranges>

#include "http/header_text.hpp"

namespace commis::http {

std::expected<TrustedProxies, std::string> TrustedProxies::parse(std::string_view list) {
    auto ranges = AddressRanges::parse(list);
    if (!ranges) return std::unexpected(std::move(ranges.error()));
    TrustedProxies proxies;
    proxies.ranges_ = std::move(*ranges);
    return proxies;
}

std::expected<TrustedProxies, std::string> TrustedProxies::chosen(std::string_view list, bool is_behind_https) {
    auto proxies = parse(list);
    if (!proxies || !proxies->entries().empty() || !is_behind_https) return proxies;
    return parse("127.0.0.0/8, ::1");
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
