// Which proxies the settings make the server believe; serving, checking the settings and the doctor agree on it.
#pragma once

#include <expected>
#include <string>

#include "adapters/system/settings.hpp"
#include "http/trusted_proxies.hpp"

namespace commis::cli {

// Or the entry of `trusted_proxies` that is neither an address nor a network.
inline std::expected<http::TrustedProxies, std::string> trusted_proxies(const system::ProgramSettings& settings) {
    const bool is_behind_https = settings.tls_certificate.empty() && settings.public_url.starts_with("https://");
    return http::TrustedProxies::chosen(settings.trusted_proxies, is_behind_https);
}

}  // namespace commis::cli
