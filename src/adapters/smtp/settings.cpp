// libcurl's own URL parser takes the address apart, so that escapes mean here what they mean there.
#include "adapters/smtp/settings.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <ranges>

namespace commis::smtp {
namespace {

struct FreeUrl {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

std::string part_of(CURLU* url, CURLUPart part, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, flags) != CURLUE_OK) return {};
    std::string copy{text};
    curl_free(text);
    return copy;
}

bool is_loopback(std::string_view host) {
    return host == "localhost" || host.starts_with("127.") || host == "[::1]" || host == "::1";
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// A greeting or host name goes into a command line of ours.
bool is_host_name(std::string_view text) {
    return !text.empty() && text.size() <= 255 && std::ranges::all_of(text, [](char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9') ||
               std::string_view{".-_[]:"}.find(sign) != std::string_view::npos;
    });
}

std::optional<std::string> apply_option(SmtpSettings& settings, std::string_view name, std::string_view value) {
    if (name == "tls") {
        if (value == "auto") return std::nullopt;
        if (value != "required" && value != "none") return "tls must be auto, required or none";
        settings.tls = value == "required" ? TlsRule::required : TlsRule::none;
    } else if (name == "ca") {
        settings.ca_file = value;
    } else if (name == "name") {
        if (!is_host_name(value)) return "name must be a host name";
        settings.greeting_name = value;
    } else if (name == "timeout_s") {
        const auto seconds = parse_number<std::int64_t>(value);
        if (!seconds || *seconds < 1 || *seconds > 600) return "timeout_s must be a number from 1 to 600";
        settings.timeout_ms = *seconds * 1000;
    } else {
        return "unknown option " + std::string{name};
    }
    return std::nullopt;
}

std::optional<std::string> apply_options(SmtpSettings& settings, std::string_view query) {
    for (const auto part : std::views::split(query, '&')) {
        const std::string_view option{part.begin(), part.end()};
        if (option.empty()) continue;
        const auto equals = option.find('=');
        if (equals == std::string_view::npos) return "option without a value: " + std::string{option};
        if (auto fault = apply_option(settings, option.substr(0, equals), option.substr(equals + 1))) return fault;
    }
    return std::nullopt;
}

}  // namespace

std::string SmtpSettings::shown() const {
    return std::string{implicit_tls ? "smtps" : "smtp"} + "://" + host + ":" + std::to_string(port);
}

std::expected<SmtpSettings, std::string> parse_smtp_url(std::string_view text) {
    const std::unique_ptr<CURLU, FreeUrl> url{curl_url()};
    const auto code = curl_url_set(url.get(), CURLUPART_URL, std::string{text}.c_str(), CURLU_NON_SUPPORT_SCHEME);
    if (code != CURLUE_OK) return std::unexpected{std::string{"not an address: "} + curl_url_strerror(code)};
    SmtpSettings settings;
    const auto scheme = part_of(url.get(), CURLUPART_SCHEME);
    if (scheme != "smtp" && scheme != "smtps")
        return std::unexpected{"the address must begin with smtp:// or smtps://"};
    settings.implicit_tls = scheme == "smtps";
    settings.host = part_of(url.get(), CURLUPART_HOST);
    if (!is_host_name(settings.host)) return std::unexpected{"the host is missing or no host name"};
    const auto port = part_of(url.get(), CURLUPART_PORT);
    settings.port = settings.implicit_tls ? 465 : 25;
    if (!port.empty()) {
        const auto number = parse_number<std::uint16_t>(port);
        if (!number || *number == 0) return std::unexpected{"the port must be a number from 1 to 65535"};
        settings.port = *number;
    }
    settings.user = part_of(url.get(), CURLUPART_USER, CURLU_URLDECODE);
    settings.password = part_of(url.get(), CURLUPART_PASSWORD, CURLU_URLDECODE);
    // A password never crosses a network in the clear unless the installer says so.
    if (!settings.password.empty() && !is_loopback(settings.host)) settings.tls = TlsRule::required;
    if (auto fault = apply_options(settings, part_of(url.get(), CURLUPART_QUERY, CURLU_URLDECODE))) {
        return std::unexpected{*fault};
    }
    return settings;
}

}  // namespace commis::smtp
